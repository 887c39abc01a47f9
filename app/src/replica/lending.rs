//! The rows that came with the page: read until the replica holds what they were taken from.

use super::remembering::is_anybody_remembered;
use super::{Inner, inner};
use crate::ids;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use shared::client::LentRows;
use shared::json;
use shared::wire::PageRows;

/// The element in which the server put them.
const ELEMENT: &str = "page-rows";

/// How often it is looked whether the replica holds what was lent.
const LOOK_EVERY_MS: u32 = 50;

/// Takes the rows that came with the page, and says whether there are any. Not where somebody is signed in on this
/// device: the page was written for a visitor, and would be shown for a moment as if they had left.
pub(crate) fn borrow_rows_of_page() -> bool {
    let Some(element) = document().get_element_by_id(ELEMENT) else {
        return false;
    };
    element.remove();
    let rows = element.text_content().filter(|_| !is_anybody_remembered());
    let Some(page) = rows.and_then(|text| json::from_str::<PageRows>(&text).ok()) else {
        return false;
    };
    let lent = LentRows::of(page);
    let is_any = !lent.is_empty();
    let inner = inner();
    inner.lent.replace(lent);
    inner.lent_at.set(ids::now());
    is_any
}

impl Inner {
    /// Gives back what the client holds by now.
    pub(super) fn give_back_what_is_held(&self) {
        let is_any = !self.lent.borrow().is_empty();
        if is_any {
            let since = self.lent_at.get();
            let places = self.lent.borrow_mut().give_back(&self.client.borrow(), since);
            if !places.is_empty() {
                self.notifier.tell_of(&places);
            }
        }
    }

    /// Waits until the client holds what is shown of these rows, as long as there is a network to bring it: changes
    /// are predicted from what the client holds.
    pub(super) async fn until_it_holds_what_was_lent(&self) {
        while !self.lent.borrow().is_empty() && self.is_online_untracked() {
            TimeoutFuture::new(LOOK_EVERY_MS).await;
        }
    }
}
