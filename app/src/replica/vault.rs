//! Where a replica is kept: on the disk; on a shared computer what others must not read stays in memory, and the
//! person's own changes, which must not be lost, are sealed.

use super::disk::{Disk, DiskFailed};
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
    scope.is_some_and(|scope| !(scope.is_always_public() || matches!(scope, Scope::Module(_))))
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
        let deletes: Vec<StorageOp> = self
            .unreadable
            .take()
            .into_iter()
            .map(|(store, key)| StorageOp::Delete { store, key })
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
        let (memory, disk) = self.split(ops);
        self.remember(&memory);
        let writing = match &self.disk {
            Some(store) if !disk.is_empty() => Some(store.write(disk)),
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
        let (memory, _) = self.split(ops);
        self.remember(&memory);
    }

    /// From now on nothing is written to the disk.
    pub(super) fn give_up_disk(&self) {
        self.is_broken.set(true);
    }

    /// What goes into memory, and what to the disk in the form that it has there.
    fn split(&self, ops: &[StorageOp]) -> (Vec<StorageOp>, Vec<StorageOp>) {
        let all_in_memory = !self.is_durable();
        let keeps_private = self.keeps_private.get();
        let (mut memory, mut disk) = (Vec::new(), Vec::new());
        for op in ops {
            if all_in_memory || (!keeps_private && is_private(op.scope())) {
                memory.push(op.clone());
            } else if keeps_private {
                disk.push(op.clone());
            } else if let Some(sealed) = sealed(op) {
                disk.push(sealed);
            } else {
                memory.push(op.clone());
            }
        }
        (memory, disk)
    }

    fn remember(&self, ops: &[StorageOp]) {
        let mut memory = self.memory.borrow_mut();
        for op in ops {
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
            let puts: Vec<StorageOp> = self
                .in_memory()
                .into_iter()
                .map(|Stored { store, key, value }| StorageOp::Put { store, key, value })
                .collect();
            disk.write(puts).await?;
            self.memory.borrow_mut().clear();
        } else {
            let held = disk.read().await?;
            let mut deletes = Vec::new();
            let mut private = Vec::new();
            for Stored { store, key, value } in held.values {
                let op = StorageOp::Put { store, key, value };
                if is_private(op.scope())
                    && let StorageOp::Put { store, key, .. } = &op
                {
                    deletes.push(StorageOp::Delete {
                        store: *store,
                        key: key.clone(),
                    });
                    private.push(op);
                }
            }
            disk.write(deletes).await?;
            self.remember(&private);
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

/// What a shared computer may keep of a write: the person's own is sealed. Nothing when it cannot be.
fn sealed(op: &StorageOp) -> Option<StorageOp> {
    match op {
        StorageOp::Put { store, key, value } if store.is_own() => Some(StorageOp::Put {
            store: *store,
            key: key.clone(),
            value: Value::String(seal::current()?.close(&value.to_string())?),
        }),
        op => Some(op.clone()),
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
