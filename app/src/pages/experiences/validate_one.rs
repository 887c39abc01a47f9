use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// One submission.
#[component]
pub(crate) fn ValidateOne() -> impl IntoView {
    let title = t!("experiences-validate-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("experiences-validate-lead") />
        </div>
    }
}
