//! Fetching the engine when it is first needed, and handing it what the app asks of the replica.

use super::engine::Engine;
use super::reading::Replica;
use super::running::fetch_engine;
use super::state::inner;
use super::waiters::Waiters;
use super::writing::NotSaved;
use futures::channel::oneshot;
use futures::future::select;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use shared::ids::MutationId;
use shared::mutation::Mutation;
use shared::scope::Scope;
use shared::wire::SignedIn;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How long until the part is asked for again after it did not come, at first; each time twice as long.
const AGAIN_AFTER_MS: u32 = 2_000;
const AGAIN_AFTER_AT_MOST_MS: u32 = 60_000;

thread_local! {
    static RUNNING: RefCell<Option<Rc<dyn Engine>>> = const { RefCell::new(None) };
    static IS_ASKED_FOR: Cell<bool> = const { Cell::new(false) };
    /// Those who wait for the outcome of the next try to fetch the engine.
    static WAITING: Waiters = Waiters::default();
    /// Ends the pause before the next try.
    static PAUSING: RefCell<Option<oneshot::Sender<()>>> = const { RefCell::new(None) };
}

/// The engine, where it runs already.
pub(super) fn running() -> Option<Rc<dyn Engine>> {
    RUNNING.with_borrow(Clone::clone)
}

/// Fetches the engine and starts it, unless that has begun.
pub(crate) fn begin() {
    if !IS_ASKED_FOR.replace(true) {
        leptos::task::spawn_local(async {
            let engine = fetched().await;
            RUNNING.set(Some(Rc::clone(&engine)));
            wake();
            engine.open().await;
        });
    }
}

/// The engine, once the replica is open. Waiting for it does not have it fetched.
pub(crate) async fn opened() -> Rc<dyn Engine> {
    loop {
        if let Some(engine) = running() {
            inner().tabs.until_opened().await;
            return engine;
        }
        next_try().await;
    }
}

/// The same for who cannot go on without it.
async fn engine() -> Rc<dyn Engine> {
    begin();
    opened().await
}

/// The engine, once the replica is open, for somebody who is waiting and can be told that it cannot be fetched.
async fn engine_or_failure() -> Result<Rc<dyn Engine>, NotSaved> {
    end_pause();
    tried().await;
    match running() {
        Some(_) => Ok(opened().await),
        None => Err(NotSaved::Unprepared),
    }
}

/// Fetches the engine, and waits until it is there or there is no network to bring it.
pub(crate) async fn tried() {
    begin();
    if running().is_none() {
        next_try().await;
    }
}

fn end_pause() {
    if let Some(pausing) = PAUSING.take() {
        // The pause may be over.
        let _ = pausing.send(());
    }
}

/// Waits for the outcome of the next try to fetch the engine.
fn next_try() -> impl Future<Output = ()> {
    WAITING.with(Waiters::wait)
}

fn wake() {
    WAITING.with(Waiters::wake);
}

/// Asks for the part until it comes. Until then there is no network, as far as anybody can tell.
async fn fetched() -> Rc<dyn Engine> {
    let mut again_after = AGAIN_AFTER_MS;
    loop {
        if let Ok(engine) = fetch_engine().await {
            return engine;
        }
        inner().conversation.set_online(false);
        wake();
        let (sender, is_over) = oneshot::channel();
        PAUSING.set(Some(sender));
        let listening = window_event_listener(leptos::ev::online, |_| end_pause());
        let _ = select(is_over, TimeoutFuture::new(again_after)).await;
        listening.remove();
        again_after = again_after.saturating_mul(2).min(AGAIN_AFTER_AT_MOST_MS);
    }
}

impl Replica {
    /// Before a sign-in: no tab sends anything until it is known whose session it is.
    ///
    /// # Errors
    /// [`NotSaved::Unprepared`]: nobody can sign in yet.
    pub(crate) async fn hold(self) -> Result<(), NotSaved> {
        engine_or_failure().await.map(|engine| engine.hold())
    }

    /// After a sign-in that failed.
    pub(crate) async fn release(self) {
        engine().await.release();
    }

    /// After a sign-in: opens the person's replica, and adopts what a visitor did on this device.
    pub(crate) async fn enter(self, answer: SignedIn) {
        engine().await.enter(answer).await;
    }

    /// After a sign-out: forgets the person's replica, unless the device is their own, and opens the visitor's.
    pub(crate) async fn leave(self) {
        engine().await.leave().await;
    }

    /// Makes a change: shown at once, and on this device for good when this returns. It is sent as soon as
    /// there is a network.
    ///
    /// # Errors
    /// [`NotSaved`]: nothing was kept.
    pub(crate) async fn mutate(self, mutation: impl Into<Mutation>) -> Result<MutationId, NotSaved> {
        engine_or_failure().await?.mutate(mutation.into()).await
    }

    /// Forgets a refused change, once the person has kept or given up its words.
    pub(crate) async fn dismiss(self, id: MutationId) {
        engine().await.dismiss(id).await;
    }

    /// Tries to reach the server now, whatever was waited for.
    pub(crate) fn retry(self) {
        match running() {
            Some(engine) => engine.retry(),
            None => {
                end_pause();
                begin();
            }
        }
    }

    /// Keeps something on this device, or no longer.
    pub(crate) fn pin(self, scope: Scope, keeps: bool) {
        leptos::task::spawn_local(async move { engine().await.pin(scope, keeps) });
    }

    /// Says whether this is the person's own device. What only they may read moves to its disk, or off it.
    pub(crate) fn set_own_device(self, is_own: bool) {
        leptos::task::spawn_local(async move { engine().await.set_own_device(is_own) });
    }

    /// How much room what is held of a scope takes, as text; `None` while nothing is held. Tracked.
    pub(crate) fn size_of(self, scope: Scope) -> Option<usize> {
        let inner = inner();
        inner.rows.readers.track_scopes();
        let is_held = inner.rows.client().scopes().contains_key(&scope);
        is_held.then(|| Some(running()?.size_of(scope))).flatten()
    }
}
