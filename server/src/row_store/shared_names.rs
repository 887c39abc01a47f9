//! What communes of the national list say about each other: whether another one has its name, and the name of its province.

use super::{RowStore, reading};
use crate::store::{ReadTxn, StoreError, Table, WriteTxn};
use shared::apply::View;
use shared::folder as format;
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

/// [`relate_collectivities`] of a database of an earlier version, and remembers that it was done.
///
/// # Errors
/// As there.
pub(crate) fn write_shared_names(txn: &mut dyn WriteTxn) -> Result<(), StoreError> {
    relate_collectivities(txn)?;
    txn.put(Table::Meta, DONE, b"1")
}

/// Writes what the whole national list says about each of its communes, wherever their rows are: an import may have
/// brought a part of the list, which says nothing about the rest.
///
/// # Errors
/// The store cannot be read or written; nothing of it may be kept.
pub(crate) fn relate_collectivities(txn: &mut dyn WriteTxn) -> Result<(), StoreError> {
    let held: Vec<Collectivity> = reading::all(&*txn, Scope::Directory)?;
    let mut all = held.clone();
    format::relate_collectivities(&mut all);
    let mut row_store = RowStore::new(txn);
    for (one, _) in all.into_iter().zip(held).filter(|(one, held)| one != held) {
        if reading::find::<Collectivity>(row_store.reading(), Scope::Public, one.id)?.is_some() {
            row_store.put(Scope::Public, one.clone().into());
        }
        row_store.put(Scope::Directory, one.into());
    }
    row_store.finish()
}
