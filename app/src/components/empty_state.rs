use super::Motif;
use leptos::prelude::*;

/// A list without anything yet, or a page that is not there: what it is and the next step.
#[component]
pub(crate) fn EmptyState(
    /// What is not there.
    #[prop(into)]
    title: Signal<String>,
    /// What to do next.
    #[prop(into)]
    text: Signal<String>,
    /// Buttons and links to do it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Motif />
            <h2>{move || title.get()}</h2>
            <p>{move || text.get()}</p>
            {children.map(|children| view! { <div class="button-row">{children()}</div> })}
        </div>
    }
}
