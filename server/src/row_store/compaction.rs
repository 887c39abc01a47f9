use super::keys;
use super::reading::{Written, damaged, head, order_range};
use crate::store::{Direction, StoreError, Table, WriteTxn};
use shared::row::{Row, RowKey};
use shared::scope::Scope;
use shared::time::Timestamp;

/// How long a tombstone is kept at least, in milliseconds: 90 days. A device that was away for longer gets the
/// scopes that lost something meanwhile anew.
pub const TOMBSTONE_LIFE_MS: i64 = 90 * 24 * 60 * 60 * 1000;

/// Forgets the tombstones of these scopes that are older than [`TOMBSTONE_LIFE_MS`]. Rows carry no dates; each
/// scope has a mark that says how far it had come when, and what lies before an old mark is old. Returns how
/// many were forgotten. Meant to run about once a day.
///
/// # Errors
/// The store failed; the transaction must be thrown away.
pub fn compact_old(txn: &mut dyn WriteTxn, scopes: &[Scope], now: Timestamp) -> Result<usize, StoreError> {
    let mut forgotten = 0;
    for scope in scopes.iter().copied() {
        let key = [b"mark/".as_slice(), &keys::scope(scope)].concat();
        let mark = txn.get(Table::Meta, &key)?.map(|mark| decode_mark(&mark));
        if let Some(mark) = mark {
            let (since, seq) = mark.ok_or_else(|| damaged(format_args!("the mark of {scope}")))?;
            if now < since.plus_ms(TOMBSTONE_LIFE_MS) {
                continue;
            }
            forgotten += compact(txn, scope, seq)?;
        }
        let mark = [now.0.to_be_bytes(), head(&*txn, scope)?.head.to_be_bytes()].concat();
        txn.put(Table::Meta, &key, &mark)?;
    }
    Ok(forgotten)
}

fn decode_mark(mark: &[u8]) -> Option<(Timestamp, u64)> {
    let (since, seq) = mark.split_at_checked(8)?;
    let since = Timestamp(i64::from_be_bytes(since.try_into().ok()?));
    Some((since, u64::from_be_bytes(seq.try_into().ok()?)))
}

/// Forgets the tombstones of a scope with a seq up to and including `keep_after`, and raises the scope's floor
/// to the last one forgotten: a device that had not come that far will get the scope anew. Returns how many.
///
/// # Errors
/// The store failed; the transaction must be thrown away.
pub fn compact(txn: &mut dyn WriteTxn, scope: Scope, keep_after: u64) -> Result<usize, StoreError> {
    let mut at = head(&*txn, scope)?;
    let end = keep_after.min(at.head).saturating_add(1);
    let rows = order_range::<Written>(&*txn, scope, 0, end, Direction::Forward, usize::MAX)?;
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
