//! Databases, and backups of them, from before closed accounts left the lists of colleagues.

use super::{RowStore, reading};
use crate::store::{ReadTxn, StoreError, Table, WriteTxn};
use shared::apply::store_person;
use shared::records::Person;
use shared::scope::Scope;

const DONE: &[u8] = b"closed-accounts-unlisted";

/// Whether this was done already.
///
/// # Errors
/// The store cannot be read.
pub(crate) fn has_unlisted_closed_accounts(txn: &(impl ReadTxn + ?Sized)) -> Result<bool, StoreError> {
    Ok(txn.get(Table::Meta, DONE)?.is_some())
}

/// Takes the cards of closed accounts out of the lists of colleagues, and remembers that it was done.
///
/// # Errors
/// The store cannot be read or written; nothing of it may be kept.
pub(crate) fn unlist_closed_accounts(txn: &mut dyn WriteTxn) -> Result<(), StoreError> {
    let people: Vec<Person> = reading::all(&*txn, Scope::Administration)?;
    let mut row_store = RowStore::new(txn);
    for person in people.iter().filter(|person| person.disabled) {
        store_person(&mut row_store, Some(&person.roles), person);
    }
    row_store.finish()?;
    txn.put(Table::Meta, DONE, b"1")
}
