//! Grading: the same on a phone without network and on the server.

use crate::records::{Answer, Choice, Question, QuestionKind, Quiz};
use std::collections::BTreeSet;

mod order;

pub use order::{seed, shown_order};

/// How an attempt came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// For each question, whether it was answered right.
    pub verdicts: Vec<bool>,
    /// Right answers.
    pub right: u32,
    /// Whole percent of right answers, rounded down.
    pub percent: u8,
    /// Whether the pass mark was reached.
    pub passed: bool,
}

/// The answers do not fit the quiz: it changed since it was sat, or the device is faulty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswersDoNotFit {
    /// There must be one answer per question.
    #[error("{given} answers for {asked} questions")]
    Count {
        /// Answers given.
        given: usize,
        /// Questions asked.
        asked: usize,
    },
    /// The answer is of another kind than the question, or names a place that does not exist.
    #[error("the answer to question {question} does not fit it")]
    Shape {
        /// Place of the question, from 0.
        question: usize,
    },
}

/// Grades an attempt. A question counts as a whole: right or not.
///
/// # Errors
/// [`AnswersDoNotFit`] when an answer cannot belong to its question.
pub fn grade(quiz: &Quiz, answers: &[Answer]) -> Result<Grade, AnswersDoNotFit> {
    let asked = quiz.questions.len();
    if answers.len() != asked {
        return Err(AnswersDoNotFit::Count {
            given: answers.len(),
            asked,
        });
    }
    let mut verdicts = Vec::with_capacity(asked);
    for (place, (question, answer)) in quiz.questions.iter().zip(answers).enumerate() {
        verdicts.push(is_right(question, answer).ok_or(AnswersDoNotFit::Shape { question: place })?);
    }
    let right = verdicts.iter().filter(|right| **right).count();
    let percent = (right * 100).checked_div(asked).unwrap_or(0);
    let percent = u8::try_from(percent).unwrap_or(100);
    Ok(Grade {
        right: u32::try_from(right).unwrap_or(u32::MAX),
        percent,
        passed: asked > 0 && percent >= quiz.pass_percent,
        verdicts,
    })
}

/// Whether `answer` is right; `None` when it cannot belong to `question`.
#[must_use]
pub fn is_right(question: &Question, answer: &Answer) -> Option<bool> {
    match (&question.kind, answer) {
        (_, Answer::Skipped) => Some(false),
        (QuestionKind::Single(choices) | QuestionKind::TrueFalse(choices), Answer::One(taken)) => {
            choices.get(usize::from(*taken)).map(|choice| choice.correct)
        }
        (QuestionKind::Multiple(choices), Answer::Many(taken)) => all_and_only_right(choices, taken),
        (QuestionKind::Ordering(items), Answer::Order(order)) => in_place(items.len(), order),
        (QuestionKind::Matching(pairs), Answer::Match(given)) => in_place(pairs.len(), given),
        _ => None,
    }
}

fn all_and_only_right(choices: &[Choice], taken: &[u8]) -> Option<bool> {
    let mut is_taken = vec![false; choices.len()];
    for place in taken {
        let slot = is_taken.get_mut(usize::from(*place))?;
        if std::mem::replace(slot, true) {
            return None;
        }
    }
    Some(
        choices
            .iter()
            .zip(is_taken)
            .all(|(choice, taken)| choice.correct == taken),
    )
}

/// Ordering and matching are stored right: the right answer is 0, 1, 2, … Anything else must still be a permutation.
fn in_place(count: usize, given: &[u8]) -> Option<bool> {
    let mut is_used = vec![false; count];
    if given.len() != count {
        return None;
    }
    for place in given {
        let slot = is_used.get_mut(usize::from(*place))?;
        if std::mem::replace(slot, true) {
            return None;
        }
    }
    Some(
        given
            .iter()
            .enumerate()
            .all(|(place, value)| usize::from(*value) == place),
    )
}

/// The numbers of the lessons that explain what was answered wrong, where their author named one.
#[must_use]
pub fn lessons_to_reread(quiz: &Quiz, grade: &Grade) -> BTreeSet<u32> {
    quiz.questions
        .iter()
        .zip(&grade.verdicts)
        .filter(|(_, right)| !**right)
        .filter_map(|(question, _)| question.lesson)
        .collect()
}

#[cfg(test)]
mod tests;
