//! Where this tab keeps the replica, whether that outlives the page, and which writes are still on their way there.

use super::disk::DiskFailed;
use super::vault::Vault;
use super::waiters::Waiters;
use leptos::prelude::*;
use shared::client::StorageOp;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Whether what is saved here outlives the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeping {
    /// It does.
    OnDevice,
    /// The browser keeps nothing (private browsing, no room): it is gone with the tab, unless it was sent.
    OnlyInThisTab,
}

pub(super) struct Storage {
    vault: RefCell<Rc<Vault>>,
    keeping: ArcRwSignal<Keeping>,
    /// Writes that are not on the disk yet, and changes of which it is not known yet whether they stay.
    pending: Cell<usize>,
    settled: Waiters,
}

impl Storage {
    /// In memory alone, until a replica is opened.
    pub(super) fn new() -> Self {
        Self {
            vault: RefCell::new(Rc::new(Vault::new(None, true))),
            keeping: ArcRwSignal::new(Keeping::OnDevice),
            pending: Cell::new(0),
            settled: Waiters::default(),
        }
    }

    /// Keeps the replica there from now on. Writes that were asked for before are still done.
    pub(super) fn open(&self, vault: Vault) {
        self.close(vault);
        self.note_keeping();
    }

    /// The same without saying so, for a page that is put aside.
    pub(super) fn close(&self, vault: Vault) {
        *self.vault.borrow_mut() = Rc::new(vault);
    }

    pub(super) fn vault(&self) -> Rc<Vault> {
        Rc::clone(&self.vault.borrow())
    }

    /// Tracked.
    pub(super) fn keeping(&self) -> Keeping {
        self.keeping.get()
    }

    /// After the disk refused what the memory holds by now: nothing more is written to it.
    pub(super) fn give_up_disk(&self) {
        self.vault().give_up_disk();
        self.note_keeping();
    }

    fn note_keeping(&self) {
        let keeping = if self.vault().is_durable() {
            Keeping::OnDevice
        } else {
            Keeping::OnlyInThisTab
        };
        if self.keeping.get_untracked() != keeping {
            self.keeping.set(keeping);
        }
    }

    /// Writes one transition. The order of calls is the order on the disk.
    pub(super) fn write(&self, ops: &[StorageOp]) -> impl Future<Output = Result<(), DiskFailed>> + use<> {
        let writing = (!ops.is_empty()).then(|| self.vault().write(ops));
        async move {
            match writing {
                Some(writing) => writing.await,
                None => Ok(()),
            }
        }
    }

    /// Something is on its way to the disk, until the same number of calls of [`Self::end`].
    pub(super) fn begin(&self) {
        self.pending.set(self.pending.get() + 1);
    }

    pub(super) fn end(&self) {
        self.pending.set(self.pending.get().saturating_sub(1));
        if self.pending.get() == 0 {
            self.settled.wake();
        }
    }

    /// Waits until nothing is on its way to the disk: no request may leave before.
    pub(super) async fn settle(&self) {
        while self.pending.get() > 0 {
            self.settled.wait().await;
        }
    }
}
