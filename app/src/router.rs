//! Every page of the app, from top to bottom: what the product can do.
//!
//! The language is the first part of each address and only a parameter: switching it rebuilds no page.

mod language;
mod links;
mod page;

pub(crate) use language::{language_of, page_lang};
pub(crate) use page::{certificate_lookup, href, href_of};

use crate::pages::not_found::NotFound;
use crate::parts;
use crate::parts::PartToCome;
use crate::shell::Shell;
use language::LanguageSegment;
use leptos::children::ToChildren as _;
use leptos::prelude::*;
use leptos::tachys::view::iterators::StaticVec;
use leptos_router::components::{FlatRoutes, FlatRoutesProps, RouteChildren, Router};
use leptos_router::hooks::use_location;
use leptos_router::params::ParamsMap;
use leptos_router::path;
use page::{Row, Segments, filled, pieces_at, read};
use shared::ids::ExperienceId;
use shared::lang::Lang;
use std::sync::Arc;

macro_rules! pages {
    ($(
        $(#[$said:meta])*
        $page:ident $(($($piece:ident: $of:ty),+))? = $pattern:tt => $view:ident;
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

        /// The table: the routes of the app, the list of pages that the server has, and the parts of the code follow
        /// from it. The first line that fits counts.
        const ROWS: &[Row] = &[$(Row {
            pattern: $pattern,
            segments: || -> Segments { Arc::new((LanguageSegment, path!($pattern))) },
            page: || Box::pin(parts::$view()),
            fetch: parts::fetching::$view,
            #[cfg(feature = "ssr")]
            part: parts::names::$view,
        }),*];
    };
}

pages! {
    /// What the hub is, and three doors.
    Home = "" => first_page;

    // Modules, lessons, quizzes, certificates and what one has done.
    /// The modules.
    Catalogue = "learn" => catalogue;
    /// A module, by slug.
    Module(module: String) = "learn/:module" => module;
    /// The quiz of a module, by slug.
    Quiz(module: String) = "learn/:module/quiz" => quiz;
    /// A lesson, by the slugs of module and lesson.
    Lesson(module: String, lesson: String) = "learn/:module/:lesson" => lesson;
    /// One's learning, experiences and bookmarks.
    Mine = "mine" => mine;
    /// A certificate, by number: to verify and to print.
    Certificate(number: String) = "certificates/:number" => certificate;

    // Experiences: reading, writing, validating.
    /// The experiences.
    Experiences = "experiences" => experiences;
    /// Begin an experience.
    WriteNew = "experiences/write" => write_new;
    /// Go on writing one.
    Write(experience: ExperienceId) = "experiences/write/:experience" => write;
    /// An experience, by slug.
    Experience(experience: String) = "experiences/:experience" => experience;
    /// What waits for the focal point.
    ValidationQueue = "validation" => validation_queue;
    /// One submission.
    ValidateOne(experience: ExperienceId) = "validation/:experience" => validate_one;

    /// The directory of the network.
    Network = "network" => directory;
    /// A collectivity, by slug.
    Collectivity(collectivity: String) = "network/:collectivity" => collectivity;
    /// Search over everything.
    Search = "search" => search;

    // Coming in, one's account, and what is saved where.
    /// Where the link of an invitation leads.
    Invitation = "invitation" => invitation;
    /// Sign in.
    SignIn = "sign-in" => sign_in;
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
    About = "about" => about;
    /// The words of the network.
    Glossary = "glossary" => glossary;
}

/// The app: its pages inside the shell, which stays mounted while pages and languages change.
#[component]
pub(crate) fn App() -> impl IntoView {
    if !cfg!(feature = "ssr") {
        links::leave_to_browser();
    }
    view! {
        <Router>
            <Shell />
        </Router>
    }
}

/// The page of the present address. It is built anew when another page follows, not when only a piece of the same
/// page's address changes.
#[component]
pub(crate) fn Pages() -> impl IntoView {
    if !cfg!(feature = "ssr") {
        links::complete_history();
    }
    let lang = page_lang();
    // An address without a language shows nothing: the shell leads on to the same address with one.
    let fallback = move || move || lang.get().map(|_| view! { <NotFound /> });
    let routes = || StaticVec::from(ROWS.iter().map(Row::route).collect::<Vec<_>>());
    FlatRoutes(
        FlatRoutesProps::builder()
            .fallback(fallback)
            .children(RouteChildren::to_children(routes))
            .build(),
    )
}

/// Has the part of the code fetched that the page at a path is in; `None` where there is no page.
pub(crate) fn fetch_part_at(path: &str) -> Option<PartToCome> {
    row_at(path).map(|row| (row.fetch)())
}

/// The addresses of all pages below the language; `:name` stands for one piece.
#[cfg(feature = "ssr")]
pub(crate) fn patterns() -> impl Iterator<Item = &'static str> {
    ROWS.iter().map(|row| row.pattern)
}

/// The name of the part of the page at an address below the language; `None` where the app has no page.
#[cfg(feature = "ssr")]
pub(crate) fn part_at(address: &str) -> Option<&'static str> {
    row_at(&below_any_language(address)).map(|row| row.part)
}

fn row_at(path: &str) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.is_at(path))
}

/// A path below the language as a whole one, in a language that does not matter.
fn below_any_language(path: &str) -> String {
    format!("/{}/{}", Lang::Ar.code(), path.trim_matches('/'))
}

/// What is asked after the question mark. The library's hook gives a copy that belongs to the route, and that stays behind
/// when the path changes within one route as well, as on a switch of the language.
pub(crate) fn use_query_map() -> Memo<ParamsMap> {
    use_location().query
}

/// All values of a name, as a form without scripts sends the boxes that are ticked, in one text between commas.
pub(crate) fn every(query: &ParamsMap, name: &str) -> Option<String> {
    query.get_all(name).map(|values| values.join(","))
}

/// The address of the hub, as links from elsewhere begin.
pub(crate) fn origin() -> String {
    #[cfg(feature = "ssr")]
    return crate::server::origin();
    #[cfg(not(feature = "ssr"))]
    window().location().origin().unwrap_or_default()
}
