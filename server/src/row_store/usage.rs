//! How many bytes of rows are kept for each person and each collectivity, counted with each row that is written, so
//! that a quota costs one look and no scan.
//!
//! A text lies in up to four scopes and is counted in each: that is what the disk holds. A deleted row is not counted.

use super::keys;
use super::reading::damaged;
use crate::store::{Direction, ReadTxn, Span, StoreError, Table, WriteTxn};
use serde_json::Value;
use shared::ids::{CollectivityId, PersonId};
use shared::scope::Scope;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What a row costs beside its body: its key in two tables, and what the store needs around both.
const BESIDE_BODY: usize = 256;

/// The key that says that everything is counted.
const COUNTED: &[u8] = b"counted";

/// How many rows are read at a time while all are counted.
const AT_A_TIME: usize = 1_000;

/// Whom something is kept for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeptFor {
    /// The person who wrote it.
    Person(PersonId),
    /// The collectivity that it was written for.
    Collectivity(CollectivityId),
}

impl KeptFor {
    fn key(self) -> Vec<u8> {
        let (tag, id) = match self {
            Self::Person(id) => (1, id.uuid()),
            Self::Collectivity(id) => (2, id.uuid()),
        };
        let mut key = vec![tag];
        key.extend_from_slice(id.as_bytes());
        key
    }
}

/// What a change of one row adds to what is kept for whom; what is negative becomes free.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Growth(BTreeMap<KeptFor, i64>);

impl Growth {
    /// A row with this body appears.
    pub(super) fn add(&mut self, scope: Scope, body: &Value, bytes: usize) {
        self.count(scope, body, cost(bytes));
    }

    /// A row with this body goes.
    pub(super) fn take_away(&mut self, scope: Scope, body: &Value, bytes: usize) {
        self.count(scope, body, -cost(bytes));
    }

    /// Whether it changes something that is kept for this person.
    #[must_use]
    pub fn is_of(&self, person: PersonId) -> bool {
        self.0.contains_key(&KeptFor::Person(person))
    }

    /// What is added to whose.
    pub fn iter(&self) -> impl Iterator<Item = (KeptFor, i64)> {
        self.0.iter().map(|(kept_for, bytes)| (*kept_for, *bytes))
    }

    fn count(&mut self, scope: Scope, body: &Value, bytes: i64) {
        for kept_for in kept_for(scope, body) {
            *self.0.entry(kept_for).or_default() += bytes;
        }
    }
}

fn cost(bytes: usize) -> i64 {
    i64::try_from(bytes.saturating_add(BESIDE_BODY)).unwrap_or(i64::MAX)
}

/// The person who wrote the row: what has an author, reporter or inviter is theirs, what lies in a person's own scope is
/// that person's. What a network has by itself (people, modules, the directory) is nobody's.
fn kept_for(scope: Scope, body: &Value) -> impl Iterator<Item = KeptFor> {
    let by = |field: &str| id_at(body.get(field)?).or_else(|| id_at(body.get(field)?.get("person")?));
    let person = by("author").or_else(|| by("by")).map(PersonId).or(match scope {
        Scope::Person(person) => Some(person),
        _ => None,
    });
    // Beside an author stands for whom they wrote.
    let collectivity = body
        .get("author")
        .and_then(|author| body.get("collectivity").or_else(|| author.get("collectivity")))
        .and_then(id_at)
        .map(CollectivityId);
    let person = person.map(KeptFor::Person);
    person.into_iter().chain(collectivity.map(KeptFor::Collectivity))
}

fn id_at(value: &Value) -> Option<Uuid> {
    Uuid::try_parse(value.as_str()?).ok()
}

/// How many bytes are kept for somebody.
///
/// # Errors
/// The store cannot be read.
pub fn usage_of(txn: &(impl ReadTxn + ?Sized), kept_for: KeptFor) -> Result<u64, StoreError> {
    match txn.get(Table::Usage, &kept_for.key())? {
        None => Ok(0),
        Some(value) => decode(&value),
    }
}

fn decode(value: &[u8]) -> Result<u64, StoreError> {
    let bytes = <[u8; 8]>::try_from(value).map_err(|_| damaged("a count of bytes cannot be read"))?;
    Ok(u64::from_be_bytes(bytes))
}

pub(super) fn add(txn: &mut dyn WriteTxn, growth: &Growth) -> Result<(), StoreError> {
    for (kept_for, bytes) in growth.iter() {
        let held = usage_of(&*txn, kept_for)?;
        put(txn, kept_for, held.saturating_add_signed(bytes))?;
    }
    Ok(())
}

fn put(txn: &mut dyn WriteTxn, kept_for: KeptFor, bytes: u64) -> Result<(), StoreError> {
    match bytes {
        0 => txn.delete(Table::Usage, &kept_for.key()),
        _ => txn.put(Table::Usage, &kept_for.key(), &bytes.to_be_bytes()),
    }
}

/// Whether the database has its counts.
///
/// # Errors
/// The store cannot be read.
pub fn has_usage(txn: &(impl ReadTxn + ?Sized)) -> Result<bool, StoreError> {
    Ok(txn.get(Table::Usage, COUNTED)?.is_some())
}

/// Counts everything that is there, once.
///
/// # Errors
/// The store cannot be read or written.
pub fn count_usage(txn: &mut dyn WriteTxn) -> Result<(), StoreError> {
    let counted = counted(&*txn)?;
    for (key, _) in txn.range(Table::Usage, &Span::all(), Direction::Forward, usize::MAX)? {
        txn.delete(Table::Usage, &key)?;
    }
    for (kept_for, bytes) in counted {
        put(txn, kept_for, bytes)?;
    }
    txn.put(Table::Usage, COUNTED, &[])
}

fn counted(txn: &(impl ReadTxn + ?Sized)) -> Result<BTreeMap<KeptFor, u64>, StoreError> {
    let mut sums = BTreeMap::<KeptFor, u64>::new();
    let mut from = Vec::new();
    loop {
        let span = Span {
            from: from.clone(),
            to: None,
        };
        let rows = txn.range(Table::Rows, &span, Direction::Forward, AT_A_TIME)?;
        for (key, value) in &rows {
            let scope = keys::scope_of_row(key).ok_or_else(|| damaged("the key of a row cannot be read"))?;
            let (_, _, body) = keys::split_row(value)?;
            let Some(body) = body else { continue };
            let body: Value = serde_json::from_slice(body).map_err(damaged)?;
            for kept_for in kept_for(scope, &body) {
                *sums.entry(kept_for).or_default() += cost(value.len()).unsigned_abs();
            }
        }
        match rows.into_iter().next_back() {
            // The next key there can be.
            Some((last, _)) => {
                from = last;
                from.push(0);
            }
            None => return Ok(sums),
        }
    }
}

/// Looks whether the counts are right.
pub(crate) fn verify(txn: &dyn ReadTxn) -> Result<(), StoreError> {
    if !has_usage(txn)? {
        // Written before there were counts; they are made when the database is opened.
        return Ok(());
    }
    let right: BTreeMap<Vec<u8>, u64> = counted(txn)?
        .into_iter()
        .map(|(kept_for, bytes)| (kept_for.key(), bytes))
        .collect();
    let mut held = BTreeMap::new();
    for (key, value) in txn.range(Table::Usage, &Span::all(), Direction::Forward, usize::MAX)? {
        if key != COUNTED {
            held.insert(key, decode(&value)?);
        }
    }
    if held != right {
        return Err(damaged(
            "the counts of what is kept for whom are not those of the rows",
        ));
    }
    Ok(())
}
