use super::theme_choice::ThemeChoice;
use crate::components::Mark;
use crate::router::{Page, href};
use crate::t;
use leptos::prelude::*;

/// The foot of every page.
#[component]
pub(super) fn Footer() -> impl IntoView {
    view! {
        <footer class="site-footer no-print">
            <div class="wrap site-footer__row">
                <Mark />
                <p>{t!("common-network-name")}</p>
                <ul role="list">
                    <li>
                        <a href=href(Page::About)>{t!("common-about")}</a>
                    </li>
                    <li>
                        <a href=href(Page::Glossary)>{t!("common-glossary")}</a>
                    </li>
                </ul>
                <ThemeChoice />
                <p>{t!("common-promise")}</p>
            </div>
        </footer>
    }
}
