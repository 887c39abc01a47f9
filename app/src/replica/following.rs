//! A follower's part: it mirrors the leader, and hands it what the person wants.

use super::channel::Message;
use super::state::Inner;
use super::writing::NotSaved;
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use shared::client::Client;
use shared::ids::MutationId;
use shared::mutation::Mutation;
use shared::time::Timestamp;
use std::rc::Rc;

/// How long a follower waits for the leader before it asks again.
const PATIENCE_MS: u32 = 2_000;

impl Inner {
    /// Hands a change to the leader. Durable when it returns.
    pub(super) async fn hand_over(
        self: &Rc<Self>,
        id: MutationId,
        at: Timestamp,
        mutation: Mutation,
    ) -> Result<(), NotSaved> {
        let acceptable = self.rows.client().would_accept(&mutation, at);
        acceptable.map_err(NotSaved::Refused)?;
        let mut answered = self.tabs.ask(id, at, mutation);
        loop {
            match select(answered, TimeoutFuture::new(PATIENCE_MS)).await {
                Either::Left((outcome, _)) => return outcome.unwrap_or(Err(NotSaved::Storage)),
                Either::Right(((), still)) => {
                    answered = still;
                    if !self.tabs.is_leading() {
                        self.tabs.ask_again();
                    } else if let Some((at, mutation)) = self.tabs.take_back(id) {
                        // The leader died before it answered; now this tab decides.
                        return self.take_in(id, at, mutation).await;
                    }
                }
            }
        }
    }

    /// Tells the leader what this tab shows, and from which rows: the leader predicts the changes that are made there.
    pub(super) fn introduce_to_leader(&self) {
        self.tabs.say(&Message::Hello { tab: self.tabs.id });
        self.say_wanted();
        if let Some((page, at)) = self.rows.client().embedded().page() {
            self.tabs.say(&Message::Embedded { page, at });
        }
    }

    /// The documents that this tab needs.
    pub(super) fn say_wanted(&self) {
        self.tabs.say(&Message::Wanted {
            tab: self.tabs.id,
            scopes: self.documents.of_this_tab(),
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
            } if tab == self.tabs.id => {
                if passing.pause.is_some() {
                    // This tab was just opened: perhaps after signing in again.
                    self.tabs.say(&Message::Resume);
                }
                let vault = self.storage.vault();
                vault.take_memory(memory);
                let inner = Rc::clone(self);
                let opening = self.tabs.opening();
                leptos::task::spawn_local(async move {
                    let persisted = vault.read().await;
                    if opening != inner.tabs.opening() || inner.tabs.is_leading() {
                        return;
                    }
                    if let Ok(mut client) = Client::restore(persisted) {
                        let _ = client.mirror(&[], &passing);
                        inner.conversation.set_online(is_online);
                        inner.rows.show_instead(client);
                    }
                });
            }
            Message::Made {
                ops,
                passing,
                is_online,
            } => {
                self.storage.vault().follow(&ops);
                let transition = self.rows.client_mut().mirror(&ops, &passing);
                self.conversation.set_online(is_online);
                self.rows.show(&transition);
            }
            Message::Leading => {
                self.introduce_to_leader();
                self.tabs.ask_again();
            }
            Message::Answer { id, outcome } => self.tabs.answered(id, outcome),
            Message::OwnDevice { is_own, seal } => {
                match seal {
                    Some(secret) => {
                        let _ = crate::seal::take_up(Some(&secret));
                    }
                    None => crate::seal::give_up(),
                }
                // The leader moves the rows; this tab only learns what goes where from now on.
                self.storage.vault().learn_keeps_private(is_own);
            }
            Message::Seal { secret } => {
                let _ = crate::seal::take_up(Some(&secret));
            }
            Message::Hello { .. }
            | Message::Welcome { .. }
            | Message::Intent { .. }
            | Message::Dismiss { .. }
            | Message::Wanted { .. }
            | Message::Embedded { .. }
            | Message::Adopt { .. }
            | Message::Resume => {}
        }
    }
}
