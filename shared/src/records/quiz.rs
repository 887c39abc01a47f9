use crate::ids::ModuleId;
use crate::lang::Translated;
use crate::records::EditionNumber;
use serde::{Deserialize, Serialize};

/// The final quiz of an edition, right answers included: a device without network has to grade. Row: `module:M`, where
/// the quizzes of earlier editions stay, because somebody may have one of them open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiz {
    /// The module it ends.
    pub module: ModuleId,
    /// Share of right answers that passes, in percent.
    pub pass_percent: u8,
    /// The questions, in the order of the file.
    pub questions: Vec<Question>,
    /// The edition it ends.
    #[serde(default, skip_serializing_if = "EditionNumber::is_first")]
    pub edition: EditionNumber,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What is asked.
    pub text: Translated,
    /// What can be answered, and what is right.
    pub kind: QuestionKind,
    /// Shown after answering; says why.
    pub explanation: Translated,
    /// Number of the lesson to reread after a wrong answer, where the author named one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lesson: Option<u32>,
}

/// The five kinds of question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// Exactly one choice is right.
    Single(Vec<Choice>),
    /// One or more choices are right, and all of them have to be found.
    Multiple(Vec<Choice>),
    /// A statement; the two choices say true and false.
    TrueFalse(Vec<Choice>),
    /// Items listed in the right order.
    Ordering(Vec<Translated>),
    /// Pairs that belong together.
    Matching(Vec<Pair>),
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What it says.
    pub text: Translated,
    /// Whether it is a right answer.
    pub correct: bool,
}

/// Two texts that belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// The side that is shown in order.
    pub left: Translated,
    /// The side that the learner assigns.
    pub right: Translated,
}

/// An answer to one question. Numbers are places from 0 in the question's own order, whatever order was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// The choice taken; answers `Single` and `TrueFalse`.
    One(u8),
    /// The choices taken, in any order; answers `Multiple`.
    Many(Vec<u8>),
    /// The items in the order the learner gave them; answers `Ordering`.
    Order(Vec<u8>),
    /// For each left side, the right side it was given; answers `Matching`.
    Match(Vec<u8>),
    /// Left out; counts as wrong.
    Skipped,
}
