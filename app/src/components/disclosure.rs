use crate::t;
use leptos::prelude::*;

/// Something that can be unfolded.
#[component]
pub(crate) fn Disclosure(
    /// What it is about.
    #[prop(into)]
    summary: Signal<String>,
    /// Whether it is unfolded at first.
    #[prop(optional)]
    open: bool,
    /// What is folded away.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary>{move || summary.get()}</summary>
            <div class="disclosure__body">{children()}</div>
        </details>
    }
}

/// The outline of what is being read: folded on a phone, a column beside the text on a wide screen.
#[component]
pub(crate) fn Outline(
    /// What it is the outline of.
    #[prop(into)]
    summary: Signal<String>,
    /// An `ol.outline__list` of links.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="outline" open=is_wide("60rem")>
            <summary>{move || summary.get()}</summary>
            <nav aria-label=move || summary.get()>{children()}</nav>
        </details>
    }
}

/// The filters of a list: folded on a phone, a column on a wide screen.
#[component]
pub(crate) fn FilterPanel(
    /// What can be done here, with the number of filters that are on.
    #[prop(into)]
    summary: Signal<String>,
    /// Filter groups and the button that clears them.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="filter-panel" open=is_wide("56.25rem")>
            <summary>{move || summary.get()}</summary>
            // Without scripts the filters are sent as the query of the same address.
            <form class="filters" on:submit=|event| event.prevent_default()>
                {children()}
                <noscript>
                    <button class="button" type="submit">
                        {t!("common-apply-filters")}
                    </button>
                </noscript>
            </form>
        </details>
    }
}

/// Whether the window is at least this wide now. Only the first state depends on it: afterwards the person decides.
fn is_wide(width: &str) -> bool {
    if cfg!(feature = "ssr") {
        return false;
    }
    window()
        .match_media(&format!("(min-width: {width})"))
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}
