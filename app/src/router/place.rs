use super::PAGES;
use super::location::{path_on_show, use_location};
use super::params::ParamsMap;
use crate::pages::not_found::NotFound;
use crate::parts::{PartToCome, later};
use leptos::prelude::*;

/// Where an address leads: the index of its page in [`PAGES`], and its pieces with what they are called there.
#[derive(Clone, Debug, PartialEq)]
struct Place {
    page: usize,
    pieces: Vec<(&'static str, String)>,
}

/// What the pieces of the page's address are called.
#[derive(Clone, Copy)]
struct Params(Memo<ParamsMap>);

/// The page of the present address. It is built anew when another page follows, not when only a piece of the same
/// page's address changes.
#[component]
pub(crate) fn Pages() -> impl IntoView {
    let pathname = use_location().pathname;
    let place = Memo::new(move |_| pathname.with(|path| place_at(path)));
    let page = Memo::new(move |_| place.with(|place| place.as_ref().map(|place| place.page)));
    move || {
        let shown = page.get();
        // A page that is about to leave keeps the pieces of its own address to the end.
        let params = Memo::new(move |before: Option<&ParamsMap>| {
            place.with(|place| match place {
                Some(place) if Some(place.page) == shown => params_of(place),
                _ => before.cloned().unwrap_or_default(),
            })
        });
        provide_context(Params(params));
        match shown.and_then(|page| PAGES.get(page)) {
            Some((_, page, _)) => later(*page).into_any(),
            None => view! { <NotFound /> }.into_any(),
        }
    }
}

/// Has the part of the present address's page fetched, where there is one, before the page is shown.
pub(crate) fn part_on_show() -> Option<PartToCome> {
    let place = place_at(&path_on_show())?;
    PAGES.get(place.page).map(|(_, _, fetch)| fetch())
}

/// The addresses of all pages below the language; `:name` stands for one piece.
#[cfg(feature = "ssr")]
pub(crate) fn patterns() -> impl Iterator<Item = &'static str> {
    PAGES.iter().map(|(pattern, ..)| *pattern)
}

/// The name of the part of the page at an address below the language; `None` where the app has no page.
#[cfg(feature = "ssr")]
pub(crate) fn part_at(address: &str) -> Option<&'static str> {
    let place = place_at(&format!("/-/{}", address.trim_matches('/')))?;
    super::PARTS.get(place.page).copied()
}

/// The named pieces of the page's address.
pub(crate) fn use_params_map() -> Memo<ParamsMap> {
    use_context::<Params>().map_or_else(|| Memo::new(|_| ParamsMap::default()), |params| params.0)
}

fn place_at(path: &str) -> Option<Place> {
    let path = path.trim_matches('/');
    let rest = path.split_once('/').map_or("", |(_language, rest)| rest);
    PAGES.iter().enumerate().find_map(|(page, (pattern, ..))| {
        let pieces = pieces_of(pattern, rest)?;
        Some(Place { page, pieces })
    })
}

/// The map unescapes what it takes.
fn params_of(place: &Place) -> ParamsMap {
    let mut params = ParamsMap::default();
    for (name, piece) in &place.pieces {
        params.insert(name, piece);
    }
    params
}

fn pieces_of(pattern: &'static str, address: &str) -> Option<Vec<(&'static str, String)>> {
    let mut named = Vec::new();
    let mut pieces = address.split('/');
    for wanted in pattern.split('/') {
        let piece = pieces.next()?;
        match wanted.strip_prefix(':') {
            Some(name) if !piece.is_empty() => named.push((name, piece.to_owned())),
            None if wanted == piece => {}
            _ => return None,
        }
    }
    pieces.next().is_none().then_some(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern_at(path: &str) -> Option<&'static str> {
        place_at(path)
            .and_then(|place| PAGES.get(place.page))
            .map(|(pattern, ..)| *pattern)
    }

    #[test]
    fn an_address_leads_to_its_page_and_to_no_other() {
        assert_eq!(pattern_at("/ar"), Some(""));
        assert_eq!(pattern_at("/ar/"), Some(""));
        assert_eq!(
            pattern_at("/fr/learn/first-30-days/quiz"),
            Some("learn/:module/quiz")
        );
        assert_eq!(
            pattern_at("/fr/learn/first-30-days/week-one"),
            Some("learn/:module/:lesson")
        );
        assert_eq!(pattern_at("/en/experiences/write"), Some("experiences/write"));
        assert_eq!(
            pattern_at("/en/experiences/tinghir"),
            Some("experiences/:experience")
        );
        assert_eq!(pattern_at("/en/mine/x"), None);
        assert_eq!(pattern_at("/en/learn//x"), None);
        assert_eq!(pattern_at("/en/nothing"), None);
    }

    #[test]
    fn every_page_can_be_reached() {
        for (pattern, ..) in PAGES {
            let address = format!("/ar/{}", pattern.replace(':', "a-"));
            assert_eq!(pattern_at(&address), Some(*pattern), "{address}");
        }
    }
}
