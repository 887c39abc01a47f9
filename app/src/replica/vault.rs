//! Where a replica is kept: on the disk; on a shared computer what others must not read stays in memory, and the
//! person's own changes, which must not be lost, are sealed.

use super::disk::{Disk, DiskFailed, DiskWrite};
use crate::seal::{self, is_sealed};
use serde_json::Value;
use shared::client::{Persisted, StorageOp, StoreName, Stored};
use shared::ids::PersonId;
use shared::json;
use shared::scope::Scope;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// The name of the visitors' database.
pub(super) const VISITOR: &str = "multaqa-visitor";

/// The name of a person's database.
pub(super) fn database_of(person: PersonId) -> String {
    if person == PersonId::VISITOR {
        VISITOR.to_owned()
    } else {
        format!("multaqa-{person}")
    }
}

/// The storage of one replica. Without a disk everything is in memory, and gone with the page.
pub(super) struct Vault {
    disk: Option<Disk>,
    /// Whether the device is the person's own, so that what only they may read stays on its disk.
    keeps_private: Cell<bool>,
    memory: RefCell<BTreeMap<(StoreName, String), Value>>,
    /// What is sealed with a key that nobody has any more.
    unreadable: RefCell<Vec<(StoreName, String)>>,
    /// Set when a write of rows failed: from then on the memory is ahead of the disk, which is left alone.
    is_broken: Cell<bool>,
}

/// Whether only some may read this, so that a shared computer keeps it in memory alone.
fn is_private(scope: Option<Scope>) -> bool {
    scope.is_some_and(|scope| {
        !(scope.is_always_public() || matches!(scope, Scope::Module(_) | Scope::Edition(_)))
    })
}

/// Whether a shared computer keeps this on its disk, but sealed.
fn is_sealed_on_disk(op: &StorageOp) -> bool {
    matches!(op, StorageOp::Put { store, .. } if store.is_own())
}

impl Vault {
    pub(super) async fn open(name: &str, keeps_private: bool) -> Self {
        Self::new(Disk::open(name).await.ok(), keeps_private)
    }

    pub(super) fn new(disk: Option<Disk>, keeps_private: bool) -> Self {
        Self {
            disk,
            keeps_private: Cell::new(keeps_private),
            memory: RefCell::default(),
            unreadable: RefCell::default(),
            is_broken: Cell::new(false),
        }
    }

    /// Whether what is saved here outlives the page.
    pub(super) fn is_durable(&self) -> bool {
        self.disk.is_some() && !self.is_broken.get()
    }

    /// Everything held.
    pub(super) async fn read(&self) -> Persisted {
        let mut persisted = match &self.disk {
            Some(disk) if !self.is_broken.get() => match disk.read().await {
                Ok(persisted) => persisted,
                Err(DiskFailed) => {
                    self.is_broken.set(true);
                    Persisted::default()
                }
            },
            _ => Persisted::default(),
        };
        let mut unreadable = Vec::new();
        persisted.values.retain_mut(|stored| {
            let is_readable = open(&mut stored.value);
            if !is_readable {
                unreadable.push((stored.store, stored.key.clone()));
            }
            is_readable
        });
        self.unreadable.replace(unreadable);
        persisted.values.extend(self.in_memory());
        persisted
    }

    /// Deletes what the last reading could not open: its key is gone with an earlier session.
    pub(super) async fn forget_unreadable(&self) -> Result<(), DiskFailed> {
        let unreadable = self.unreadable.take().into_iter();
        let deletes: Vec<DiskWrite> = unreadable
            .map(|(store, key)| DiskWrite::Delete { store, key })
            .collect();
        match &self.disk {
            Some(disk) if !deletes.is_empty() && self.is_durable() => disk.write(deletes).await,
            _ => Ok(()),
        }
    }

    /// What is held in memory only, for a tab that joins.
    pub(super) fn in_memory(&self) -> Vec<Stored> {
        let memory = self.memory.borrow();
        memory
            .iter()
            .map(|((store, key), value)| Stored {
                store: *store,
                key: key.clone(),
                value: value.clone(),
            })
            .collect()
    }

    /// Takes over what another tab holds in memory.
    pub(super) fn take_memory(&self, values: Vec<Stored>) {
        let mut memory = self.memory.borrow_mut();
        memory.clear();
        memory.extend(
            values
                .into_iter()
                .map(|stored| ((stored.store, stored.key), stored.value)),
        );
    }

    /// Writes one transition. The order of calls is the order on the disk.
    pub(super) fn write(&self, ops: &[StorageOp]) -> impl Future<Output = Result<(), DiskFailed>> + use<> {
        let mut writes = Vec::new();
        for op in ops {
            match self.on_disk(op) {
                Some(write) => writes.push(write),
                None => self.remember(op),
            }
        }
        let writing = match &self.disk {
            Some(disk) if !writes.is_empty() => Some(disk.write(writes)),
            _ => None,
        };
        async move {
            match writing {
                Some(writing) => writing.await,
                None => Ok(()),
            }
        }
    }

    /// Keeps up with another tab's writes: the disk is shared, the memory is not.
    pub(super) fn follow(&self, ops: &[StorageOp]) {
        for op in ops.iter().filter(|op| self.stays_in_memory(op)) {
            self.remember(op);
        }
    }

    /// From now on nothing is written to the disk.
    pub(super) fn give_up_disk(&self) {
        self.is_broken.set(true);
    }

    fn stays_in_memory(&self, op: &StorageOp) -> bool {
        let is_for_nobody_else =
            || is_private(op.scope()) || (is_sealed_on_disk(op) && seal::current().is_none());
        !self.is_durable() || (!self.keeps_private.get() && is_for_nobody_else())
    }

    /// The form that a write has on the disk: on a shared computer the person's own is sealed. `None` for what stays in
    /// memory.
    fn on_disk(&self, op: &StorageOp) -> Option<DiskWrite> {
        if self.stays_in_memory(op) {
            return None;
        }
        Some(match op {
            StorageOp::Put { store, key, value } => {
                let mut text = value.to_string();
                if !self.keeps_private.get() && is_sealed_on_disk(op) {
                    text = Value::String(seal::current()?.close(&text)?).to_string();
                }
                DiskWrite::Put {
                    store: *store,
                    key: key.clone(),
                    text,
                }
            }
            StorageOp::Delete { store, key } => DiskWrite::Delete {
                store: *store,
                key: key.clone(),
            },
            StorageOp::DeletePrefix { store, prefix } => DiskWrite::DeletePrefix {
                store: *store,
                prefix: prefix.clone(),
            },
        })
    }

    fn remember(&self, op: &StorageOp) {
        let mut memory = self.memory.borrow_mut();
        match op {
            StorageOp::Put { store, key, value } => {
                memory.insert((*store, key.clone()), value.clone());
            }
            StorageOp::Delete { store, key } => {
                memory.remove(&(*store, key.clone()));
            }
            StorageOp::DeletePrefix { store, prefix } => {
                memory.retain(|(name, key), _| name != store || !key.starts_with(prefix.as_str()));
            }
        }
    }

    /// Says whether the device is the person's own: private rows move to the disk, or off it, and what is the
    /// person's own is written again in the form that it has there from now on.
    pub(super) async fn keep_private(&self, keeps: bool, own: &[StorageOp]) -> Result<(), DiskFailed> {
        if self.keeps_private.replace(keeps) == keeps {
            return Ok(());
        }
        let Some(disk) = self.disk.as_ref().filter(|_| self.is_durable()) else {
            return Ok(());
        };
        // In the order of the other writes, which go on meanwhile.
        let rewriting = self.write(own);
        if keeps {
            let memory = self.memory.borrow().clone();
            let puts = memory.into_iter().map(|((store, key), value)| DiskWrite::Put {
                store,
                key,
                text: value.to_string(),
            });
            disk.write(puts.collect()).await?;
            self.memory.borrow_mut().clear();
        } else {
            let held = disk.read().await?;
            let (mut deletes, mut private) = (Vec::new(), Vec::new());
            for Stored { store, key, value } in held.values {
                let delete = DiskWrite::Delete {
                    store,
                    key: key.clone(),
                };
                let put = StorageOp::Put { store, key, value };
                if is_private(put.scope()) {
                    deletes.push(delete);
                    private.push(put);
                }
            }
            disk.write(deletes).await?;
            for put in &private {
                self.remember(put);
            }
        }
        rewriting.await
    }

    /// Learns where things go; the leader moves them.
    pub(super) fn learn_keeps_private(&self, keeps: bool) {
        if !self.keeps_private.replace(keeps) && keeps {
            self.memory.borrow_mut().clear();
        }
    }

    /// Wipes everything.
    pub(super) async fn clear(&self) -> Result<(), DiskFailed> {
        self.memory.borrow_mut().clear();
        match &self.disk {
            Some(disk) => disk.clear().await,
            None => Ok(()),
        }
    }
}

/// Opens a value that is sealed; false when it cannot be.
fn open(value: &mut Value) -> bool {
    let Some(text) = value.as_str().filter(|text| is_sealed(text)) else {
        return true;
    };
    let opened = seal::current()
        .and_then(|seal| seal.open(text))
        .and_then(|text| json::from_str(&text).ok());
    match opened {
        Some(opened) => {
            *value = opened;
            true
        }
        None => false,
    }
}
