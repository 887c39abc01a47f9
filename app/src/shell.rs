//! What surrounds every page: the bars, the words about what is saved, the language, the theme, and what
//! happens on every navigation (title, announcement, focus, scroll).

mod announcer;
mod arrival;
mod best_language;
mod demonstration;
mod footer;
mod language_switch;
mod new_version;
pub(crate) mod opening;
mod places;
mod saved_state;
mod shared_computer;
mod sign_out;
pub(crate) mod theme;
mod theme_choice;
mod title;
mod top_bar;

pub(crate) use announcer::announce;
pub(crate) use arrival::{came_from, watch_returns};
pub(crate) use best_language::BestLanguage;
pub(crate) use saved_state::saved_words;
pub(crate) use shared_computer::SharedComputer;
pub(crate) use sign_out::SignOut;
pub(crate) use theme_choice::ThemeChoice;
#[cfg(feature = "ssr")]
pub(crate) use title::CurrentTitle;
pub(crate) use title::PageTitle;

use crate::i18n;
use crate::router::{Pages, navigate, page_lang, use_location};
use crate::t;
use announcer::LiveRegion;
use demonstration::DemonstrationBanner;
use footer::Footer;
use leptos::prelude::*;
use new_version::NewVersion;
use top_bar::TopBar;

/// The frame around the pages. It stays mounted from the first page to the last.
#[component]
pub(crate) fn Shell() -> impl IntoView {
    title::provide();
    // A page that the server writes stays as it is.
    if !cfg!(feature = "ssr") {
        arrival::watch();
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
            <Pages />
        </main>
        <Footer />
        <LiveRegion />
    }
}

/// Makes the language of the address the language of the interface. An address without one is led to the best.
fn follow_the_address() {
    let wanted = page_lang();
    let location = use_location();
    Effect::new(move |_| match wanted.get() {
        Some(lang) if lang != i18n::lang_untracked() => {
            leptos::task::spawn_local(async move {
                if i18n::load(lang).await.is_err() {
                    announce(crate::text!("common-language-unreachable"));
                }
            });
        }
        Some(_) => {}
        None => {
            let lang = i18n::lang_untracked().code();
            let address = location.pathname.with_untracked(|path| {
                let search = location.search.get_untracked();
                let question = if search.is_empty() { "" } else { "?" };
                format!("/{lang}{path}{question}{search}{}", location.hash.get_untracked())
            });
            navigate(&address, best_language::replacing());
        }
    });
}
