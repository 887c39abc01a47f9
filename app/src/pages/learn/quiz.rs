use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// The quiz of a module.
#[component]
pub(crate) fn Quiz() -> impl IntoView {
    let title = t!("learn-quiz-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("learn-quiz-lead") />
        </div>
    }
}
