use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// Begin an experience.
#[component]
pub(crate) fn WriteNew() -> impl IntoView {
    let title = t!("experiences-write-new-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("experiences-write-new-lead") />
        </div>
    }
}
