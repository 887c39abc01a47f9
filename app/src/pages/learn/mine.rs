use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// What one has done.
#[component]
pub(crate) fn Mine() -> impl IntoView {
    let title = t!("learn-mine-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("learn-mine-lead") />
        </div>
    }
}
