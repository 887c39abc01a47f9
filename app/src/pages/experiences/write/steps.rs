//! The steps of writing: one section each, then the facts, then a last look.

use super::editor::DraftEditor;
use crate::components::{Step, StepState, Stepper};
use crate::i18n::key_of;
use crate::{t, text};
use leptos::prelude::*;
use shared::apply::missing_for_submission;
use shared::records::{ExperienceContent, Section};

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// One or two sections.
    Text(&'static [Section]),
    /// What is not text.
    Facts,
    /// A last look, and what to do with it.
    Review,
}

impl Stage {
    /// All steps, in order. The title and the summary are one: together they say what it is about.
    pub(super) const ALL: [Self; 11] = [
        Self::Text(&[Section::Title, Section::Summary]),
        Self::Text(&[Section::Problem]),
        Self::Text(&[Section::Solution]),
        Self::Text(&[Section::Actors]),
        Self::Text(&[Section::Resources]),
        Self::Text(&[Section::Results]),
        Self::Text(&[Section::Difficulties]),
        Self::Text(&[Section::Replication]),
        Self::Text(&[Section::Contact]),
        Self::Facts,
        Self::Review,
    ];

    /// Its word in the address.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Text(sections) => sections.first().map_or("", |section| section.word()),
            Self::Facts => "facts",
            Self::Review => "review",
        }
    }

    /// The step with this word, or the first one.
    pub(super) fn from_word(word: &str) -> usize {
        Self::ALL
            .iter()
            .position(|stage| stage.word() == word)
            .unwrap_or_default()
    }

    /// The step in which a field is filled: a section's word, or another field of the rules.
    pub(super) fn of_field(field: &str) -> usize {
        let holds = |stage: &Self| match stage {
            Self::Text(sections) => sections.iter().any(|section| section.word() == field),
            Self::Facts => true,
            Self::Review => false,
        };
        Self::ALL.iter().position(holds).unwrap_or_default()
    }

    /// Its name, in the current language. Tracked.
    pub(super) fn name(self) -> String {
        match self {
            Self::Text([Section::Title, ..]) => text!("experiences-step-title"),
            Self::Text(sections) => sections
                .first()
                .map(|section| text!(key_of("section", section.word())))
                .unwrap_or_default(),
            Self::Facts => text!("experiences-step-facts"),
            Self::Review => text!("experiences-step-review"),
        }
    }

    /// Whether something in it is still needed before it can be sent.
    fn is_needed(self, missing: &[&str]) -> bool {
        match self {
            Self::Text(sections) => sections.iter().any(|section| missing.contains(&section.word())),
            Self::Facts => missing.contains(&"principles"),
            Self::Review => false,
        }
    }

    /// Whether everything in it has been written in some language.
    fn is_done(self, content: &ExperienceContent) -> bool {
        match self {
            Self::Text(sections) => sections.iter().all(|section| content.texts.contains_key(section)),
            Self::Facts => !content.principles.is_empty() && !content.started.0.is_empty(),
            Self::Review => false,
        }
    }
}

/// How many parts are written, out of how many: what encourages and blocks nothing.
pub(super) fn completeness(content: &ExperienceContent) -> (usize, usize) {
    let sections = Section::ALL
        .iter()
        .filter(|section| content.texts.contains_key(section))
        .count();
    let facts = [
        !content.principles.is_empty(),
        !content.started.0.is_empty(),
        !content.sources.is_empty(),
    ];
    let known = facts.iter().filter(|is_known| **is_known).count();
    (sections + known, Section::ALL.len() + facts.len())
}

/// Where one is.
#[component]
pub(super) fn Steps(
    /// What is being written.
    editor: DraftEditor,
    /// The index of the open step.
    #[prop(into)]
    current: Signal<usize>,
    /// Called with the index of the one to open.
    #[prop(into)]
    on_open: Callback<usize>,
) -> impl IntoView {
    // Of what is shown only: the buttons must not be made anew at every key.
    let done = Memo::new(move |_| Stage::ALL.map(|stage| stage.is_done(&editor.content.read())));
    let missing = Memo::new(move |_| missing_for_submission(&editor.content.read()));
    let steps = Signal::derive(move || {
        let missing = missing.read();
        Stage::ALL
            .into_iter()
            .zip(done.get())
            .map(|(stage, is_done)| {
                let label = stage.name();
                let note = stage
                    .is_needed(&missing)
                    .then(|| text!("experiences-step-needed-note"));
                // Voice control is told what is written there, so the name holds it.
                let description =
                    (note.is_none() && is_done).then(|| text!("experiences-step-done", step = label.clone()));
                Step {
                    label,
                    description,
                    note,
                    state: if is_done { StepState::Done } else { StepState::Open },
                }
            })
            .collect::<Vec<_>>()
    });
    let line = Signal::derive(move || {
        let index = current.get();
        let step = Stage::ALL
            .get(index)
            .map_or_else(String::new, |stage| stage.name());
        text!(
            "experiences-step-line",
            number = index + 1,
            all = Stage::ALL.len(),
            step = step
        )
    });
    view! { <Stepper label=t!("experiences-steps") line=line steps=steps current=current on_open=on_open /> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::lang::{Lang, Translated};

    #[test]
    fn every_section_has_its_step() {
        for section in Section::ALL {
            let index = Stage::of_field(section.word());
            assert!(
                matches!(Stage::ALL.get(index), Some(Stage::Text(held)) if held.contains(&section)),
                "{section:?}"
            );
        }
        assert_eq!(Stage::ALL.get(Stage::of_field("principles")), Some(&Stage::Facts));
        for (index, stage) in Stage::ALL.iter().enumerate() {
            assert_eq!(Stage::from_word(stage.word()), index);
        }
    }

    #[test]
    fn the_steps_without_which_nothing_can_be_sent_are_marked_until_they_are_written() {
        let mut content = ExperienceContent::default();
        let marked = |content: &ExperienceContent| {
            let missing = missing_for_submission(content);
            let needed = Stage::ALL.into_iter().filter(|stage| stage.is_needed(&missing));
            needed.map(Stage::word).collect::<Vec<_>>()
        };
        assert_eq!(marked(&content), ["title", "problem", "solution", "facts"]);
        for section in [Section::Title, Section::Problem, Section::Solution] {
            let written = Translated::only(Lang::Ar, "نص");
            content.texts.insert(section, written);
        }
        assert_eq!(
            marked(&content),
            ["title", "facts"],
            "the summary is on the step of the title"
        );
    }

    #[test]
    fn what_is_written_counts() {
        let mut content = ExperienceContent::default();
        assert_eq!(completeness(&content), (0, 13));
        content
            .texts
            .insert(Section::Title, Translated::only(Lang::Ar, "عنوان"));
        assert_eq!(completeness(&content).0, 1);
    }
}
