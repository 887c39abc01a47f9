//! The rows that this tab holds and shows, and who reads them.

use crate::ids;
use crate::router::place_of;
use leptos::prelude::*;
use shared::client::{Changed, Client, Embedded, Transition};
use shared::ids::{DeviceId, PersonId};
use shared::records::Identity;
use shared::row::Kind;
use shared::scope::Scope;
use std::cell::{Cell, Ref, RefCell, RefMut};
use std::collections::BTreeMap;

pub(super) struct Rows {
    client: RefCell<Client>,
    pub(super) readers: Readers,
    /// The page whose rows came with it, where one did: its path without the language.
    embedded_for: RefCell<Option<String>>,
    /// The path of the page on show, once there is a router.
    pathname: Cell<Option<Memo<String>>>,
}

impl Rows {
    /// None, until the engine brings some back.
    pub(super) fn new() -> Self {
        let client = Client::awaited(ids::fresh(DeviceId::new), Embedded::default());
        let readers = Readers::of(&client);
        Self {
            client: RefCell::new(client),
            readers,
            embedded_for: RefCell::default(),
            pathname: Cell::new(None),
        }
    }

    pub(super) fn client(&self) -> Ref<'_, Client> {
        self.client.borrow()
    }

    /// What changes it is shown with [`Self::show`].
    pub(super) fn client_mut(&self) -> RefMut<'_, Client> {
        self.client.borrow_mut()
    }

    pub(super) fn person(&self) -> PersonId {
        self.client.borrow().viewer().person
    }

    /// Shows what a transition changed.
    pub(super) fn show(&self, transition: &Transition) {
        self.readers.tell(&transition.changed, &self.client);
    }

    /// Shows another replica, with what came with the page until it holds that.
    pub(super) fn show_instead(&self, mut client: Client) {
        let embedded = self.client.borrow_mut().take_embedded();
        // Everybody is told below, and nothing is to be stored.
        let _ = client.embed(embedded);
        self.client.replace(client);
        self.readers.tell_all(&self.client);
    }

    /// Shows what came with the page, before there is a replica.
    pub(super) fn show_page(&self, embedded: Embedded) {
        self.client
            .replace(Client::awaited(ids::fresh(DeviceId::new), embedded));
        self.embedded_for.replace(Some(place_of(&self.path_on_show())));
    }

    /// Follows the path of the page on show, for as long as the app lives.
    pub(super) fn follow_path(&self, pathname: Memo<String>) {
        self.pathname.set(Some(pathname));
    }

    /// Whether the embedded rows of a scope are all that the page on show needs of it: the server rendered this very page
    /// from them. On another page rows may be missing that exist. Tracked where the caller is, but for the rows.
    pub(super) fn embeds(&self, scope: Scope) -> bool {
        let is_embedded = self.client.borrow().embedded().has(scope);
        let embedded_for = self.embedded_for.borrow();
        is_embedded && embedded_for.as_ref() == Some(&place_of(&self.path_on_show()))
    }

    /// The path of the page on show; before there is a router, the one in the browser's bar.
    fn path_on_show(&self) -> String {
        match self.pathname.get() {
            Some(pathname) => pathname.get(),
            None => window().location().pathname().unwrap_or_default(),
        }
    }
}

/// What readers follow: a signal for each kind in each scope that somebody looked at. It counts how often rows of the
/// kind may have changed.
pub(super) struct Readers {
    rows: RefCell<BTreeMap<(Scope, Kind), ArcRwSignal<u64>>>,
    status: ArcTrigger,
    scopes: ArcTrigger,
    identity: ArcRwSignal<Identity>,
}

impl Readers {
    fn of(client: &Client) -> Self {
        Self {
            rows: RefCell::default(),
            status: ArcTrigger::new(),
            scopes: ArcTrigger::new(),
            identity: ArcRwSignal::new(client.viewer().clone()),
        }
    }

    pub(super) fn edition(&self, scope: Scope, kind: Kind) -> ArcRwSignal<u64> {
        self.rows.borrow_mut().entry((scope, kind)).or_default().clone()
    }

    pub(super) fn identity(&self) -> ArcRwSignal<Identity> {
        self.identity.clone()
    }

    pub(super) fn track_rows(&self, scope: Scope, kind: Kind) {
        self.edition(scope, kind).track();
    }

    pub(super) fn track_status(&self) {
        self.status.track();
    }

    pub(super) fn track_scopes(&self) {
        self.scopes.track();
    }

    /// Wakes the readers of what changed.
    fn tell(&self, changed: &Changed, client: &RefCell<Client>) {
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

    /// Wakes everybody: the replica is another one now.
    fn tell_all(&self, client: &RefCell<Client>) {
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
