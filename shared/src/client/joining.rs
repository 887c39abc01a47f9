//! Saves of one text or draft that wait one behind the other are joined to one change: the texts of the last, written from what
//! the first was written from. Somebody who writes for an hour without a network sends each text once.
//!
//! Nothing that may have been sent is replaced, and nothing of another kind that lies between is overtaken. Should the
//! transaction that replaces a save fail, the save that is on the disk takes its place again
//! ([`Client::retract`]).

use super::change::Step;
use super::{Client, Outgoing, OutgoingState, StorageOp, Transition};
use crate::ids::{ExperienceId, ModuleId, MutationId};
use crate::lang::Lang;
use crate::limits;
use crate::mutation::{Mutation, SaveDraft, SaveModuleText};
use crate::records::{Change, DraftPlace, TextMark};
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
        let (n, earlier) = self.save_to_join(mutation)?;
        let joined = joined(earlier, mutation)?;
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

    /// The last save of the same, with nothing behind it but saves of something else.
    fn save_to_join(&self, later: &Mutation) -> Option<(DeviceCounter, &Mutation)> {
        let saved = Saved::by(later)?;
        for (n, change) in self.outbox.iter().rev() {
            let held = change.mutation()?;
            let held_saved = Saved::by(held)?;
            if *n <= self.joining.offered || change.state != OutgoingState::Waiting {
                return None;
            }
            if held_saved == saved {
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

/// What a save is of: two of the same may be joined, and one is not in the way of another.
#[derive(PartialEq)]
enum Saved {
    Experience(ExperienceId),
    ModuleText(ModuleId, DraftPlace, Lang),
}

impl Saved {
    fn by(mutation: &Mutation) -> Option<Self> {
        match mutation {
            Mutation::SaveDraft(save) => Some(Self::Experience(save.experience)),
            Mutation::SaveModuleText(save) => Some(Self::ModuleText(save.module, save.place, save.lang)),
            _ => None,
        }
    }
}

fn joined(earlier: &Mutation, later: &Mutation) -> Option<Mutation> {
    match (earlier, later) {
        (Mutation::SaveDraft(earlier), Mutation::SaveDraft(later)) => {
            joined_drafts(earlier, later).map(Into::into)
        }
        (Mutation::SaveModuleText(earlier), Mutation::SaveModuleText(later)) => Some(
            SaveModuleText {
                seen: seen_by_both(&earlier.seen, &earlier.text, &later.seen)?,
                ..later.clone()
            }
            .into(),
        ),
        _ => None,
    }
}

/// Both saves as one, or nothing where the later one was not written from the words of the earlier one: then both
/// versions have to stay.
fn joined_drafts(earlier: &SaveDraft, later: &SaveDraft) -> Option<SaveDraft> {
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
    Some(Change::Text {
        section: *section,
        lang: *lang,
        text: text.clone(),
        seen: seen_by_both(first, before, second)?,
    })
}

/// What two saves of one text were written from, without what lay between them. Nothing where the later one was not
/// written from `between`, or too much.
fn seen_by_both(first: &[TextMark], between: &str, second: &[TextMark]) -> Option<Vec<TextMark>> {
    let between = TextMark::of(between);
    if first.is_empty() || !second.contains(&between) {
        return None;
    }
    let seen: BTreeSet<&TextMark> = first
        .iter()
        .chain(second.iter().filter(|mark| **mark != between))
        .collect();
    (seen.len() <= limits::SEEN).then(|| seen.into_iter().cloned().collect())
}
