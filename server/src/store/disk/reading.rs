use super::guard::guarded;
use super::{Bytes, FORMAT_KEY, checksum, definition, failed};
use crate::store::{Direction, Entry, ReadTxn, Span, StoreError, Table};
use redb::{AccessGuard, ReadOnlyTable, ReadTransaction, TableError};
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A file of an older format that is only read lacks the tables that came later: they are empty.
type OpenTable = Option<Rc<ReadOnlyTable<Bytes, Bytes>>>;

/// A reading of the file. The format of the file is not part of what is read: it belongs to the file, and a copy of
/// everything has its own.
pub(super) struct DiskReading {
    txn: ReadTransaction,
    has_checksums: bool,
    open: RefCell<BTreeMap<Table, OpenTable>>,
}

impl DiskReading {
    pub(super) const fn of(txn: ReadTransaction, has_checksums: bool) -> Self {
        Self {
            txn,
            has_checksums,
            open: RefCell::new(BTreeMap::new()),
        }
    }

    fn table(&self, table: Table) -> Result<OpenTable, StoreError> {
        if let Some(open) = self.open.borrow().get(&table) {
            return Ok(open.clone());
        }
        let opened = match self.txn.open_table(definition(table)) {
            Ok(opened) => Some(Rc::new(opened)),
            Err(TableError::TableDoesNotExist(_)) => None,
            Err(error) => return Err(failed(error)),
        };
        self.open.borrow_mut().insert(table, opened.clone());
        Ok(opened)
    }

    /// The format of the file.
    pub(super) fn format(&self) -> Result<Option<Vec<u8>>, StoreError> {
        guarded(|| self.stored(Table::Meta, FORMAT_KEY))
    }

    fn stored(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(table) = self.table(table)? else {
            return Ok(None);
        };
        let found = table.get(key).map_err(failed)?;
        Ok(found.map(|value| value.value().to_vec()))
    }

    fn value(&self, table: Table, key: &[u8], mut stored: Vec<u8>) -> Result<Vec<u8>, StoreError> {
        if self.has_checksums {
            let length = checksum::check(table, key, &stored)?.len();
            stored.truncate(length);
        }
        Ok(stored)
    }

    /// At most `limit` entries of `span`, each key standing in this order to the one after it: damaged pages that
    /// lead back to one that was read would otherwise be read for ever.
    fn collect<'a>(
        &self,
        table: Table,
        span: &Span,
        stored: impl Iterator<Item = Result<Stored<'a>, redb::StorageError>>,
        order: Ordering,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let mut entries: Vec<Entry> = Vec::new();
        for entry in stored {
            if entries.len() >= limit {
                break;
            }
            let (key, value) = entry.map_err(failed)?;
            let key = key.value().to_vec();
            if is_format(table, &key) {
                continue;
            }
            let is_after = entries.last().is_none_or(|(before, _)| before.cmp(&key) == order);
            if !is_after || !span.contains(&key) {
                let what = format!("the keys of the table {} are out of order", table.word());
                return Err(StoreError::Corrupted(what));
            }
            let value = self.value(table, &key, value.value().to_vec())?;
            entries.push((key, value));
        }
        Ok(entries)
    }
}

type Stored<'a> = (AccessGuard<'a, Bytes>, AccessGuard<'a, Bytes>);

fn is_format(table: Table, key: &[u8]) -> bool {
    table == Table::Meta && key == FORMAT_KEY
}

impl ReadTxn for DiskReading {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        if is_format(table, key) {
            return Ok(None);
        }
        guarded(|| self.stored(table, key))?
            .map(|stored| self.value(table, key, stored))
            .transpose()
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
        guarded(|| {
            let Some(open) = self.table(table)? else {
                return Ok(Vec::new());
            };
            let entries = open.range::<&[u8]>(span.bounds()).map_err(failed)?;
            match direction {
                Direction::Forward => self.collect(table, span, entries, Ordering::Less, limit),
                Direction::Backward => self.collect(table, span, entries.rev(), Ordering::Greater, limit),
            }
        })
    }
}
