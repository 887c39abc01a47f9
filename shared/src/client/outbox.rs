use super::change::Step;
use super::{Client, Outgoing, OutgoingState, RefusedChange, SENT_MOST, StorageOp, Transition};
use crate::ids::MutationId;
use crate::mutation::Mutation;
use crate::refusal::{Refusal, RefusalCode};
use crate::time::Timestamp;
use crate::wire::{Envelope, MutationResult, Outcome};

impl Client {
    /// Takes in what the person wants: predicts it, and puts it into the outbox. Offering the same `id` again
    /// changes nothing, so that a tab that never heard back may ask twice.
    ///
    /// `id` is random and new, `at` is the device's clock.
    ///
    /// # Errors
    /// The refusal that the rules predict; nothing is kept then, and the words stay in the form.
    pub fn mutate(
        &mut self,
        id: MutationId,
        at: Timestamp,
        mutation: impl Into<Mutation>,
    ) -> Result<Transition, Refusal> {
        if self.knows(id) {
            return Ok(Transition::default());
        }
        let mutation = mutation.into();
        let envelope = Envelope::new(id, self.meta.next_n, at, &mutation)
            .map_err(|_| Refusal::new(RefusalCode::Malformed))?;
        let most = envelope.kind().most_bytes();
        if serde_json::to_vec(&envelope).is_ok_and(|json| json.len() > most) {
            return Err(Refusal::new(RefusalCode::TooLong).with_limit(most));
        }
        let prediction = self.predict(id, at, &mutation)?;
        if let Some(transition) = self.join(id, at, &mutation) {
            return Ok(transition);
        }
        let mut step = Step::default();
        for key in prediction.0.keys() {
            step.touch(self, *key);
        }
        // Everything before it stands as it was predicted; only this one is new.
        step.predict = false;
        self.predictions.add(prediction);
        self.enqueue(&mut step, envelope);
        Ok(self.finish(step))
    }

    /// Takes over what a visitor did on this device before signing in, under the same uuids. It is safe to do it
    /// twice; the visitor's replica is emptied once this is durable.
    pub fn adopt<'a>(&mut self, visitor: impl IntoIterator<Item = &'a Outgoing>) -> Transition {
        let mut step = Step::default();
        for change in visitor {
            if !self.knows(change.id()) {
                let mut envelope = change.envelope.clone();
                envelope.n = self.meta.next_n;
                self.enqueue(&mut step, envelope);
                step.predict = true;
            }
        }
        self.finish(step)
    }

    /// Takes back a change whose storage transaction failed: it was never said to be saved, and never sent. A save
    /// that it was joined to, and that the storage still holds, takes its place again.
    pub fn retract(&mut self, id: MutationId) -> Transition {
        let mut step = Step::default();
        if self.separate(&mut step, id) {
            return self.finish(step);
        }
        let Some(n) = self.number_of(id) else {
            return self.finish(step);
        };
        self.outbox.remove(&n);
        let later: Vec<_> = self.outbox.split_off(&n).into_values().collect();
        self.meta.next_n = n;
        for mut change in later {
            change.envelope.n = self.meta.next_n;
            self.meta.next_n += 1;
            step.ops.push(StorageOp::put_outgoing(&change));
            self.outbox.insert(change.envelope.n, change);
        }
        step.ops.push(StorageOp::delete_outgoing(id));
        (step.predict, step.meta, step.status) = (true, true, true);
        self.finish(step)
    }

    /// Forgets a refused change once the person has seen it and kept or given up its words.
    pub fn dismiss_refused(&mut self, id: MutationId) -> Transition {
        let mut step = Step::default();
        if let Some(order) = self.refused.values().find(|c| c.id() == id).map(|c| c.order) {
            self.refused.remove(&order);
            step.ops.push(StorageOp::delete_refused(id));
            step.status = true;
        }
        self.finish(step)
    }

    fn knows(&self, id: MutationId) -> bool {
        self.outbox
            .values()
            .chain(self.sent.values())
            .any(|c| c.id() == id)
            || self.joining.absorbed.contains(&id)
            || self.refused.values().any(|c| c.id() == id)
    }

    fn number_of(&self, id: MutationId) -> Option<u64> {
        self.outbox
            .iter()
            .find(|(_, change)| change.id() == id)
            .map(|(n, _)| *n)
    }

    fn enqueue(&mut self, step: &mut Step, envelope: Envelope) {
        let change = Outgoing::new(envelope, self.meta.next_order);
        self.meta.next_n += 1;
        self.meta.next_order += 1;
        step.ops.push(StorageOp::put_outgoing(&change));
        self.outbox.insert(change.envelope.n, change);
        (step.meta, step.status, step.push_next) = (true, true, true);
    }

    /// Takes the result of one change. Returns the change that has this number here when the result is another's:
    /// a copy of this replica has used the number.
    pub(super) fn take_result(
        &mut self,
        step: &mut Step,
        result: MutationResult,
        at: Timestamp,
    ) -> Option<MutationId> {
        let change = self.outbox.get_mut(&result.n)?;
        if change.id() != result.id {
            return Some(change.id());
        }
        if change.state != OutgoingState::Waiting {
            return None;
        }
        (step.meta, step.status) = (true, true);
        self.meta.sent_at = Some(at);
        match result.outcome {
            Outcome::Applied => {
                change.state = OutgoingState::Acknowledged { at };
                step.ops.push(StorageOp::put_outgoing(change));
            }
            Outcome::Refused { refusal } => {
                let refused = RefusedChange {
                    envelope: change.envelope.clone(),
                    order: change.order,
                    refusal,
                    at,
                };
                self.outbox.remove(&result.n);
                step.ops.push(StorageOp::put_refused(&refused));
                step.ops.push(StorageOp::delete_outgoing(refused.id()));
                self.refused.insert(refused.order, refused);
                step.predict = true;
            }
        }
        None
    }

    /// Lets go of the acknowledged changes up to `last_n`, whose rows have all come back.
    pub(super) fn settle(&mut self, step: &mut Step, last_n: u64) {
        let settled: Vec<u64> = self
            .outbox
            .range(..=last_n)
            .filter(|(_, change)| change.state != OutgoingState::Waiting)
            .map(|(n, _)| *n)
            .collect();
        for change in settled
            .iter()
            .filter_map(|n| self.outbox.remove(n))
            .collect::<Vec<_>>()
        {
            step.ops.push(StorageOp::delete_outgoing(change.id()));
            step.ops.push(StorageOp::put_sent(&change));
            self.sent.insert(change.order, change);
            (step.predict, step.status) = (true, true);
        }
        while self.sent.len() > SENT_MOST {
            if let Some((_, oldest)) = self.sent.pop_first() {
                step.ops.push(StorageOp::delete_sent(oldest.id()));
            }
        }
    }
}
