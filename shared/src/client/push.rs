use super::change::Step;
use super::renewal::Offer;
use super::{Client, Pause, StorageOp, Transition};
use crate::time::Timestamp;
use crate::wire::{Envelope, PROTOCOL, PUSH_BYTES, PUSH_MOST, PushRequest, PushResponse, Stopped};
use uuid::Uuid;

impl Client {
    /// Whether there is something to push now. Nothing before the first pull, while paused, and never for a visitor,
    /// whose changes wait for a sign-in.
    #[must_use]
    pub fn can_push(&self) -> bool {
        self.meta.epoch.is_some()
            && !self.meta.viewer.is_visitor()
            && self.pause.is_none()
            && self.waiting().next().is_some()
    }

    /// What to push now, if anything ([`Client::can_push`]): the oldest changes that wait. From here on they may have
    /// been sent.
    #[must_use]
    pub fn push_request(&mut self) -> Option<PushRequest> {
        if !self.can_push() {
            return None;
        }
        let epoch = self.meta.epoch?;
        let (mut room, mut is_first) = (PUSH_BYTES, true);
        let mutations: Vec<Envelope> = self
            .waiting()
            .take(PUSH_MOST)
            .map(|change| &change.envelope)
            .take_while(|envelope| {
                let length = serde_json::to_vec(envelope).map_or(0, |json| json.len() + 1);
                // The first always goes, or nothing behind it ever would.
                let fits = length <= room || std::mem::take(&mut is_first);
                is_first = false;
                room = room.saturating_sub(length);
                fits
            })
            .cloned()
            .collect();
        self.joining.offer(mutations.last()?.n);
        Some(PushRequest {
            protocol: PROTOCOL,
            device: self.meta.device,
            epoch: Some(epoch),
            mutations,
        })
    }

    /// Takes the answer to `request`. `at` is the device's clock, for the words "sent at".
    pub fn on_push_response(
        &mut self,
        request: &PushRequest,
        response: PushResponse,
        at: Timestamp,
    ) -> Transition {
        let mut step = Step::default();
        if request.device != self.meta.device || request.epoch != self.meta.epoch {
            // It speaks of numbers that mean something else by now.
            return self.finish(step);
        }
        if response.stopped == Some(Stopped::EpochChanged) || request.epoch != Some(response.epoch) {
            self.leave_epoch(&mut step, response.epoch.uuid());
            return self.finish(step);
        }
        let mut misplaced = None;
        for result in response.results {
            misplaced = misplaced.or(self.take_result(&mut step, result, at));
        }
        step.pull_next = step.status;
        if let Some(change) = misplaced {
            self.renew_device(&mut step, change.uuid(), Offer::TheOutbox);
        } else {
            match response.stopped {
                Some(Stopped::Gap) => self.close_gap(&mut step, response.last_n),
                Some(Stopped::NewerSchema) => {
                    self.pause = Some(Pause::ServerIsOlder);
                    step.status = true;
                }
                // The rest is offered again with the next round.
                Some(Stopped::Unrecognised) => {}
                Some(Stopped::EpochChanged) | None => step.push_next = true,
            }
        }
        self.finish(step)
    }

    /// The server lacks numbers below the first that waits. Unless they have been decided since this answer was
    /// given, it has forgotten this device.
    fn close_gap(&mut self, step: &mut Step, last_n: u64) {
        let first = self
            .waiting()
            .next()
            .map(|change| (change.envelope.n, change.id()));
        if let Some((n, id)) = first
            && n > last_n.saturating_add(1)
        {
            self.renew_device(step, id.uuid(), Offer::EverythingHeld);
        }
    }

    /// The server was restored: what it acknowledged may be gone. The rows stay to be read until the pull that
    /// brings the new ones.
    pub(super) fn leave_epoch(&mut self, step: &mut Step, new_epoch: Uuid) {
        self.renew_device(step, new_epoch, Offer::EverythingHeld);
        self.meta.epoch = None;
        for (scope, held) in &mut self.scopes {
            held.cursor = Default::default();
            step.ops.push(StorageOp::put_scope(*scope, held));
        }
        (step.pull_next, step.push_next) = (true, false);
    }
}
