use super::View;
use crate::row::{Kind, Record, RowKey};
use crate::scope::Scope;
use std::collections::BTreeMap;

/// Changes held over a view without touching it: dropped after a refusal, written out after success.
pub struct Overlay<'a> {
    below: &'a dyn View,
    changes: BTreeMap<RowKey, Option<Record>>,
}

impl<'a> Overlay<'a> {
    /// An overlay without changes.
    #[must_use]
    pub fn new(below: &'a dyn View) -> Self {
        Self {
            below,
            changes: BTreeMap::new(),
        }
    }

    /// The changes, by key; `None` deletes.
    #[must_use]
    pub fn into_changes(self) -> BTreeMap<RowKey, Option<Record>> {
        self.changes
    }
}

impl View for Overlay<'_> {
    fn get(&self, key: &RowKey) -> Option<Record> {
        match self.changes.get(key) {
            Some(change) => change.clone(),
            None => self.below.get(key),
        }
    }

    fn list(&self, scope: Scope, kind: Kind) -> Vec<Record> {
        let mut rows: BTreeMap<RowKey, Record> = self
            .below
            .list(scope, kind)
            .into_iter()
            .map(|record| (RowKey::of(scope, &record), record))
            .collect();
        for (key, change) in self
            .changes
            .iter()
            .filter(|(key, _)| key.scope == scope && key.kind == kind.word())
        {
            match change {
                Some(record) => {
                    rows.insert(key.clone(), record.clone());
                }
                None => {
                    rows.remove(key);
                }
            }
        }
        rows.into_values().collect()
    }

    fn put(&mut self, scope: Scope, record: Record) {
        self.changes.insert(RowKey::of(scope, &record), Some(record));
    }

    fn delete(&mut self, key: &RowKey) {
        self.changes.insert(key.clone(), None);
    }
}
