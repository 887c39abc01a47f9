use super::change::Step;
use super::{Client, Outgoing, OutgoingState, StorageOp, Transition};
use crate::ids::DeviceId;
use crate::scope::Scope;
use uuid::Uuid;

/// Whether acknowledged changes are offered again as well.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Offer {
    /// The server may have lost what it acknowledged.
    EverythingHeld,
    /// It has not.
    TheOutbox,
}

impl Client {
    /// Takes the answer `device_taken` to a request that `device` made: the id is somebody else's, or a copy of
    /// this storage has used its numbers. Goes on under a new id.
    pub fn on_device_taken(&mut self, device: DeviceId) -> Transition {
        let mut step = Step::default();
        if device == self.meta.device {
            // Copies that have nothing waiting take the same id, and part when one of them makes a change.
            let salt = self.waiting().next().map(|change| change.id().uuid());
            let salt = salt.unwrap_or_else(|| self.meta.viewer.person.uuid());
            self.renew_device(&mut step, salt, Offer::TheOutbox);
        }
        self.finish(step)
    }

    /// Takes a new device id, derived from the present one and `salt` because nothing here is random, and
    /// numbers the changes anew in the order in which they were made. Their uuids stay.
    pub(super) fn renew_device(&mut self, step: &mut Step, salt: Uuid, offer: Offer) {
        self.meta.device = DeviceId(Uuid::new_v5(&self.meta.device.uuid(), salt.as_bytes()));
        self.meta.next_n = 1;
        let mut held: Vec<Outgoing> = Vec::new();
        if offer == Offer::EverythingHeld {
            for change in std::mem::take(&mut self.sent).into_values() {
                step.ops.push(StorageOp::delete_sent(change.id()));
                held.push(change);
            }
        }
        held.extend(std::mem::take(&mut self.outbox).into_values());
        held.sort_by_key(|change| change.order);
        for mut change in held {
            change.envelope.n = self.meta.next_n;
            change.state = OutgoingState::Waiting;
            self.meta.next_n += 1;
            step.ops.push(StorageOp::put_outgoing(&change));
            self.outbox.insert(change.envelope.n, change);
        }
        // Some of them have been sent under their earlier numbers.
        self.joining.offered = self.meta.next_n.saturating_sub(1);
        (step.predict, step.meta, step.status) = (true, true, true);
        step.push_next = true;
    }

    /// Drops a scope's rows and cursor.
    pub(super) fn drop_scope(&mut self, step: &mut Step, scope: Scope) {
        self.drop_rows(step, scope);
        self.scopes.remove(&scope);
        step.ops.push(StorageOp::drop_scope(scope));
        step.scopes = true;
    }

    /// Drops a scope's rows, also those that this version does not understand.
    pub(super) fn drop_rows(&mut self, step: &mut Step, scope: Scope) {
        for key in self.confirmed.keys_of(scope) {
            step.touch(self, key);
            self.confirmed.remove(&key);
        }
        step.ops.push(StorageOp::drop_rows(scope));
    }
}
