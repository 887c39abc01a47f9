//! The leader's conversation with the server. When and what is decided by `SyncLoop` in `shared`; here are the
//! requests, the timers and what the app does with an answer.

use super::{Inner, live, opening};
use crate::api::{self, ApiFailure};
use crate::{ids, session};
use futures::channel::oneshot;
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::client::{Moment, NextStep, Trouble};
use shared::wire::{ApiErrorCode, ChangeEvent, PullRequest, PullResponse, PushRequest, PushResponse};
use std::cell::RefCell;
use std::pin::pin;
use std::rc::Rc;

/// How long an answer may take before the network counts as gone.
const ANSWER_WITHIN_MS: u32 = 30_000;
/// The longest single timer; after it the wait is worked out again.
const LONGEST_TIMER_MS: u64 = 60 * 60_000;

/// Wakes the conversation.
#[derive(Default)]
pub(super) struct Wake {
    waiting: RefCell<Option<oneshot::Sender<()>>>,
    for_storage: RefCell<Vec<oneshot::Sender<()>>>,
}

impl Wake {
    /// Has the conversation look again what to do.
    pub(super) fn up(&self) {
        if let Some(waiting) = self.waiting.take() {
            // Who waited may be gone.
            let _ = waiting.send(());
        }
    }

    /// All that was handed to the storage is durable.
    pub(super) fn stored(&self) {
        for waiting in self.for_storage.take() {
            // Who waited may be gone.
            let _ = waiting.send(());
        }
    }

    async fn within(&self, ms: u64) {
        let (sender, receiver) = oneshot::channel();
        *self.waiting.borrow_mut() = Some(sender);
        let ms = u32::try_from(ms.min(LONGEST_TIMER_MS)).unwrap_or(u32::MAX);
        select(receiver, TimeoutFuture::new(ms)).await;
    }
}

/// Talks with the server for as long as this tab leads this opening.
pub(super) async fn converse(inner: Rc<Inner>, opening: u64) {
    while inner.leads(opening) {
        inner.settle().await;
        if !inner.leads(opening) {
            return;
        }
        match inner.next_step() {
            NextStep::Push(request) => inner.push(opening, &request).await,
            NextStep::Pull(request) => inner.pull(opening, &request).await,
            NextStep::Rest(ms) => inner.wake.within(ms).await,
        }
    }
}

impl Inner {
    pub(super) fn leads(&self, opening: u64) -> bool {
        self.opening.get() == opening && self.is_leading()
    }

    fn moment(&self) -> Moment {
        let [spread] = ids::random_bytes();
        Moment {
            now: ids::since_start_ms(),
            spread,
            is_listening: live::is_listening(),
            is_hidden: document().hidden(),
        }
    }

    /// There is something to ask or to send.
    pub(super) fn wish(&self) {
        self.sync.borrow_mut().wish(ids::since_start_ms());
        self.wake.up();
    }

    /// The same, whatever was waited for.
    pub(super) fn insist(&self) {
        self.sync.borrow_mut().insist(ids::since_start_ms());
        self.wake.up();
    }

    /// The documents that any tab shows, or that are kept, are other ones.
    pub(super) fn wish_for_documents(&self) {
        let (wanted, moment) = (self.all_wanted(), self.moment());
        let client = self.client.borrow();
        self.sync.borrow_mut().wanted_changed(&client, &wanted, moment);
        self.wake.up();
    }

    /// The server told how far a scope has come.
    pub(super) fn told_of_change(&self, change_event: &ChangeEvent) {
        let client = self.client.borrow();
        self.sync
            .borrow_mut()
            .told_of_change(&client, change_event, ids::since_start_ms());
        self.wake.up();
    }

    fn next_step(&self) -> NextStep {
        let mut wanted = self.all_wanted();
        wanted.extend(self.ahead.borrow().iter());
        let mut client = self.client.borrow_mut();
        self.sync.borrow_mut().next(&mut client, &wanted, self.moment())
    }

    fn failed(&self, trouble: Trouble) {
        self.sync.borrow_mut().failed(trouble, self.moment());
    }

    fn network_is(self: &Rc<Self>, is_online: bool) {
        if self.is_online_untracked() != is_online {
            self.set_online(is_online);
            self.tell_tabs_of_the_network();
        }
    }

    /// Waits until all that was handed to the storage is durable: no request may leave before.
    async fn settle(&self) {
        while self.writing.get() > 0 {
            let (sender, receiver) = oneshot::channel();
            self.wake.for_storage.borrow_mut().push(sender);
            // A sender that is dropped says the same as one that speaks: look again.
            let _ = receiver.await;
        }
    }

    async fn push(self: &Rc<Self>, opening: u64, request: &PushRequest) {
        let answer = post::<PushResponse>("/api/push", request).await;
        if !self.leads(opening) {
            return;
        }
        match answer {
            Ok(answer) => {
                let transition = self
                    .client
                    .borrow_mut()
                    .on_push_response(request, answer, ids::now());
                self.sync.borrow_mut().pushed(&transition);
                self.commit_answer(transition).await;
            }
            Err(failure) => self.cope_with(failure).await,
        }
    }

    async fn pull(self: &Rc<Self>, opening: u64, request: &PullRequest) {
        let answer = post::<PullResponse>("/api/pull", request).await;
        if !self.leads(opening) {
            return;
        }
        let answer = match answer {
            Ok(answer) => answer,
            Err(failure) => return self.cope_with(failure).await,
        };
        self.network_is(true);
        if answer
            .viewer
            .as_ref()
            .is_some_and(|viewer| viewer.person != self.person())
        {
            // Somebody signed in elsewhere in this browser: their replica is another one. Or this person left, and
            // the server learns it as soon as it can be told.
            self.failed(Trouble::Later(None));
            if !session::is_leaving() {
                leptos::task::spawn_local(opening::enter_as_the_server_says());
            }
            return;
        }
        let transition = self
            .client
            .borrow_mut()
            .on_pull_response(request, answer, ids::now());
        let is_over = {
            let client = self.client.borrow();
            self.sync.borrow_mut().pulled(&client, &transition, self.moment())
        };
        self.commit_answer(transition).await;
        if is_over && self.leads(opening) {
            self.tidy_documents().await;
        }
    }

    async fn cope_with(self: &Rc<Self>, failure: ApiFailure) {
        let error = match failure {
            ApiFailure::Refused(error) => error,
            ApiFailure::Unreachable => {
                self.failed(Trouble::Unreachable);
                return self.network_is(false);
            }
            ApiFailure::Unreadable => {
                // The server has moved on further than this version follows; the newest version does.
                self.must_reload.set(true);
                self.failed(Trouble::Final);
                return self.network_is(true);
            }
        };
        let trouble = match error.code {
            ApiErrorCode::NotSignedIn => {
                let transition = self.client.borrow_mut().on_signed_out();
                self.commit_answer(transition).await;
                Trouble::Final
            }
            ApiErrorCode::DeviceTaken => {
                // Mostly somebody else has signed in; only where this is the same person was a storage copied.
                if let Ok(answer) = api::session().await
                    && answer.person.id != self.person()
                {
                    self.sync.borrow_mut().doubt_session();
                    if !session::is_leaving() {
                        leptos::task::spawn_local(opening::enter(answer));
                    }
                } else {
                    // One request at a time: the device that asked is still the device.
                    let device = self.client.borrow().device();
                    let transition = self.client.borrow_mut().on_device_taken(device);
                    self.commit_answer(transition).await;
                }
                Trouble::Later(None)
            }
            ApiErrorCode::UpgradeApp => {
                self.must_reload.set(true);
                Trouble::Final
            }
            _ => Trouble::Later(error.retry_after),
        };
        self.failed(trouble);
        self.network_is(true);
    }
}

async fn post<T: DeserializeOwned>(address: &str, body: &impl Serialize) -> Result<T, ApiFailure> {
    let asking = pin!(api::post(address, body));
    match select(asking, TimeoutFuture::new(ANSWER_WITHIN_MS)).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(ApiFailure::Unreachable),
    }
}
