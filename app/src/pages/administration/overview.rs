use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// The coordination of the network.
#[component]
pub(crate) fn Administration() -> impl IntoView {
    let title = t!("admin-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("admin-lead") />
        </div>
    }
}
