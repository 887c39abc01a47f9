use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// What the hub is, in a glance.
#[component]
pub(crate) fn Home() -> impl IntoView {
    let title = t!("home-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("home-lead") />
        </div>
    }
}
