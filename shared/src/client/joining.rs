//! Saves of one draft that wait one behind the other are joined to one change: the texts of the last, written from what
//! the first was written from. Somebody who writes for an hour without a network sends each text once.
//!
//! Nothing that may have been sent is replaced, and nothing of another kind that lies between is overtaken. Should the
//! transaction that replaces a save fail, the save that is on the disk takes its place again
//! ([`Client::retract`]).

use super::change::Step;
use super::{Client, Outgoing, OutgoingState, StorageOp, Transition};
use crate::ids::MutationId;
use crate::limits;
use crate::mutation::{Mutation, SaveDraft};
use crate::records::{Change, TextMark};
use crate::row::DeviceCounter;
use crate::time::Timestamp;
use crate::wire::Envelope;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of saves that were joined. Nothing of it is stored: after a restart what waits may have been sent.
#[derive(Clone, Debug, Default)]
pub(super) struct Joining {
    /// The highest number that may have been sent.
    pub(super) offered: DeviceCounter,
    /// The saves that a later one took in and that may still be the ones on the disk, oldest first, by
    /// [`Outgoing::order`].
    replaced: BTreeMap<u64, Vec<Outgoing>>,
    /// The saves that a later one took in.
    pub(super) absorbed: BTreeSet<MutationId>,
}

impl Joining {
    /// Of a replica that is brought back with these changes on their way.
    pub(super) fn after_restart(outbox: &BTreeMap<DeviceCounter, Outgoing>) -> Self {
        Self {
            offered: outbox.keys().next_back().copied().unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Everything is on the disk, and what has a number up to this one leaves the device now.
    pub(super) fn offer(&mut self, n: DeviceCounter) {
        self.offered = self.offered.max(n);
        self.replaced.clear();
    }
}

impl Client {
    /// To be told when the transaction of [`Client::mutate`] for this change completed.
    pub fn on_stored(&mut self, id: MutationId) {
        let order = self.outbox.values().find(|change| change.id() == id);
        if let Some(order) = order.map(|change| change.order) {
            self.joining.replaced.remove(&order);
        }
        for replaced in self.joining.replaced.values_mut() {
            if let Some(at) = replaced.iter().position(|change| change.id() == id) {
                replaced.drain(..at);
            }
        }
    }

    /// Joins a save to one that waits, where there is one that it goes on from.
    pub(super) fn join(&mut self, id: MutationId, at: Timestamp, mutation: &Mutation) -> Option<Transition> {
        let Mutation::SaveDraft(later) = mutation else {
            return None;
        };
        let (n, earlier) = self.save_to_join(later)?;
        let joined: Mutation = joined(earlier, later)?.into();
        let envelope = Envelope::new(id, n, at, &joined).ok()?;
        let length = serde_json::to_vec(&envelope).ok()?.len();
        if length > envelope.kind().most_bytes() {
            return None;
        }
        let earlier = self.outbox.remove(&n)?;
        let change = Outgoing::new(envelope, earlier.order);
        let mut step = Step::default();
        self.joining.absorbed.insert(earlier.id());
        let replaced = self.joining.replaced.entry(earlier.order).or_default();
        replaced.push(earlier);
        // Whichever of them the disk holds when this is written.
        step.ops.extend(
            replaced
                .iter()
                .map(|change| StorageOp::delete_outgoing(change.id())),
        );
        step.ops.push(StorageOp::put_outgoing(&change));
        self.outbox.insert(n, change);
        (step.predict, step.status, step.push_next) = (true, true, true);
        Some(self.finish(step))
    }

    /// The last save of the same draft, with nothing behind it but saves of other drafts.
    fn save_to_join(&self, later: &SaveDraft) -> Option<(DeviceCounter, &SaveDraft)> {
        for (n, change) in self.outbox.iter().rev() {
            let Some(Mutation::SaveDraft(held)) = change.mutation() else {
                return None;
            };
            if *n <= self.joining.offered || change.state != OutgoingState::Waiting {
                return None;
            }
            if held.experience == later.experience {
                return Some((*n, held));
            }
        }
        None
    }

    /// Puts the save that is on the disk in the place of the one that could not be stored. Returns whether `id` was
    /// joined at all.
    pub(super) fn separate(&mut self, step: &mut Step, id: MutationId) -> bool {
        for replaced in self.joining.replaced.values_mut() {
            if let Some(at) = replaced.iter().position(|change| change.id() == id) {
                // A later save has its words; the disk does not hold it.
                replaced.remove(at);
                return true;
            }
        }
        let found = self.outbox.iter().find(|(_, change)| change.id() == id);
        let Some((n, order)) = found.map(|(n, change)| (*n, change.order)) else {
            return false;
        };
        let Some(mut before) = self.joining.replaced.get_mut(&order).and_then(Vec::pop) else {
            return false;
        };
        self.joining.absorbed.remove(&before.id());
        before.envelope.n = n;
        step.ops.push(StorageOp::delete_outgoing(id));
        step.ops.push(StorageOp::put_outgoing(&before));
        self.outbox.insert(n, before);
        (step.predict, step.status) = (true, true);
        true
    }
}

/// Both saves as one, or nothing where the later one was not written from the words of the earlier one: then both
/// versions have to stay.
fn joined(earlier: &SaveDraft, later: &SaveDraft) -> Option<SaveDraft> {
    let mut changes = earlier.changes.clone();
    for change in &later.changes {
        match changes.iter_mut().rfind(|held| held.is_of_field(change)) {
            Some(held) => *held = joined_change(held, change)?,
            None => changes.push(change.clone()),
        }
    }
    (changes.len() <= limits::CHANGES).then_some(SaveDraft {
        experience: earlier.experience,
        collectivity: earlier.collectivity,
        changes,
    })
}

fn joined_change(earlier: &Change, later: &Change) -> Option<Change> {
    let (
        Change::Text {
            text: before,
            seen: first,
            ..
        },
        Change::Text {
            section,
            lang,
            text,
            seen: second,
        },
    ) = (earlier, later)
    else {
        return Some(later.clone());
    };
    let between = TextMark::of(before);
    if first.is_empty() || !second.contains(&between) {
        return None;
    }
    let seen: BTreeSet<&TextMark> = first
        .iter()
        .chain(second.iter().filter(|mark| **mark != between))
        .collect();
    (seen.len() <= limits::SEEN).then(|| Change::Text {
        section: *section,
        lang: *lang,
        text: text.clone(),
        seen: seen.into_iter().cloned().collect(),
    })
}
