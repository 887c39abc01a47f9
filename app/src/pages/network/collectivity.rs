use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// One collectivity.
#[component]
pub(crate) fn Collectivity() -> impl IntoView {
    let title = t!("network-collectivity-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("network-collectivity-lead") />
        </div>
    }
}
