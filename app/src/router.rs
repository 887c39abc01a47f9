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
use leptos_router::NavigateOptions;
use leptos_router::components::{FlatRoutes, FlatRoutesProps, RouteChildren, Router};
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::params::ParamsMap;
use leptos_router::path;
use page::{Row, Segments, filled, pieces_at, read};
use shared::ids::ExperienceId;
use shared::lang::Lang;
use shared::records::EditionNumber;
use std::sync::Arc;

macro_rules! pages {
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
                    $(Self::$page { .. } => pages!(@is $($public)?),)*
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
    return crate::server::origin();
    #[cfg(not(feature = "ssr"))]
    window().location().origin().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos_router::{MatchInterface as _, MatchParams as _, RouteDefs};

    /// One address of each line of the table, with pieces that every page takes.
    fn addresses() -> impl Iterator<Item = (usize, String)> {
        ROWS.iter().enumerate().map(|(line, row)| {
            let piece = |piece: &str| match piece.strip_prefix(':') {
                Some("number") => "MTQ-2026-2222-2222".to_owned(),
                Some("edition") => "2.1".to_owned(),
                Some(_)
                    if row.pattern.starts_with("experiences/write")
                        || row.pattern.starts_with("validation") =>
                {
                    "01890a5d-ac96-774b-bcce-b302099a8057".to_owned()
                }
                Some(name) => format!("a-{name}"),
                None => piece.to_owned(),
            };
            let pieces: Vec<String> = row.pattern.split('/').map(piece).collect();
            (line, pieces.join("/"))
        })
    }

    #[test]
    fn each_page_has_a_route_of_its_own_in_each_language() {
        let routes: Vec<_> = ROWS.iter().map(Row::route).collect();
        let ids: Vec<_> = routes
            .iter()
            .zip(addresses())
            .map(|(route, (_, address))| {
                let own = RouteDefs::new(route.clone());
                own.match_route(&format!("/ar/{address}"))
                    .map(|found| found.as_id())
            })
            .collect();
        let all = RouteDefs::new(StaticVec::from(routes));
        for (line, address) in addresses() {
            let page = Page::at(&address).unwrap_or_else(|| panic!("{address}"));
            for lang in Lang::ALL {
                let path = page.path(lang);
                assert_eq!(
                    path.trim_end_matches('/'),
                    format!("/{}/{address}", lang.code()).trim_end_matches('/')
                );
                let found = all.match_route(&path).unwrap_or_else(|| panic!("{path}"));
                assert_eq!(Some(found.as_id()), ids[line], "{path}");
                let named: Vec<_> = found.to_params().into_iter().skip(1).collect();
                let wanted = ROWS[line].pattern.split('/').zip(address.split('/'));
                let wanted: Vec<_> = wanted
                    .filter_map(|(name, piece)| {
                        Some((name.strip_prefix(':')?.to_owned().into(), piece.to_owned()))
                    })
                    .collect();
                assert_eq!(named, wanted, "{path}");
                assert!(all.match_route(&format!("{path}/")).is_some(), "{path}/");
            }
        }
    }

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
    fn other_addresses_lead_to_no_page() {
        let nowhere = [
            "/xx/learn",
            "/learn",
            "/",
            "",
            "ar/learn",
            "/ar/nothing",
            "/ar/mine/x",
            "/ar/learn//x",
            "/ar/learning",
        ];
        for path in nowhere {
            assert!(row_at(path).is_none(), "{path}");
        }
        // The page says that there is no such draft; a link to it cannot be made.
        assert!(row_at("/ar/experiences/write/1").is_some());
        assert_eq!(Page::at("experiences/write/1"), None);
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
