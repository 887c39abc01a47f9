use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// Accept an invitation.
#[component]
pub(crate) fn Invitation() -> impl IntoView {
    let title = t!("account-invitation-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("account-invitation-lead") />
        </div>
    }
}
