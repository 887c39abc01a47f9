//! The rows that a page lends to the app, noted while the page is written: with them the app shows the same page before
//! it has asked the server for anything.

use crate::ledger::{self, StoredRow, Written};
use crate::store::{Direction, ReadTxn, StoreError};
use shared::row::{Kind, Row, RowKey};
use shared::scope::Scope;
use shared::wire::{LentScope, PageRows};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What one page may lend at most; one with more lends nothing, and the app shows it once it has pulled.
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

/// Which rows of a scope.
#[derive(Debug)]
enum Part {
    Whole,
    Rows(BTreeSet<(Kind, Uuid)>),
}

/// What a page lends. The public scope is always there, if only to say that the page needs nothing of it.
#[derive(Debug)]
pub(super) struct Lent {
    parts: BTreeMap<Scope, Part>,
    is_withheld: bool,
}

impl Default for Lent {
    fn default() -> Self {
        Self {
            parts: BTreeMap::from([(Scope::Public, Part::Rows(BTreeSet::new()))]),
            is_withheld: false,
        }
    }
}

impl Lent {
    /// Notes one row. It need not exist.
    pub(super) fn note(&mut self, scope: Scope, kind: Kind, id: Uuid) {
        let part = self
            .parts
            .entry(scope)
            .or_insert_with(|| Part::Rows(BTreeSet::new()));
        if let Part::Rows(rows) = part {
            rows.insert((kind, id));
        }
    }

    /// Notes all rows of a scope.
    pub(super) fn note_whole(&mut self, scope: Scope) {
        self.parts.insert(scope, Part::Whole);
    }

    /// Lends nothing after all: the app would show less with these rows than the page does.
    pub(super) fn withhold(&mut self) {
        self.is_withheld = true;
    }

    /// The noted rows as JSON; `None` when they are too many or too large.
    pub(super) fn to_json(&self, txn: &dyn ReadTxn) -> Result<Option<String>, StoreError> {
        self.to_json_within(txn, LIMITS)
    }

    fn to_json_within(&self, txn: &dyn ReadTxn, limits: Limits) -> Result<Option<String>, StoreError> {
        if self.is_withheld {
            return Ok(None);
        }
        let Some(rows) = self.read(txn, limits)? else {
            return Ok(None);
        };
        // Rows can always be written; and if not, the page is still one.
        let json = serde_json::to_string(&rows).ok();
        Ok(json.filter(|json| json.len() <= limits.bytes))
    }

    fn read(&self, txn: &dyn ReadTxn, mut room: Limits) -> Result<Option<PageRows<Written>>, StoreError> {
        let mut scopes = Vec::with_capacity(self.parts.len());
        for (scope, part) in &self.parts {
            let Some(rows) = part.read(txn, *scope, &mut room)? else {
                return Ok(None);
            };
            scopes.push(LentScope {
                scope: *scope,
                is_whole: matches!(part, Part::Whole),
                rows,
            });
        }
        Ok(Some(PageRows { scopes }))
    }
}

impl Part {
    /// Its rows in this scope; `None` when there is no room for all of them.
    fn read(
        &self,
        txn: &dyn ReadTxn,
        scope: Scope,
        room: &mut Limits,
    ) -> Result<Option<Vec<Row<Written>>>, StoreError> {
        let mut rows = Vec::new();
        match self {
            Self::Whole => {
                let limit = room.rows.saturating_add(1);
                for stored in ledger::order_range(txn, scope, 0, u64::MAX, Direction::Forward, limit)? {
                    if !room.takes(&stored) {
                        return Ok(None);
                    }
                    rows.push(stored.row);
                }
            }
            Self::Rows(keys) => {
                for (kind, id) in keys {
                    let Some(stored) = ledger::stored_row(txn, &RowKey::new(scope, *kind, *id))? else {
                        continue;
                    };
                    if !room.takes(&stored) {
                        return Ok(None);
                    }
                    rows.push(stored.row);
                }
            }
        }
        // Who begins with these has nothing that a tombstone could take away.
        rows.retain(|row| !row.is_deleted());
        Ok(Some(rows))
    }
}

#[cfg(test)]
mod tests;
