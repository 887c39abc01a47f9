use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// Go on writing an experience.
#[component]
pub(crate) fn Write() -> impl IntoView {
    let title = t!("experiences-write-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("experiences-write-lead") />
        </div>
    }
}
