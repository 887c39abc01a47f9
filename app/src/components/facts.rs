use leptos::prelude::*;

/// One fact: a term and what is known.
#[component]
pub(crate) fn Fact(
    /// What it is.
    #[prop(into)]
    term: Signal<String>,
    /// What is known.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="facts__fact">
            <dt>{move || term.get()}</dt>
            <dd>{children()}</dd>
        </div>
    }
}

/// The key facts of a report: a box beside the text on a wide screen, a strip before it on a phone. It stands before the
/// article in the source, inside `.report`.
#[component]
pub(crate) fn FactsBox(
    /// What the facts are about, for a screen reader.
    #[prop(into)]
    label: Signal<String>,
    /// [`Fact`]s.
    children: Children,
) -> impl IntoView {
    view! {
        <aside class="facts" aria-label=move || label.get()>
            // The strip scrolls on a phone, and what scrolls must be reachable without a pointer.
            <dl data-scrolls tabindex="0">
                {children()}
            </dl>
        </aside>
    }
}

/// The same pairs in the flow of a page.
#[component]
pub(crate) fn FactsList(
    /// [`Fact`]s.
    children: Children,
) -> impl IntoView {
    view! { <dl class="facts-list">{children()}</dl> }
}
