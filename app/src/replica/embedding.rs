//! The rows that came with the page: read until the replica holds what they were taken from.

use super::reading::Replica;
use super::remembering::is_anybody_remembered;
use super::state::inner;
use crate::ids;
use leptos::prelude::*;
use shared::client::Embedded;
use shared::json;
use shared::wire::EmbeddedRows;

/// The element in which the server put them.
const ELEMENT: &str = "page-rows";

/// Takes the rows that came with the page, and says whether there are any. Not where somebody is signed in on this
/// device: the page was written for a visitor, and would be shown for a moment as if they had left.
pub(crate) fn take_rows_of_page() -> bool {
    let Some(element) = document().get_element_by_id(ELEMENT) else {
        return false;
    };
    element.remove();
    let rows = element.text_content().filter(|_| !is_anybody_remembered());
    let Some(page) = rows.and_then(|text| json::from_str::<EmbeddedRows>(&text).ok()) else {
        return false;
    };
    let embedded = Embedded::of(page, ids::now());
    let is_any = !embedded.is_empty();
    inner().rows.show_page(embedded);
    is_any
}

impl Replica {
    /// Follows the path of the page on show, for as long as the app lives.
    pub(crate) fn follow_path(self, pathname: Memo<String>) {
        inner().rows.follow_path(pathname);
    }
}
