use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// The network and its members.
#[component]
pub(crate) fn Directory() -> impl IntoView {
    let title = t!("network-directory-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("network-directory-lead") />
        </div>
    }
}
