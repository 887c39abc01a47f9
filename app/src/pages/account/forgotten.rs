use crate::components::{LinkButton, PageHeader};
use crate::router::{Page, href};
use crate::shell::PageTitle;
use crate::t;
use leptos::prelude::*;

/// A forgotten password: without mail nothing is sent, so the page says whom to ask and what happens then.
#[component]
pub(crate) fn Forgotten() -> impl IntoView {
    let title = t!("account-forgotten-title");
    view! {
        <PageTitle text=title />
        <div class="wrap wrap--narrow">
            <PageHeader title=title lead=t!("account-forgotten-lead") />
            <WhomToAsk />
            <h2>{t!("account-forgotten-how")}</h2>
            <p>{t!("account-forgotten-link")}</p>
            <p>{t!("account-forgotten-kept")}</p>
            <div class="button-row">
                <LinkButton href=href(Page::SignIn)>{t!("common-sign-in")}</LinkButton>
            </div>
        </div>
    }
}

/// Who can make a link, for each role.
#[component]
fn WhomToAsk() -> impl IntoView {
    view! {
        <h2>{t!("account-forgotten-ask")}</h2>
        <ul>
            <li>{t!("account-forgotten-member")}</li>
            <li>{t!("account-forgotten-other")}</li>
            <li>{t!("account-forgotten-administrator")}</li>
        </ul>
        <p>
            <a href=href(Page::Network)>{t!("account-no-account-find")}</a>
        </p>
    }
}
