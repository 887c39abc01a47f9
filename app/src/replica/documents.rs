//! Which documents are needed here: on show in any tab, kept by the person, or likely to be opened next.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::scope::Scope;
use shared::time::Timestamp;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Something that the person wants kept on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Pin {
    /// What.
    pub(crate) scope: Scope,
    /// Since when.
    pub(crate) since: Timestamp,
}

pub(super) struct Documents {
    /// What components of this tab show, with how many.
    wanted: RefCell<BTreeMap<Scope, usize>>,
    /// Notified when that is not the same as before.
    wanted_changed: ArcTrigger,
    /// What other tabs need.
    wanted_elsewhere: RefCell<BTreeMap<Uuid, BTreeSet<Scope>>>,
    /// When each document was last wanted, to let go of the oldest.
    last_wanted: RefCell<BTreeMap<Scope, Timestamp>>,
    pins: ArcRwSignal<Vec<Pin>>,
    /// What is fetched before it is opened.
    ahead: RefCell<BTreeSet<Scope>>,
}

impl Documents {
    pub(super) fn new() -> Self {
        Self {
            wanted: RefCell::default(),
            wanted_changed: ArcTrigger::new(),
            wanted_elsewhere: RefCell::default(),
            last_wanted: RefCell::default(),
            pins: ArcRwSignal::new(Vec::new()),
            ahead: RefCell::default(),
        }
    }

    /// Something in this tab shows a document. Returns whether nothing did before.
    pub(super) fn want(&self, scope: Scope) -> bool {
        let mut wanted = self.wanted.borrow_mut();
        let count = wanted.entry(scope).or_default();
        *count += 1;
        let is_first = *count == 1;
        drop(wanted);
        if is_first {
            self.wanted_changed.notify();
        }
        is_first
    }

    /// Something in this tab shows it no longer. Returns whether nothing does any more.
    pub(super) fn want_no_more(&self, scope: Scope) -> bool {
        let mut wanted = self.wanted.borrow_mut();
        let is_last = match wanted.get_mut(&scope) {
            Some(count) if *count > 1 => {
                *count -= 1;
                false
            }
            Some(_) => wanted.remove(&scope).is_some(),
            None => false,
        };
        drop(wanted);
        if is_last {
            self.wanted_changed.notify();
        }
        is_last
    }

    /// What this tab shows. Tracked.
    pub(super) fn on_show(&self) -> Vec<Scope> {
        self.wanted_changed.track();
        self.wanted.borrow().keys().copied().collect()
    }

    /// What this tab needs.
    pub(super) fn of_this_tab(&self) -> BTreeSet<Scope> {
        let mut scopes: BTreeSet<Scope> = self.wanted.borrow().keys().copied().collect();
        self.pins
            .with_untracked(|pins| scopes.extend(pins.iter().map(|pin| pin.scope)));
        scopes
    }

    /// What every tab needs. Notes that it was wanted `now`.
    pub(super) fn of_all_tabs(&self, now: Timestamp) -> BTreeSet<Scope> {
        let mut all = self.of_this_tab();
        all.extend(self.wanted_elsewhere.borrow().values().flatten());
        self.last_wanted
            .borrow_mut()
            .extend(all.iter().map(|scope| (*scope, now)));
        all
    }

    /// What is to be pulled: what every tab needs, and what is fetched ahead.
    pub(super) fn to_pull(&self, now: Timestamp) -> BTreeSet<Scope> {
        let mut all = self.of_all_tabs(now);
        all.extend(self.ahead.borrow().iter());
        all
    }

    /// Another tab tells what it needs. Returns whether that is something else than before.
    pub(super) fn hear_wanted(&self, tab: Uuid, scopes: BTreeSet<Scope>) -> bool {
        let before = self.wanted_elsewhere.borrow_mut().insert(tab, scopes.clone());
        before != Some(scopes)
    }

    pub(super) fn forget_other_tabs(&self) {
        self.wanted_elsewhere.borrow_mut().clear();
    }

    pub(super) fn last_wanted(&self, scope: Scope) -> Timestamp {
        self.last_wanted.borrow().get(&scope).copied().unwrap_or_default()
    }

    /// Has these fetched before they are opened, until others are. Returns whether there is something new to fetch.
    pub(super) fn fetch_ahead(&self, scopes: BTreeSet<Scope>) -> bool {
        let is_any = !scopes.is_empty();
        let before = self.ahead.replace(scopes);
        is_any && before != *self.ahead.borrow()
    }

    /// What the person wants kept on this device. Tracked where the caller is.
    pub(super) fn pins(&self) -> &ArcRwSignal<Vec<Pin>> {
        &self.pins
    }
}
