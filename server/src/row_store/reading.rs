use super::keys;
use crate::store::{Direction, ReadTxn, Span, StoreError, Table, WriteTxn};
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;
use shared::ids::{Epoch, PersonId};
use shared::records::Person;
use shared::row::{Kind, Record, RecordType, Row, RowKey};
use shared::scope::Scope;
use uuid::Uuid;

const EPOCH: &[u8] = b"epoch";

/// The body of a row as the JSON text in which it is stored, to hand it on without reading it.
pub type Written = Box<RawValue>;

/// How far a scope has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The seq of its last change; 0 before the first.
    pub head: u64,
    /// The highest seq of a tombstone that was forgotten: who has not come that far must begin again.
    pub floor: u64,
}

pub(super) fn damaged(error: impl std::fmt::Display) -> StoreError {
    StoreError::Corrupted(error.to_string())
}

/// The scope's head and floor; zeros for one that never had a row.
///
/// # Errors
/// The store cannot be read.
pub fn head(txn: &(impl ReadTxn + ?Sized), scope: Scope) -> Result<Head, StoreError> {
    match txn.get(Table::Heads, &keys::scope(scope))? {
        None => Ok(Head::default()),
        Some(value) => keys::decode_head(&value).ok_or_else(|| damaged(format_args!("the head of {scope}"))),
    }
}

/// Every scope that ever had a row, with its head.
///
/// # Errors
/// The store cannot be read.
pub fn scopes(txn: &(impl ReadTxn + ?Sized)) -> Result<Vec<(Scope, Head)>, StoreError> {
    txn.range(Table::Heads, &Span::all(), Direction::Forward, usize::MAX)?
        .into_iter()
        .map(|(key, value)| {
            keys::decode_scope(&key)
                .zip(keys::decode_head(&value))
                .ok_or_else(|| damaged("a head cannot be read"))
        })
        .collect()
}

/// The row at `key`, deleted or not.
///
/// # Errors
/// The store cannot be read.
pub fn row(txn: &(impl ReadTxn + ?Sized), key: &RowKey) -> Result<Option<Row>, StoreError> {
    Ok(stored_row(txn, key)?.map(|stored| stored.row))
}

/// [`row`], its body read as `B`, with what it costs to send.
pub(crate) fn stored_row<B: DeserializeOwned>(
    txn: &(impl ReadTxn + ?Sized),
    key: &RowKey,
) -> Result<Option<StoredRow<B>>, StoreError> {
    let Some(value) = txn.get(Table::Rows, &keys::row(key))? else {
        return Ok(None);
    };
    Ok(Some(StoredRow {
        row: keys::decode_row(key.kind.clone(), key.id, &value)?,
        bytes: value.len(),
    }))
}

/// Some fields of the body at `key`, as a type that names only these: far cheaper than a whole experience.
///
/// # Errors
/// The store cannot be read.
pub fn fields<T: DeserializeOwned>(
    txn: &(impl ReadTxn + ?Sized),
    key: &RowKey,
) -> Result<Option<T>, StoreError> {
    let Some(value) = txn.get(Table::Rows, &keys::row(key))? else {
        return Ok(None);
    };
    let (_, _, body) = keys::split_row(&value)?;
    body.map(|body| serde_json::from_slice(body).map_err(damaged))
        .transpose()
}

/// A row with what it costs to send.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredRow<B = Value> {
    /// The row.
    pub row: Row<B>,
    /// The length of its stored form, in bytes; about that of its JSON.
    pub bytes: usize,
}

/// At most `limit` rows of a scope with `from <= seq < to`, deleted ones too, by seq. Who only hands them on reads
/// their bodies as [`Written`].
///
/// # Errors
/// The store cannot be read.
pub fn order_range<B: DeserializeOwned>(
    txn: &(impl ReadTxn + ?Sized),
    scope: Scope,
    from: u64,
    to: u64,
    direction: Direction,
    limit: usize,
) -> Result<Vec<StoredRow<B>>, StoreError> {
    let places = order_places(txn, scope, from, to, direction, limit)?;
    places.iter().map(|place| place.read(txn)).collect()
}

/// Where a row is that changed in a scope.
pub(crate) struct Place {
    scope: Scope,
    key: Vec<u8>,
}

impl Place {
    /// The row there.
    ///
    /// # Errors
    /// The store cannot be read.
    pub(crate) fn read<B: DeserializeOwned>(
        &self,
        txn: &(impl ReadTxn + ?Sized),
    ) -> Result<StoredRow<B>, StoreError> {
        let (kind, id) = keys::decode_row_place(self.scope, &self.key)?;
        let value = txn.get(Table::Rows, &self.key)?.ok_or_else(|| {
            let scope = self.scope;
            damaged(format_args!(
                "{kind} {id} of {scope} is in the order and not there"
            ))
        })?;
        Ok(StoredRow {
            row: keys::decode_row(kind, id, &value)?,
            bytes: value.len(),
        })
    }
}

/// Where the rows of [`order_range`] are, none of them read yet.
pub(crate) fn order_places(
    txn: &(impl ReadTxn + ?Sized),
    scope: Scope,
    from: u64,
    to: u64,
    direction: Direction,
    limit: usize,
) -> Result<Vec<Place>, StoreError> {
    let span = Span {
        from: keys::order(scope, from),
        to: Some(keys::order(scope, to)),
    };
    let entries = txn.range(Table::Order, &span, direction, limit)?;
    Ok(entries.into_iter().map(|(_, key)| Place { scope, key }).collect())
}

/// How many rows [`each_change`] reads at a time: all of them together could be more than the machine has room for.
const AT_A_TIME: usize = 500;

/// Hands on the latest state of each row of a scope that changed with `after < seq <= until`, in the order of the changes.
///
/// # Errors
/// The store cannot be read; some of the rows may have been handed on.
pub(crate) fn each_change(
    txn: &dyn ReadTxn,
    scope: Scope,
    mut after: u64,
    until: u64,
    mut take: impl FnMut(&Row),
) -> Result<(), StoreError> {
    while after < until {
        let rows = order_range(txn, scope, after + 1, until + 1, Direction::Forward, AT_A_TIME)?;
        let is_last = rows.len() < AT_A_TIME;
        for stored in rows {
            after = stored.row.seq;
            take(&stored.row);
        }
        if is_last {
            break;
        }
    }
    Ok(())
}

pub(crate) fn record(txn: &(impl ReadTxn + ?Sized), key: &RowKey) -> Result<Option<Record>, StoreError> {
    let kind = Kind::from_word(&key.kind).ok_or_else(|| damaged(format_args!("kind {}", key.kind)))?;
    match row(txn, key)? {
        None => Ok(None),
        Some(row) => keys::decode_record(kind, row),
    }
}

pub(crate) fn records(
    txn: &(impl ReadTxn + ?Sized),
    scope: Scope,
    kind: Kind,
) -> Result<Vec<Record>, StoreError> {
    let span = Span::prefix(&keys::kind(scope, kind.word()));
    let mut records = Vec::new();
    for (_, value) in txn.range(Table::Rows, &span, Direction::Forward, usize::MAX)? {
        let row = keys::decode_row(kind.word().to_owned(), Uuid::nil(), &value)?;
        records.extend(keys::decode_record(kind, row)?);
    }
    Ok(records)
}

/// The record of type `T` at this place.
///
/// # Errors
/// The store cannot be read.
pub fn find<T: RecordType>(
    txn: &(impl ReadTxn + ?Sized),
    scope: Scope,
    id: impl Into<Uuid>,
) -> Result<Option<T>, StoreError> {
    let record = record(txn, &RowKey::new(scope, T::KIND, id))?;
    Ok(record.and_then(|record| T::of(&record).cloned()))
}

/// All records of type `T` in a scope, by id.
///
/// # Errors
/// The store cannot be read.
pub fn all<T: RecordType>(txn: &(impl ReadTxn + ?Sized), scope: Scope) -> Result<Vec<T>, StoreError> {
    let records = records(txn, scope, T::KIND)?;
    Ok(records
        .iter()
        .filter_map(|record| T::of(record).cloned())
        .collect())
}

/// The person, disabled or not.
///
/// # Errors
/// The store cannot be read.
pub fn find_person(txn: &(impl ReadTxn + ?Sized), id: PersonId) -> Result<Option<Person>, StoreError> {
    find(txn, Scope::Person(id), id)
}

/// The life of the database that this reading belongs to.
///
/// # Errors
/// The store cannot be read, or was never given one.
pub fn epoch(txn: &(impl ReadTxn + ?Sized)) -> Result<Epoch, StoreError> {
    let held = txn.get(Table::Meta, EPOCH)?;
    held.and_then(|bytes| Uuid::from_slice(&bytes).ok())
        .map(Epoch)
        .ok_or_else(|| damaged("the database has no epoch"))
}

/// Whether the database was given an epoch.
///
/// # Errors
/// The store cannot be read.
pub fn has_epoch(txn: &(impl ReadTxn + ?Sized)) -> Result<bool, StoreError> {
    Ok(txn.get(Table::Meta, EPOCH)?.is_some())
}

/// Begins a new life of the database.
///
/// # Errors
/// The store cannot be written.
pub fn set_epoch(txn: &mut (impl WriteTxn + ?Sized), epoch: Epoch) -> Result<(), StoreError> {
    txn.put(Table::Meta, EPOCH, epoch.uuid().as_bytes())
}
