//! The address of every page of the app, from top to bottom: what the product can do.
//!
//! The language is the first part of each address and only a parameter: switching it rebuilds no page.

mod language;
mod page;
mod pieces;

pub(crate) use language::{LanguageSegment, language_of, page_lang, place_of};
pub(crate) use page::{certificate_lookup, href, href_of};
pub(crate) use pieces::{Segments, pieces_at};

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::params::ParamsMap;
use leptos_router::path;
use pieces::{filled, read};
use shared::ids::{ExperienceId, LessonId, ModuleId};
use shared::lang::Lang;
use shared::records::EditionNumber;

/// The table of pages: [`Page`] follows from it, and in `routes.rs` the routes of the app, the list of pages that the
/// server has, and the parts of the code. The first line that fits counts.
macro_rules! with_pages {
    ($make:ident) => {
        $make! {
            /// What the hub is, and three doors.
            Home = "" => first_page, public;

            // Modules, lessons, quizzes, certificates and what one has done.
            /// The modules.
            Catalogue = "learn" => catalogue, public;
            /// A module, by slug.
            Module(module: String) = "learn/:module" => module, public;
            /// The quiz of a module, by slug.
            Quiz(module: String) = "learn/:module/quiz" => quiz;
            /// What came out of a module, edition by edition.
            Editions(module: String) = "learn/:module/editions" => editions, public;
            /// One edition of a module as it came out.
            Edition(module: String, edition: EditionNumber) = "learn/:module/editions/:edition" => edition, public;
            /// A lesson, by the slugs of module and lesson.
            Lesson(module: String, lesson: String) = "learn/:module/:lesson" => lesson, public;
            /// One's learning, experiences and bookmarks.
            Mine = "mine" => mine;
            /// A certificate, by number: to verify and to print.
            Certificate(number: String) = "certificates/:number" => certificate, public;

            // Writing modules.
            /// The modules that are being written, and those that are taught.
            Teach = "teach" => teach;
            /// A module that is being written: what it is made of.
            TeachModule(module: ModuleId) = "teach/:module" => teach_module;
            /// The quiz of one.
            TeachQuiz(module: ModuleId) = "teach/:module/quiz" => teach_quiz;
            /// What is different in one, and whether it is published.
            TeachReview(module: ModuleId) = "teach/:module/review" => teach_review;
            /// A lesson of one.
            TeachLesson(module: ModuleId, lesson: LessonId) = "teach/:module/lessons/:lesson" => teach_lesson;

            // Experiences: reading, writing, validating.
            /// The experiences.
            Experiences = "experiences" => experiences, public;
            /// Begin an experience.
            WriteNew = "experiences/write" => write_new;
            /// Go on writing one.
            Write(experience: ExperienceId) = "experiences/write/:experience" => write;
            /// An experience, by slug.
            Experience(experience: String) = "experiences/:experience" => experience, public;
            /// What waits for the focal point.
            ValidationQueue = "validation" => validation_queue;
            /// One submission.
            ValidateOne(experience: ExperienceId) = "validation/:experience" => validate_one;

            /// The directory of the network.
            Network = "network" => directory, public;
            /// A collectivity, by slug.
            Collectivity(collectivity: String) = "network/:collectivity" => collectivity, public;
            /// Search over everything.
            Search = "search" => search, public;

            // Coming in, one's account, and what is saved where.
            /// Where the link of an invitation leads.
            Invitation = "invitation" => invitation;
            /// Sign in.
            SignIn = "sign-in" => sign_in;
            /// Whom to ask about a forgotten password.
            Forgotten = "forgotten" => forgotten;
            /// Where the link for a forgotten password leads.
            Recovery = "recovery" => recovery;
            /// One's account, devices and sessions.
            Account = "account" => account;
            /// The people of a demonstration, to come in as.
            Demonstration = "demonstration" => demonstration;
            /// What is saved where, and what was refused.
            Attention = "attention" => attention;

            /// People of my collectivity.
            People = "people" => people;
            /// Coordination of the network.
            Administration = "administration" => administration;
            /// What this is and who runs it.
            About = "about" => about, public;
            /// The words of the network.
            Glossary = "glossary" => glossary, public;
        }
    };
}
pub(crate) use with_pages;

macro_rules! page_of_each_line {
    (@is public) => { true };
    (@is) => { false };
    ($(
        $(#[$said:meta])*
        $page:ident $(($($piece:ident: $of:ty),+))? = $pattern:tt => $view:ident $(, $public:ident)?;
    )*) => {
        /// A page of the app, with the pieces of its address: for links, `href(Page::Module(slug))`.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum Page {
            $($(#[$said])* $page $(($($of),+))?,)*
        }

        impl Page {
            /// The path below the language, with its slash; empty for the first page.
            #[must_use]
            pub fn below_language(&self) -> String {
                match self {
                    $(Self::$page $(($($piece),+))? => filled($pattern, &[$($($piece),+)?]),)*
                }
            }

            /// Whether the server writes the page for visitors and search engines as well.
            #[cfg(feature = "ssr")]
            #[must_use]
            pub fn is_public(&self) -> bool {
                match self {
                    $(Self::$page { .. } => page_of_each_line!(@is $($public)?),)*
                }
            }

            /// The page at a path below the language; `None` where there is none.
            #[must_use]
            pub fn at(path: &str) -> Option<Self> {
                let path = below_any_language(path);
                $(if let Some(pieces) = pieces_at(&(LanguageSegment, path!($pattern)), &path) {
                    let mut _pieces = pieces.into_iter();
                    return Some(Self::$page $(($(read::<$of>(&mut _pieces)?),+))?);
                })*
                None
            }
        }
    };
}

with_pages!(page_of_each_line);

/// A path below the language as a whole one, in a language that does not matter.
pub(crate) fn below_any_language(path: &str) -> String {
    format!("/{}/{}", Lang::Ar.code(), path.trim_matches('/'))
}

/// What is asked after the question mark. The library's hook gives a copy that belongs to the route, and that stays behind
/// when the path changes within one route as well, as on a switch of the language.
pub(crate) fn use_query_map() -> Memo<ParamsMap> {
    use_location().query
}

/// Writes a query into the address on show, in place: "back" leads out of the page, not through what was chosen on it.
pub(crate) fn use_query_in_place() -> Callback<String> {
    let pathname = use_location().pathname;
    let navigate = use_navigate();
    Callback::new(move |query: String| {
        let path = pathname.get_untracked();
        let address = if query.is_empty() {
            path
        } else {
            format!("{path}?{query}")
        };
        let options = NavigateOptions {
            replace: true,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&address, options);
    })
}

/// All values of a name, as a form without scripts sends the boxes that are ticked, in one text between commas.
pub(crate) fn every(query: &ParamsMap, name: &str) -> Option<String> {
    query.get_all(name).map(|values| values.join(","))
}

/// The address of the hub, as links from elsewhere begin.
pub(crate) fn origin() -> String {
    #[cfg(feature = "ssr")]
    return crate::row_reader::origin();
    #[cfg(not(feature = "ssr"))]
    window().location().origin().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_fits_counts() {
        assert_eq!(Page::at(""), Some(Page::Home));
        assert_eq!(Page::at("/learn/"), Some(Page::Catalogue));
        assert_eq!(Page::at("learn/a/quiz"), Some(Page::Quiz("a".to_owned())));
        assert_eq!(
            Page::at("learn/a/b"),
            Some(Page::Lesson("a".to_owned(), "b".to_owned()))
        );
        assert_eq!(Page::at("experiences/write"), Some(Page::WriteNew));
        assert_eq!(
            Page::at("experiences/tinghir"),
            Some(Page::Experience("tinghir".to_owned()))
        );
    }

    #[test]
    fn boxes_of_one_name_are_read_as_one_list() {
        let query: ParamsMap = [("principle", "a"), ("q", "x,y"), ("principle", "b")]
            .into_iter()
            .collect();
        assert_eq!(every(&query, "principle").as_deref(), Some("a,b"));
        assert_eq!(every(&query, "q").as_deref(), Some("x,y"));
        assert_eq!(every(&query, "nothing"), None);
    }
}
