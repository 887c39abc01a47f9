//! `modules/<slug>/quiz.toml`.

use std::ops::RangeInclusive;

use super::fields::{Fields, Lines, parse};
use super::problem::{Problem, ProblemReport, Wrong};
use super::source::text;
use crate::ids::ModuleId;
use crate::lang::Translated;
use crate::limits;
use crate::records::{Choice, EditionNumber, Pair, Question, QuestionKind, Quiz};

/// How many choices, items or pairs a question may have.
const PARTS: RangeInclusive<usize> = limits::PARTS_LEAST..=limits::PARTS_MOST;
const QUESTIONS: RangeInclusive<usize> = 1..=limits::QUESTIONS;

pub(super) fn read(
    path: &str,
    bytes: &[u8],
    module: ModuleId,
    lessons: u32,
    problems: &mut Vec<Problem>,
) -> Option<Quiz> {
    let text = text(path, bytes, problems)?;
    let mut report = ProblemReport::new(path, &text, problems);
    let document = parse(&text, &mut report)?;
    let mut fields = Fields::new(document.get_ref(), 0);
    let pass_percent = fields.number("pass_percent", 1..=100, &mut report);
    let questions = fields
        .tables("questions", QUESTIONS, &mut report)
        .into_iter()
        .filter_map(|table| question(table, lessons, &mut report))
        .collect();
    fields.finish(&mut report);
    Some(Quiz {
        module,
        pass_percent: u8::try_from(pass_percent).ok()?,
        questions,
        edition: EditionNumber::FIRST,
    })
}

fn question(mut fields: Fields<'_>, lessons: u32, report: &mut ProblemReport<'_>) -> Option<Question> {
    let position = fields.position();
    let kind = fields.word("kind", Kind::from_word, report);
    let text = fields.translated("text", Lines::Many, limits::SUMMARY, report);
    let parts = kind.map(|kind| parts(kind, &mut fields, report));
    let explanation = fields.translated("explanation", Lines::Many, limits::SUMMARY, report);
    let lesson = fields
        .number_if_any("lesson", 1..=99, report)
        .and_then(|(position, number)| {
            let number = u32::try_from(number).ok()?;
            if number > lessons {
                report.at(position, Wrong::UnknownLesson { number });
            }
            Some(number)
        });
    if kind.is_some() {
        fields.finish(report);
    }
    let question = Question {
        text,
        kind: parts?,
        explanation,
        lesson,
    };
    check_translations(&question, position, report);
    Some(question)
}

#[derive(Clone, Copy)]
enum Kind {
    Single,
    Multiple,
    TrueFalse,
    Ordering,
    Matching,
}

impl Kind {
    fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "single" => Self::Single,
            "multiple" => Self::Multiple,
            "true-false" => Self::TrueFalse,
            "ordering" => Self::Ordering,
            "matching" => Self::Matching,
            _ => return None,
        })
    }
}

/// The word of a kind in files.
pub(super) const fn word(kind: &QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Single(_) => "single",
        QuestionKind::Multiple(_) => "multiple",
        QuestionKind::TrueFalse(_) => "true-false",
        QuestionKind::Ordering(_) => "ordering",
        QuestionKind::Matching(_) => "matching",
    }
}

fn parts(kind: Kind, fields: &mut Fields<'_>, report: &mut ProblemReport<'_>) -> QuestionKind {
    match kind {
        Kind::Single => QuestionKind::Single(choices("single", PARTS, 1..=1, fields, report)),
        Kind::Multiple => {
            QuestionKind::Multiple(choices("multiple", PARTS, 1..=limits::PARTS_MOST, fields, report))
        }
        Kind::TrueFalse => QuestionKind::TrueFalse(choices("true-false", 2..=2, 1..=1, fields, report)),
        Kind::Ordering => QuestionKind::Ordering(
            fields
                .tables("items", PARTS, report)
                .into_iter()
                .map(|item| item.languages("items", Lines::One, limits::SUMMARY, report))
                .collect(),
        ),
        Kind::Matching => QuestionKind::Matching(
            fields
                .tables("pairs", PARTS, report)
                .into_iter()
                .map(|mut pair| {
                    let left = pair.translated("left", Lines::One, limits::SUMMARY, report);
                    let right = pair.translated("right", Lines::One, limits::SUMMARY, report);
                    pair.finish(report);
                    Pair { left, right }
                })
                .collect(),
        ),
    }
}

fn choices(
    kind: &str,
    count: RangeInclusive<usize>,
    right: RangeInclusive<usize>,
    fields: &mut Fields<'_>,
    report: &mut ProblemReport<'_>,
) -> Vec<Choice> {
    let choices: Vec<Choice> = fields
        .tables("choices", count, report)
        .into_iter()
        .map(|mut choice| {
            let correct = choice.truth("correct", report);
            let text = choice.languages("choices", Lines::One, limits::SUMMARY, report);
            Choice { text, correct }
        })
        .collect();
    let found = choices.iter().filter(|choice| choice.correct).count();
    if !choices.is_empty() && !right.contains(&found) {
        report.at(
            fields.position(),
            Wrong::RightChoices {
                kind: kind.to_owned(),
                found,
            },
        );
    }
    choices
}

/// A language that asks must also offer the answers: nobody can choose between blanks.
fn check_translations(question: &Question, position: usize, report: &mut ProblemReport<'_>) {
    let parts: Vec<(&str, &Translated)> = match &question.kind {
        QuestionKind::Single(choices)
        | QuestionKind::Multiple(choices)
        | QuestionKind::TrueFalse(choices) => {
            choices.iter().map(|choice| ("choices", &choice.text)).collect()
        }
        QuestionKind::Ordering(items) => items.iter().map(|item| ("items", item)).collect(),
        QuestionKind::Matching(pairs) => pairs
            .iter()
            .flat_map(|pair| [("pairs", &pair.left), ("pairs", &pair.right)])
            .collect(),
    };
    for lang in question.text.languages() {
        if let Some((key, _)) = parts
            .iter()
            .find(|(_, text)| !text.is_empty() && text.get(lang).is_none())
        {
            let what = Wrong::MissingTranslation {
                key: (*key).to_owned(),
                lang: lang.code(),
            };
            report.at(position, what);
        }
    }
}
