//! Looks through everything that is stored: each entry of each table is read as what it should be, and what names
//! another entry is compared with it. In memory it holds a few thousand entries at a time.

#[cfg(test)]
mod tests;

use crate::accounts::{credentials, recoveries, sessions};
use crate::authority;
use crate::row_store::{self, RowCounts};
use crate::store::{Direction, ReadTxn, Span, StoreError, Table};
use std::collections::BTreeMap;

/// How many damages are named; there may be more.
pub const NAMED_MOST: usize = 200;

/// How many entries are read at a time.
const AT_ONCE: usize = 2_000;

/// What was looked at, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// What was there.
    pub seen: Verified,
    /// What is wrong, each in a line for the operator: the first [`NAMED_MOST`].
    pub damages: Vec<String>,
    /// How many more there are.
    pub unnamed: usize,
}

/// What was looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// Scopes.
    pub scopes: usize,
    /// Rows, deleted ones too.
    pub rows: usize,
    /// Entries of all tables, those of rows too.
    pub entries: usize,
}

impl VerifyReport {
    /// What was looked at, provided that nothing is wrong with it.
    ///
    /// # Errors
    /// [`StoreError::Corrupted`] with the first damage and how many there are.
    pub fn sound(self) -> Result<Verified, StoreError> {
        let count = self.damages.len() + self.unnamed;
        match self.damages.into_iter().next() {
            None => Ok(self.seen),
            Some(first) if count == 1 => Err(StoreError::Corrupted(first)),
            Some(first) => Err(StoreError::Corrupted(format!("{first}; {} more", count - 1))),
        }
    }

    fn add(&mut self, damage: String) {
        if self.damages.len() < NAMED_MOST {
            self.damages.push(damage);
        } else {
            self.unnamed += 1;
        }
    }
}

/// Looks through everything.
#[must_use]
pub fn verify(txn: &dyn ReadTxn) -> VerifyReport {
    let mut report = VerifyReport::default();
    if let Err(error) = row_store::epoch(txn) {
        report.add(error.to_string());
    }
    let mut entries = BTreeMap::new();
    let mut counts = RowCounts::default();
    for table in Table::ALL {
        let seen = walk(txn, *table, &mut report, |key, value| {
            check_entry(txn, *table, key, value, &mut counts)
        });
        entries.insert(*table, seen);
    }
    if let Err(error) = counts.check(txn).and_then(|()| row_store::verify_usage(txn)) {
        report.add(error.to_string());
    }
    let of = |table| entries.get(&table).copied().unwrap_or_default();
    report.seen = Verified {
        scopes: of(Table::Heads),
        rows: of(Table::Rows),
        entries: entries.values().sum(),
    };
    report
}

fn check_entry(
    txn: &dyn ReadTxn,
    table: Table,
    key: &[u8],
    value: &[u8],
    counts: &mut RowCounts,
) -> Result<(), StoreError> {
    match table {
        Table::Rows | Table::Order | Table::Heads | Table::Published | Table::People => {
            row_store::check_entry(txn, table, key, value, counts)
        }
        Table::Certificates | Table::Invitations | Table::Slugs | Table::Meta => {
            row_store::check_beside(table, key, value)
        }
        Table::Devices | Table::Results | Table::Mutations => authority::check_entry(table, key, value),
        Table::Accounts | Table::Emails => credentials::check_entry(table, value),
        Table::Sessions => sessions::check_entry(key, value),
        Table::Recoveries => recoveries::check_entry(value),
        // Compared as a whole with what is counted in the rows.
        Table::Usage => Ok(()),
    }
}

/// Hands every entry of a table to `look`, and says how many there were. What cannot be read is named and passed
/// over, one entry at a time; where even the next key cannot be found, the rest of the table is given up.
fn walk(
    txn: &dyn ReadTxn,
    table: Table,
    report: &mut VerifyReport,
    mut look: impl FnMut(&[u8], &[u8]) -> Result<(), StoreError>,
) -> usize {
    let mut seen = 0;
    let mut rest = Span::all();
    let mut at_once = AT_ONCE;
    loop {
        match txn.range(table, &rest, Direction::Forward, at_once) {
            Ok(entries) => {
                let Some((last, _)) = entries.last() else {
                    return seen;
                };
                if *last < rest.from {
                    report.add(format!("the keys of the table {} are out of order", table.word()));
                    return seen;
                }
                rest.from = after(last);
                seen += entries.len();
                for (key, value) in &entries {
                    if let Err(error) = look(key, value) {
                        report.add(format!(
                            "table {}, {}: {error}",
                            table.word(),
                            row_store::name(table, key)
                        ));
                    }
                }
                // Double what was read one by one after a damage, so that one damage costs little.
                at_once = at_once.saturating_mul(2).min(AT_ONCE);
            }
            Err(_) if at_once > 1 => at_once = 1,
            Err(StoreError::DamagedEntry { key, .. }) if key >= rest.from => {
                report.add(format!(
                    "table {}, {}: it does not match its checksum",
                    table.word(),
                    row_store::name(table, &key)
                ));
                seen += 1;
                rest.from = after(&key);
            }
            Err(error) => {
                report.add(format!(
                    "table {}: nothing can be read from {} on: {error}",
                    table.word(),
                    row_store::name(table, &rest.from)
                ));
                return seen;
            }
        }
    }
}

fn after(key: &[u8]) -> Vec<u8> {
    [key, &[0]].concat()
}
