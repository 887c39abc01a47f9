//! The app: what is shown at each address.

mod links;
mod row;

use crate::pages::not_found::NotFound;
use crate::pages::parts;
use crate::parts::PartToCome;
#[cfg(feature = "ssr")]
use crate::router::below_any_language;
use crate::router::{LanguageSegment, Segments, page_lang, with_pages};
use crate::shell::Shell;
use leptos::children::ToChildren as _;
use leptos::prelude::*;
use leptos::tachys::view::iterators::StaticVec;
use leptos_router::components::{FlatRoutes, FlatRoutesProps, RouteChildren, Router};
use leptos_router::path;
use row::Row;
use std::sync::Arc;

macro_rules! row_of_each_line {
    (@is public) => { true };
    (@is) => { false };
    ($(
        $(#[$said:meta])*
        $page:ident $(($($piece:ident: $of:ty),+))? = $pattern:tt => $view:ident $(, $public:ident)?;
    )*) => {
        const ROWS: &[Row] = &[$(Row {
            pattern: $pattern,
            segments: || -> Segments { Arc::new((LanguageSegment, path!($pattern))) },
            page: || Box::pin(parts::$view()),
            fetch: parts::fetching::$view,
            is_public: row_of_each_line!(@is $($public)?),
            #[cfg(feature = "ssr")]
            part: parts::names::$view,
        }),*];
    };
}

with_pages!(row_of_each_line);

/// The app: its pages inside the shell, which stays mounted while pages and languages change.
#[component]
pub(crate) fn App() -> impl IntoView {
    if !cfg!(feature = "ssr") {
        links::leave_to_browser();
    }
    view! {
        <Router>
            <Shell>
                <Pages />
            </Shell>
        </Router>
    }
}

/// The page of the present address. It is built anew when another page follows, not when only a piece of the same
/// page's address changes.
#[component]
fn Pages() -> impl IntoView {
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

/// Whether the page at a path needs more than the first words of a language.
pub(crate) fn needs_later_words(path: &str) -> bool {
    row_at(path).is_some_and(|row| !row.is_public)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::router::Page;
    use leptos_router::{MatchInterface as _, MatchParams as _, RouteDefs};
    use shared::lang::Lang;

    /// One address of each line of the table, with pieces that every page takes.
    fn addresses() -> impl Iterator<Item = (usize, String)> {
        ROWS.iter().enumerate().map(|(line, row)| {
            let piece = |piece: &str| match piece.strip_prefix(':') {
                Some("number") => "MTQ-2026-2222-2222".to_owned(),
                Some("edition") => "2.1".to_owned(),
                Some(_)
                    if ["experiences/write", "validation", "teach"]
                        .iter()
                        .any(|area| row.pattern.starts_with(area)) =>
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
}
