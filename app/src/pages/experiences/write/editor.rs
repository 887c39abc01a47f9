use super::draft_versions::{self, Seen};
use super::sides::use_sides;
use super::work::{self, Clash};
use crate::replica::{NotSaved, use_replica};
use crate::seal::tab;
use crate::time_slice::after_paint;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use shared::ids::{CollectivityId, ExperienceId};
use shared::lang::Lang;
use shared::limits;
use shared::mutation::{ReviseExperience, SaveDraft};
use shared::records::{Change, Experience, ExperienceContent, Review};
use std::time::Duration;

/// How long after the last key a draft is saved.
const QUIET: Duration = Duration::from_millis(1_200);

/// What happens to what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Nobody else works on it: every pause of the keys saves it.
    Draft,
    /// Others see it already: the person says when the corrections shall count.
    Revision,
}

/// Where what is typed stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Progress {
    /// Nothing was typed since the page opened.
    Untouched,
    /// Something is typed and will be saved in a moment.
    Typing,
    /// Everything that can be saved is on this device.
    Kept,
    /// The device could not keep it, or the rules refused it.
    Failed(NotSaved),
}

/// What is being written: the working copy and its way into the replica. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct DraftEditor {
    /// The experience; it exists from the first save on.
    pub(super) id: ExperienceId,
    /// Whose it is.
    pub(super) collectivity: CollectivityId,
    /// Whether it is saved by itself.
    pub(super) mode: Mode,
    /// The working copy, as the person sees it.
    pub(super) content: RwSignal<ExperienceContent>,
    /// Where it stands.
    pub(super) progress: RwSignal<Progress>,
    /// Texts that somebody else changed meanwhile; of a draft, the versions that wait for a choice.
    pub(super) clashes: RwSignal<Vec<Clash>>,
    /// The language written first.
    pub(super) first: RwSignal<Lang>,
    /// The language beside it.
    pub(super) second: RwSignal<Lang>,
    /// What the working copy was last the same as: the replica's, or what was saved.
    pub(super) base: RwSignal<ExperienceContent>,
    /// What texts of a draft were written from, where that is not the base: choices between versions, and what was
    /// taken from the shelf.
    pub(super) seen: RwSignal<Seen>,
    held: Memo<Option<Experience>>,
    revision: StoredValue<u32>,
    /// The number of the person's own proposal, which is part of the working copy.
    proposal: StoredValue<Option<u32>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// Whether a save is on its way.
    pub(super) is_saving: StoredValue<bool>,
    is_stopped: StoredValue<bool>,
    /// Where what is typed and not saved is put aside.
    pub(super) shelf: StoredValue<String>,
    /// The cost as it is typed, while no amount can be read from it.
    pub(super) unread_cost: RwSignal<Option<String>>,
    /// Whether the shelf lacks what was typed last.
    pub(super) is_shelf_due: StoredValue<bool>,
}

/// Lays an experience, or nothing yet, on the editor.
pub(super) fn use_editor(
    id: ExperienceId,
    collectivity: CollectivityId,
    mode: Mode,
    held: Memo<Option<Experience>>,
    review: Memo<Option<Review>>,
    reader: Lang,
) -> DraftEditor {
    let start = held.get_untracked();
    let base = start
        .as_ref()
        .map(|experience| experience.content.clone())
        .unwrap_or_default();
    let person = use_replica()
        .identity()
        .with_untracked(|identity| identity.person);
    let sides = use_sides(format!("multaqa-sides-{person}-{id}"), &base, reader);
    let editor = DraftEditor {
        id,
        collectivity,
        mode,
        content: RwSignal::new(base.clone()),
        progress: RwSignal::new(Progress::Untouched),
        clashes: RwSignal::new(Vec::new()),
        first: sides.first,
        second: sides.second,
        base: RwSignal::new(base),
        seen: RwSignal::default(),
        held,
        revision: StoredValue::new(start.as_ref().map_or(0, |experience| experience.revision)),
        proposal: StoredValue::new(review.with_untracked(number)),
        timer: StoredValue::new(None),
        is_saving: StoredValue::new(false),
        is_stopped: StoredValue::new(false),
        shelf: StoredValue::new(format!("multaqa-unsaved-{person}-{id}")),
        unread_cost: RwSignal::new(None),
        is_shelf_due: StoredValue::new(false),
    };
    editor.take_from_shelf();
    Effect::new(move |_| {
        editor.proposal.set_value(review.with(number));
        if let Some(held) = held.get() {
            editor.receive(&held);
        }
    });
    editor.save_when_leaving();
    editor
}

fn number(review: &Option<Review>) -> Option<u32> {
    review.as_ref()?.proposal.as_ref().map(|proposal| proposal.number)
}

impl DraftEditor {
    /// Takes one edit.
    pub(super) fn edit(self, change: &Change) {
        self.content.update(|content| content.make(change));
        self.touched();
    }

    /// What would be saved now; nothing once the page is gone. Tracked.
    pub(super) fn pending(self) -> Vec<Change> {
        let (Some(mut named), Some(base), Some(first)) =
            (self.content.try_get(), self.base.try_get(), self.first.try_get())
        else {
            return Vec::new();
        };
        work::name_translations(&mut named, first);
        self.changes(&base, &named)
            .into_iter()
            .filter(|change| change.check().is_ok())
            .collect()
    }

    /// Whether a field holds something that cannot be saved. Tracked.
    pub(super) fn has_unsaved_field(self) -> bool {
        let changes = self.base.read().changes_to(&self.content.read());
        self.unread_cost.read().is_some() || !changes.iter().all(|change| change.check().is_ok())
    }

    /// What turns the base into the working copy. Tracked.
    pub(super) fn changes(self, base: &ExperienceContent, current: &ExperienceContent) -> Vec<Change> {
        match (self.mode, self.seen.try_get()) {
            (Mode::Draft, Some(seen)) => draft_versions::draft_changes(base, current, &seen),
            _ => base.changes_to(current),
        }
    }

    /// Saves a draft without waiting for the keys to rest. Nothing happens to a revision.
    pub(super) fn flush(self) {
        if let Some(Some(timer)) = self.timer.try_get_value() {
            timer.clear();
        }
        if self.mode == Mode::Draft {
            leptos::task::spawn_local(async move {
                let _ = self.save().await;
            });
        }
    }

    /// Forgets what is typed and not saved yet: the draft is about to be thrown away.
    pub(super) fn stop(self) {
        if let Some(Some(timer)) = self.timer.try_get_value() {
            timer.clear();
        }
        let typed = self.content.get_untracked();
        self.base.set(typed);
        self.is_shelf_due.set_value(false);
        self.clear_shelf();
        self.is_stopped.set_value(true);
    }

    /// Saves what can be saved.
    ///
    /// # Errors
    /// [`NotSaved`]; what is typed stays in the form.
    pub(super) async fn save(self) -> Result<(), NotSaved> {
        // One save after the other: the second one starts from what the first one left.
        if self.is_saving.try_get_value() != Some(false) || self.is_stopped.try_get_value() == Some(true) {
            return Ok(());
        }
        loop {
            let changes: Vec<Change> = untrack(|| self.pending())
                .into_iter()
                .take(limits::CHANGES)
                .collect();
            if changes.is_empty() {
                self.progress.try_update(|progress| {
                    if *progress == Progress::Typing {
                        *progress = Progress::Kept;
                    }
                });
                // What cannot be saved yet stays on the shelf; what was saved leaves it.
                self.put_on_shelf();
                return Ok(());
            }
            self.is_saving.set_value(true);
            // Before the answer: the row that the save changes comes back while it is awaited.
            let before = (self.base.get_untracked(), self.seen.get_untracked());
            self.base
                .update(|base| changes.iter().for_each(|change| base.make(change)));
            self.seen.update(|seen| {
                seen.retain(|field, _| {
                    !changes
                        .iter()
                        .any(|change| draft_versions::is_text_at(change, *field))
                });
            });
            let saved = self.mutate(changes).await;
            self.is_saving.try_set_value(false);
            if let Err(not_saved) = saved {
                self.base.try_set(before.0);
                self.seen.try_set(before.1);
                self.catch_up();
                self.progress.try_set(Progress::Failed(not_saved.clone()));
                return Err(not_saved);
            }
            self.catch_up();
        }
    }

    /// Takes in what came while a save was on its way.
    fn catch_up(self) {
        if let Some(Some(held)) = self.held.try_get_untracked() {
            self.receive(&held);
        }
    }

    async fn mutate(self, changes: Vec<Change>) -> Result<(), NotSaved> {
        let replica = use_replica();
        match self.mode {
            Mode::Draft => {
                replica
                    .mutate(SaveDraft {
                        experience: self.id,
                        collectivity: self.collectivity,
                        changes,
                    })
                    .await?;
            }
            Mode::Revision => {
                replica
                    .mutate(ReviseExperience {
                        experience: self.id,
                        revision: self.revision.get_value(),
                        changes,
                        proposal: self.proposal.get_value(),
                    })
                    .await?;
                self.clear_shelf();
            }
        }
        Ok(())
    }

    /// After an edit: puts it aside, and saves a draft once the keys rest.
    pub(super) fn touched(self) {
        if *self.progress.read_untracked() != Progress::Typing {
            self.progress.set(Progress::Typing);
        }
        // Before the database answers, but once the key is painted: nobody waits for what is sealed.
        if !self.is_shelf_due.get_value() {
            self.is_shelf_due.set_value(true);
            after_paint(move || self.put_what_is_due_on_shelf());
        }
        if let Some(Some(timer)) = self.timer.try_get_value() {
            timer.clear();
        }
        if self.mode == Mode::Draft {
            self.timer
                .set_value(set_timeout_with_handle(move || self.flush(), QUIET).ok());
        }
    }

    /// What the replica holds now: one's own saves coming back, another device's, or another person's.
    fn receive(self, held: &Experience) {
        // A save is shown before it is on the disk, and taken back when the disk refuses: until the answer, the row says
        // nothing about the field.
        if self.is_saving.try_get_value() != Some(false) {
            return;
        }
        if self.mode == Mode::Draft {
            return self.receive_draft(held);
        }
        let base = self.base.get_untracked();
        self.revision.set_value(held.revision);
        if base == held.content {
            return;
        }
        let mut current = self.content.get_untracked();
        let clashes = work::take_in(&base, &mut current, &held.content);
        self.base.set(held.content.clone());
        if current != self.content.get_untracked() {
            self.content.set(current);
        }
        if !clashes.is_empty() {
            self.clashes.set(clashes);
        }
    }

    fn save_when_leaving(self) {
        // A page that is closed the next moment waits for nobody.
        let leave = move || {
            self.put_what_is_due_on_shelf();
            self.flush();
        };
        let hidden = window_event_listener(leptos::ev::visibilitychange, move |_| leave());
        let left = window_event_listener(leptos::ev::pagehide, move |_| leave());
        on_cleanup(move || {
            hidden.remove();
            left.remove();
            self.leave_for_good();
        });
    }

    /// The signals end with the page: what is typed is taken out of them first.
    fn leave_for_good(self) {
        if let Some(Some(timer)) = self.timer.try_get_value() {
            timer.clear();
        }
        self.put_what_is_due_on_shelf();
        if self.mode == Mode::Revision {
            return;
        }
        let changes: Vec<Change> = untrack(|| self.pending())
            .into_iter()
            .take(limits::CHANGES)
            .collect();
        if !changes.is_empty() && self.is_stopped.try_get_value() == Some(false) {
            let draft = SaveDraft {
                experience: self.id,
                collectivity: self.collectivity,
                changes,
            };
            let shelf = self.shelf.get_value();
            leptos::task::spawn_local(async move {
                // Nobody is left to tell; what the device could not keep stays on the shelf.
                if use_replica().mutate(draft).await.is_ok() {
                    tab::forget(&shelf);
                }
            });
        }
    }
}
