//! The rows that came with the page: read until the replica holds what they were taken from.

use super::remembering::is_anybody_remembered;
use super::{Inner, Replica, inner};
use crate::ids;
use leptos::prelude::*;
use shared::client::EmbeddedReplica;
use shared::json;
use shared::scope::Scope;
use shared::wire::EmbeddedRows;

/// The element in which the server put them.
const ELEMENT: &str = "page-rows";

/// Takes the rows that came with the page, and says whether there are any. Not where somebody is signed in on this
/// device: the page was written for a visitor, and would be shown for a moment as if they had left.
pub(crate) fn borrow_rows_of_page() -> bool {
    let Some(element) = document().get_element_by_id(ELEMENT) else {
        return false;
    };
    element.remove();
    let rows = element.text_content().filter(|_| !is_anybody_remembered());
    let Some(page) = rows.and_then(|text| json::from_str::<EmbeddedRows>(&text).ok()) else {
        return false;
    };
    let embedded = EmbeddedReplica::of(page);
    let is_any = !embedded.is_empty();
    let inner = inner();
    inner.embedded.replace(embedded);
    inner.embedded_at.set(ids::now());
    inner.embedded_for.replace(page_of(&inner.path_on_show()));
    is_any
}

impl Inner {
    /// Gives back what the client holds by now.
    pub(super) fn give_back_what_is_held(&self) {
        let is_any = !self.embedded.borrow().is_empty();
        if is_any {
            let since = self.embedded_at.get();
            let places = self.embedded.borrow_mut().give_back(&self.client.borrow(), since);
            if !places.is_empty() {
                self.notifier.tell_of(&places);
            }
        }
    }

    /// Whether there are rows on show that the client may hold in a moment.
    pub(super) fn is_embedded_and_coming(&self) -> bool {
        !self.embedded.borrow().is_empty() && self.is_online_untracked()
    }

    /// Whether the embedded rows of a scope are all that the page on show needs of it: the server rendered this very page
    /// from them. On another page rows may be missing that exist.
    pub(super) fn embeds(&self, scope: Scope) -> bool {
        let embedded = self.embedded.borrow();
        embedded.embed(scope) && page_of(&self.path_on_show()) == *self.embedded_for.borrow()
    }

    /// The same, tracked.
    pub(super) fn embeds_tracked(&self, scope: Scope) -> bool {
        if self.embedded.borrow().embed(scope)
            && let Some(pathname) = self.pathname.get()
        {
            pathname.track();
        }
        self.embeds(scope)
    }

    /// The path of the page on show; before there is a router, the one in the browser's bar.
    fn path_on_show(&self) -> String {
        match self.pathname.get() {
            Some(pathname) => pathname.get_untracked(),
            None => window().location().pathname().unwrap_or_default(),
        }
    }
}

impl Replica {
    /// Follows the path of the page on show, for as long as the app lives.
    pub(crate) fn follow_path(self, pathname: Memo<String>) {
        inner().pathname.set(Some(pathname));
    }
}

/// The path without its language: the same rows are the page in each.
fn page_of(path: &str) -> String {
    path.trim_matches('/')
        .split_once('/')
        .map_or("", |(_, page)| page)
        .to_owned()
}
