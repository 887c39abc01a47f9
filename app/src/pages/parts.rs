//! The parts of the app's code that are fetched when somebody first opens a page in them.
//!
//! A visitor who reads an experience need not download the quiz, the composer and the administration first. The build
//! tool splits the wasm at the functions below: the pages of one part share one file, and what several parts use comes
//! in files between them. The routes show a page through [`later()`](crate::parts::later()).
//!
//! What the frame around the pages needs (router, replica, words, bars) is in the first download, so that no page may
//! be called from there: one such call would pull the whole page into it. `cargo xtask weigh` shows what is where.

use super::{account, administration, experiences, home, learn, network, people, search, teach};
use crate::parts::{Page, PartToCome};
use crate::{i18n, worker};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

/// One function per page that first fetches the part it is in, and one that only fetches it. `then` says what is called
/// when the page is made.
macro_rules! parts {
    ($($part:ident { $($page:ident, $fetch:ident => $view:path $(, then $ahead:ident)?;)+ })+) => {
        $($(
            #[wasm_split($part, wasm_split_path = ::leptos::wasm_split, fallible, preload($fetch))]
            pub(crate) fn $page() -> Page {
                $($ahead();)?
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
        lesson, fetch_lesson => learn::Lesson, then fetch_quiz_ahead;
    }
    editions {
        editions, fetch_editions => learn::Editions;
        edition, fetch_edition => learn::EditionPage;
    }
    studying {
        quiz, fetch_quiz => learn::Quiz;
        mine, fetch_mine => learn::Mine;
    }
    teaching {
        teach, fetch_teach => teach::Teach;
        teach_module, fetch_teach_module => teach::TeachModule;
        teach_quiz, fetch_teach_quiz => teach::TeachQuiz;
        teach_review, fetch_teach_review => teach::TeachReview;
        teach_lesson, fetch_teach_lesson => teach::TeachLesson;
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

/// Fetches the parts that most people open next, one after the other.
pub(crate) async fn fetch_ahead() {
    // What does not come now is fetched when it is needed, and only then does somebody hear of it.
    let _ = fetch_first_page().await;
    let _ = fetch_catalogue().await;
    let _ = fetch_experience().await;
}

/// A reader of a lesson comes to the quiz, and the network may be gone by then.
fn fetch_quiz_ahead() {
    // The server fetches nothing.
    if !cfg!(feature = "ssr") && !worker::spares_data() {
        leptos::task::spawn_local(async {
            // What does not come now is fetched when the quiz is opened.
            let _ = fetch_quiz().await;
            let _ = i18n::fetch_later_words().await;
        });
    }
}
