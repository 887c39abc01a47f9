//! Versions of one text, and the choice between them.

use super::draft_versions::{other_versions, take_into_draft};
use super::editor::{DraftEditor, Mode};
use super::work::Clash;
use leptos::prelude::*;
use shared::records::{Change, Experience, Section, TextMark};

/// Which version of a text stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// What the field shows.
    Mine,
    /// The other one.
    Theirs,
    /// What the field shows, then the other one.
    Both,
}

impl DraftEditor {
    /// Chooses between what the field shows and another version of the text.
    pub(super) fn choose(self, clash: &Clash, choice: Choice) {
        let Clash {
            section,
            lang,
            theirs,
        } = clash;
        self.clashes
            .update(|clashes| clashes.retain(|held| held != clash));
        if self.mode == Mode::Draft {
            let base = self.base.read_untracked();
            let written_from = TextMark::of(base.text(*section, *lang).unwrap_or_default());
            self.seen.update(|seen| {
                let seen = seen
                    .entry((*section, *lang))
                    .or_insert_with(|| vec![written_from]);
                seen.push(TextMark::of(theirs));
            });
        }
        let mine = self
            .content
            .with_untracked(|content| content.text(*section, *lang).unwrap_or_default().to_owned());
        let text = match choice {
            Choice::Mine if self.mode == Mode::Revision => return,
            Choice::Mine => mine,
            Choice::Theirs => theirs.clone(),
            // A title has one line.
            Choice::Both if *section == Section::Title => format!("{mine} {theirs}"),
            Choice::Both => [mine, theirs.clone()].join("\n\n"),
        };
        self.edit(&Change::Text {
            section: *section,
            lang: *lang,
            text,
            seen: Vec::new(),
        });
    }

    /// What the replica holds of a draft now.
    pub(super) fn receive_draft(self, held: &Experience) {
        let (Some(base), Some(seen), Some(content)) = (
            self.base.try_get_untracked(),
            self.seen.try_get_untracked(),
            self.content.try_get_untracked(),
        ) else {
            return;
        };
        let mut current = content.clone();
        let new_base = take_into_draft(&base, &mut current, held, &seen);
        let clashes = other_versions(&new_base, &current, held, &seen);
        if new_base != base {
            self.base.set(new_base);
        }
        if current != content {
            self.content.set(current);
        }
        if clashes != self.clashes.get_untracked() {
            self.clashes.set(clashes);
        }
    }
}
