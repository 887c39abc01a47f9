//! What the pages must find quickly among the rows of the public scope, kept in memory and brought up to date from
//! the scope's own changes: a page costs the same with a hundred experiences as with a hundred thousand.

use crate::row_store;
use crate::store::{ReadTxn, StoreError};
use shared::ids::{CollectivityId, ModuleId};
use shared::records::{Collectivity, ModuleCard};
use shared::row::{Kind, Record, Row};
use shared::scope::Scope;
use shared::vocabulary::CollectivityKind;
use std::collections::BTreeMap;

/// The public scope as of a head. What there may be very many of, the experiences, stays in the store, which has
/// lists of them.
#[derive(Debug, Default)]
pub(super) struct PublicRows {
    head: u64,
    modules: BTreeMap<(u32, String), ModuleCard>,
    /// The members of the network, and others that published an experience.
    collectivities: BTreeMap<CollectivityId, Collectivity>,
}

impl PublicRows {
    /// Whether it is as this reading has it, or newer.
    pub(super) fn is_current(&self, txn: &dyn ReadTxn) -> Result<bool, StoreError> {
        Ok(self.head >= row_store::head(txn, Scope::Public)?.head)
    }

    /// Takes in what changed since it was last read.
    pub(super) fn catch_up(&mut self, txn: &dyn ReadTxn) -> Result<(), StoreError> {
        let now = row_store::head(txn, Scope::Public)?;
        // At first nothing is known, and later deletions may have been forgotten that this has not seen.
        if self.head == 0 || now.floor > self.head {
            *self = Self::read(txn, now.head)?;
        }
        row_store::each_change(txn, Scope::Public, self.head, now.head, |row| self.take(row))?;
        self.head = now.head.max(self.head);
        Ok(())
    }

    fn read(txn: &dyn ReadTxn, head: u64) -> Result<Self, StoreError> {
        let modules = row_store::all::<ModuleCard>(txn, Scope::Public)?;
        let collectivities = row_store::all::<Collectivity>(txn, Scope::Public)?;
        Ok(Self {
            head,
            modules: modules
                .into_iter()
                .map(|card| ((card.order, card.slug.clone()), card))
                .collect(),
            collectivities: collectivities.into_iter().map(|one| (one.id, one)).collect(),
        })
    }

    fn take(&mut self, row: &Row) {
        match Kind::from_word(&row.kind) {
            Some(Kind::ModuleCard) => self.modules.retain(|_, card| card.id != ModuleId(row.id)),
            Some(Kind::Collectivity) => {
                self.collectivities.remove(&CollectivityId(row.id));
            }
            _ => return,
        }
        match row.record() {
            Some(Record::ModuleCard(card)) => {
                self.modules.insert((card.order, card.slug.clone()), card);
            }
            Some(Record::Collectivity(one)) => {
                self.collectivities.insert(one.id, one);
            }
            _ => {}
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
}
