use crate::components::PageHeader;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// One lesson.
#[component]
pub(crate) fn Lesson() -> impl IntoView {
    let title = t!("learn-lesson-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("learn-lesson-lead") />
        </div>
    }
}
