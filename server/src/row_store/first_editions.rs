//! Databases, and backups of them, from before modules had editions.

use super::{RowStore, reading};
use crate::store::{ReadTxn, StoreError, Table, WriteTxn};
use shared::apply::keep_first_edition;
use shared::records::ModuleCard;
use shared::scope::Scope;

const DONE: &[u8] = b"first-editions";

/// Whether every module has its first edition.
///
/// # Errors
/// The store cannot be read.
pub(crate) fn has_first_editions(txn: &(impl ReadTxn + ?Sized)) -> Result<bool, StoreError> {
    Ok(txn.get(Table::Meta, DONE)?.is_some())
}

/// Makes what every module is today its first edition, where it has none, and remembers that it was done.
///
/// # Errors
/// The store cannot be read or written; nothing of it may be kept.
pub(crate) fn write_first_editions(txn: &mut dyn WriteTxn) -> Result<(), StoreError> {
    let cards = reading::all::<ModuleCard>(&*txn, Scope::Public)?;
    let mut row_store = RowStore::new(txn);
    for card in cards {
        keep_first_edition(&mut row_store, card);
        row_store.check()?;
    }
    row_store.finish()?;
    txn.put(Table::Meta, DONE, b"1")
}
