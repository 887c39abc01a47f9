use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// A certificate, to verify and to print.
#[component]
pub(crate) fn Certificate() -> impl IntoView {
    let title = t!("learn-certificate-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("learn-certificate-lead") />
        </div>
    }
}
