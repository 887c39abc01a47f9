use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// One experience.
#[component]
pub(crate) fn One() -> impl IntoView {
    let title = t!("experiences-one-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("experiences-one-lead") />
        </div>
    }
}
