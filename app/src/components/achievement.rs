use super::Motif;
use leptos::prelude::*;

/// A moment worth keeping: what was achieved, and what opens next.
#[component]
pub(crate) fn Achievement(
    /// What was achieved.
    #[prop(into)]
    title: Signal<String>,
    /// What it is about, in one sentence.
    #[prop(into)]
    text: Signal<String>,
    /// What to do with it, and what opens next.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="achievement">
            <Motif />
            <div class="achievement__body">
                <h2>{move || title.get()}</h2>
                <p>{move || text.get()}</p>
                <div class="button-row">{children()}</div>
            </div>
        </section>
    }
}
