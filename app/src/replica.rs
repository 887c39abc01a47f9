//! What this device holds, and the only way to change it. Components read signals here and hand over mutations;
//! they never talk to the network or to storage.
//!
//! ```ignore
//! let replica = use_replica();
//! let cards = replica.all::<ModuleCard>(Scope::Public);            // Memo<Vec<ModuleCard>>
//! let card = replica.one::<ModuleCard>(Scope::Public, id);         // Memo<Option<ModuleCard>>
//! let state = replica.want(move || Some(Scope::Module(id)));       // pulled while this component lives
//! let found = replica.get::<Lesson>(Scope::Module(id), lesson);    // tracked, inside any reactive closure
//! match replica.mutate(SetBookmark { experience, marked }).await { // saved on this device when it returns
//!     Ok(_) => {}
//!     Err(not_saved) => show(not_saved.words()),
//! }
//! ```

mod channel;
mod cross_tab;
mod disk;
mod embedding;
mod engine;
mod following;
mod leading;
mod live;
mod lock;
mod network;
mod opening;
mod ownership;
mod pins;
mod queries;
mod reading;
mod remembering;
mod running;
mod status;
mod syncing;
mod vault;
mod wanting;
mod writing;

pub(crate) use embedding::borrow_rows_of_page;
pub(crate) use engine::{Engine, begin, opened, tried};
pub(crate) use pins::Pin;
pub(crate) use reading::use_replica;
pub(crate) use running::begun;
pub(crate) use status::{Keeping, SavedState, ScopeState};
pub(crate) use wanting::room;
pub(crate) use writing::NotSaved;

use crate::ids;
use channel::{Channel, Message};
use following::Unanswered;
use leptos::prelude::*;
use lock::Held;
use reading::Notifier;
use shared::client::{Client, EmbeddedReplica, SyncLoop, Transition};
use shared::ids::{DeviceId, MutationId, PersonId};
use shared::scope::Scope;
use shared::time::Timestamp;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use syncing::Wake;
use uuid::Uuid;
use vault::Vault;

/// The replica of the person who uses this device. Cheap to copy, may be captured by any closure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Replica;

/// Which part this tab plays.
enum Role {
    /// The replica is being opened.
    Opening,
    /// This tab numbers, stores, pushes and pulls. The lock is kept as long as it does.
    Leading(
        #[expect(
            dead_code,
            reason = "held as long as this tab leads, and let go when it is dropped"
        )]
        Option<Held>,
    ),
    /// Another tab does; this one shows the same and hands it what the person wants.
    Following,
}

struct Inner {
    client: RefCell<Client>,
    /// What came with the page, until the client holds it.
    embedded: RefCell<EmbeddedReplica>,
    /// When that was.
    embedded_at: Cell<Timestamp>,
    /// For which page: its path without the language.
    embedded_for: RefCell<String>,
    /// The path of the page on show, once there is a router.
    pathname: Cell<Option<Memo<String>>>,
    notifier: Notifier,
    role: RefCell<Role>,
    vault: RefCell<Rc<Vault>>,
    channel: RefCell<Option<Channel>>,
    tab: Uuid,
    /// Counts openings: work begun for an earlier one stops when it sees a later number.
    opening: Cell<u64>,
    /// The documents that something in this tab needs, with how many need it.
    wanted: RefCell<BTreeMap<Scope, usize>>,
    /// Those that other tabs need.
    wanted_elsewhere: RefCell<BTreeMap<Uuid, BTreeSet<Scope>>>,
    /// When each document was last wanted, to let go of the oldest.
    last_wanted: RefCell<BTreeMap<Scope, Timestamp>>,
    /// What the person wants kept on this device.
    pins: ArcRwSignal<Vec<Pin>>,
    /// What is being fetched before it is opened.
    ahead: RefCell<BTreeSet<Scope>>,
    is_online: ArcRwSignal<bool>,
    /// Whether what is saved outlives the page.
    keeping: ArcRwSignal<Keeping>,
    /// Whether the server wants a newer app.
    must_reload: ArcRwSignal<bool>,
    /// Wakes the conversation with the server.
    wake: Wake,
    /// When it goes on, and with what.
    sync: RefCell<SyncLoop>,
    unanswered: RefCell<BTreeMap<MutationId, Unanswered>>,
    /// Writes that are not on the disk yet; no request may leave before.
    writing: Cell<usize>,
}

thread_local! {
    static INNER: Rc<Inner> = Rc::new(Inner::awaited());
}

impl Inner {
    /// Until the engine brings one back.
    fn awaited() -> Self {
        let client = Client::awaited(ids::fresh(DeviceId::new));
        let notifier = Notifier::of(&client);
        Self {
            client: RefCell::new(client),
            embedded: RefCell::default(),
            embedded_at: Cell::new(Timestamp(0)),
            embedded_for: RefCell::default(),
            pathname: Cell::new(None),
            notifier,
            role: RefCell::new(Role::Opening),
            vault: RefCell::new(Rc::new(Vault::new(None, true))),
            channel: RefCell::new(None),
            tab: Uuid::from_bytes(ids::random_bytes()),
            opening: Cell::new(0),
            wanted: RefCell::default(),
            wanted_elsewhere: RefCell::default(),
            last_wanted: RefCell::default(),
            pins: ArcRwSignal::new(Vec::new()),
            ahead: RefCell::default(),
            is_online: ArcRwSignal::new(true),
            keeping: ArcRwSignal::new(Keeping::OnDevice),
            must_reload: ArcRwSignal::new(false),
            wake: Wake::default(),
            sync: RefCell::default(),
            unanswered: RefCell::default(),
            writing: Cell::new(0),
        }
    }

    /// Shows what a transition changed.
    fn show(&self, transition: &Transition) {
        self.notifier.tell(&transition.changed, &self.client);
        self.give_back_what_is_held();
    }

    /// Shows another replica.
    fn show_all(&self) {
        self.notifier.tell_all(&self.client);
        self.give_back_what_is_held();
    }

    fn is_open(&self) -> bool {
        !matches!(*self.role.borrow(), Role::Opening)
    }

    fn is_leading(&self) -> bool {
        matches!(*self.role.borrow(), Role::Leading(_))
    }

    fn vault(&self) -> Rc<Vault> {
        Rc::clone(&self.vault.borrow())
    }

    fn say(&self, message: &Message) {
        if let Some(channel) = self.channel.borrow().as_ref() {
            channel.say(message);
        }
    }

    fn person(&self) -> PersonId {
        self.client.borrow().viewer().person
    }
}

fn inner() -> Rc<Inner> {
    INNER.with(Rc::clone)
}
