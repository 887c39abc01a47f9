//! Which of a person's tabs leads, and what this one has asked the leader for.

use super::channel::{Channel, Message};
use super::lock::Held;
use super::waiters::Waiters;
use super::writing::NotSaved;
use crate::ids;
use futures::channel::oneshot;
use shared::ids::MutationId;
use shared::mutation::Mutation;
use shared::time::Timestamp;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Which part this tab plays.
enum Role {
    /// The replica is being opened.
    Opening,
    /// This tab numbers, stores, pushes and pulls. The lock is kept as long as it does.
    Leading(
        #[expect(
            dead_code,
            reason = "held as long as this tab leads, and let go when it is dropped"
        )]
        Option<Held>,
    ),
    /// Another tab does; this one shows the same and hands it what the person wants.
    Following,
}

/// A change that the leader has not answered yet. It is asked for again when the leader changes; the uuid makes
/// that safe.
struct Unanswered {
    at: Timestamp,
    mutation: Mutation,
    answer: oneshot::Sender<Result<(), NotSaved>>,
}

pub(super) struct Tabs {
    /// This tab's name among them.
    pub(super) id: Uuid,
    role: RefCell<Role>,
    channel: RefCell<Option<Channel>>,
    /// Counts openings: work begun for an earlier one stops when it sees a later number.
    opening: Cell<u64>,
    opened: Waiters,
    unanswered: RefCell<BTreeMap<MutationId, Unanswered>>,
}

impl Tabs {
    pub(super) fn new() -> Self {
        Self {
            id: Uuid::from_bytes(ids::random_bytes()),
            role: RefCell::new(Role::Opening),
            channel: RefCell::new(None),
            opening: Cell::new(0),
            opened: Waiters::default(),
            unanswered: RefCell::default(),
        }
    }

    /// Lets go of the lock and the channel until the replica is opened again.
    pub(super) fn close(&self) {
        self.opening.set(self.opening.get() + 1);
        self.role.replace(Role::Opening);
        self.channel.take();
    }

    /// Hears and is heard by the others. Returns whether the browser can do that.
    pub(super) fn join(&self, name: &str, hear: impl FnMut(Message) + 'static) -> bool {
        let channel = Channel::join(name, hear);
        let is_joined = channel.is_some();
        self.channel.replace(channel);
        is_joined
    }

    pub(super) fn lead(&self, held: Option<Held>) {
        self.role.replace(Role::Leading(held));
        self.opened.wake();
    }

    pub(super) fn follow(&self) {
        self.role.replace(Role::Following);
        self.opened.wake();
    }

    /// The number of the present opening.
    pub(super) fn opening(&self) -> u64 {
        self.opening.get()
    }

    pub(super) fn is_leading(&self) -> bool {
        matches!(*self.role.borrow(), Role::Leading(_))
    }

    /// Whether this tab leads, and the opening is still this one.
    pub(super) fn leads(&self, opening: u64) -> bool {
        self.opening.get() == opening && self.is_leading()
    }

    /// Waits until this tab knows its part.
    pub(super) async fn until_opened(&self) {
        while matches!(*self.role.borrow(), Role::Opening) {
            self.opened.wait().await;
        }
    }

    pub(super) fn say(&self, message: &Message) {
        if let Some(channel) = self.channel.borrow().as_ref() {
            channel.say(message);
        }
    }

    /// Asks the leader for a change, until it has answered.
    pub(super) fn ask(
        &self,
        id: MutationId,
        at: Timestamp,
        mutation: Mutation,
    ) -> oneshot::Receiver<Result<(), NotSaved>> {
        let (answer, answered) = oneshot::channel();
        let intent = Unanswered { at, mutation, answer };
        self.say_intent(id, &intent);
        self.unanswered.borrow_mut().insert(id, intent);
        answered
    }

    /// Asks again for what was not answered.
    pub(super) fn ask_again(&self) {
        for (id, intent) in self.unanswered.borrow().iter() {
            self.say_intent(*id, intent);
        }
    }

    fn say_intent(&self, id: MutationId, intent: &Unanswered) {
        if let Ok(mutation) = serde_json::to_value(&intent.mutation) {
            let at = intent.at;
            self.say(&Message::Intent { id, at, mutation });
        }
    }

    /// The leader has answered.
    pub(super) fn answered(&self, id: MutationId, outcome: Result<(), NotSaved>) {
        if let Some(intent) = self.unanswered.borrow_mut().remove(&id) {
            // The page that asked may be gone.
            let _ = intent.answer.send(outcome);
        }
    }

    /// Takes back what the leader has not answered.
    pub(super) fn take_back(&self, id: MutationId) -> Option<(Timestamp, Mutation)> {
        let intent = self.unanswered.borrow_mut().remove(&id)?;
        Some((intent.at, intent.mutation))
    }
}
