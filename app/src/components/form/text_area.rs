use super::{Field, described_by};
use leptos::prelude::*;
use shared::lang::Lang;

/// Several lines of text; grows with what is written.
#[component]
pub(crate) fn TextArea(
    /// The id, unique on the page; the error summary leads to it.
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
    /// What is written.
    #[prop(into)]
    value: Signal<String>,
    /// Called with every change.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called when the person leaves it.
    #[prop(optional, into)]
    on_leave: Option<Callback<()>>,
    /// The language that is written here, where it is not the page's.
    #[prop(optional, into)]
    lang: Option<Signal<Lang>>,
    /// How many lines it shows when empty.
    #[prop(default = 4)]
    rows: u32,
    /// What stands under it: where it is saved, how long it is.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let has_hint = hint.is_some();
    let control = id.clone();
    let described = {
        let id = id.clone();
        move || described_by(&id, has_hint, error.get().is_some())
    };
    view! {
        <Field id=id label=label nostrip:optional=optional nostrip:hint=hint error=error>
            <textarea
                class="input"
                id=control.clone()
                name=control
                rows=rows.to_string()
                dir=move || lang.map_or("auto", |lang| lang.get().dir())
                // The app keeps what is typed itself; the browser would write it into its own files, readable for
                // the next person on a shared computer.
                autocomplete="off"
                lang=move || lang.map(|lang| lang.get().code())
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=described
                prop:value=move || value.get()
                on:input:target=move |event| on_input.run(event.target().value())
                on:blur=move |_| {
                    if let Some(on_leave) = on_leave {
                        on_leave.run(());
                    }
                }
            ></textarea>
            {children.map(|children| view! { <div class="field__foot">{children()}</div> })}
        </Field>
    }
}
