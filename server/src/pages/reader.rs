//! What a page reads while the app's components write it: the rows that a visitor may read, all of one state of the
//! store. What was read is remembered, because it is exactly what the page embeds for the app.

use super::embedded::RowsToEmbed;
use super::public_rows::PublicRows;
use crate::authority;
use crate::certificates::verified;
use crate::row_store::{self, Named};
use crate::state::Server;
use crate::store::{ReadTxn, StoreError};
use app::server::{Published, RowReader};
use shared::ids::{CollectivityId, ExperienceId};
use shared::lang::Lang;
use shared::records::{Collectivity, ExperienceCard, Identity};
use shared::row::{Kind, Record, RecordType, RowKey};
use shared::scope::Scope;
use shared::wire::{SearchAnswer, VerifiedCertificate};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use uuid::Uuid;

/// Reads for one page.
pub(super) struct PageReader {
    server: Server,
    txn: Rc<dyn ReadTxn>,
    /// For each scope that was asked for, whether a visitor may read it.
    scopes: RefCell<BTreeMap<Scope, bool>>,
    embedded: RefCell<RowsToEmbed>,
    /// How many published experiences the page speaks of, shown or not.
    published: Cell<usize>,
    /// The first failure. The page that was written after it is thrown away.
    failure: RefCell<Option<StoreError>>,
}

impl PageReader {
    pub(super) fn new(server: Server, txn: Rc<dyn ReadTxn>) -> Self {
        Self {
            server,
            txn,
            scopes: RefCell::new(BTreeMap::from([(Scope::Public, true)])),
            embedded: RefCell::default(),
            published: Cell::default(),
            failure: RefCell::default(),
        }
    }

    /// What was read, once the page is written: the scopes on show, and the rows as JSON where they are not too many.
    ///
    /// # Errors
    /// The store could not be read, now or while the page was written.
    pub(super) fn finish(&self) -> Result<(BTreeSet<Scope>, Option<String>), StoreError> {
        if let Some(failure) = self.failure.borrow_mut().take() {
            return Err(failure);
        }
        let scopes = self.scopes.borrow();
        let shown = scopes.iter().filter(|(_, may)| **may).map(|(scope, _)| *scope);
        let embedded = self.embedded.borrow();
        // The app counts what it holds: with some of many rows it would say less than the page does.
        let is_enough = embedded.count(Scope::Public, Kind::ExperienceCard) >= self.published.get();
        let rows = if is_enough {
            embedded.to_json(&*self.txn)?
        } else {
            None
        };
        Ok((shown.collect(), rows))
    }

    fn record<T: RecordType>(&self, scope: Scope, id: impl Into<Uuid>) -> Option<T> {
        let record = self.find(scope, T::KIND, id.into())?;
        T::of(&record).cloned()
    }

    /// What a lookup in the public scope finds. Its row is embedded.
    fn public<T>(&self, look: impl FnOnce(&PublicRows) -> Option<T>) -> Option<T> {
        self.or_fail(self.server.pages.rows(&*self.txn).map(|rows| look(&rows)))
    }

    /// The answer, or its default after a failure, which is kept.
    fn or_fail<T: Default>(&self, answer: Result<T, StoreError>) -> T {
        answer.unwrap_or_else(|failure| {
            self.failure.borrow_mut().get_or_insert(failure);
            T::default()
        })
    }
}

impl RowReader for PageReader {
    fn find(&self, scope: Scope, kind: Kind, id: Uuid) -> Option<Record> {
        if !self.may_read(scope) {
            return None;
        }
        self.embedded.borrow_mut().note(scope, kind, id);
        self.or_fail(row_store::record(&*self.txn, &RowKey::new(scope, kind, id)))
    }

    fn list(&self, scope: Scope, kind: Kind) -> Vec<Record> {
        if !self.may_read(scope) {
            return Vec::new();
        }
        let records = self.or_fail(row_store::records(&*self.txn, scope, kind));
        let mut embedded = self.embedded.borrow_mut();
        for record in &records {
            embedded.note(scope, kind, record.id());
        }
        records
    }

    fn may_read(&self, scope: Scope) -> bool {
        if let Some(may) = self.scopes.borrow().get(&scope) {
            return *may;
        }
        let may = self.or_fail(authority::may_read(&*self.txn, &Identity::visitor(), scope));
        self.scopes.borrow_mut().insert(scope, may);
        may
    }

    fn region(&self, code: &str) -> Option<Collectivity> {
        let id = self.public(|rows| rows.region(code).map(|region| region.id))?;
        self.record(Scope::Public, id)
    }

    fn collectivity_at(&self, slug: &str) -> Option<Collectivity> {
        let id = self.or_fail(row_store::find_named(&*self.txn, Named::Collectivity, slug))?;
        let is_public = self
            .public(|rows| rows.collectivity(CollectivityId(id)).map(|_| ()))
            .is_some();
        let scope = if is_public {
            Scope::Public
        } else {
            Scope::Directory
        };
        self.record(scope, id)
    }

    fn experience_at(&self, slug: &str) -> Option<ExperienceId> {
        let id = self.or_fail(row_store::find_named(&*self.txn, Named::Experience, slug))?;
        let id = ExperienceId(id);
        self.may_read(Scope::Experience(id)).then_some(id)
    }

    fn newest(&self, of: Option<CollectivityId>, most: usize) -> Vec<ExperienceCard> {
        self.or_fail(row_store::published(&*self.txn, of, 0, most))
            .into_iter()
            .filter_map(|one| self.record(Scope::Public, one.id))
            .collect()
    }

    fn published(&self) -> Vec<Published> {
        let published = self.or_fail(self.server.pages.published(&*self.txn));
        self.published.set(published.len());
        published
    }

    fn search(&self, question: &str, lang: Lang) -> SearchAnswer {
        self.or_fail(self.server.search.answer(&*self.txn, question, lang))
    }

    fn certificate(&self, number: &str) -> Option<VerifiedCertificate> {
        self.or_fail(verified(&*self.txn, number))
    }
}
