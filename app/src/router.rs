//! Every page of the app, from top to bottom: what the product can do.
//!
//! The language is the first part of each address and only a parameter: switching it rebuilds no page.

mod location;
mod page;
mod params;
mod place;

#[cfg(feature = "ssr")]
pub(crate) use location::{Address, show_address};
pub(crate) use location::{
    Location, NavigateOptions, follow, navigate, origin, path_on_show, track_path, use_location,
    use_query_map,
};
pub(crate) use page::{Page, href, href_of, page_lang};
pub(crate) use params::{ParamsMap, escaped};
pub(crate) use place::{Pages, part_on_show, use_params_map};
#[cfg(feature = "ssr")]
pub(crate) use place::{part_at, patterns};

use crate::parts;
use crate::parts::{PageToCome, PartToCome};
use crate::shell::{BestLanguage, Shell};
use leptos::prelude::*;

macro_rules! pages {
    ($($pattern:literal => $page:ident;)*) => {
        /// The addresses below the language, each with its page and with what fetches the page's part; `:name` stands
        /// for one piece. The first that fits counts. The server knows no others (`app::server`).
        const PAGES: &[(&str, fn() -> PageToCome, fn() -> PartToCome)] =
            &[$(($pattern, || Box::pin(parts::$page()), parts::fetching::$page)),*];

        /// The names of the parts of the pages, in the order of [`PAGES`].
        #[cfg(feature = "ssr")]
        const PARTS: &[&str] = &[$(parts::names::$page),*];
    };
}

pages! {
    "" => first_page;

    // Modules, lessons, quizzes, certificates and what one has done.
    "learn" => catalogue;
    "learn/:module" => module;
    "learn/:module/quiz" => quiz;
    "learn/:module/:lesson" => lesson;
    "mine" => mine;
    "certificates/:number" => certificate;

    // Experiences: reading, writing, validating.
    "experiences" => experiences;
    "experiences/write" => write_new;
    "experiences/write/:experience" => write;
    "experiences/:experience" => experience;
    "validation" => validation_queue;
    "validation/:experience" => validate_one;

    "network" => directory;
    "network/:collectivity" => collectivity;
    "search" => search;

    // Coming in, one's account, and what is saved where.
    "invitation" => invitation;
    "sign-in" => sign_in;
    "account" => account;
    "demonstration" => demonstration;
    "attention" => attention;

    "people" => people;
    "administration" => administration;
    "about" => about;
    "glossary" => glossary;
}

/// The app: its pages inside the shell, which stays mounted once an address names a language.
#[component]
pub(crate) fn App() -> impl IntoView {
    let pathname = use_location().pathname;
    let is_bare = Memo::new(move |_| pathname.with(|path| path.trim_matches('/').is_empty()));
    move || {
        if is_bare.get() {
            view! { <BestLanguage /> }.into_any()
        } else {
            view! { <Shell /> }.into_any()
        }
    }
}
