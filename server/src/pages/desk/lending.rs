//! What the page lends to the app of what it is written from.

use super::Desk;
use crate::store::StoreError;
use shared::records::{Collectivity, ModuleCard};
use shared::row::RecordType;
use shared::scope::Scope;
use shared::vocabulary::CollectivityKind;
use uuid::Uuid;

impl Desk<'_> {
    /// Lends the app a row that it shows on this page.
    pub(super) fn lend<T: RecordType>(&mut self, scope: Scope, id: impl Into<Uuid>) {
        // Nothing of a scope that was not asked about leaves the server, and the page goes when what it lends changes.
        if self.shows.contains(&scope) {
            self.lent.note(scope, T::KIND, id.into());
        }
    }

    /// Lends the app all rows of a scope that may be shown.
    pub(super) fn lend_whole(&mut self, scope: Scope) {
        if self.shows.contains(&scope) {
            self.lent.note_whole(scope);
        }
    }

    /// Lends the app the cards of all modules: it says of each what the reader has done, and what comes next.
    pub(in crate::pages) fn lend_modules(&mut self) {
        for card in self.public.modules() {
            self.lend::<ModuleCard>(Scope::Public, card.id);
        }
    }

    /// Lends the app all members of the network.
    pub(in crate::pages) fn lend_members(&mut self) {
        for member in self.public.members() {
            self.lend::<Collectivity>(Scope::Public, member.id);
        }
    }

    /// Lends the app the regions, which it offers as a filter.
    pub(in crate::pages) fn lend_regions(&mut self) {
        let is_region = |member: &&Collectivity| member.kind == CollectivityKind::Region;
        for region in self.public.members().filter(is_region) {
            self.lend::<Collectivity>(Scope::Public, region.id);
        }
    }

    /// Lends nothing: what the app would make of a part is less than the page says.
    pub(in crate::pages) fn lend_nothing(&mut self) {
        self.lent.withhold();
    }

    /// What the page lends, as JSON; `None` when it is too much for a page.
    pub(in crate::pages) fn lent(&self) -> Result<Option<String>, StoreError> {
        self.lent.to_json(self.txn)
    }
}
