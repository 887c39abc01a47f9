//! What is typed and not saved yet is put aside in this tab, so that it survives a reload.

use super::draft_versions::written_from_other_texts;
use super::editor::DraftEditor;
use crate::seal::tab;
use leptos::prelude::*;
use shared::json;
use shared::records::Change;

impl DraftEditor {
    /// Puts aside what was typed since the last time.
    pub(super) fn put_what_is_due_on_shelf(self) {
        if self.is_shelf_due.try_get_value() == Some(true) {
            self.put_on_shelf();
        }
    }

    /// What is typed and not saved yet survives a reload in this tab.
    pub(super) fn put_on_shelf(self) {
        let (Some(base), Some(content)) = (self.base.try_get_untracked(), self.content.try_get_untracked())
        else {
            return;
        };
        self.is_shelf_due.try_set_value(false);
        let changes = untrack(|| self.changes(&base, &content));
        if changes.is_empty() {
            self.clear_shelf();
        } else if let Ok(text) = serde_json::to_string(&changes) {
            tab::keep(&self.shelf.get_value(), &text);
        }
    }

    /// Takes up what was typed before the page was loaded.
    pub(super) fn take_from_shelf(self) {
        let kept = tab::recall(&self.shelf.get_value())
            .and_then(|text| json::from_str::<Vec<Change>>(&text).ok())
            .unwrap_or_default();
        if !kept.is_empty() {
            let base = self.base.get_untracked();
            self.content
                .update(|content| kept.iter().for_each(|change| content.make(change)));
            self.seen
                .update(|seen| seen.extend(written_from_other_texts(&base, kept)));
            self.touched();
        }
    }

    /// Forgets corrections that were saved or given up.
    pub(super) fn clear_shelf(self) {
        if let Some(shelf) = self.shelf.try_get_value() {
            tab::forget(&shelf);
        }
    }
}
