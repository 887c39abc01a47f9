use super::{
    Buffer, Changes, Direction, Entry, ReadTxn, Span, Store, StoreError, Table, Transaction, WriteTxn,
};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

type Keys = BTreeMap<Vec<u8>, Arc<[u8]>>;

/// Everything that a [`MemoryStore`] held at one moment. Cheap to clone and to keep.
#[derive(Clone, Default)]
pub struct MemorySnapshot {
    tables: BTreeMap<Table, Arc<Keys>>,
}

/// A store without a disk, for tests and simulations. Same isolation as the one on disk.
///
/// On redb's own backend in memory a simulation takes more than twice the processor time, and a snapshot is a copy of
/// everything.
#[derive(Default)]
pub struct MemoryStore {
    committed: RwLock<MemorySnapshot>,
    writing: Mutex<()>,
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A store that begins with what was held at `snapshot`.
    #[must_use]
    pub fn of(snapshot: MemorySnapshot) -> Self {
        Self {
            committed: RwLock::new(snapshot),
            writing: Mutex::new(()),
        }
    }

    /// The last committed state.
    #[must_use]
    pub fn snapshot(&self) -> MemorySnapshot {
        self.committed
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Goes back to an earlier state, as restoring a backup does.
    pub fn restore(&self, snapshot: MemorySnapshot) {
        let _alone = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        *self.committed.write().unwrap_or_else(PoisonError::into_inner) = snapshot;
    }

    fn take_over(&self, changes: Changes) {
        let mut committed = self.committed.write().unwrap_or_else(PoisonError::into_inner);
        for (table, keys) in changes {
            // Copies the table only while somebody still reads the state before.
            let held = Arc::make_mut(committed.tables.entry(table).or_default());
            for (key, change) in keys {
                match change {
                    Some(value) => held.insert(key, value.into()),
                    None => held.remove(&key),
                };
            }
        }
    }
}

impl Store for MemoryStore {
    fn read(&self) -> Result<Box<dyn ReadTxn>, StoreError> {
        Ok(Box::new(self.snapshot()))
    }

    fn write(&self) -> Result<Box<dyn Transaction + '_>, StoreError> {
        // A panic while it was held left no half-made state behind: changes are taken over in one go.
        let alone = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(Box::new(MemoryTransaction {
            store: self,
            _alone: alone,
            buffer: Buffer::new(self.snapshot()),
        }))
    }
}

impl ReadTxn for MemorySnapshot {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let held = self.tables.get(&table).and_then(|keys| keys.get(key));
        Ok(held.map(|value| value.to_vec()))
    }

    fn range(
        &self,
        table: Table,
        span: &Span,
        direction: Direction,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let Some(keys) = self.tables.get(&table).filter(|_| !span.is_empty()) else {
            return Ok(Vec::new());
        };
        let entries = keys
            .range::<[u8], _>(span.bounds())
            .map(|(key, value)| (key.clone(), value.to_vec()));
        Ok(match direction {
            Direction::Forward => entries.take(limit).collect(),
            Direction::Backward => entries.rev().take(limit).collect(),
        })
    }
}

struct MemoryTransaction<'a> {
    store: &'a MemoryStore,
    _alone: MutexGuard<'a, ()>,
    buffer: Buffer<MemorySnapshot>,
}

impl ReadTxn for MemoryTransaction<'_> {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.buffer.get(table, key)
    }

    fn range(
        &self,
        table: Table,
        span: &Span,
        direction: Direction,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        self.buffer.range(table, span, direction, limit)
    }
}

impl WriteTxn for MemoryTransaction<'_> {
    fn put(&mut self, table: Table, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
        self.buffer.put(table, key, value)
    }

    fn delete(&mut self, table: Table, key: &[u8]) -> Result<(), StoreError> {
        self.buffer.delete(table, key)
    }
}

impl Transaction for MemoryTransaction<'_> {
    fn keep(&mut self) -> bool {
        self.buffer.keep()
    }

    fn undo(&mut self) {
        self.buffer.undo();
    }

    fn commit(self: Box<Self>) -> Result<(), StoreError> {
        let Self {
            store,
            _alone,
            buffer,
        } = *self;
        store.take_over(buffer.into_changes());
        Ok(())
    }
}
