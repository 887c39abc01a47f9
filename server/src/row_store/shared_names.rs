//! Databases from before a commune said whether another one has its name.

use super::{RowStore, reading};
use crate::store::{ReadTxn, StoreError, Table, WriteTxn};
use shared::apply::View;
use shared::folder::mark_shared_names;
use shared::records::Collectivity;
use shared::scope::Scope;

const DONE: &[u8] = b"shared-names";

/// Whether the national list was looked through already.
///
/// # Errors
/// The store cannot be read.
pub(crate) fn has_shared_names(txn: &(impl ReadTxn + ?Sized)) -> Result<bool, StoreError> {
    Ok(txn.get(Table::Meta, DONE)?.is_some())
}

/// Marks the communes of the national list that share a name, wherever their rows are, and remembers that it was done.
///
/// # Errors
/// The store cannot be read or written; nothing of it may be kept.
pub(crate) fn write_shared_names(txn: &mut dyn WriteTxn) -> Result<(), StoreError> {
    let mut all: Vec<Collectivity> = reading::all(&*txn, Scope::Directory)?;
    mark_shared_names(&mut all);
    let mut row_store = RowStore::new(txn);
    for one in all.into_iter().filter(|one| one.shares_name) {
        if reading::find::<Collectivity>(row_store.reading(), Scope::Public, one.id)?.is_some() {
            row_store.put(Scope::Public, one.clone().into());
        }
        row_store.put(Scope::Directory, one.into());
    }
    row_store.finish()?;
    txn.put(Table::Meta, DONE, b"1")
}
