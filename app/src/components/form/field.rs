use crate::components::{Icon, IconKind, focus};
use leptos::{html, prelude::*};

/// The ids that describe a control, for its `aria-describedby`: the hint and, while there is one, the error.
pub(crate) fn described_by(id: &str, has_hint: bool, has_error: bool) -> Option<String> {
    match (has_hint, has_error) {
        (false, false) => None,
        (true, false) => Some(format!("{id}-hint")),
        (false, true) => Some(format!("{id}-error")),
        (true, true) => Some(format!("{id}-hint {id}-error")),
    }
}

/// What stands around one control: its label, its hint, and what is wrong with it.
///
/// The control is the child; it carries `id` and takes its `aria-describedby` from [`described_by`].
#[component]
pub(crate) fn Field(
    /// The id of the control.
    #[prop(into)]
    id: String,
    /// Its label.
    #[prop(into)]
    label: Signal<String>,
    /// Words after the label, such as "optional".
    #[prop(optional, into)]
    optional: Option<Signal<String>>,
    /// How to fill it.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with it now.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The control.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field" data-invalid=move || error.get().is_some()>
            <label class="field__label" for=id.clone()>
                {move || label.get()}
                {optional.map(|optional| view! { " " <span class="field__optional">{move || optional.get()}</span> })}
            </label>
            <FieldNotes id=id hint=hint error=error />
            {children()}
        </div>
    }
}

/// The hint and the error of a control or of a group of controls.
#[component]
pub(super) fn FieldNotes(
    /// The id of the control.
    id: String,
    /// How to fill it.
    hint: Option<Signal<String>>,
    /// What is wrong with it now.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let error_id = format!("{id}-error");
    let shown = NodeRef::<html::P>::new();
    Effect::new(move |_| {
        error.track();
        if let Some(message) = shown.get() {
            focus::on_first_fault(&message);
        }
    });
    view! {
        {hint.map(|hint| view! { <p class="field__hint" id=format!("{id}-hint")>{move || hint.get()}</p> })}
        {move || {
            error
                .get()
                .map(|message| {
                    view! {
                        <p class="field__error" id=error_id.clone() node_ref=shown>
                            <Icon kind=IconKind::Error />
                            <span>{message}</span>
                        </p>
                    }
                })
        }}
    }
}
