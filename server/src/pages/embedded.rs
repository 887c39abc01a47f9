//! The rows that a page embeds to the app, noted while the page is written: with them the app shows the same page before
//! it has asked the server for anything.

use crate::row_store::{self, StoredRow, Written};
use crate::store::{ReadTxn, StoreError};
use shared::row::{Kind, RowKey};
use shared::scope::Scope;
use shared::wire::{EmbeddedRows, EmbeddedScope};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What one page may embed at most; one with more embeds nothing, and the app shows it once it has pulled.
#[derive(Clone, Copy, Debug)]
struct Limits {
    rows: usize,
    /// Of the rows as JSON.
    bytes: usize,
}

const LIMITS: Limits = Limits {
    // More than the national list has collectivities, some 1,600: nothing else that pages show comes in such numbers.
    rows: 2_000,
    // As much as one answer to a pull. What is larger comes in parts better than in a page, which travels whole or not
    // at all and has to find a place among the pages kept in memory.
    bytes: 512 * 1024,
};

/// What JSON has at least around the body of a row, beyond what the store has.
const ROW_FRAME: usize = 70;

impl Limits {
    /// Whether one more row goes in. It is asked before anything is written, so that nothing is written in vain.
    fn takes(&mut self, stored: &StoredRow<Written>) -> bool {
        let bytes = if stored.row.is_deleted() {
            0
        } else {
            stored.bytes + ROW_FRAME
        };
        let left = self.rows.checked_sub(1).zip(self.bytes.checked_sub(bytes));
        if let Some((rows, bytes)) = left {
            *self = Self { rows, bytes };
        }
        left.is_some()
    }
}

/// What a page embeds. The public scope is always there, if only to say that the page needs nothing of it.
#[derive(Debug)]
pub(super) struct RowsToEmbed {
    scopes: BTreeMap<Scope, BTreeSet<(Kind, Uuid)>>,
}

impl Default for RowsToEmbed {
    fn default() -> Self {
        Self {
            scopes: BTreeMap::from([(Scope::Public, BTreeSet::new())]),
        }
    }
}

impl RowsToEmbed {
    /// Notes one row. It need not exist.
    pub(super) fn note(&mut self, scope: Scope, kind: Kind, id: Uuid) {
        self.scopes.entry(scope).or_default().insert((kind, id));
    }

    /// How many rows of a kind were noted.
    pub(super) fn count(&self, scope: Scope, kind: Kind) -> usize {
        let rows = self.scopes.get(&scope).into_iter().flatten();
        rows.filter(|(noted, _)| *noted == kind).count()
    }

    /// The noted rows as JSON; `None` when they are too many or too large.
    pub(super) fn to_json(&self, txn: &dyn ReadTxn) -> Result<Option<String>, StoreError> {
        self.to_json_within(txn, LIMITS)
    }

    fn to_json_within(&self, txn: &dyn ReadTxn, limits: Limits) -> Result<Option<String>, StoreError> {
        let Some(rows) = self.read(txn, limits)? else {
            return Ok(None);
        };
        // Rows can always be written; and if not, the page is still one.
        let json = serde_json::to_string(&rows).ok();
        Ok(json.filter(|json| json.len() <= limits.bytes))
    }

    fn read(&self, txn: &dyn ReadTxn, mut room: Limits) -> Result<Option<EmbeddedRows<Written>>, StoreError> {
        let mut scopes = Vec::with_capacity(self.scopes.len());
        for (scope, keys) in &self.scopes {
            let mut rows = Vec::with_capacity(keys.len());
            for (kind, id) in keys {
                let Some(stored) = row_store::stored_row(txn, &RowKey::new(*scope, *kind, *id))? else {
                    continue;
                };
                if !room.takes(&stored) {
                    return Ok(None);
                }
                // Who begins with these has nothing that a tombstone could take away.
                if !stored.row.is_deleted() {
                    rows.push(stored.row);
                }
            }
            scopes.push(EmbeddedScope { scope: *scope, rows });
        }
        Ok(Some(EmbeddedRows { scopes }))
    }
}

#[cfg(test)]
mod tests;
