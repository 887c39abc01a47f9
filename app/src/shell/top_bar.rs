use super::language_switch::LanguageSwitch;
use super::places::Places;
use super::saved_state::SavedState;
use crate::components::{Icon, IconKind, Mark};
use crate::router::{Page, href};
use crate::session::use_session;
use crate::t;
use leptos::prelude::*;

/// The bar at the top: mark, places, what is saved, search, account, language.
#[component]
pub(super) fn TopBar() -> impl IntoView {
    view! {
        <header class="top-bar no-print">
            <div class="wrap top-bar__row">
                <a class="brand" href=href(Page::Home)>
                    <Mark />
                    <span class="brand__name">{t!("common-brand")}</span>
                </a>
                <Places />
                <SavedState />
                <div class="top-bar__end">
                    <a
                        class="icon-button"
                        href=href(Page::Search)
                        aria-label=t!("common-search")
                        title=t!("common-search")
                    >
                        <Icon kind=IconKind::Search />
                    </a>
                    <AccountLink />
                    <LanguageSwitch />
                </div>
            </div>
        </header>
    }
}

#[component]
fn AccountLink() -> impl IntoView {
    let session = use_session();
    let is_visitor = session.is_visitor();
    let to_account = href(Page::Account);
    let to_sign_in = href(Page::SignIn);
    let words = Signal::derive(move || {
        if is_visitor.get() {
            crate::text!("common-sign-in")
        } else {
            crate::text!("common-account-of", name = session.name().get())
        }
    });
    view! {
        <a
            class="icon-button"
            href=move || if is_visitor.get() { to_sign_in.get() } else { to_account.get() }
            aria-label=words
            title=words
        >
            <Icon kind=IconKind::Mine />
        </a>
    }
}
