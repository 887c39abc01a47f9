//! What authors wrote in their drafts, to find it again.

use super::failure::Failure;
use super::world::World;
use shared::ids::{ExperienceId, MutationId, PersonId};
use shared::lang::Lang;
use shared::mutation::{Mutation, SaveDraft};
use shared::records::{Change, Experience, Section, TextMark};
use shared::scope::Scope;
use shared::wire::Outcome;
use std::collections::{BTreeMap, BTreeSet};

/// The saves of drafts as they were made, before any of them was joined to another.
#[derive(Default)]
pub(super) struct DraftSaves {
    made: BTreeMap<MutationId, Made>,
    /// By which save each one was taken in.
    joined: BTreeMap<MutationId, MutationId>,
    told: BTreeSet<MutationId>,
    /// For each device that began as a copy of another one's storage, by their places: which, and what was in it.
    copies: BTreeMap<usize, (usize, BTreeSet<MutationId>)>,
}

struct Made {
    /// The place of the device.
    device: usize,
    order: usize,
    author: PersonId,
    save: SaveDraft,
}

/// One text of a draft, as a save has it.
struct Text<'a> {
    by: MutationId,
    made: &'a Made,
    field: (ExperienceId, Section, Lang),
    text: &'a str,
    seen: &'a [TextMark],
}

impl DraftSaves {
    /// A save, of whatever text, took in an earlier one.
    pub(super) fn took_in(&mut self, earlier: MutationId, later: MutationId) {
        self.joined.insert(earlier, later);
    }

    /// Somebody made a save.
    pub(super) fn made(&mut self, id: MutationId, device: usize, author: PersonId, save: SaveDraft) {
        let made = Made {
            device,
            order: self.made.len(),
            author,
            save,
        };
        self.made.insert(id, made);
    }

    /// A device at this place begins as a copy of the storage of another one.
    pub(super) fn copied(&mut self, copy: usize, of: usize) {
        self.copies.insert(copy, (of, self.told.clone()));
    }

    /// Whether the storage of this device had the text when it was made there, or when the storage was copied.
    fn has_held(&self, device: usize, text: &Text<'_>) -> bool {
        device == text.made.device
            || self
                .copies
                .get(&device)
                .is_some_and(|(of, told)| told.contains(&text.by) && self.has_held(*of, text))
    }

    /// Whether the author of a text had seen the other, or goes on from it with an app that does not say.
    fn replaces(&self, text: &Text<'_>, other: &Text<'_>) -> bool {
        let goes_on = text.seen.is_empty()
            && other.seen.is_empty()
            && text.made.order > other.made.order
            && self.has_held(text.made.device, other);
        text.by != other.by
            && text.field == other.field
            && (goes_on || text.seen.contains(&TextMark::of(other.text)))
    }

    /// The transaction of a change completed.
    pub(super) fn told_saved(&mut self, id: MutationId) {
        self.told.insert(id);
    }

    /// How many saves were taken in by others.
    fn joined_count(&self) -> usize {
        self.joined.len()
    }

    /// A change, the one that took it in, and so on.
    pub(super) fn chain(&self, id: MutationId) -> impl Iterator<Item = MutationId> {
        std::iter::successors(Some(id), |id| self.joined.get(id).copied())
    }

    fn texts(&self) -> impl Iterator<Item = Text<'_>> {
        self.made.iter().flat_map(|(by, made)| {
            made.save.changes.iter().filter_map(move |change| match change {
                Change::Text {
                    section,
                    lang,
                    text,
                    seen,
                } => Some(Text {
                    by: *by,
                    made,
                    field: (made.save.experience, *section, *lang),
                    text,
                    seen,
                }),
                _ => None,
            })
        })
    }
}

impl World {
    /// Every text that somebody was told is saved, and that the server took, is the current one, was replaced by one
    /// whose author had seen it, or is kept beside the current one.
    pub(super) fn check_drafts(&mut self) -> Result<(), Failure> {
        let model = &self.backend.model;
        let is_applied = |id: MutationId| {
            self.drafts
                .chain(id)
                .any(|id| model.outcome(id) == Some(&Outcome::Applied))
        };
        // A focal point who corrects a submission names its revision, and what was thrown away may be begun again by a save that
        // comes late.
        let excepted: BTreeSet<ExperienceId> = self
            .saved
            .keys()
            .filter(|id| model.outcome(**id) == Some(&Outcome::Applied))
            .filter_map(
                |id| match serde_json::from_value(self.saved.get(id)?.mutation.clone()).ok()? {
                    Mutation::ReviseExperience(m) => Some(m.experience),
                    Mutation::DiscardDraft(m) => Some(m.experience),
                    _ => None,
                },
            )
            .collect();
        let applied: Vec<Text<'_>> = self.drafts.texts().filter(|text| is_applied(text.by)).collect();
        for text in applied.iter().filter(|text| self.drafts.told.contains(&text.by)) {
            let (experience, section, lang) = text.field;
            let own = Scope::Person(text.made.author);
            // Drafts are thrown away.
            let Some(held) = model.find::<Experience>(own, experience) else {
                continue;
            };
            if text.text.is_empty() || excepted.contains(&experience) {
                continue;
            }
            self.report.texts += 1;
            let is_kept = held
                .versions_of(section, lang)
                .any(|version| version.text == text.text);
            self.report.kept += usize::from(is_kept);
            let is_there = is_kept || held.content.text(section, lang) == Some(text.text);
            if !is_there && !applied.iter().any(|later| self.drafts.replaces(later, text)) {
                return Err(Failure::new(format!(
                    "{:?} of {:?} was overwritten by {:?}, whose author had not seen it",
                    text.text,
                    text.field,
                    held.content.text(section, lang)
                )));
            }
        }
        self.report.joined += self.drafts.joined_count();
        Ok(())
    }
}
