use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// The modules.
#[component]
pub(crate) fn Catalogue() -> impl IntoView {
    let title = t!("learn-catalogue-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("learn-catalogue-lead") />
        </div>
    }
}
