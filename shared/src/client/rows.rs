use crate::row::{Kind, Record, Row, RowKey};
use crate::scope::Scope;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;
use uuid::Uuid;

/// The place of a row of a known kind. Unlike [`RowKey`] it costs no allocation to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key {
    pub(super) scope: Scope,
    pub(super) kind: Kind,
    pub(super) id: Uuid,
}

impl Key {
    pub(super) fn read(key: &RowKey) -> Option<Self> {
        Some(Self {
            scope: key.scope,
            kind: Kind::from_word(&key.kind)?,
            id: key.id,
        })
    }

    pub(super) fn of(scope: Scope, record: &Record) -> Self {
        Self {
            scope,
            kind: record.kind(),
            id: record.id(),
        }
    }
}

/// The keys of all rows of one kind in one scope.
pub(super) fn kind_range(scope: Scope, kind: Kind) -> RangeInclusive<Key> {
    let at = |id| Key { scope, kind, id };
    at(Uuid::nil())..=at(Uuid::max())
}

/// The confirmed rows this version understands, decoded once. Storage keeps every row raw as well, so that what
/// this version does not understand waits there for one that does.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows(BTreeMap<Key, Arc<Record>>);

impl Rows {
    pub(super) fn get(&self, key: &Key) -> Option<&Arc<Record>> {
        self.0.get(key)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (&Key, &Arc<Record>)> {
        self.0.iter()
    }

    pub(super) fn of_kind(&self, scope: Scope, kind: Kind) -> impl Iterator<Item = (&Key, &Arc<Record>)> {
        self.0.range(kind_range(scope, kind))
    }

    /// Takes a row as the server has it, and says where, when the kind is known. A body that cannot be read
    /// counts as absent: an older state must not be shown for a newer one.
    pub(super) fn take(&mut self, scope: Scope, row: &Row) -> Option<Key> {
        let key = Self::place(scope, row)?;
        match row.record() {
            Some(record) => self.0.insert(key, Arc::new(record)),
            None => self.0.remove(&key),
        };
        Some(key)
    }

    pub(super) fn place(scope: Scope, row: &Row) -> Option<Key> {
        Some(Key {
            scope,
            kind: Kind::from_word(&row.kind)?,
            id: row.id,
        })
    }

    pub(super) fn keys_of(&self, scope: Scope) -> Vec<Key> {
        Kind::ALL
            .iter()
            .flat_map(|kind| self.of_kind(scope, *kind).map(|(key, _)| *key))
            .collect()
    }

    pub(super) fn remove(&mut self, key: &Key) {
        self.0.remove(key);
    }
}
