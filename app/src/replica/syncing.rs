//! The leader's conversation with the server. When and what is decided by `SyncLoop` in `shared`; here are the
//! requests and what the app does with an answer.

use super::state::Inner;
use crate::api::{self, ApiFailure};
use crate::ids;
use crate::settings::{self, STILL_SIGNED_IN};
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::client::{NextStep, Trouble};
use shared::wire::{ApiErrorCode, PullRequest, PullResponse, PushRequest, PushResponse, SignedIn};
use std::pin::pin;
use std::rc::Rc;

/// How long an answer may take before the network counts as gone.
const ANSWER_WITHIN_MS: u32 = 30_000;

/// Opens the replica of somebody else, who is signed in in this browser now; of whom, if the server has said it already.
pub(super) type Enter = fn(Option<SignedIn>);

/// Talks with the server for as long as this tab leads this opening.
pub(super) async fn converse(inner: Rc<Inner>, opening: u64, enter: Enter) {
    while inner.tabs.leads(opening) {
        inner.storage.settle().await;
        if !inner.tabs.leads(opening) {
            return;
        }
        let wanted = inner.documents.to_pull(ids::now());
        let next = inner.conversation.next(&mut inner.rows.client_mut(), &wanted);
        match next {
            NextStep::Push(request) => inner.push(opening, &request, enter).await,
            NextStep::Pull(request) => inner.pull(opening, &request, enter).await,
            NextStep::Rest(ms) => inner.conversation.rest(ms).await,
        }
    }
}

impl Inner {
    async fn push(self: &Rc<Self>, opening: u64, request: &PushRequest, enter: Enter) {
        let answer = post::<PushResponse>("/api/push", request).await;
        if !self.tabs.leads(opening) {
            return;
        }
        match answer {
            Ok(answer) => {
                let at = ids::now();
                let transition = self.rows.client_mut().on_push_response(request, answer, at);
                self.conversation.pushed(&transition);
                self.commit_answer(transition).await;
            }
            Err(failure) => self.cope_with(failure, enter).await,
        }
    }

    async fn pull(self: &Rc<Self>, opening: u64, request: &PullRequest, enter: Enter) {
        let answer = post::<PullResponse>("/api/pull", request).await;
        if !self.tabs.leads(opening) {
            return;
        }
        let answer = match answer {
            Ok(answer) => answer,
            Err(failure) => return self.cope_with(failure, enter).await,
        };
        self.network_is(true);
        if answer
            .viewer
            .as_ref()
            .is_some_and(|viewer| viewer.person != self.rows.person())
        {
            // Somebody signed in elsewhere in this browser: their replica is another one. Or this person left, and
            // the server learns it as soon as it can be told.
            self.conversation.failed(Trouble::Later(None));
            if !is_signing_out() {
                enter(None);
            }
            return;
        }
        let at = ids::now();
        let transition = self.rows.client_mut().on_pull_response(request, answer, at);
        let is_over = self.conversation.pulled(&self.rows.client(), &transition);
        self.commit_answer(transition).await;
        if is_over && self.tabs.leads(opening) {
            self.tidy_documents().await;
        }
    }

    async fn cope_with(self: &Rc<Self>, failure: ApiFailure, enter: Enter) {
        let error = match failure {
            ApiFailure::Refused(error) => error,
            ApiFailure::Unreachable | ApiFailure::NoCookies => {
                self.conversation.failed(Trouble::Unreachable);
                return self.network_is(false);
            }
            ApiFailure::Unreadable => {
                // The server has moved on further than this version follows; the newest version does.
                self.conversation.require_reload();
                self.conversation.failed(Trouble::Final);
                return self.network_is(true);
            }
        };
        let trouble = match error.code {
            ApiErrorCode::NotSignedIn => {
                let transition = self.rows.client_mut().on_signed_out();
                self.commit_answer(transition).await;
                Trouble::Final
            }
            ApiErrorCode::DeviceTaken => {
                // Mostly somebody else has signed in; only where this is the same person was a storage copied.
                if let Ok(answer) = api::session().await
                    && answer.person.id != self.rows.person()
                {
                    self.conversation.doubt_session();
                    if !is_signing_out() {
                        enter(Some(answer));
                    }
                } else {
                    // One request at a time: the device that asked is still the device.
                    let device = self.rows.client().device();
                    let transition = self.rows.client_mut().on_device_taken(device);
                    self.commit_answer(transition).await;
                }
                Trouble::Later(None)
            }
            ApiErrorCode::UpgradeApp => {
                self.conversation.require_reload();
                Trouble::Final
            }
            _ => Trouble::Later(error.retry_after),
        };
        self.conversation.failed(trouble);
        self.network_is(true);
    }
}

/// Whether this person left without a network, which the server has still to learn.
fn is_signing_out() -> bool {
    settings::recall(STILL_SIGNED_IN).is_some()
}

async fn post<T: DeserializeOwned>(address: &str, body: &impl Serialize) -> Result<T, ApiFailure> {
    let asking = pin!(api::post(address, body));
    match select(asking, TimeoutFuture::new(ANSWER_WITHIN_MS)).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(ApiFailure::Unreachable),
    }
}
