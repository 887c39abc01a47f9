//! What the things of a module are called while it is written.

use super::draft::Writing;
use crate::text;
use shared::ids::{LessonId, QuestionId};
use shared::records::DraftPlace;

/// The module. Tracked.
pub(super) fn module_name(writing: Writing) -> String {
    words_or(writing, DraftPlace::Title, || text!("teach-untitled"))
}

/// A lesson. Tracked.
pub(super) fn lesson_name(writing: Writing, lesson: LessonId) -> String {
    words_or(writing, DraftPlace::LessonTitle(lesson), || {
        text!("teach-lesson-untitled")
    })
}

/// A question. Tracked.
pub(super) fn question_name(writing: Writing, question: QuestionId) -> String {
    words_or(writing, DraftPlace::Question(question), || {
        text!("teach-question-untitled")
    })
}

fn words_or(writing: Writing, place: DraftPlace, none: impl Fn() -> String) -> String {
    let words = writing.words(place);
    if words.is_empty() { none() } else { words }
}
