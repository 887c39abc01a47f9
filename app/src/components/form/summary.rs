use crate::components::{Icon, IconKind, focus};
use leptos::{html, prelude::*};

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldError {
    /// The id of the control to correct.
    pub(crate) field: String,
    /// The same words as beside the field.
    pub(crate) message: String,
}

/// What must be corrected, at the top of the form. It takes the focus whenever a new list of errors appears, and its links
/// lead to the fields.
#[component]
pub(crate) fn ErrorSummary(
    /// What happened, in words.
    #[prop(into)]
    title: Signal<String>,
    /// The errors; none hides the summary.
    #[prop(into)]
    errors: Signal<Vec<FieldError>>,
) -> impl IntoView {
    let summary = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        errors.track();
        // The element appears with the first error, after this effect was first run: the node ref is tracked too.
        if let Some(element) = summary.get() {
            focus::on(&element);
            focus::into_view(&element);
        }
    });
    let links = move || {
        errors
            .get()
            .into_iter()
            .map(|error| {
                let address = format!("#{}", error.field);
                view! {
                    <li>
                        <a
                            href=address
                            on:click=move |event| {
                                event.prevent_default();
                                focus::on_id(&error.field);
                            }
                        >
                            {error.message}
                        </a>
                    </li>
                }
            })
            .collect_view()
    };
    let has_errors = Memo::new(move |_| !errors.read().is_empty());
    view! {
        <Show when=move || has_errors.get()>
            <div class="error-summary" role="group" tabindex="-1" aria-labelledby="error-summary-title" node_ref=summary>
                <h2 id="error-summary-title">
                    <Icon kind=IconKind::Error />
                    {move || title.get()}
                </h2>
                <ul>{links}</ul>
            </div>
        </Show>
    }
}
