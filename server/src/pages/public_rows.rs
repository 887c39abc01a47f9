//! What the pages must find quickly among the rows of the public scope, kept in memory and brought up to date from
//! the scope's own changes: a page costs the same with a hundred experiences as with a hundred thousand.

use crate::ledger;
use crate::store::{Direction, ReadTxn, StoreError};
use shared::ids::{CollectivityId, ExperienceId, ModuleId};
use shared::records::{Collectivity, ExperienceCard, ModuleCard};
use shared::row::{Kind, Record, Row};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::CollectivityKind;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How many rows are read at a time: all of them together could be more than the machine has room for.
const AT_A_TIME: usize = 500;

/// The public scope as of a head.
#[derive(Debug, Default)]
pub(super) struct PublicRows {
    head: u64,
    modules: BTreeMap<(u32, String), ModuleCard>,
    /// The members of the network, and whoever else published an experience.
    collectivities: BTreeMap<CollectivityId, Collectivity>,
    /// The newest first, as the lists show them.
    order: BTreeSet<(Reverse<Timestamp>, Box<str>, ExperienceId)>,
    /// What is needed to find an experience in `order`, and whose it is.
    experiences: HashMap<ExperienceId, (Timestamp, Box<str>, CollectivityId)>,
}

impl PublicRows {
    /// Whether it is as this reading has it, or newer.
    pub(super) fn is_current(&self, txn: &dyn ReadTxn) -> Result<bool, StoreError> {
        Ok(self.head >= ledger::head(txn, Scope::Public)?.head)
    }

    /// Takes in what changed since it was last read.
    pub(super) fn catch_up(&mut self, txn: &dyn ReadTxn) -> Result<(), StoreError> {
        let now = ledger::head(txn, Scope::Public)?;
        if now.floor > self.head {
            // Deletions were forgotten that this has not seen.
            *self = Self::default();
        }
        while self.head < now.head {
            let from = self.head + 1;
            let rows = ledger::order_range(
                txn,
                Scope::Public,
                from,
                now.head + 1,
                Direction::Forward,
                AT_A_TIME,
            )?;
            let is_last = rows.len() < AT_A_TIME;
            for stored in rows {
                self.head = stored.row.seq;
                self.take(&stored.row);
            }
            if is_last {
                self.head = now.head;
            }
        }
        Ok(())
    }

    fn take(&mut self, row: &Row) {
        match Kind::from_word(&row.kind) {
            Some(Kind::ModuleCard) => self.modules.retain(|_, card| card.id != ModuleId(row.id)),
            Some(Kind::Collectivity) => {
                self.collectivities.remove(&CollectivityId(row.id));
            }
            Some(Kind::ExperienceCard) => self.forget_experience(ExperienceId(row.id)),
            _ => return,
        }
        match row.record() {
            Some(Record::ModuleCard(card)) => {
                self.modules.insert((card.order, card.slug.clone()), card);
            }
            Some(Record::Collectivity(one)) => {
                self.collectivities.insert(one.id, one);
            }
            Some(Record::ExperienceCard(card)) => {
                let slug: Box<str> = card.slug.into();
                self.order
                    .insert((Reverse(card.published), slug.clone(), card.id));
                self.experiences
                    .insert(card.id, (card.published, slug, card.collectivity));
            }
            _ => {}
        }
    }

    fn forget_experience(&mut self, id: ExperienceId) {
        if let Some((published, slug, _)) = self.experiences.remove(&id) {
            self.order.remove(&(Reverse(published), slug, id));
        }
    }

    /// The modules in the order of the catalogue.
    pub(super) fn modules(&self) -> impl Iterator<Item = &ModuleCard> {
        self.modules.values()
    }

    /// The module with this slug.
    pub(super) fn module(&self, slug: &str) -> Option<&ModuleCard> {
        self.modules().find(|card| card.slug == slug)
    }

    /// The members of the network, by their ids.
    pub(super) fn members(&self) -> impl Iterator<Item = &Collectivity> {
        self.collectivities.values().filter(|one| one.is_member())
    }

    /// A member, or another collectivity that published an experience.
    pub(super) fn collectivity(&self, id: CollectivityId) -> Option<&Collectivity> {
        self.collectivities.get(&id)
    }

    /// The region with this code. Every region is a member.
    pub(super) fn region(&self, code: &str) -> Option<&Collectivity> {
        self.collectivities
            .values()
            .find(|one| one.kind == CollectivityKind::Region && one.region == code)
    }

    /// How many experiences are published.
    pub(super) fn experience_count(&self) -> usize {
        self.order.len()
    }

    /// The slugs of the published experiences, the newest first.
    pub(super) fn slugs(&self) -> impl Iterator<Item = &str> {
        self.order.iter().map(|(_, slug, _)| slug.as_ref())
    }

    /// The cards of the newest experiences.
    pub(super) fn newest(&self, txn: &dyn ReadTxn, most: usize) -> Result<Vec<ExperienceCard>, StoreError> {
        cards(txn, self.order.iter().map(|(_, _, id)| *id).take(most))
    }

    /// The cards of the newest experiences of a collectivity.
    pub(super) fn newest_of(
        &self,
        txn: &dyn ReadTxn,
        collectivity: CollectivityId,
        most: usize,
    ) -> Result<Vec<ExperienceCard>, StoreError> {
        let mut own: Vec<(Reverse<Timestamp>, ExperienceId)> = self
            .experiences
            .iter()
            .filter(|(_, (_, _, owner))| *owner == collectivity)
            .map(|(id, (published, ..))| (Reverse(*published), *id))
            .collect();
        own.sort_unstable();
        cards(txn, own.into_iter().map(|(_, id)| id).take(most))
    }
}

/// The cards of these experiences. One that this reading does not have was withdrawn a moment ago.
fn cards(
    txn: &dyn ReadTxn,
    ids: impl Iterator<Item = ExperienceId>,
) -> Result<Vec<ExperienceCard>, StoreError> {
    ids.filter_map(|id| ledger::find::<ExperienceCard>(txn, Scope::Public, id).transpose())
        .collect()
}
