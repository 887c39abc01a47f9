//! What a changed module is: nothing new, a correction of its edition, or another edition. Authors do not choose.
//!
//! A correction is public at once and moves nobody's goal; another edition is read by somebody else first, has a quiz
//! of its own, and a certificate of its own. A change is a correction when
//!
//! - the same lessons are asked for, in the same order, in no language fewer;
//! - the quiz has the same questions, with the same answers of which the same are right, and the same pass mark. Their
//!   words change as little as in a published experience (see [`crate::correction`]), because there a short word can
//!   turn what is right into what is wrong;
//! - less than a fifth of the words of any other text changes, or a short text has small corrections. A text in a further
//!   language changes none.

use crate::authoring::lines;
use crate::correction::is_small_text;
use crate::diff;
use crate::lang::Translated;
use crate::records::{Choice, LessonHead, ModuleCard, Question, QuestionKind, Quiz, WholeModule};

/// Of how many words of a text one may change at most in a correction: one of so many.
const ONE_WORD_OF: usize = 5;

/// What was changed in a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ModuleChange {
    /// Nothing, or only what a catalogue says about it: its place, its principles, whom it is for.
    None,
    /// What everybody sees at once, within the same edition.
    Correction,
    /// What is another edition.
    Edition,
}

/// What `after` is to `before`. Dates and numbers of editions do not count.
#[must_use]
pub fn compare(before: &WholeModule, after: &WholeModule) -> ModuleChange {
    if content(before) == content(after) {
        return ModuleChange::None;
    }
    let is_correction = is_same_course(&before.card, &after.card)
        && is_corrected(&before.card.title, &after.card.title)
        && is_corrected(
            &lines(&before.module.objectives),
            &lines(&after.module.objectives),
        )
        && before
            .lessons
            .iter()
            .zip(&after.lessons)
            .all(|(before, after)| is_corrected(&before.text, &after.text))
        && is_same_quiz(&before.quiz, &after.quiz);
    if is_correction {
        ModuleChange::Correction
    } else {
        ModuleChange::Edition
    }
}

/// A module without what no edition is about.
fn content(whole: &WholeModule) -> WholeModule {
    let mut content = whole.clone();
    let card = &mut content.card;
    card.order = 0;
    card.principles.clear();
    card.audience.clear();
    card.updated = Default::default();
    card.updated_on = Default::default();
    card.summary = Default::default();
    card.archived = false;
    card.edition = Default::default();
    content.quiz.edition = Default::default();
    content
}

fn is_same_course(before: &ModuleCard, after: &ModuleCard) -> bool {
    let is_same_lesson = |(before, after): (&LessonHead, &LessonHead)| {
        before.id == after.id && is_corrected(&before.title, &after.title)
    };
    before.lessons.len() == after.lessons.len()
        && before.lessons.iter().zip(&after.lessons).all(is_same_lesson)
}

fn is_same_quiz(before: &Quiz, after: &Quiz) -> bool {
    before.pass_percent == after.pass_percent
        && before.questions.len() == after.questions.len()
        && before
            .questions
            .iter()
            .zip(&after.questions)
            .all(|(before, after)| is_same_question(before, after))
}

fn is_same_question(before: &Question, after: &Question) -> bool {
    let is_same_choice = |(before, after): (&Choice, &Choice)| {
        before.correct == after.correct && is_slightly_corrected(&before.text, &after.text)
    };
    let are_same_choices = |before: &[Choice], after: &[Choice]| {
        before.len() == after.len() && before.iter().zip(after).all(is_same_choice)
    };
    let is_same_kind = match (&before.kind, &after.kind) {
        (QuestionKind::Single(before), QuestionKind::Single(after))
        | (QuestionKind::Multiple(before), QuestionKind::Multiple(after))
        | (QuestionKind::TrueFalse(before), QuestionKind::TrueFalse(after)) => {
            are_same_choices(before, after)
        }
        (QuestionKind::Ordering(before), QuestionKind::Ordering(after)) => {
            before.len() == after.len()
                && before
                    .iter()
                    .zip(after)
                    .all(|(before, after)| is_slightly_corrected(before, after))
        }
        (QuestionKind::Matching(before), QuestionKind::Matching(after)) => {
            before.len() == after.len()
                && before.iter().zip(after).all(|(before, after)| {
                    is_slightly_corrected(&before.left, &after.left)
                        && is_slightly_corrected(&before.right, &after.right)
                })
        }
        _ => false,
    };
    is_same_kind
        && is_slightly_corrected(&before.text, &after.text)
        && is_corrected(&before.explanation, &after.explanation)
}

/// Whether each text that there was is still there, with less than a fifth of its words changed.
fn is_corrected(before: &Translated, after: &Translated) -> bool {
    in_each_language(before, after, |before, after| {
        let (changed, all) = diff::words_changed(before, after);
        changed.saturating_mul(ONE_WORD_OF) < all || is_small_text(before, after)
    })
}

/// Whether each text that there was is still there, with small corrections at most.
fn is_slightly_corrected(before: &Translated, after: &Translated) -> bool {
    in_each_language(before, after, is_small_text)
}

fn in_each_language(before: &Translated, after: &Translated, is_same: impl Fn(&str, &str) -> bool) -> bool {
    before
        .languages()
        .all(|lang| match (before.get(lang), after.get(lang)) {
            (Some(before), Some(after)) => is_same(before, after),
            (before, _) => before.is_none(),
        })
}

#[cfg(test)]
mod tests;
