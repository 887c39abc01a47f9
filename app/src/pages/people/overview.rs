use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// The people of my collectivity, invitations and progress.
#[component]
pub(crate) fn People() -> impl IntoView {
    let title = t!("people-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("people-lead") />
        </div>
    }
}
