use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// Sign in.
#[component]
pub(crate) fn SignIn() -> impl IntoView {
    let title = t!("account-sign-in-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("account-sign-in-lead") />
        </div>
    }
}
