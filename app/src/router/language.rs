use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::{ParamSegment, PartialPathMatch, PathSegment, PossibleRouteMatch};
use shared::lang::Lang;

/// The first piece of every address: one of the languages of the hub, and nothing else.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LanguageSegment;

const ANY: ParamSegment = ParamSegment("lang");

impl PossibleRouteMatch for LanguageSegment {
    fn optional(&self) -> bool {
        ANY.optional()
    }

    fn test<'a>(&self, path: &'a str) -> Option<PartialPathMatch<'a>> {
        language_of(path)?;
        ANY.test(path)
    }

    fn generate_path(&self, path: &mut Vec<PathSegment>) {
        ANY.generate_path(path);
    }
}

/// The language that a path asks for; `None` when its first piece is no language.
pub(crate) fn language_of(path: &str) -> Option<Lang> {
    path.strip_prefix('/')?.split('/').next()?.parse().ok()
}

/// The language that the address asks for; `None` when its first piece is no language.
pub(crate) fn page_lang() -> Memo<Option<Lang>> {
    let pathname = use_location().pathname;
    Memo::new(move |_| pathname.with(|path| language_of(path)))
}

/// A path without its language: switching that is not a navigation, and the same rows are the page in each.
pub(crate) fn place_of(path: &str) -> String {
    path.trim_matches('/')
        .split_once('/')
        .map_or_else(String::new, |(_, place)| place.to_owned())
}
