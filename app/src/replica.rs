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

mod reading;
mod status;
mod wanting;
mod writing;

pub(crate) use reading::{Reading, use_replica};
pub(crate) use status::{SavedState, ScopeState};
pub(crate) use writing::NotSaved;

use crate::ids;
use leptos::prelude::*;
use reading::Notifier;
use shared::client::{Client, Transition};
use shared::ids::DeviceId;
use shared::records::Identity;
use shared::scope::Scope;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The replica of whoever uses this device. Cheap to copy, may be captured by any closure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Replica;

struct Inner {
    client: RefCell<Client>,
    notifier: Notifier,
    /// The documents that something on the screen needs, with how many need it.
    wanted: RefCell<BTreeMap<Scope, usize>>,
    is_online: ArcRwSignal<bool>,
}

thread_local! {
    static INNER: Rc<Inner> = Rc::new(Inner::of_visitor());
}

impl Inner {
    fn of_visitor() -> Self {
        let (client, _) = Client::begin(ids::fresh(DeviceId::new), Identity::visitor());
        let notifier = Notifier::of(&client);
        Self {
            client: RefCell::new(client),
            notifier,
            wanted: RefCell::default(),
            is_online: ArcRwSignal::new(true),
        }
    }

    /// Shows what a transition changed.
    fn show(&self, transition: &Transition) {
        self.notifier.tell(&transition.changed, &self.client.borrow());
    }
}

fn inner() -> Rc<Inner> {
    INNER.with(Rc::clone)
}

/// Called once, before anything is shown.
pub(crate) fn start() {
    let _ = inner();
}
