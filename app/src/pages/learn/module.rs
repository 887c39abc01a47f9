use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// One module.
#[component]
pub(crate) fn Module() -> impl IntoView {
    let title = t!("learn-module-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("learn-module-lead") />
        </div>
    }
}
