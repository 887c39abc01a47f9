//! Everybody with an account in the order of names, with the words that each is found by: what coordinators look through,
//! who hold nobody's row. One entry for each person, written with their row, and read from one end to the other: 20,000
//! entries are some megabytes, any word of a question may be unfinished, and every page has the same order.

use super::reading::{damaged, find_person};
use super::{RowStore, reading};
use crate::store::{Direction, ReadTxn, Span, StoreError, Table, WriteTxn};
use shared::apply::{View as _, store_invitation, store_person};
use shared::ids::PersonId;
use shared::records::{Invitation, Person};
use shared::row::{Kind, Record, RecordType as _, Row, RowKey};
use shared::scope::Scope;
use shared::search::{normalise, words};
use shared::wire::FoundPeople;
use std::collections::BTreeSet;
use uuid::Uuid;

const DONE: &[u8] = b"people-listed";

/// How many people one answer holds.
const PAGE: usize = 50;

/// How many entries are read at a time.
const AT_A_TIME: usize = 1_000;

/// Between a name and an id in a key, and between words in a value: in neither of them.
const END: u8 = 0;

/// The people whose name and address have every word of `question`, or a word that begins with it, after the person
/// `after`; without a word, all.
///
/// # Errors
/// The store cannot be read.
pub(crate) fn search_people(
    txn: &(impl ReadTxn + ?Sized),
    question: &str,
    after: Option<PersonId>,
) -> Result<FoundPeople, StoreError> {
    let question = normalise(question);
    let wanted: Vec<Vec<String>> = question
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(words)
        .filter(|spellings| !spellings.is_empty())
        .collect();
    let mut from = match after.map(|id| find_person(txn, id)).transpose()?.flatten() {
        Some(last) => following(&key(&last)),
        None => Vec::new(),
    };
    let mut found = FoundPeople::default();
    loop {
        let span = Span { from, to: None };
        let entries = txn.range(Table::People, &span, Direction::Forward, AT_A_TIME)?;
        let Some((last, _)) = entries.last() else {
            return Ok(found);
        };
        from = following(last);
        for (key, value) in &entries {
            if !has_all(value, &wanted) {
                continue;
            }
            if found.people.len() == PAGE {
                found.more = true;
                return Ok(found);
            }
            let id = id_in(key)?;
            let person = find_person(txn, id)?;
            found
                .people
                .push(person.ok_or_else(|| damaged(format_args!("{id} is listed and not there")))?);
        }
    }
}

/// Whether each of the words, in one of its spellings, begins a word of an entry.
fn has_all(value: &[u8], wanted: &[Vec<String>]) -> bool {
    wanted.iter().all(|spellings| {
        value
            .split(|byte| *byte == END)
            .any(|word| spellings.iter().any(|one| word.starts_with(one.as_bytes())))
    })
}

/// Whether anybody has an account.
///
/// # Errors
/// The store cannot be read.
pub fn has_people(txn: &(impl ReadTxn + ?Sized)) -> Result<bool, StoreError> {
    let first = txn.range(Table::People, &Span::all(), Direction::Forward, 1)?;
    Ok(!first.is_empty())
}

/// Lists the person of a row that was written, and takes out the entry of the row before.
pub(super) fn replace(
    txn: &mut dyn WriteTxn,
    scope: Scope,
    before: Option<&Row>,
    after: Option<&Record>,
) -> Result<(), StoreError> {
    if !matches!(scope, Scope::Person(_)) {
        return Ok(());
    }
    let before = before.filter(|row| row.kind == Kind::Person.word());
    let before = before.and_then(Row::record);
    if let Some(before) = before.as_ref().and_then(Person::of) {
        txn.delete(Table::People, &key(before))?;
    }
    match after.and_then(Person::of) {
        Some(person) => txn.put(Table::People, &key(person), &value(person)),
        None => Ok(()),
    }
}

/// Looks whether a person is listed as their row says.
pub(super) fn check_person(txn: &dyn ReadTxn, person: &Person) -> Result<(), StoreError> {
    if has_listed_people(txn)? && txn.get(Table::People, &key(person))? != Some(value(person)) {
        return Err(damaged("it is not in the list of people as it should be"));
    }
    Ok(())
}

/// Looks whether an entry can be read. That none is there for nobody follows from the numbers.
pub(super) fn check_entry(key: &[u8]) -> Result<(), StoreError> {
    id_in(key).map(drop)
}

/// Whether the people are listed, and out of what coordinators hold.
///
/// # Errors
/// The store cannot be read.
pub(crate) fn has_listed_people(txn: &(impl ReadTxn + ?Sized)) -> Result<bool, StoreError> {
    Ok(txn.get(Table::Meta, DONE)?.is_some())
}

/// Lists the people of a database of an earlier version, and takes their rows, and the addresses and the ended ones of
/// invitations, out of what coordinators hold.
///
/// # Errors
/// The store cannot be read or written; nothing of it may be kept.
pub(crate) fn list_people(txn: &mut dyn WriteTxn) -> Result<(), StoreError> {
    let mut people = Vec::new();
    for (scope, _) in reading::scopes(&*txn)? {
        if let Scope::Person(id) = scope {
            people.extend(find_person(&*txn, id)?);
        }
    }
    let held: Vec<Person> = reading::all(&*txn, Scope::Administration)?;
    let invitations: Vec<Invitation> = reading::all(&*txn, Scope::Administration)?;
    for person in &people {
        txn.put(Table::People, &key(person), &value(person))?;
    }
    let mut row_store = RowStore::new(txn);
    for person in held {
        row_store.delete(&RowKey::new(Scope::Administration, Kind::Person, person.id));
    }
    for person in people.iter().filter(|person| person.roles.is_administrator()) {
        store_person(&mut row_store, Some(&person.roles), person);
    }
    for invitation in invitations {
        store_invitation(&mut row_store, &invitation);
    }
    row_store.finish()?;
    txn.put(Table::Meta, DONE, b"1")
}

fn key(person: &Person) -> Vec<u8> {
    let name = normalise(&person.name);
    [name.as_bytes(), &[END], person.id.uuid().as_bytes()].concat()
}

fn value(person: &Person) -> Vec<u8> {
    let mut all: BTreeSet<String> = words(&person.name).into_iter().collect();
    all.extend(words(&person.email));
    let all: Vec<Vec<u8>> = all.into_iter().map(String::into_bytes).collect();
    all.join(&END)
}

pub(super) fn id_in(key: &[u8]) -> Result<PersonId, StoreError> {
    let id = key
        .len()
        .checked_sub(size_of::<Uuid>())
        .and_then(|at| key.get(at..));
    let id = id.ok_or_else(|| damaged("the key of a person is too short"))?;
    Ok(PersonId(Uuid::from_slice(id).map_err(damaged)?))
}

/// The next key there can be.
fn following(key: &[u8]) -> Vec<u8> {
    [key, &[0]].concat()
}

#[cfg(test)]
mod tests;
