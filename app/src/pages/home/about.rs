use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// What this is and who runs it.
#[component]
pub(crate) fn About() -> impl IntoView {
    let title = t!("about-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("about-lead") />
        </div>
    }
}
