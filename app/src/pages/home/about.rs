use crate::components::PageHeader;
use crate::pages::learn::Lookup;
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// What this is, for whom, and what happens with what one writes.
#[component]
pub(crate) fn About() -> impl IntoView {
    let title = t!("about-title");
    let parts = [
        (t!("about-what-title"), t!("about-what-text")),
        (t!("about-who-title"), t!("about-who-text")),
        (t!("about-offline-title"), t!("about-offline-text")),
        (t!("about-data-title"), t!("about-data-text")),
        (t!("about-licence-title"), t!("about-licence-text")),
    ]
    .map(|(heading, words)| {
        view! {
            <h2>{heading}</h2>
            <p>{words}</p>
        }
    });
    view! {
        <PageTitle text=title />
        <div class="wrap wrap--narrow">
            <PageHeader title=title lead=t!("about-lead") />
            <div class="prose">
                {parts.into_iter().collect_view()} <h2>{t!("about-verify-title")}</h2>
                <p>{t!("about-verify-text")}</p>
            </div>
            <Lookup label=t!("about-verify-number") />
        </div>
    }
}
