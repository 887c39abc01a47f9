//! The leader's conversation with the server: push what waits, pull what changed, and wait with patience.

use super::{Inner, opening};
use crate::api::{self, ApiFailure};
use crate::{ids, session};
use futures::channel::oneshot;
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::wire::{ApiErrorCode, PullResponse, PushResponse};
use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::rc::Rc;

/// How long an answer may take before the network counts as gone.
const ANSWER_WITHIN_MS: u32 = 30_000;
/// How often to ask while pokes arrive: only for the case that one got lost.
const QUIET_MS: u32 = 5 * 60_000;
/// How often to ask while no pokes arrive.
const POLL_MS: u32 = 45_000;
/// While nobody looks, or nothing can be sent.
const SLOW_MS: u32 = 10 * 60_000;
/// The longest wait between two attempts that fail.
const LONGEST_BACKOFF_MS: u32 = 60_000;
/// More rounds than any honest conversation needs: ends a loop that a defect would make endless.
const ROUNDS_MOST: usize = 400;

/// Wakes the conversation.
#[derive(Default)]
pub(super) struct Kicks {
    is_wanted: Cell<bool>,
    is_urgent: Cell<bool>,
    waiting: RefCell<Option<oneshot::Sender<()>>>,
    for_storage: RefCell<Vec<oneshot::Sender<()>>>,
}

impl Kicks {
    /// There is something to ask or to send.
    pub(super) fn kick(&self) {
        self.is_wanted.set(true);
        self.wake();
    }

    /// The same, whatever was waited for.
    pub(super) fn now(&self) {
        self.is_urgent.set(true);
        self.kick();
    }

    /// All that was handed to the storage is durable.
    pub(super) fn stored(&self) {
        for waiting in self.for_storage.take() {
            // Who waited may be gone.
            let _ = waiting.send(());
        }
    }

    fn wake(&self) {
        if let Some(waiting) = self.waiting.take() {
            let _ = waiting.send(());
        }
    }

    async fn next(&self, within_ms: u32) {
        if !self.is_wanted.get() {
            let (sender, receiver) = oneshot::channel();
            *self.waiting.borrow_mut() = Some(sender);
            select(receiver, TimeoutFuture::new(within_ms)).await;
        }
        self.is_wanted.set(false);
    }
}

/// How a round of the conversation ended.
enum Round {
    Done,
    /// No answer came.
    Unreachable,
    /// The server said "later", perhaps after how many seconds.
    Later(Option<u32>),
    /// Nothing more until somebody signs in, or the page is loaded again.
    Stopped,
}

/// Talks with the server for as long as this tab leads this opening.
pub(super) async fn converse(inner: Rc<Inner>, opening: u64) {
    let mut failures = 0_u32;
    while inner.leads(opening) {
        let round = inner.round(opening).await;
        if !inner.leads(opening) {
            return;
        }
        let wait = match round {
            Round::Done => {
                failures = 0;
                inner.network_is(true);
                inner.let_go_of_the_oldest().await;
                if inner.leads(opening) && inner.look_ahead() {
                    inner.kicks.kick();
                }
                inner.pause_between_asks()
            }
            Round::Unreachable => {
                failures = failures.saturating_add(1);
                inner.network_is(false);
                backoff(failures)
            }
            Round::Later(after) => {
                failures = failures.saturating_add(1);
                inner.network_is(true);
                after.map_or_else(
                    || backoff(failures),
                    |seconds| jittered(seconds.saturating_mul(1000)),
                )
            }
            Round::Stopped => {
                inner.network_is(true);
                SLOW_MS
            }
        };
        inner.kicks.next(wait).await;
        if inner.kicks.is_urgent.replace(false) {
            failures = 0;
        } else {
            // Several changes or pokes at once make one request.
            TimeoutFuture::new(if failures == 0 { 60 } else { 1_500 }).await;
        }
    }
}

impl Inner {
    fn leads(&self, opening: u64) -> bool {
        self.opening.get() == opening && self.is_leading()
    }

    fn network_is(self: &Rc<Self>, is_online: bool) {
        if self.is_online_untracked() != is_online {
            // Who is signed in may have changed while nobody answered.
            self.is_session_known
                .set(self.is_session_known.get() && is_online);
            self.set_online(is_online);
            self.tell_tabs_of_the_network();
        }
    }

    fn pause_between_asks(&self) -> u32 {
        let is_hidden = document().hidden();
        if super::live::is_listening() {
            jittered(QUIET_MS)
        } else if is_hidden {
            jittered(SLOW_MS)
        } else {
            jittered(POLL_MS)
        }
    }

    /// Waits until all that was handed to the storage is durable: no request may leave before.
    async fn settle(&self) {
        while self.writing.get() > 0 {
            let (sender, receiver) = oneshot::channel();
            self.kicks.for_storage.borrow_mut().push(sender);
            // A sender that is dropped says the same as one that speaks: look again.
            let _ = receiver.await;
        }
    }

    /// Pushes and pulls until there is nothing left to say.
    async fn round(self: &Rc<Self>, opening: u64) -> Round {
        for _ in 0..ROUNDS_MOST {
            self.settle().await;
            if !self.leads(opening) {
                return Round::Stopped;
            }
            if ids::now() < self.held_until.get() {
                return Round::Later(Some(2));
            }
            let push = self
                .is_session_known
                .get()
                .then(|| self.client.borrow().push_request())
                .flatten();
            if let Some(request) = push {
                let answer: PushResponse = match post("/api/push", &request).await {
                    Ok(answer) => answer,
                    Err(failure) => return self.cope_with(failure).await,
                };
                if !self.leads(opening) {
                    return Round::Stopped;
                }
                let transition = self
                    .client
                    .borrow_mut()
                    .on_push_response(&request, answer, ids::now());
                let push_next = transition.push_next;
                self.commit_answer(transition).await;
                if push_next {
                    continue;
                }
                self.settle().await;
            }
            let mut wanted = self.all_wanted();
            wanted.extend(self.ahead.borrow().iter());
            let request = self.client.borrow().pull_request(&wanted);
            let answer: PullResponse = match post("/api/pull", &request).await {
                Ok(answer) => answer,
                Err(failure) => return self.cope_with(failure).await,
            };
            if !self.leads(opening) {
                return Round::Stopped;
            }
            if let Some(viewer) = &answer.viewer
                && viewer.person != self.person()
            {
                // Somebody signed in elsewhere in this browser: their replica is another one.
                if session::is_leaving() {
                    // They left; the server learns it as soon as it can be told.
                    return Round::Later(None);
                }
                leptos::task::spawn_local(opening::enter_as_the_server_says());
                return Round::Stopped;
            }
            let transition = self
                .client
                .borrow_mut()
                .on_pull_response(&request, answer, ids::now());
            let is_paused = self.client.borrow().status().pause.is_some();
            let was_known = self
                .is_session_known
                .replace(!is_paused && self.held_until.get() <= ids::now());
            // What waited until it was known whose session this is can go now.
            let can_push = !was_known && self.client.borrow().push_request().is_some();
            let again = transition.pull_next || transition.push_next || can_push;
            self.commit_answer(transition).await;
            if is_paused {
                return Round::Stopped;
            }
            if !again {
                return Round::Done;
            }
        }
        Round::Later(None)
    }

    async fn cope_with(self: &Rc<Self>, failure: ApiFailure) -> Round {
        let ApiFailure::Refused(error) = failure else {
            return Round::Unreachable;
        };
        match error.code {
            ApiErrorCode::NotSignedIn => {
                self.is_session_known.set(false);
                let transition = self.client.borrow_mut().on_signed_out();
                self.commit_answer(transition).await;
                Round::Stopped
            }
            ApiErrorCode::DeviceTaken => {
                // Mostly somebody else has signed in; only where this is the same person was a storage copied.
                if let Ok(answer) = api::session().await
                    && answer.person.id != self.person()
                {
                    self.is_session_known.set(false);
                    if !session::is_leaving() {
                        leptos::task::spawn_local(opening::enter(answer));
                    }
                    return Round::Stopped;
                }
                // One request at a time: the device that asked is still the device.
                let device = self.client.borrow().device();
                let transition = self.client.borrow_mut().on_device_taken(device);
                self.commit_answer(transition).await;
                Round::Later(Some(1))
            }
            ApiErrorCode::UpgradeApp => {
                self.must_reload.set(true);
                Round::Stopped
            }
            _ => Round::Later(error.retry_after),
        }
    }
}

async fn post<T: DeserializeOwned>(address: &str, body: &impl Serialize) -> Result<T, ApiFailure> {
    let asking = pin!(api::post(address, body));
    match select(asking, TimeoutFuture::new(ANSWER_WITHIN_MS)).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(ApiFailure::Unreachable),
    }
}

/// 1, 2, 4 … seconds, never more than a minute, each spread by half so that a thousand phones do not return at once.
fn backoff(failures: u32) -> u32 {
    let steps = failures.saturating_sub(1).min(6);
    jittered(1_000_u32.saturating_mul(1 << steps).min(LONGEST_BACKOFF_MS))
}

/// Between three quarters and five quarters of a wait.
fn jittered(ms: u32) -> u32 {
    let [byte] = ids::random_bytes::<1>();
    let quarter = ms / 4;
    ms - quarter + (quarter / 128).saturating_mul(u32::from(byte))
}
