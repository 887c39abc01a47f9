//! An address where nothing is.

use crate::router::{Page, href};
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// Says that nothing is here, and where to go from here.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    let title = t!("common-not-found-title");
    view! {
        <PageTitle text=title />
        <div class="wrap wrap--narrow">
            <header class="page-header">
                <h1 tabindex="-1">{title}</h1>
                <p class="page-header__lead">{t!("common-not-found-lead")}</p>
                <p class="page-header__actions">
                    <a class="button" href=href(Page::Home)>{t!("common-go-home")}</a>
                    <a class="button button--plain" href=href(Page::Search)>{t!("common-go-search")}</a>
                </p>
            </header>
        </div>
    }
}
