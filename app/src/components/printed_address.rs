use crate::i18n::lang;
use crate::router::{Page, origin};
use crate::t;
use leptos::prelude::*;

/// Where a page is found again: on paper, which has no address bar.
#[component]
pub(crate) fn PrintedAddress(
    /// The page.
    #[prop(into)]
    page: Signal<Page>,
) -> impl IntoView {
    view! {
        <p class="print-only">
            {t!("common-printed-address")} " "
            <bdi dir="ltr">{move || format!("{}{}", origin(), page.read().path(lang()))}</bdi>
        </p>
    }
}
