use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// What waits for the focal point.
#[component]
pub(crate) fn ValidationQueue() -> impl IntoView {
    let title = t!("experiences-validation-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("experiences-validation-lead") />
        </div>
    }
}
