use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// Search over everything.
#[component]
pub(crate) fn Search() -> impl IntoView {
    let title = t!("common-search-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("common-search-lead") />
        </div>
    }
}
