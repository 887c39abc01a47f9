//! Where the components read rows while the server writes a page.

use crate::facets::Published;
use shared::ids::{CollectivityId, ExperienceId};
use shared::lang::Lang;
use shared::records::{Collectivity, ExperienceCard};
use shared::row::{Kind, Record};
use shared::scope::Scope;
use shared::wire::{SearchAnswer, VerifiedCertificate};
use std::cell::RefCell;
use std::rc::Rc;
use uuid::Uuid;

/// Rows that a visitor may read, all of one state of the store.
pub trait RowReader {
    /// The record of this kind at this place; `None` where there is none or a visitor may not read the scope.
    fn find(&self, scope: Scope, kind: Kind, id: Uuid) -> Option<Record>;

    /// All records of a kind in a scope, in the order of their ids; none where a visitor may not read the scope.
    fn list(&self, scope: Scope, kind: Kind) -> Vec<Record>;

    /// Whether a visitor may read the scope.
    fn may_read(&self, scope: Scope) -> bool;

    /// The region with this code, `01` to `12`.
    fn region(&self, code: &str) -> Option<Collectivity>;

    /// The collectivity with this slug, a member or another one of the national list.
    fn collectivity_at(&self, slug: &str) -> Option<Collectivity>;

    /// The id of the experience with this slug, provided that a visitor may read it.
    fn experience_at(&self, slug: &str) -> Option<ExperienceId>;

    /// At most so many cards of published experiences, of all or of one collectivity, the newest first.
    fn newest(&self, of: Option<CollectivityId>, most: usize) -> Vec<ExperienceCard>;

    /// Every published experience as the filters look at it, the newest first.
    fn published(&self) -> Vec<Published>;

    /// What a question finds, in the best language for a reader of `lang`.
    fn search(&self, question: &str, lang: Lang) -> SearchAnswer;

    /// The certificate with this number, as it is printed.
    fn certificate(&self, number: &str) -> Option<VerifiedCertificate>;
}

thread_local! {
    static ROWS: RefCell<Option<Rc<dyn RowReader>>> = const { RefCell::new(None) };
    static ORIGIN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From now on this thread renders a page of the hub at this address from these rows.
pub(crate) fn begin(origin: &str, rows: Rc<dyn RowReader>) {
    ORIGIN.set(origin.to_owned());
    ROWS.set(Some(rows));
}

/// The page is rendered.
pub(crate) fn end() {
    ROWS.set(None);
}

/// The address of the hub.
pub(crate) fn origin() -> String {
    ORIGIN.with_borrow(Clone::clone)
}

/// The rows of the page that this thread renders now.
pub(crate) fn rows() -> Option<Rc<dyn RowReader>> {
    ROWS.with_borrow(Clone::clone)
}
