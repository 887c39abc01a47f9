use super::Embedded;
use super::prediction::Predictions;
use super::rows::{Key, Rows, kind_range};
use crate::apply::View;
use crate::row::{Kind, Record, RecordType, RowKey};
use crate::scope::Scope;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use uuid::Uuid;

/// A predicted state of rows: `None` says that the row is deleted.
pub(super) type Changes = BTreeMap<Key, Option<Arc<Record>>>;

/// What was looked at, so that a prediction is made again only when that has changed.
#[derive(Clone, Debug, Default)]
pub(super) struct Reads {
    pub(super) keys: BTreeSet<Key>,
    pub(super) lists: BTreeSet<(Scope, Kind)>,
}

impl Reads {
    pub(super) fn join(&mut self, other: Self) {
        self.keys.extend(other.keys);
        self.lists.extend(other.lists);
    }

    pub(super) fn meet(&self, key: &Key) -> bool {
        self.keys.contains(key) || self.lists.contains(&(key.scope, key.kind))
    }
}

/// What the person sees: confirmed and embedded rows with their own changes predicted over them. What is written to it stays
/// in it, so that the rules can be tried out.
pub struct ClientView<'a> {
    confirmed: &'a Rows,
    embedded: &'a Embedded,
    predictions: &'a Predictions,
    written: Changes,
    reads: RefCell<Reads>,
}

impl<'a> ClientView<'a> {
    pub(super) fn new(confirmed: &'a Rows, embedded: &'a Embedded, predictions: &'a Predictions) -> Self {
        Self {
            confirmed,
            embedded,
            predictions,
            written: BTreeMap::new(),
            reads: RefCell::default(),
        }
    }

    /// The record of type `T` at this place.
    #[must_use]
    pub fn find<T: RecordType>(&self, scope: Scope, id: impl Into<Uuid>) -> Option<T> {
        let record = self.get(&RowKey::new(scope, T::KIND, id))?;
        T::of(&record).cloned()
    }

    /// All records of type `T` in a scope, in the order of their ids.
    #[must_use]
    pub fn all<T: RecordType>(&self, scope: Scope) -> Vec<T> {
        self.list(scope, T::KIND)
            .iter()
            .filter_map(|record| T::of(record).cloned())
            .collect()
    }

    pub(super) fn into_parts(self) -> (Changes, Reads) {
        (self.written, self.reads.into_inner())
    }

    fn look_up(&self, key: &Key) -> Option<&Arc<Record>> {
        let change = self.written.get(key).or_else(|| self.predictions.change(key));
        let base = || self.confirmed.get(key).or_else(|| self.embedded.record(key));
        change.map_or_else(base, Option::as_ref)
    }
}

impl View for ClientView<'_> {
    fn get(&self, key: &RowKey) -> Option<Record> {
        let key = Key::read(key)?;
        self.reads.borrow_mut().keys.insert(key);
        self.look_up(&key).map(|record| record.as_ref().clone())
    }

    fn list(&self, scope: Scope, kind: Kind) -> Vec<Record> {
        self.reads.borrow_mut().lists.insert((scope, kind));
        let confirmed = self.confirmed.of_kind(scope, kind);
        let mut rows: BTreeMap<Key, Option<&Arc<Record>>> = self
            .embedded
            .records(scope, kind)
            .chain(confirmed)
            .map(|(key, record)| (*key, Some(record)))
            .collect();
        let written = self.written.range(kind_range(scope, kind));
        for (key, change) in self.predictions.of_kind(scope, kind).chain(written) {
            rows.insert(*key, change.as_ref());
        }
        rows.into_values()
            .flatten()
            .map(|record| record.as_ref().clone())
            .collect()
    }

    fn put(&mut self, scope: Scope, record: Record) {
        self.written
            .insert(Key::of(scope, &record), Some(Arc::new(record)));
    }

    fn delete(&mut self, key: &RowKey) {
        if let Some(key) = Key::read(key) {
            self.written.insert(key, None);
        }
    }
}
