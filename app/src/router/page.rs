use super::Page;
use crate::i18n::lang;
use crate::parts::{PageToCome, PartToCome, later};
use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;
use leptos_router::{ChooseView, NestedRoute, PossibleRouteMatch};
use shared::lang::Lang;
use std::fmt::Display;
use std::str::FromStr;
use std::sync::Arc;

/// The pieces of an address, in the form in which the router compares them.
pub(super) type Segments = Arc<dyn PossibleRouteMatch + Send + Sync>;

/// One line of the table of pages.
pub(super) struct Row {
    /// The address below the language; `:name` stands for one piece.
    #[cfg_attr(
        not(feature = "ssr"),
        expect(dead_code, reason = "the server's list of pages")
    )]
    pub(super) pattern: &'static str,
    /// The language and what follows it.
    pub(super) segments: fn() -> Segments,
    /// The page, with its part of the code.
    pub(super) page: fn() -> PageToCome,
    /// Has the part of the code fetched.
    pub(super) fetch: fn() -> PartToCome,
    /// The name of the part, as the manifest of the build has it.
    #[cfg(feature = "ssr")]
    pub(super) part: &'static str,
}

impl Row {
    /// The line as a route.
    ///
    /// The library's lazy routes would fetch the part as well, but a part that does not come ends the program there;
    /// `later` says so on the page, with a way to try again.
    pub(super) fn route(&self) -> NestedRoute<Segments, (), (), impl ChooseView + use<>> {
        let page = self.page;
        NestedRoute::new((self.segments)(), move || {
            // The router only drops the owner of a route that is left. A page holds on to its owner, for another try, so
            // that one has to be below the route's, which cleans it up.
            let owner = Owner::new();
            let view = owner.with(|| later(page));
            OwnedView::new_with_owner(view, owner)
        })
    }

    /// Whether the page is the one at this path, which begins with a slash and the language.
    pub(super) fn is_at(&self, path: &str) -> bool {
        pieces_at(&*(self.segments)(), path).is_some()
    }
}

/// The named pieces of a path without the language; `None` where the segments are others.
pub(super) fn pieces_at(segments: &dyn PossibleRouteMatch, path: &str) -> Option<Vec<String>> {
    let found = segments.test(path).filter(|found| found.is_complete())?;
    Some(
        found
            .params()
            .into_iter()
            .skip(1)
            .map(|(_, piece)| piece)
            .collect(),
    )
}

/// The next piece as what the page takes.
pub(super) fn read<T: FromStr>(pieces: &mut impl Iterator<Item = String>) -> Option<T> {
    pieces.next()?.parse().ok()
}

/// A pattern with its named pieces filled in, in their order.
pub(super) fn filled(pattern: &str, pieces: &[&dyn Display]) -> String {
    let mut pieces = pieces.iter();
    let mut path = String::new();
    for wanted in pattern.split('/').filter(|wanted| !wanted.is_empty()) {
        path.push('/');
        match wanted.strip_prefix(':').and_then(|_name| pieces.next()) {
            Some(piece) => path.push_str(&piece.to_string()),
            None => path.push_str(wanted),
        }
    }
    path
}

impl Page {
    /// The path in one language.
    #[must_use]
    pub fn path(&self, lang: Lang) -> String {
        format!("/{}{}", lang.code(), self.below_language())
    }
}

/// The address of a page in the current language; follows a switch.
pub(crate) fn href(page: Page) -> Signal<String> {
    Signal::derive(move || page.path(lang()))
}

/// The address of a page that itself follows signals.
pub(crate) fn href_of(page: impl Fn() -> Page + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(move || page().path(lang()))
}

/// Where a form without scripts sends the number of a certificate, in the current language: the server leads on from
/// there to the certificate.
pub(crate) fn certificate_lookup() -> Signal<String> {
    Signal::derive(move || format!("/{}/certificates", lang().code()))
}
