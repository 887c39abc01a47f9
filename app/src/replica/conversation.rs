//! What this tab knows of the server: whether it answers, and when the conversation with it goes on.

use super::live;
use super::waiters::Waiters;
use crate::ids;
use futures::future::select;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use shared::client::{Client, Moment, NextStep, SyncLoop, Transition, Trouble};
use shared::scope::Scope;
use shared::wire::ChangeEvent;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// How long a sign-in may take before the others go on without it.
const SIGN_IN_WITHIN_MS: u64 = 60_000;
/// The longest single timer; after it the wait is worked out again.
const LONGEST_TIMER_MS: u64 = 60 * 60_000;

pub(super) struct Conversation {
    is_online: ArcRwSignal<bool>,
    /// Whether the server wants a newer app.
    must_reload: ArcRwSignal<bool>,
    sync: RefCell<SyncLoop>,
    wake: Waiters,
}

impl Conversation {
    pub(super) fn new() -> Self {
        Self {
            is_online: ArcRwSignal::new(true),
            must_reload: ArcRwSignal::new(false),
            sync: RefCell::default(),
            wake: Waiters::default(),
        }
    }

    /// Begins anew: it is another person's.
    pub(super) fn reset(&self) {
        self.sync.take();
    }

    /// Whether the server answered last time. Tracked.
    pub(super) fn is_online(&self) -> bool {
        self.is_online.get()
    }

    pub(super) fn is_online_untracked(&self) -> bool {
        self.is_online.get_untracked()
    }

    /// Returns whether that is news.
    pub(super) fn set_online(&self, is_online: bool) -> bool {
        let is_news = self.is_online.get_untracked() != is_online;
        if is_news {
            self.is_online.set(is_online);
        }
        is_news
    }

    /// Whether the server wants a newer app. Tracked.
    pub(super) fn must_reload(&self) -> bool {
        self.must_reload.get()
    }

    pub(super) fn require_reload(&self) {
        self.must_reload.set(true);
    }

    /// There is something to ask or to send.
    pub(super) fn wish(&self) {
        self.sync.borrow_mut().wish(ids::since_start_ms());
        self.wake.wake();
    }

    /// The same, whatever was waited for.
    pub(super) fn insist(&self) {
        self.sync.borrow_mut().insist(ids::since_start_ms());
        self.wake.wake();
    }

    /// Somebody is signing in: nothing is sent until [`Self::release`], or for a while.
    pub(super) fn hold(&self) {
        self.sync
            .borrow_mut()
            .hold(ids::since_start_ms(), SIGN_IN_WITHIN_MS);
    }

    pub(super) fn release(&self) {
        self.sync.borrow_mut().release(ids::since_start_ms());
        self.wake.wake();
    }

    /// Whose session it is has to be shown again before anything is pushed.
    pub(super) fn doubt_session(&self) {
        self.sync.borrow_mut().doubt_session();
    }

    /// The documents that are needed are other ones.
    pub(super) fn wanted_changed(&self, client: &Client, wanted: &BTreeSet<Scope>) {
        self.sync.borrow_mut().wanted_changed(client, wanted, moment());
        self.wake.wake();
    }

    /// The server told how far a scope has come.
    pub(super) fn told_of_change(&self, client: &Client, change_event: &ChangeEvent) {
        self.sync
            .borrow_mut()
            .told_of_change(client, change_event, ids::since_start_ms());
        self.wake.wake();
    }

    /// Without change events it is asked more often.
    pub(super) fn stream_lost(&self) {
        self.wake.wake();
    }

    pub(super) fn next(&self, client: &mut Client, wanted: &BTreeSet<Scope>) -> NextStep {
        self.sync.borrow_mut().next(client, wanted, moment())
    }

    pub(super) fn pushed(&self, transition: &Transition) {
        self.sync.borrow_mut().pushed(transition);
    }

    /// Returns whether the round is over.
    pub(super) fn pulled(&self, client: &Client, transition: &Transition) -> bool {
        self.sync.borrow_mut().pulled(client, transition, moment())
    }

    pub(super) fn failed(&self, trouble: Trouble) {
        self.sync.borrow_mut().failed(trouble, moment());
    }

    /// Waits so long, or until there is something to ask or to send.
    pub(super) async fn rest(&self, ms: u64) {
        let ms = u32::try_from(ms.min(LONGEST_TIMER_MS)).unwrap_or(u32::MAX);
        select(Box::pin(self.wake.wait()), TimeoutFuture::new(ms)).await;
    }
}

fn moment() -> Moment {
    let [spread] = ids::random_bytes();
    Moment {
        now: ids::since_start_ms(),
        spread,
        is_listening: live::is_listening(),
        is_hidden: document().hidden(),
    }
}
