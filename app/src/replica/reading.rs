use super::{Replica, inner};
use leptos::prelude::*;
use shared::client::{Changed, Client, Outgoing, RefusedChange};
use shared::records::Identity;
use shared::row::{Kind, RecordType};
use shared::scope::Scope;
use std::cell::RefCell;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A record that can be shown: any that the replica holds.
pub(crate) trait Reading: RecordType + PartialEq + Send + Sync {}
impl<T: RecordType + PartialEq + Send + Sync> Reading for T {}

/// The replica. Not a context, so that event handlers and futures may ask too.
pub(crate) const fn use_replica() -> Replica {
    Replica
}

/// What readers follow: a signal for each kind in each scope that somebody looked at. It counts how often rows of the
/// kind may have changed.
pub(super) struct Notifier {
    rows: RefCell<BTreeMap<(Scope, Kind), ArcRwSignal<u64>>>,
    status: ArcTrigger,
    scopes: ArcTrigger,
    identity: ArcRwSignal<Identity>,
}

impl Notifier {
    pub(super) fn of(client: &Client) -> Self {
        Self {
            rows: RefCell::default(),
            status: ArcTrigger::new(),
            scopes: ArcTrigger::new(),
            identity: ArcRwSignal::new(client.viewer().clone()),
        }
    }

    fn edition(&self, scope: Scope, kind: Kind) -> ArcRwSignal<u64> {
        self.rows.borrow_mut().entry((scope, kind)).or_default().clone()
    }

    fn track_rows(&self, scope: Scope, kind: Kind) {
        self.edition(scope, kind).track();
    }

    pub(super) fn track_status(&self) {
        self.status.track();
    }

    pub(super) fn track_scopes(&self) {
        self.scopes.track();
    }

    /// Wakes the readers of what changed.
    pub(super) fn tell(&self, changed: &Changed, client: &RefCell<Client>) {
        let woken: Vec<ArcRwSignal<u64>> = {
            let rows = self.rows.borrow();
            changed
                .rows
                .iter()
                .filter_map(|place| rows.get(place).cloned())
                .collect()
        };
        if changed.viewer {
            // The borrow ends before anybody is woken: a woken reader may read at once.
            let viewer = client.borrow().viewer().clone();
            self.identity.set(viewer);
        }
        wake(&woken);
        if changed.status {
            self.status.notify();
        }
        if changed.scopes {
            self.scopes.notify();
        }
    }

    /// Wakes the readers of these kinds in these scopes, and who asks how much of a scope is here.
    pub(super) fn tell_of(&self, places: &[(Scope, Kind)]) {
        let woken: Vec<ArcRwSignal<u64>> = {
            let rows = self.rows.borrow();
            places
                .iter()
                .filter_map(|place| rows.get(place).cloned())
                .collect()
        };
        wake(&woken);
        self.scopes.notify();
    }

    /// Wakes everybody: the replica is another one now.
    pub(super) fn tell_all(&self, client: &RefCell<Client>) {
        let viewer = client.borrow().viewer().clone();
        if self.identity.with_untracked(|identity| *identity != viewer) {
            self.identity.set(viewer);
        }
        let woken: Vec<ArcRwSignal<u64>> = self.rows.borrow().values().cloned().collect();
        wake(&woken);
        self.status.notify();
        self.scopes.notify();
    }
}

fn wake(readers: &[ArcRwSignal<u64>]) {
    for edition in readers {
        edition.update(|edition| *edition = edition.wrapping_add(1));
    }
}

impl Replica {
    /// All records of a type in a scope, the person's own changes included, in the order of their ids. Tracked:
    /// for use inside a reactive closure.
    pub(crate) fn list<T: Reading>(self, scope: Scope) -> Vec<T> {
        #[cfg(feature = "ssr")]
        if let Some(rows) = crate::server::rows() {
            let records = rows.list(scope, T::KIND);
            return records
                .iter()
                .filter_map(|record| T::of(record).cloned())
                .collect();
        }
        let inner = inner();
        inner.notifier.track_rows(scope, T::KIND);
        let (client, embedded) = (inner.client.borrow(), inner.embedded.borrow());
        embedded.all::<T>(&client, scope).cloned().collect()
    }

    /// The same, embedded: where there may be thousands and few are needed. Tracked. `read` can ask the replica for more,
    /// but not change it.
    pub(crate) fn with_list<T: Reading, R>(
        self,
        scope: Scope,
        read: impl for<'a> FnOnce(Box<dyn Iterator<Item = &'a T> + 'a>) -> R,
    ) -> R {
        #[cfg(feature = "ssr")]
        if let Some(rows) = crate::server::rows() {
            let records = rows.list(scope, T::KIND);
            return read(Box::new(records.iter().filter_map(T::of)));
        }
        let inner = inner();
        inner.notifier.track_rows(scope, T::KIND);
        let (client, embedded) = (inner.client.borrow(), inner.embedded.borrow());
        read(Box::new(embedded.all::<T>(&client, scope)))
    }

    /// How often the records of a type in a scope may have changed since the page was opened: the same number as
    /// before means the same records. Tracked.
    pub(crate) fn edition<T: Reading>(self, scope: Scope) -> u64 {
        inner().notifier.edition(scope, T::KIND).get()
    }

    /// One record, the person's own changes included. Tracked: for use inside a reactive closure.
    pub(crate) fn get<T: Reading>(self, scope: Scope, id: impl Into<Uuid>) -> Option<T> {
        #[cfg(feature = "ssr")]
        if let Some(rows) = crate::server::rows() {
            return T::of(&rows.find(scope, T::KIND, id.into())?).cloned();
        }
        let inner = inner();
        inner.notifier.track_rows(scope, T::KIND);
        let (client, embedded) = (inner.client.borrow(), inner.embedded.borrow());
        embedded.find::<T>(&client, scope, id).cloned()
    }

    /// The same, embedded: where it is only looked at. Tracked. `read` can ask the replica for more, but not change it.
    pub(crate) fn with_one<T: Reading, R>(
        self,
        scope: Scope,
        id: impl Into<Uuid>,
        read: impl FnOnce(Option<&T>) -> R,
    ) -> R {
        #[cfg(feature = "ssr")]
        if let Some(rows) = crate::server::rows() {
            let record = rows.find(scope, T::KIND, id.into());
            return read(record.as_ref().and_then(T::of));
        }
        let inner = inner();
        inner.notifier.track_rows(scope, T::KIND);
        let (client, embedded) = (inner.client.borrow(), inner.embedded.borrow());
        read(embedded.find::<T>(&client, scope, id))
    }

    /// All records of a type in a scope, as a signal.
    pub(crate) fn all<T: Reading>(self, scope: Scope) -> Memo<Vec<T>> {
        Memo::new(move |_| self.list(scope))
    }

    /// One record, as a signal.
    pub(crate) fn one<T: Reading>(self, scope: Scope, id: impl Into<Uuid>) -> Memo<Option<T>> {
        let id = id.into();
        Memo::new(move |_| self.get(scope, id))
    }

    /// Who acts on this device, with the roles the server last told; for `shared::access::may`.
    pub(crate) fn identity(self) -> Memo<Identity> {
        let identity = inner().notifier.identity.clone();
        Memo::new(move |_| identity.get())
    }

    /// The changes that were refused and not yet dismissed, oldest first. Tracked.
    pub(crate) fn attention(self) -> Vec<RefusedChange> {
        let inner = inner();
        inner.notifier.track_status();
        inner.client.borrow().refused().cloned().collect()
    }

    /// The changes that the server has not answered yet, oldest first. Tracked.
    pub(crate) fn waiting(self) -> Vec<Outgoing> {
        let inner = inner();
        inner.notifier.track_status();
        inner.client.borrow().waiting().cloned().collect()
    }
}
