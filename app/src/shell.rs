//! What surrounds every page: the bars, the words about what is saved, the language, the theme, and what
//! happens on every navigation (title, announcement, focus, scroll).

mod announcer;
mod arrival;
mod demonstration;
mod earned;
mod footer;
mod language_switch;
mod new_version;
pub(crate) mod opening;
mod places;
mod role_doors;
mod saved_state;
mod shared_computer;
mod sign_out;
pub(crate) mod theme;
mod theme_choice;
mod title;
mod top_bar;

pub(crate) use announcer::{announce, tell};
pub(crate) use arrival::{arrive_anew, came_from, watch_returns};
pub(crate) use role_doors::{RoleDoors, role_doors};
pub(crate) use saved_state::saved_words;
pub(crate) use shared_computer::SharedComputer;
pub(crate) use sign_out::SignOut;
pub(crate) use theme_choice::ThemeChoice;
#[cfg(feature = "ssr")]
pub(crate) use title::CurrentTitle;
pub(crate) use title::PageTitle;

use crate::components::ready_texts_for_another_language;
use crate::i18n;
use crate::replica::use_replica;
use crate::router::page_lang;
use crate::t;
use announcer::LiveRegion;
use demonstration::DemonstrationBanner;
use footer::Footer;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use new_version::NewVersion;
use top_bar::TopBar;

/// The frame around the pages. It stays mounted from the first page to the last.
#[component]
pub(crate) fn Shell(
    /// The pages.
    children: Children,
) -> impl IntoView {
    let title = title::provide();
    // A page that the server writes stays as it is.
    if !cfg!(feature = "ssr") {
        use_replica().follow_path(use_location().pathname);
        opening::watch(title);
        arrival::watch();
        earned::watch();
        follow_the_address();
    }
    view! {
        <a class="skip-link" href="#main">
            {t!("common-skip-to-content")}
        </a>
        <DemonstrationBanner />
        <NewVersion />
        <TopBar />
        <main class="main" id="main" tabindex="-1">
            {children()}
        </main>
        <Footer />
        <LiveRegion />
    }
}

/// Makes the language of the address the language of the interface. An address without one is led to the best.
fn follow_the_address() {
    let wanted = page_lang();
    let location = use_location();
    let navigate = use_navigate();
    Effect::new(move |_| match wanted.get() {
        Some(lang) if lang != i18n::lang_untracked() => {
            leptos::task::spawn_local(async move {
                ready_texts_for_another_language().await;
                // The address may name another one by now.
                if wanted.get_untracked() != Some(lang) {
                    return;
                }
                if i18n::load(lang).await.is_err() {
                    tell(crate::text!("common-language-unreachable"));
                }
            });
        }
        Some(_) => {}
        None => {
            let lang = i18n::lang_untracked().code();
            let address = location.pathname.with_untracked(|path| {
                let search = location.search.get_untracked();
                let question = if search.is_empty() { "" } else { "?" };
                let (path, hash) = (path.trim_end_matches('/'), location.hash.get_untracked());
                format!("/{lang}{path}{question}{search}{hash}")
            });
            let options = NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            };
            navigate(&address, options);
        }
    });
}
