use super::{Direction, Entry, ReadTxn, Span, StoreError, Table, WriteTxn};
use std::collections::BTreeMap;

/// Writes by table and key; `None` deletes.
pub type Changes = BTreeMap<Table, BTreeMap<Vec<u8>, Option<Vec<u8>>>>;

/// One write: where, and the change that was held for it before, if any.
type Replaced = (Table, Vec<u8>, Option<Option<Vec<u8>>>);

/// Writes held over a reading without touching it: dropped when the work fails, handed on when it succeeds.
pub struct Buffer<R> {
    below: R,
    changes: Changes,
    /// What [`Buffer::undo`] puts back, the oldest first: for each write the change that it replaced.
    replaced: Vec<Replaced>,
}

impl<R: ReadTxn> Buffer<R> {
    /// A buffer without writes.
    #[must_use]
    pub const fn new(below: R) -> Self {
        Self {
            below,
            changes: Changes::new(),
            replaced: Vec::new(),
        }
    }

    /// The writes so far.
    #[must_use]
    pub fn into_changes(self) -> Changes {
        self.changes
    }

    /// As [`super::Transaction::keep`].
    pub fn keep(&mut self) -> bool {
        let has_writes = !self.replaced.is_empty();
        self.replaced.clear();
        has_writes
    }

    /// As [`super::Transaction::undo`].
    pub fn undo(&mut self) {
        while let Some((table, key, before)) = self.replaced.pop() {
            let keys = self.changes.entry(table).or_default();
            match before {
                Some(change) => keys.insert(key, change),
                None => keys.remove(&key),
            };
        }
    }

    fn change(&mut self, table: Table, key: &[u8], change: Option<Vec<u8>>) {
        let keys = self.changes.entry(table).or_default();
        let before = keys.insert(key.to_vec(), change);
        self.replaced.push((table, key.to_vec(), before));
    }
}

impl<R: ReadTxn> ReadTxn for Buffer<R> {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        match self.changes.get(&table).and_then(|keys| keys.get(key)) {
            Some(change) => Ok(change.clone()),
            None => self.below.get(table, key),
        }
    }

    fn range(
        &self,
        table: Table,
        span: &Span,
        direction: Direction,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        if span.is_empty() {
            return Ok(Vec::new());
        }
        let changed: Vec<_> = self
            .changes
            .get(&table)
            .map(|keys| keys.range::<[u8], _>(span.bounds()).collect())
            .unwrap_or_default();
        if changed.is_empty() {
            return self.below.range(table, span, direction, limit);
        }
        // Each change can hide at most one entry below, so this many fill the limit before any gap could show.
        let enough = limit.saturating_add(changed.len());
        let below = self.below.range(table, span, direction, enough)?;
        let mut merged: BTreeMap<Vec<u8>, Vec<u8>> = below.into_iter().collect();
        for (key, change) in changed {
            match change {
                Some(value) => merged.insert(key.clone(), value.clone()),
                None => merged.remove(key),
            };
        }
        let entries = merged.into_iter();
        Ok(match direction {
            Direction::Forward => entries.take(limit).collect(),
            Direction::Backward => entries.rev().take(limit).collect(),
        })
    }
}

impl<R: ReadTxn> WriteTxn for Buffer<R> {
    fn put(&mut self, table: Table, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
        self.change(table, key, Some(value.to_vec()));
        Ok(())
    }

    fn delete(&mut self, table: Table, key: &[u8]) -> Result<(), StoreError> {
        self.change(table, key, None);
        Ok(())
    }
}
