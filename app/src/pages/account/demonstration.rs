use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// Sign in as one of the people of a demonstration.
#[component]
pub(crate) fn Demonstration() -> impl IntoView {
    let title = t!("account-demonstration-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("account-demonstration-lead") />
        </div>
    }
}
