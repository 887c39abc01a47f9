//! One text while it is typed: what is in the field, what it was written from, and its way into the replica.

use super::draft::Writing;
use crate::kept_text::{KeptText, kept_text};
use crate::replica::{NotSaved, use_replica};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use shared::ids::ModuleId;
use shared::lang::Lang;
use shared::mutation::{Mutation, SaveModuleText};
use shared::records::{DraftPlace, DraftText, DraftTextVersion, TextMark};
use std::time::Duration;

/// How long after the last key a text is saved.
const QUIET: Duration = Duration::from_millis(1_200);

/// How long after a field is left what is in it is saved. What is saved changes the list of what is missing, and a button
/// that moves under a press is not pressed.
pub(super) const AFTER_PRESS: Duration = Duration::from_millis(400);

/// The id of the field of a text.
pub(super) fn field_id(writing: Writing, place: DraftPlace, lang: Lang) -> String {
    format!("text-{}", place.row(writing.module, lang))
}

/// A text that is being typed. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct FieldState {
    writing: Writing,
    place: DraftPlace,
    lang: Lang,
    /// What is in the field.
    pub(super) typed: RwSignal<String>,
    /// What the field was last the same as: the replica's, or what was saved.
    base: StoredValue<String>,
    /// What the text in the field was written from: the base, save where it was kept in the tab by an earlier page.
    written_from: StoredValue<TextMark>,
    /// The mark of what it was written from, a line break, and the text that is not saved.
    kept: KeptText,
    row: Memo<Option<DraftText>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    is_saving: StoredValue<bool>,
    /// Whether the caret is in the field: nothing is replaced under it.
    has_focus: StoredValue<bool>,
    /// Why the last save failed.
    pub(super) failed: RwSignal<Option<NotSaved>>,
}

impl FieldState {
    /// Follows a text of the module for as long as its field is on the page.
    pub(super) fn new(writing: Writing, place: DraftPlace, lang: Lang) -> Self {
        let row = Memo::new(move |_| writing.texts.read().row(place, lang).cloned());
        let held = row.with_untracked(text_of);
        let kept = kept_text(&place.row(writing.module, lang).to_string());
        let unsaved = kept.get_untracked();
        let unsaved = unsaved
            .split_once('\n')
            .map(|(mark, text)| (TextMark(mark.to_owned()), text.to_owned()));
        let (written_from, typed) = unsaved.unwrap_or_else(|| (TextMark::of(&held), held.clone()));
        let state = Self {
            writing,
            place,
            lang,
            typed: RwSignal::new(typed),
            base: StoredValue::new(held),
            written_from: StoredValue::new(written_from),
            kept,
            row,
            timer: StoredValue::new(None),
            is_saving: StoredValue::new(false),
            has_focus: StoredValue::new(false),
            failed: RwSignal::new(None),
        };
        Effect::new(move |_| {
            row.track();
            state.receive();
        });
        let hidden = window_event_listener(leptos::ev::visibilitychange, move |_| state.flush());
        let left = window_event_listener(leptos::ev::pagehide, move |_| state.flush());
        on_cleanup(move || {
            hidden.remove();
            left.remove();
            state.leave();
        });
        if state.is_changed() {
            state.save_soon();
        }
        state
    }

    /// The id of its field.
    pub(super) fn id(self) -> String {
        field_id(self.writing, self.place, self.lang)
    }

    /// Takes what is typed.
    pub(super) fn type_in(self, text: String) {
        let mark = self.written_from.get_value().0;
        self.kept.set(format!("{mark}\n{text}"));
        self.typed.set(text);
        self.save_soon();
    }

    /// The caret came into the field.
    pub(super) fn enter(self) {
        self.has_focus.set_value(true);
    }

    /// The caret left the field.
    pub(super) fn blur(self) {
        self.has_focus.set_value(false);
        self.save_after(AFTER_PRESS);
        self.receive();
    }

    /// Whether the text is longer than it may be. Tracked.
    pub(super) fn is_too_long(self) -> bool {
        self.typed.read().chars().nth(self.place.limit()).is_some()
    }

    /// Saves without waiting for the keys to rest.
    pub(super) fn flush(self) {
        self.stop_waiting();
        if self.typed.try_get_untracked().is_none() {
            return;
        }
        if self.is_changed() {
            leptos::task::spawn_local(self.save());
        } else if !self.is_saving.get_value() {
            self.forget_kept();
        }
    }

    /// The words of the last change of this text that was refused. Tracked.
    pub(super) fn refused(self) -> Option<String> {
        let refused = use_replica().attention();
        refused
            .iter()
            .rev()
            .find_map(|refused| match refused.mutation()? {
                Mutation::SaveModuleText(save) => {
                    let is_here =
                        (save.module, save.place, save.lang) == (self.writing.module, self.place, self.lang);
                    is_here.then_some(save.text)
                }
                _ => None,
            })
    }

    /// What others wrote beside it. Tracked.
    pub(super) fn versions(self) -> Vec<DraftTextVersion> {
        self.row
            .with(|row| row.as_ref().map_or_else(Vec::new, |row| row.versions.clone()))
    }

    /// The text that counts, where it is not what is in the field. Tracked.
    pub(super) fn other(self) -> Option<DraftText> {
        let row = self.row.get()?;
        (row.text != self.place.clean(&self.typed.read())).then_some(row)
    }

    /// Lets one text replace all versions there are.
    pub(super) fn choose(self, text: String) {
        self.stop_waiting();
        let seen = self.row.with_untracked(|row| {
            let versions = row.iter().flat_map(|row| &row.versions);
            let current = row.iter().map(|row| row.text.as_str());
            current
                .chain(versions.map(|version| version.text.as_str()))
                .map(TextMark::of)
                .collect()
        });
        self.typed.set(text.clone());
        leptos::task::spawn_local(async move {
            // What could not be saved is said beside the field.
            let _ = self.send(text, seen).await;
        });
    }

    /// Whether a translation is older than its original. Tracked.
    pub(super) fn is_behind(self) -> bool {
        let (original, texts) = (self.writing.original(), self.writing.texts.read());
        texts.is_behind(self.place, self.lang, original)
    }

    /// Says that the translation still says what its original says.
    pub(super) fn confirm_translation(self) {
        let text = self.base.get_value();
        let seen = vec![TextMark::of(&text)];
        leptos::task::spawn_local(async move {
            // What could not be saved is said beside the field.
            let _ = self.send(text, seen).await;
        });
    }

    fn is_changed(self) -> bool {
        let base = self.base.get_value();
        // What a library brought may be laid out otherwise than what is typed is kept.
        let base = self.place.clean(&base);
        self.typed.with_untracked(|typed| self.place.clean(typed) != base)
    }

    fn save_soon(self) {
        self.save_after(QUIET);
    }

    fn save_after(self, time: Duration) {
        self.stop_waiting();
        self.timer
            .set_value(set_timeout_with_handle(move || self.flush(), time).ok());
    }

    fn stop_waiting(self) {
        if let Some(Some(timer)) = self.timer.try_get_value() {
            timer.clear();
        }
    }

    fn forget_kept(self) {
        if !self.kept.get_untracked().is_empty() {
            self.kept.forgetter()();
        }
    }

    /// The field is the same as this now, or was written from it.
    fn rest_on(self, text: String) {
        self.written_from.try_set_value(TextMark::of(&text));
        self.base.try_set_value(text);
    }

    async fn save(self) {
        loop {
            // One save after the other: the second one is written from what the first one left.
            if self.is_saving.try_get_value() != Some(false) {
                return;
            }
            let (Some(typed), Some(base)) = (self.typed.try_get_untracked(), self.base.try_get_value())
            else {
                return;
            };
            let text = self.place.clean(&typed);
            if text == self.place.clean(&base) {
                return;
            }
            let seen = vec![self.written_from.get_value()];
            if untrack(|| self.is_too_long()) || !self.send(text, seen).await {
                return;
            }
        }
    }

    /// Returns whether it is on the device.
    async fn send(self, text: String, seen: Vec<TextMark>) -> bool {
        let (Some(base), Some(written_from)) = (self.base.try_get_value(), self.written_from.try_get_value())
        else {
            return false;
        };
        let forget = self.kept.forgetter();
        let sent = self.place.clean(&text);
        self.is_saving.set_value(true);
        // Before the answer: the row that the save changes comes back while it is awaited.
        self.rest_on(sent.clone());
        let saved = use_replica().mutate(self.mutation(text, seen)).await;
        self.is_saving.try_set_value(false);
        match saved {
            Ok(_) => {
                self.failed.try_set(None);
                // What is on the device need not be kept in the tab, unless more was typed meanwhile.
                let typed = self.typed.try_with_untracked(|typed| self.place.clean(typed));
                if typed.is_none_or(|typed| typed == sent) {
                    forget();
                }
                self.receive();
                true
            }
            Err(not_saved) => {
                self.base.try_set_value(base);
                self.written_from.try_set_value(written_from);
                self.failed.try_set(Some(not_saved));
                false
            }
        }
    }

    fn mutation(self, text: String, seen: Vec<TextMark>) -> SaveModuleText {
        let (original, module): (Lang, ModuleId) = (
            self.writing.draft.with_untracked(|draft| draft.original),
            self.writing.module,
        );
        let translates = (self.lang != original).then(|| {
            let texts = self.writing.texts.read_untracked();
            TextMark::of(texts.get(self.place, original))
        });
        SaveModuleText {
            module,
            place: self.place,
            lang: self.lang,
            text,
            seen,
            translates,
        }
    }

    /// Takes in what the replica holds, unless something is typed that it does not hold, or the caret is in the field.
    fn receive(self) {
        if self.is_saving.try_get_value() != Some(false) || self.has_focus.try_get_value() != Some(false) {
            return;
        }
        let Some(incoming) = self.row.try_with_untracked(text_of) else {
            return;
        };
        let is_untouched = !self.is_changed();
        if is_untouched || self.place.clean(&self.typed.get_untracked()) == incoming {
            self.rest_on(incoming.clone());
            if is_untouched && self.place.clean(&self.typed.get_untracked()) != incoming {
                self.typed.set(incoming);
            }
        }
    }

    /// The signals end with the page: what is typed is taken out of them first.
    fn leave(self) {
        self.stop_waiting();
        if !self.is_changed() {
            if !self.is_saving.get_value() {
                self.forget_kept();
            }
        } else if !untrack(|| self.is_too_long()) {
            let text = self.typed.with_untracked(|typed| self.place.clean(typed));
            let seen = vec![self.written_from.get_value()];
            let mutation = self.mutation(text, seen);
            let forget = self.kept.forgetter();
            leptos::task::spawn_local(async move {
                // Nobody is left to tell; what the device could not keep stays in the tab.
                if use_replica().mutate(mutation).await.is_ok() {
                    forget();
                }
            });
        }
    }
}

fn text_of(row: &Option<DraftText>) -> String {
    row.as_ref().map_or_else(String::new, |row| row.text.clone())
}
