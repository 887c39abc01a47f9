use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// The words of the network.
#[component]
pub(crate) fn Glossary() -> impl IntoView {
    let title = t!("glossary-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("glossary-lead") />
        </div>
    }
}
