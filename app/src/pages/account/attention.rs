use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// What is saved where, and what was refused.
#[component]
pub(crate) fn Attention() -> impl IntoView {
    let title = t!("account-attention-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("account-attention-lead") />
        </div>
    }
}
