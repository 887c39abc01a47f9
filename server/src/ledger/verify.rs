use super::keys;
use super::published;
use super::reading::{damaged, epoch, head, order_range, scopes};
use super::usage;
use crate::store::{Direction, ReadTxn, Span, StoreError, Table};
use shared::row::Kind;

/// What was looked at, where everything held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// Scopes.
    pub scopes: usize,
    /// Rows, deleted ones too.
    pub rows: usize,
}

/// Looks whether the rows hold together: each is in its scope's order exactly once, at its own seq and not
/// above the head, each of a known kind can be read, and what is derived from them (the lists of published experiences,
/// the counts of what is kept for whom) is right.
///
/// # Errors
/// [`StoreError::Corrupted`] naming the first thing that does not hold.
pub fn verify(txn: &dyn ReadTxn) -> Result<Verified, StoreError> {
    epoch(txn)?;
    let mut seen = Verified::default();
    for (scope, at) in scopes(txn)? {
        let rows = order_range(txn, scope, 0, u64::MAX, Direction::Forward, usize::MAX)?;
        for stored in &rows {
            let row = &stored.row;
            let is_in_place = txn
                .get(Table::Order, &keys::order(scope, row.seq))?
                .is_some_and(|place| {
                    place
                        == keys::row(&shared::row::RowKey {
                            scope,
                            kind: row.kind.clone(),
                            id: row.id,
                        })
                });
            if !is_in_place || row.seq > at.head || row.seq == 0 {
                return Err(damaged(format_args!(
                    "{} {} of {scope} is out of order",
                    row.kind, row.id
                )));
            }
            if let Some(kind) = Kind::from_word(&row.kind) {
                keys::decode_record(kind, row.clone())?;
            }
        }
        if at.floor > head(txn, scope)?.head {
            return Err(damaged(format_args!("the floor of {scope} is above its head")));
        }
        seen.scopes += 1;
        seen.rows += rows.len();
    }
    let rows = txn.range(Table::Rows, &Span::all(), Direction::Forward, usize::MAX)?;
    if rows.len() != seen.rows {
        let missing = format!("{} rows are there and {} are in an order", rows.len(), seen.rows);
        return Err(damaged(missing));
    }
    published::verify(txn)?;
    usage::verify(txn)?;
    Ok(seen)
}
