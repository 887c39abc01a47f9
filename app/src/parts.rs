//! The parts of the app's code that are fetched when somebody first opens a page in them.
//!
//! A visitor who reads an experience need not download the quiz, the composer and the administration first. The build
//! tool splits the wasm at the functions below: the pages of one part share one file, and what several parts use comes
//! in files between them. The router shows a page through [`later()`].
//!
//! What the frame around the pages needs (router, replica, words, bars) is in the first download, so that no page may
//! be called from there: one such call would pull the whole page into it. `cargo xtask weigh` shows what is where.

mod ahead;
mod later;

pub(crate) use ahead::{fetch_ahead, fetch_quiz_ahead};
pub(crate) use later::{later, later_piece};

use crate::components::Reader;
use crate::pages::search::DeviceSearch;
use crate::pages::{account, administration, experiences, home, learn, network, people, search};
use crate::replica::{Engine, begun};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::pin::Pin;
use std::rc::Rc;

/// A part of the code could not be fetched: there is no network, and it was never fetched before.
#[derive(Debug, thiserror::Error)]
#[error("a part of the app could not be fetched")]
pub(crate) struct PartMissing;

impl From<SplitLoaderError> for PartMissing {
    fn from(_: SplitLoaderError) -> Self {
        // What failed is on the console already.
        Self
    }
}

/// A page, or why there is none to show.
pub(crate) type Page = Result<AnyView, PartMissing>;

/// A page whose part may have to be fetched first.
pub(crate) type PageToCome = Pin<Box<dyn Future<Output = Page>>>;

/// A part of the code on its way.
pub(crate) type PartToCome = Pin<Box<dyn Future<Output = ()>>>;

/// One function per page that first fetches the part it is in, and one that only fetches it.
macro_rules! parts {
    ($($part:ident { $($page:ident, $fetch:ident => $view:path;)+ })+) => {
        $($(
            #[wasm_split($part, wasm_split_path = ::leptos::wasm_split, fallible, preload($fetch))]
            pub(crate) fn $page() -> Page {
                Ok($view().into_any())
            }
        )+)+

        /// For each page the name of its part, as the manifest of the build has it.
        #[cfg(feature = "ssr")]
        pub(crate) mod names {
            $($(
                #[expect(non_upper_case_globals, reason = "named as the page")]
                pub(crate) const $page: &str = stringify!($part);
            )+)+
        }

        /// For each page a future that has its part fetched, and shows nothing.
        pub(crate) mod fetching {
            use super::PartToCome;
            $($(
                pub(crate) fn $page() -> PartToCome {
                    Box::pin(async {
                        // What does not come is fetched again when the page is shown.
                        let _ = super::$fetch().await;
                    })
                }
            )+)+
        }
    };
}

/// What keeps the replica going, see `replica/engine.rs`.
#[wasm_split(replica, wasm_split_path = ::leptos::wasm_split, fallible)]
pub(crate) fn replica() -> Result<Rc<dyn Engine>, PartMissing> {
    Ok(begun())
}

/// What reads Markdown, see `components/prose/texts.rs`.
#[wasm_split(texts, wasm_split_path = ::leptos::wasm_split, fallible)]
pub(crate) fn text_reader() -> Result<Reader, PartMissing> {
    Ok(shared::markdown::parse)
}

/// What searches on this device, see `pages/search/finder.rs`.
#[wasm_split(device_search, wasm_split_path = ::leptos::wasm_split, fallible)]
pub(crate) fn device_search() -> Result<DeviceSearch, PartMissing> {
    Ok(search::device_search())
}

parts! {
    front {
        first_page, fetch_first_page => home::Home;
    }
    reference {
        about, fetch_about => home::About;
        glossary, fetch_glossary => home::Glossary;
    }
    learning {
        catalogue, fetch_catalogue => learn::Catalogue;
    }
    module {
        module, fetch_module => learn::Module;
    }
    certificate {
        certificate, fetch_certificate => learn::Certificate;
    }
    lesson {
        lesson, fetch_lesson => learn::Lesson;
    }
    studying {
        quiz, fetch_quiz => learn::Quiz;
        mine, fetch_mine => learn::Mine;
    }
    listing {
        experiences, fetch_experiences => experiences::List;
    }
    searching {
        search, fetch_search => search::Search;
    }
    reading {
        experience, fetch_experience => experiences::One;
    }
    writing {
        write_new, fetch_write_new => experiences::WriteNew;
        write, fetch_write => experiences::Write;
        validation_queue, fetch_validation_queue => experiences::ValidationQueue;
        validate_one, fetch_validate_one => experiences::ValidateOne;
    }
    network {
        directory, fetch_directory => network::Directory;
    }
    collectivity {
        collectivity, fetch_collectivity => network::Collectivity;
    }
    account {
        invitation, fetch_invitation => account::Invitation;
        sign_in, fetch_sign_in => account::SignIn;
        forgotten, fetch_forgotten => account::Forgotten;
        recovery, fetch_recovery => account::Recovery;
        demonstration, fetch_demonstration => account::Demonstration;
        account, fetch_account => account::Account;
        attention, fetch_attention => account::Attention;
    }
    coordinating {
        people, fetch_people => people::People;
        administration, fetch_administration => administration::Administration;
    }
}
