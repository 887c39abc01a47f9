use super::reading::{damaged, head};
use super::{indexes, keys, people, published};
use crate::store::{ReadTxn, StoreError, Table};
use shared::records::{ExperienceCard, Person};
use shared::row::{Kind, RecordType as _, Row, RowKey};
use shared::scope::Scope;
use uuid::Uuid;

/// What can only be compared once every row was seen.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RowCounts {
    published: u64,
    listed: u64,
    people: u64,
    listed_people: u64,
}

impl RowCounts {
    /// Looks whether the lists of published experiences and of people hold as many as there are.
    ///
    /// # Errors
    /// [`StoreError::Corrupted`] if not.
    pub(crate) fn check(self, txn: &dyn ReadTxn) -> Result<(), StoreError> {
        if people::has_listed_people(txn)? && self.people != self.listed_people {
            return Err(damaged(format_args!(
                "there are {} people, and {} are listed",
                self.people, self.listed_people
            )));
        }
        match published::held_count(txn)? {
            // Written before there were lists; they are made when the database is opened.
            None => Ok(()),
            Some(count) if count == self.published && self.listed == 2 * count => Ok(()),
            Some(count) => Err(damaged(format_args!(
                "{} experiences are published, {count} are counted, and the lists have {} entries instead of {}",
                self.published,
                self.listed,
                2 * self.published
            ))),
        }
    }
}

/// Looks whether an entry of the tables of rows can be read and agrees with those that it belongs to: a row is in
/// its scope's order once, at its own seq and not above the head, its record can be read, and what is found by
/// another name than its key is found.
///
/// # Errors
/// What does not hold.
pub(crate) fn check_entry(
    txn: &dyn ReadTxn,
    table: Table,
    key: &[u8],
    value: &[u8],
    counts: &mut RowCounts,
) -> Result<(), StoreError> {
    match table {
        Table::Rows => check_row(txn, key, value, counts),
        Table::Order => check_order(txn, key, value),
        Table::Heads => {
            keys::decode_scope(key).ok_or_else(|| damaged("its scope cannot be read"))?;
            let held = keys::decode_head(value).ok_or_else(|| damaged("it cannot be read"))?;
            if held.floor > held.head {
                return Err(damaged("its floor is above its head"));
            }
            Ok(())
        }
        Table::People => {
            counts.listed_people += 1;
            people::check_entry(key)
        }
        _ => published::check_entry(key, value, &mut counts.listed),
    }
}

fn check_row(txn: &dyn ReadTxn, key: &[u8], value: &[u8], counts: &mut RowCounts) -> Result<(), StoreError> {
    let (place, row) = row_of(key, value)?;
    let scope = place.scope;
    if row.seq == 0 || row.seq > head(txn, scope)?.head {
        return Err(damaged(format_args!("its seq {} is not below the head", row.seq)));
    }
    let ordered = txn.get(Table::Order, &keys::order(scope, row.seq))?;
    if ordered.as_deref() != Some(key) {
        return Err(damaged(format_args!(
            "it is not in the order at its seq {}",
            row.seq
        )));
    }
    let Some(kind) = Kind::from_word(&row.kind) else {
        // Of a newer version; it is handed on as it is.
        return Ok(());
    };
    let Some(record) = keys::decode_record(kind, row)? else {
        return Ok(());
    };
    if record.id() != place.id {
        return Err(damaged("its record has another id"));
    }
    indexes::check(txn, scope, &record)?;
    if let (Scope::Person(_), Some(person)) = (scope, Person::of(&record)) {
        counts.people += 1;
        people::check_person(txn, person)?;
    }
    if scope == Scope::Public
        && let Some(card) = ExperienceCard::of(&record)
    {
        counts.published += 1;
        published::check_card(txn, card)?;
    }
    Ok(())
}

fn check_order(txn: &dyn ReadTxn, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
    let (scope, seq) = keys::split_scope(key)
        .and_then(|(scope, seq)| Some((scope, u64::from_be_bytes(seq.try_into().ok()?))))
        .ok_or_else(|| damaged("its key cannot be read"))?;
    keys::decode_row_place(scope, value)?;
    let row = txn
        .get(Table::Rows, value)?
        .ok_or_else(|| damaged("the row that it names is not there"))?;
    if keys::split_row(&row)?.0 != seq {
        return Err(damaged("the row that it names has another seq"));
    }
    Ok(())
}

fn row_of(key: &[u8], value: &[u8]) -> Result<(RowKey, Row), StoreError> {
    let (scope, _) = keys::split_scope(key).ok_or_else(|| damaged("its scope cannot be read"))?;
    let (kind, id) = keys::decode_row_place(scope, key)?;
    let row = keys::decode_row(kind.clone(), id, value)?;
    Ok((RowKey { scope, kind, id }, row))
}

/// Looks whether an entry beside the rows can be read.
///
/// # Errors
/// If not.
pub(crate) fn check_beside(table: Table, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
    let is_readable = match table {
        Table::Certificates => value.len() == 32 && std::str::from_utf8(key).is_ok(),
        Table::Invitations | Table::Slugs => {
            Uuid::from_slice(value).is_ok() && std::str::from_utf8(key).is_ok()
        }
        // An epoch and the marks of the compaction; what else is there has readers of its own.
        _ if key == b"epoch" || key.starts_with(b"mark/") => value.len() == 16,
        _ => true,
    };
    if is_readable {
        Ok(())
    } else {
        Err(damaged("it cannot be read"))
    }
}

/// An entry's key in words, for the operator.
#[must_use]
pub(crate) fn name(table: Table, key: &[u8]) -> String {
    let of_row = |key| {
        let (scope, _) = keys::split_scope(key)?;
        let (kind, id) = keys::decode_row_place(scope, key).ok()?;
        Some(format!("{kind} {id} of {scope}"))
    };
    let of_order = |key| {
        let (scope, seq) = keys::split_scope(key)?;
        Some(format!(
            "seq {} of {scope}",
            u64::from_be_bytes(seq.try_into().ok()?)
        ))
    };
    let of_person = |key: &[u8]| people::id_in(key).ok().map(|id| id.to_string());
    let named = match table {
        Table::Rows => of_row(key),
        Table::People => of_person(key),
        Table::Order => of_order(key),
        Table::Heads => keys::decode_scope(key).map(|scope| scope.to_string()),
        Table::Devices | Table::Accounts | Table::Mutations => {
            Uuid::from_slice(key).ok().map(|id| id.to_string())
        }
        // Hashes of secrets are no names; where the damage is says enough.
        Table::Sessions => Some("a session".to_owned()),
        _ => None,
    };
    named.unwrap_or_else(|| format!("`{}`", key.escape_ascii()))
}
