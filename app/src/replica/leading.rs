//! The leader's part: every transition is stored in its order, shown, and told to the other tabs.

use super::channel::Message;
use super::disk::DiskFailed;
use super::state::Inner;
use super::writing::NotSaved;
use crate::ids;
use futures::channel::oneshot;
use serde_json::Value;
use shared::client::{Embedded, Outgoing, StorageOp, Transition};
use shared::ids::MutationId;
use shared::json;
use shared::mutation::Mutation;
use shared::time::Timestamp;
use std::rc::Rc;

impl Inner {
    /// Stores a transition, shows it at once, and tells the other tabs when it is durable.
    ///
    /// What has to follow the write follows it even when the caller is gone before: a page that closes must not
    /// stop the conversation with the server, which waits for the storage.
    pub(super) fn commit(
        self: &Rc<Self>,
        transition: Transition,
    ) -> impl Future<Output = Result<(), DiskFailed>> + use<> {
        let inner = Rc::clone(self);
        let writing = self.storage.write(&transition.ops);
        self.storage.begin();
        self.rows.show(&transition);
        let opening = self.tabs.opening();
        let (told, outcome) = oneshot::channel();
        leptos::task::spawn_local(async move {
            let outcome = writing.await;
            if outcome.is_ok() && opening == inner.tabs.opening() {
                if transition.push_next || transition.pull_next {
                    inner.conversation.wish();
                }
                if !transition.ops.is_empty() || transition.changed.is_anything() {
                    inner.tell_tabs(transition.ops);
                }
            }
            inner.storage.end();
            // Nobody may be waiting any more.
            let _ = told.send(outcome);
        });
        async move { outcome.await.unwrap_or(Err(DiskFailed)) }
    }

    /// Tells the other tabs what this one stored, and what it knows without storing it.
    pub(super) fn tell_tabs(&self, ops: Vec<StorageOp>) {
        self.tabs.say(&Message::Made {
            ops,
            passing: self.rows.client().passing(),
            is_online: self.conversation.is_online_untracked(),
        });
    }

    /// Takes in a change, of this tab or another. Durable when it returns.
    pub(super) async fn take_in(
        self: &Rc<Self>,
        id: MutationId,
        at: Timestamp,
        mutation: Mutation,
    ) -> Result<(), NotSaved> {
        let mutated = self.rows.client_mut().mutate(id, at, mutation);
        let transition = mutated.map_err(NotSaved::Refused)?;
        let storing = self.commit(transition);
        // Held until it is known whether the change stays: what the device could not keep is reported as not saved,
        // so it must not be sent either. A task of its own, because the caller may be gone before.
        self.storage.begin();
        let inner = Rc::clone(self);
        let (told, outcome) = oneshot::channel();
        leptos::task::spawn_local(async move {
            let stored = storing.await;
            if stored.is_ok() {
                inner.rows.client_mut().on_stored(id);
            } else {
                let retraction = inner.rows.client_mut().retract(id);
                // The disk refuses already; what matters is that the change leaves the picture.
                let _ = inner.commit(retraction).await;
            }
            inner.storage.end();
            // Nobody may be waiting any more.
            let _ = told.send(stored);
        });
        match outcome.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(DiskFailed)) | Err(_) => Err(NotSaved::Storage),
        }
    }

    /// Forgets a refused change.
    pub(super) async fn dismiss_here(self: &Rc<Self>, id: MutationId) {
        let transition = self.rows.client_mut().dismiss_refused(id);
        // Should the disk refuse, the change is merely shown again next time.
        let _ = self.commit(transition).await;
    }

    /// Takes over what a visitor did before signing in.
    pub(super) async fn adopt_here(self: &Rc<Self>, changes: &[Outgoing]) -> Result<(), DiskFailed> {
        let transition = self.rows.client_mut().adopt(changes);
        self.commit(transition).await
    }

    /// Takes what the server or the network said, where the disk's refusal makes the memory run ahead of it.
    pub(super) async fn commit_answer(self: &Rc<Self>, transition: Transition) {
        if self.commit(transition).await.is_err() {
            self.storage.give_up_disk();
        }
    }

    /// What another tab says to the leader.
    pub(super) fn hear_as_leader(self: &Rc<Self>, message: Message) {
        match message {
            Message::Hello { tab } => self.tabs.say(&Message::Welcome {
                tab,
                memory: self.storage.vault().in_memory(),
                passing: self.rows.client().passing(),
                is_online: self.conversation.is_online_untracked(),
            }),
            Message::Intent { id, at, mutation } => self.answer_intent(id, at, mutation),
            Message::Dismiss { id } => {
                let inner = Rc::clone(self);
                leptos::task::spawn_local(async move { inner.dismiss_here(id).await });
            }
            Message::Wanted { tab, scopes } => {
                if self.documents.hear_wanted(tab, scopes) {
                    self.pull_what_is_wanted();
                }
            }
            Message::Embedded { page, at } => {
                let shown = self.rows.client_mut().embed(Embedded::of(page, at));
                self.rows.show(&shown);
            }
            Message::Adopt { changes } => {
                let inner = Rc::clone(self);
                leptos::task::spawn_local(async move {
                    // The visitor's tab keeps its own until it sees them here.
                    let _ = inner.adopt_here(&changes).await;
                });
            }
            Message::Resume => self.resume_here(),
            Message::OwnDevice { is_own, seal } => {
                let inner = Rc::clone(self);
                leptos::task::spawn_local(async move { inner.keep_private_here(is_own, seal).await });
            }
            Message::Seal { secret } => {
                let inner = Rc::clone(self);
                leptos::task::spawn_local(async move { inner.seal_with(Some(&secret)).await });
            }
            Message::Welcome { .. } | Message::Made { .. } | Message::Leading | Message::Answer { .. } => {}
        }
    }

    fn answer_intent(self: &Rc<Self>, id: MutationId, at: Timestamp, mutation: Value) {
        // A tab of a newer version may want what this one does not know: it asks again when it leads itself.
        let Ok(mutation) = json::from_value::<Mutation>(mutation) else {
            return;
        };
        let inner = Rc::clone(self);
        leptos::task::spawn_local(async move {
            let outcome = inner.take_in(id, at.clamped_by(ids::now()), mutation).await;
            inner.tabs.say(&Message::Answer { id, outcome });
        });
    }

    /// Ends a pause and asks the server at once, here or where the leader is.
    pub(super) fn resume(self: &Rc<Self>) {
        if self.tabs.is_leading() {
            self.resume_here();
        } else {
            self.tabs.say(&Message::Resume);
        }
    }

    fn resume_here(self: &Rc<Self>) {
        let transition = self.rows.client_mut().resume();
        let inner = Rc::clone(self);
        leptos::task::spawn_local(async move {
            inner.commit_answer(transition).await;
            inner.conversation.insist();
        });
    }
}
