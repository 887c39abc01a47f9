//! Databases, and backups of them, from before closed accounts left the lists of colleagues, and the training of people who
//! left a collectivity the sight of its focal points.

use super::{RowStore, reading};
use crate::store::{ReadTxn, StoreError, Table, WriteTxn};
use shared::apply::{View as _, store_person};
use shared::records::{Person, TrainingRecord};
use shared::row::RowKey;
use shared::scope::Scope;

const DONE: &[u8] = b"closed-accounts-unlisted";

/// Whether this was done already.
///
/// # Errors
/// The store cannot be read.
pub(crate) fn has_unlisted_closed_accounts(txn: &(impl ReadTxn + ?Sized)) -> Result<bool, StoreError> {
    Ok(txn.get(Table::Meta, DONE)?.is_some())
}

/// Takes the cards of closed accounts out of the lists of colleagues and the training of people who left out of the
/// sight of focal points, and remembers that it was done.
///
/// # Errors
/// The store cannot be read or written; nothing of it may be kept.
pub(crate) fn unlist_closed_accounts(txn: &mut dyn WriteTxn) -> Result<(), StoreError> {
    let people: Vec<Person> = reading::all(&*txn, Scope::Administration)?;
    let mut left = Vec::new();
    for (scope, _) in reading::scopes(&*txn)? {
        let Scope::Focal(collectivity) = scope else {
            continue;
        };
        let records: Vec<TrainingRecord> = reading::all(&*txn, scope)?;
        let is_here = |record: &TrainingRecord| {
            people
                .iter()
                .any(|person| person.id == record.person && person.roles.belongs_to(collectivity))
        };
        left.extend(
            records
                .into_iter()
                .filter(|record| !is_here(record))
                .map(|record| RowKey::of(scope, &record.into())),
        );
    }
    let mut row_store = RowStore::new(txn);
    for key in &left {
        row_store.delete(key);
    }
    for person in people.iter().filter(|person| person.disabled) {
        store_person(&mut row_store, Some(&person.roles), person);
    }
    row_store.finish()?;
    txn.put(Table::Meta, DONE, b"1")
}
