use super::keys;
use super::reading::{head, order_range};
use crate::store::{Direction, StoreError, Table, WriteTxn};
use shared::row::{Row, RowKey};
use shared::scope::Scope;

/// Forgets the tombstones of a scope with a seq up to and including `keep_after`, and raises the scope's floor
/// to the last one forgotten: a device that had not come that far will get the scope anew. Returns how many.
///
/// # Errors
/// The store failed; the transaction must be thrown away.
pub fn compact(txn: &mut dyn WriteTxn, scope: Scope, keep_after: u64) -> Result<usize, StoreError> {
    let mut at = head(&*txn, scope)?;
    let end = keep_after.min(at.head).saturating_add(1);
    let rows = order_range(&*txn, scope, 0, end, Direction::Forward, usize::MAX)?;
    let mut forgotten = 0;
    for row in rows.into_iter().map(|stored| stored.row).filter(Row::is_deleted) {
        let key = RowKey {
            scope,
            kind: row.kind,
            id: row.id,
        };
        txn.delete(Table::Rows, &keys::row(&key))?;
        txn.delete(Table::Order, &keys::order(scope, row.seq))?;
        at.floor = at.floor.max(row.seq);
        forgotten += 1;
    }
    if forgotten > 0 {
        txn.put(Table::Heads, &keys::scope(scope), &keys::encode_head(at))?;
    }
    Ok(forgotten)
}
