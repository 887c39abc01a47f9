//! The published experiences as the filters of the list look at them, kept in memory from the first time that the list
//! is asked for, and brought up to date from the scope's own changes.

use crate::row_store;
use crate::store::{ReadTxn, StoreError};
use app::server::Published;
use shared::ids::ExperienceId;
use shared::records::ExperienceCard;
use shared::row::{Kind, RecordType, Row};
use shared::scope::Scope;
use shared::time::Timestamp;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// Where one stands in the list: the newest first, those of the same moment by their slugs.
type Position = (Reverse<Timestamp>, String, ExperienceId);

/// The list as of a head of the public scope.
#[derive(Debug, Default)]
pub(super) struct PublishedList {
    head: u64,
    lines: BTreeMap<Position, Published>,
    positions: HashMap<ExperienceId, Position>,
}

impl PublishedList {
    /// Whether it is as this reading has it, or newer.
    pub(super) fn is_current(&self, txn: &dyn ReadTxn) -> Result<bool, StoreError> {
        Ok(self.head >= row_store::head(txn, Scope::Public)?.head)
    }

    /// Takes in what changed since it was last read.
    pub(super) fn catch_up(&mut self, txn: &dyn ReadTxn) -> Result<(), StoreError> {
        let now = row_store::head(txn, Scope::Public)?;
        // Deletions may have been forgotten that this has not seen.
        if now.floor > self.head {
            *self = Self::default();
        }
        row_store::each_change(txn, Scope::Public, self.head, now.head, |row| self.take(row))?;
        self.head = now.head.max(self.head);
        Ok(())
    }

    fn take(&mut self, row: &Row) {
        if Kind::from_word(&row.kind) != Some(Kind::ExperienceCard) {
            return;
        }
        let id = ExperienceId(row.id);
        if let Some(position) = self.positions.remove(&id) {
            self.lines.remove(&position);
        }
        let record = row.record();
        if let Some(card) = record.as_ref().and_then(ExperienceCard::of) {
            let position = (Reverse(card.published), card.slug.clone(), id);
            self.positions.insert(id, position.clone());
            self.lines.insert(position, Published::of(card));
        }
    }

    /// All of them, in the order of the list.
    pub(super) fn all(&self) -> Vec<Published> {
        self.lines.values().copied().collect()
    }
}
