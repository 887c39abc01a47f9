//! A follower's part: it mirrors the leader, and hands it what the person wants.

use super::Inner;
use super::channel::Message;
use super::writing::NotSaved;
use futures::channel::oneshot;
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use shared::client::Client;
use shared::ids::MutationId;
use shared::mutation::Mutation;
use shared::time::Timestamp;
use std::rc::Rc;

/// How long a follower waits for the leader before it asks again.
const PATIENCE_MS: u32 = 2_000;

/// A change that the leader has not answered yet. It is asked for again when the leader changes; the uuid makes
/// that safe.
pub(super) struct Unanswered {
    at: Timestamp,
    mutation: Mutation,
    answer: Option<oneshot::Sender<Result<(), NotSaved>>>,
}

impl Inner {
    /// Hands a change to the leader. Durable when it returns.
    pub(super) async fn hand_over(
        self: &Rc<Self>,
        id: MutationId,
        at: Timestamp,
        mutation: Mutation,
    ) -> Result<(), NotSaved> {
        self.client
            .borrow()
            .would_accept(&mutation, at)
            .map_err(NotSaved::Refused)?;
        let (answer, mut answered) = oneshot::channel();
        let intent = Unanswered {
            at,
            mutation,
            answer: Some(answer),
        };
        self.ask(id, &intent);
        self.unanswered.borrow_mut().insert(id, intent);
        loop {
            match select(answered, TimeoutFuture::new(PATIENCE_MS)).await {
                Either::Left((outcome, _)) => return outcome.unwrap_or(Err(NotSaved::Storage)),
                Either::Right(((), still)) => {
                    answered = still;
                    if self.is_leading() {
                        // The leader died before it answered; now this tab decides.
                        let Some(intent) = self.unanswered.borrow_mut().remove(&id) else {
                            continue;
                        };
                        return self.take_in(id, intent.at, intent.mutation).await;
                    }
                    self.ask_again();
                }
            }
        }
    }

    fn ask(&self, id: MutationId, intent: &Unanswered) {
        if let Ok(mutation) = serde_json::to_value(&intent.mutation) {
            self.say(&Message::Intent {
                id,
                at: intent.at,
                mutation,
            });
        }
    }

    fn ask_again(&self) {
        for (id, intent) in self.unanswered.borrow().iter() {
            self.ask(*id, intent);
        }
    }

    /// The documents that this tab shows.
    pub(super) fn say_wanted(&self) {
        self.say(&Message::Wanted {
            tab: self.tab,
            scopes: self
                .wanted
                .borrow()
                .keys()
                .copied()
                .chain(self.pinned())
                .collect(),
        });
    }

    /// What the leader says to this tab.
    pub(super) fn hear_as_follower(self: &Rc<Self>, message: Message) {
        match message {
            Message::Welcome {
                tab,
                memory,
                passing,
                is_online,
            } if tab == self.tab => {
                if passing.pause.is_some() {
                    // This tab was just opened: perhaps after signing in again.
                    self.say(&Message::Resume);
                }
                let vault = self.vault();
                vault.take_memory(memory);
                let inner = Rc::clone(self);
                let opening = self.opening.get();
                leptos::task::spawn_local(async move {
                    let persisted = vault.read().await;
                    if opening != inner.opening.get() || inner.is_leading() {
                        return;
                    }
                    if let Ok(mut client) = Client::restore(persisted) {
                        let _ = client.mirror(&[], &passing);
                        *inner.client.borrow_mut() = client;
                        inner.set_online(is_online);
                        inner.show_all();
                    }
                });
            }
            Message::Made {
                ops,
                passing,
                is_online,
            } => {
                self.vault().follow(&ops);
                let transition = self.client.borrow_mut().mirror(&ops, &passing);
                self.set_online(is_online);
                self.show(&transition);
            }
            Message::Leading => {
                self.say(&Message::Hello { tab: self.tab });
                self.say_wanted();
                self.ask_again();
            }
            Message::Answer { id, outcome } => {
                if let Some(Unanswered {
                    answer: Some(answer), ..
                }) = self.unanswered.borrow_mut().remove(&id)
                {
                    // The page that asked may be gone.
                    let _ = answer.send(outcome);
                }
            }
            Message::OwnDevice { is_own, seal } => {
                match seal {
                    Some(secret) => {
                        let _ = crate::seal::take_up(Some(&secret));
                    }
                    None => crate::seal::give_up(),
                }
                // The leader moves the rows; this tab only learns what goes where from now on.
                self.vault().learn_keeps_private(is_own);
            }
            Message::Seal { secret } => {
                let _ = crate::seal::take_up(Some(&secret));
            }
            Message::Hello { .. }
            | Message::Welcome { .. }
            | Message::Intent { .. }
            | Message::Dismiss { .. }
            | Message::Wanted { .. }
            | Message::Adopt { .. }
            | Message::Resume => {}
        }
    }
}
