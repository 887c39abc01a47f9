use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// The experiences.
#[component]
pub(crate) fn List() -> impl IntoView {
    let title = t!("experiences-list-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("experiences-list-lead") />
        </div>
    }
}
