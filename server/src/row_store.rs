//! Rows over a transaction: every scope's head goes up by one with each row that changes in it, and what must
//! be found by another name than its key (a number, a slug, a secret's hash) is indexed with it.

mod closed_accounts;
mod compaction;
mod first_editions;
mod head_recorder;
mod indexes;
mod keys;
mod people;
mod published;
mod reader_rows;
mod reading;
mod shared_names;
mod usage;
mod verify;

pub(crate) use closed_accounts::{has_unlisted_closed_accounts, unlist_closed_accounts};
pub(crate) use first_editions::{has_first_editions, write_first_editions};
pub(crate) use head_recorder::{HeadRecorder, Heads};
pub use people::has_people;
pub(crate) use people::{has_listed_people, list_people, search_people};
pub(crate) use published::{has_published, published, published_count, write_published};
pub(crate) use reader_rows::{has_reader_rows, set_reader_rows, write_reader_rows};
pub(crate) use reading::{Place, order_places, record, records, stored_row};
pub(crate) use shared_names::{has_shared_names, relate_collectivities, write_shared_names};

pub use compaction::{TOMBSTONE_LIFE_MS, compact, compact_old};
pub use indexes::{Named, find_certificate, find_invitation, find_named, names};
pub(crate) use reading::each_change;
pub use reading::{
    Head, StoredRow, Written, all, epoch, fields, find, find_person, has_epoch, head, order_range, row,
    scopes, set_epoch,
};
pub(crate) use usage::verify as verify_usage;
pub use usage::{Growth, KeptFor, count_usage, has_usage, usage_of};
pub(crate) use verify::{RowCounts, check_beside, check_entry, name};

use crate::store::{ReadTxn, StoreError, Table, WriteTxn};
use serde_json::value::to_raw_value;
use shared::apply::View;
use shared::row::{Kind, ROW_SCHEMA, Record, Row, RowKey};
use shared::scope::Scope;
use shared::wire::ChangeEvent;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// A writable view of the rows. It cannot say at once that the store failed, because [`View`] cannot: it keeps
/// the first error and gives it out at [`RowStore::finish`], after which the transaction must not be committed.
pub struct RowStore<'a> {
    txn: &'a mut dyn WriteTxn,
    failed: RefCell<Option<StoreError>>,
}

impl<'a> RowStore<'a> {
    /// A row store over a transaction.
    #[must_use]
    pub fn new(txn: &'a mut dyn WriteTxn) -> Self {
        Self {
            txn,
            failed: RefCell::new(None),
        }
    }

    /// The transaction, for reading what is beside the rows.
    #[must_use]
    pub fn reading(&self) -> &dyn WriteTxn {
        &*self.txn
    }

    /// The transaction, for writing what is beside the rows.
    pub fn beside(&mut self) -> &mut dyn WriteTxn {
        self.txn
    }

    /// Ends the work.
    ///
    /// # Errors
    /// The first thing that went wrong; the transaction must be thrown away.
    pub fn finish(self) -> Result<(), StoreError> {
        self.failed.into_inner().map_or(Ok(()), Err)
    }

    /// The first thing that went wrong so far.
    ///
    /// # Errors
    /// That error.
    pub fn check(&self) -> Result<(), StoreError> {
        self.failed.borrow().clone().map_or(Ok(()), Err)
    }

    fn note<T: Default>(&self, outcome: Result<T, StoreError>) -> T {
        outcome.unwrap_or_else(|error| {
            self.failed.borrow_mut().get_or_insert(error);
            T::default()
        })
    }

    /// What changes would write, and what that adds to what is kept for whom. Nothing is written yet.
    ///
    /// # Errors
    /// The store cannot be read.
    pub(crate) fn prepare(
        &self,
        changes: BTreeMap<RowKey, Option<Record>>,
    ) -> Result<Vec<Prepared>, StoreError> {
        let prepared = changes
            .into_iter()
            .map(|(key, change)| Prepared::new(&*self.txn, key, change));
        prepared.filter_map(Result::transpose).collect()
    }

    /// Writes what was prepared in this transaction.
    ///
    /// # Errors
    /// The store failed; the transaction must be thrown away.
    pub(crate) fn write(&mut self, prepared: Prepared) -> Result<(), StoreError> {
        let Prepared {
            key,
            record,
            body,
            held,
            growth,
        } = prepared;
        self.write_row(&key, body, held.as_ref().map(|row| row.seq))?;
        usage::add(self.txn, &growth)?;
        published::replace(self.txn, key.scope, held.as_ref(), record.as_ref())?;
        people::replace(self.txn, key.scope, held.as_ref(), record.as_ref())?;
        match &record {
            Some(record) => indexes::keep(self.txn, key.scope, record),
            None => indexes::forget(self.txn, key.scope, held.as_ref()),
        }
    }

    fn change(&mut self, key: RowKey, change: Option<Record>) -> Result<(), StoreError> {
        match Prepared::new(&*self.txn, key, change)? {
            Some(prepared) => self.write(prepared),
            None => Ok(()),
        }
    }

    /// `before` is the seq of the row that is there already.
    fn write_row(
        &mut self,
        key: &RowKey,
        body: Option<Written>,
        before: Option<u64>,
    ) -> Result<(), StoreError> {
        let place = keys::row(key);
        if let Some(before) = before {
            self.txn.delete(Table::Order, &keys::order(key.scope, before))?;
        }
        let mut head = reading::head(&*self.txn, key.scope)?;
        head.head = head
            .head
            .checked_add(1)
            .ok_or_else(|| StoreError::Corrupted(format!("the head of {} is at its end", key.scope)))?;
        let row = Row {
            kind: key.kind.clone(),
            id: key.id,
            seq: head.head,
            schema: ROW_SCHEMA,
            body,
        };
        self.txn.put(Table::Rows, &place, &keys::encode_row(&row)?)?;
        self.txn
            .put(Table::Order, &keys::order(key.scope, row.seq), &place)?;
        self.txn
            .put(Table::Heads, &keys::scope(key.scope), &keys::encode_head(head))?;
        self.txn.note_change(ChangeEvent {
            scope: key.scope,
            head: head.head,
        });
        Ok(())
    }
}

/// A change of one row, ready to be written.
pub(crate) struct Prepared {
    key: RowKey,
    /// `None` deletes.
    record: Option<Record>,
    body: Option<Written>,
    held: Option<Row>,
    growth: Growth,
}

impl Prepared {
    /// `None` where it changes nothing.
    fn new(
        txn: &(impl ReadTxn + ?Sized),
        key: RowKey,
        record: Option<Record>,
    ) -> Result<Option<Self>, StoreError> {
        let held = reading::stored_row(txn, &key)?;
        let mut growth = Growth::default();
        if let Some(held) = &held
            && let Some(body) = &held.row.body
        {
            growth.take_away(key.scope, body, held.bytes);
        }
        let held = held.map(|held| held.row);
        let body = match &record {
            None if held.as_ref().is_none_or(Row::is_deleted) => return Ok(None),
            None => None,
            Some(record) => {
                let body = record.to_value().map_err(reading::damaged)?;
                if held
                    .as_ref()
                    .is_some_and(|row| row.body.as_ref() == Some(&body) && row.schema == ROW_SCHEMA)
                {
                    return Ok(None);
                }
                let written = to_raw_value(&body).map_err(reading::damaged)?;
                growth.add(key.scope, &body, keys::row_bytes(&written));
                Some(written)
            }
        };
        Ok(Some(Self {
            key,
            record,
            body,
            held,
            growth,
        }))
    }

    /// What it adds to what is kept for whom.
    pub(crate) const fn growth(&self) -> &Growth {
        &self.growth
    }
}

impl View for RowStore<'_> {
    fn get(&self, key: &RowKey) -> Option<Record> {
        self.note(reading::record(&*self.txn, key))
    }

    fn list(&self, scope: Scope, kind: Kind) -> Vec<Record> {
        self.note(reading::records(&*self.txn, scope, kind))
    }

    fn put(&mut self, scope: Scope, record: Record) {
        let outcome = self.change(RowKey::of(scope, &record), Some(record));
        self.note(outcome);
    }

    fn delete(&mut self, key: &RowKey) {
        let outcome = self.change(key.clone(), None);
        self.note(outcome);
    }
}

#[cfg(test)]
pub(crate) mod tests;
