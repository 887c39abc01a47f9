//! Databases, and backups of them, from before `experience:E` held only what its readers may see.

use super::{HeadRecorder, RowStore, reading};
use crate::store::{ReadTxn, StoreError, Table, WriteTxn};
use shared::apply::hide_from_readers;
use shared::scope::Scope;

const DONE: &[u8] = b"reader-rows";

/// Whether the rows were looked through already.
///
/// # Errors
/// The store cannot be read.
pub(crate) fn has_reader_rows(txn: &(impl ReadTxn + ?Sized)) -> Result<bool, StoreError> {
    Ok(txn.get(Table::Meta, DONE)?.is_some())
}

/// Looks through the rows of all experiences, hides what their readers may not see, and remembers that it was done.
/// Gives how many scopes changed.
///
/// # Errors
/// The store cannot be read or written; nothing of it may be kept.
pub(crate) fn write_reader_rows(txn: &mut dyn WriteTxn) -> Result<usize, StoreError> {
    let scopes = reading::scopes(&*txn)?;
    let mut recorder = HeadRecorder::new(txn);
    let mut row_store = RowStore::new(&mut recorder);
    for (scope, _) in scopes {
        if let Scope::Experience(id) = scope {
            hide_from_readers(&mut row_store, id);
            row_store.check()?;
        }
    }
    row_store.finish()?;
    let changed = recorder.into_heads().len();
    set_reader_rows(txn)?;
    Ok(changed)
}

/// Remembers that there is nothing to look through.
///
/// # Errors
/// The store cannot be written.
pub(crate) fn set_reader_rows(txn: &mut dyn WriteTxn) -> Result<(), StoreError> {
    txn.put(Table::Meta, DONE, b"1")
}
