use crate::store::{Direction, Entry, ReadTxn, Span, StoreError, Table, WriteTxn};
use shared::scope::Scope;
use shared::wire::ChangeEvent;
use std::collections::BTreeMap;

/// The last head that was noted of each scope.
pub(crate) type Heads = BTreeMap<Scope, u64>;

/// A transaction as one job has it: what the job notes of heads is kept beside its writes.
pub(crate) struct HeadRecorder<'a> {
    txn: &'a mut dyn WriteTxn,
    heads: Heads,
}

impl<'a> HeadRecorder<'a> {
    pub(crate) const fn new(txn: &'a mut dyn WriteTxn) -> Self {
        Self {
            txn,
            heads: Heads::new(),
        }
    }

    pub(crate) fn into_heads(self) -> Heads {
        self.heads
    }
}

impl ReadTxn for HeadRecorder<'_> {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.txn.get(table, key)
    }

    fn range(
        &self,
        table: Table,
        span: &Span,
        direction: Direction,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        self.txn.range(table, span, direction, limit)
    }
}

impl WriteTxn for HeadRecorder<'_> {
    fn put(&mut self, table: Table, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
        self.txn.put(table, key, value)
    }

    fn delete(&mut self, table: Table, key: &[u8]) -> Result<(), StoreError> {
        self.txn.delete(table, key)
    }

    fn note_change(&mut self, change_event: ChangeEvent) {
        self.heads.insert(change_event.scope, change_event.head);
    }
}
