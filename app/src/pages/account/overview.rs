use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// One's account, devices and sessions.
#[component]
pub(crate) fn Account() -> impl IntoView {
    let title = t!("account-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("account-lead") />
        </div>
    }
}
