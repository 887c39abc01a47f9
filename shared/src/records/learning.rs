use crate::ids::{AttemptId, CertificateId, LessonId, ModuleId, PersonId};
use crate::lang::{Lang, Translated};
use crate::records::{Answer, EditionNumber, Location};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// How far somebody is in one lesson. Row: `person:P`. Merge: maximum of each field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonProgress {
    /// The lesson's module.
    pub module: ModuleId,
    /// The lesson.
    pub lesson: LessonId,
    /// The furthest block reached, as its place from 0 in the lesson's Markdown.
    pub block: u32,
    /// The first time it was completed, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed: Option<Timestamp>,
    /// The last reading.
    pub updated: Timestamp,
}

impl LessonProgress {
    /// Joins two readings of the same lesson. Commutative, associative and idempotent, so that the order in
    /// which devices arrive does not matter.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        Self {
            module: self.module,
            lesson: self.lesson,
            block: self.block.max(other.block),
            completed: match (self.completed, other.completed) {
                (Some(one), Some(two)) => Some(one.min(two)),
                (one, two) => one.or(two),
            },
            updated: self.updated.max(other.updated),
        }
    }
}

/// One sitting of a quiz. Row: `person:P`. Merge: inserted once, never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// Made by the device.
    pub id: AttemptId,
    /// The quiz's module.
    pub module: ModuleId,
    /// The language it was sat in.
    pub lang: Lang,
    /// One per question.
    pub answers: Vec<Answer>,
    /// Right answers.
    pub right: u32,
    /// Questions.
    pub questions: u32,
    /// Whole percent, rounded down.
    pub percent: u8,
    /// Whether it reached the pass mark of that day.
    pub passed: bool,
    /// When it was sat, as the device said, clamped.
    pub at: Timestamp,
    /// The edition whose quiz it was.
    #[serde(default, skip_serializing_if = "EditionNumber::is_first")]
    pub edition: EditionNumber,
}

/// A certificate of completion, one for a person and an edition. Row: `person:P`; found by number through the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Made by the server.
    pub id: CertificateId,
    /// Made by the server, unique, hard to guess, e.g. `MTQ-2026-7F3K-9QXW`.
    pub number: String,
    /// Who completed the module.
    pub person: PersonId,
    /// The name as it was that day; never altered afterwards.
    pub person_name: String,
    /// The language the learner used, for printing.
    pub lang: Lang,
    /// The collectivity as it was that day, where the person had one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collectivity: Option<Translated>,
    /// Where it lies, if its name alone did not tell it from others that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lies_in: Option<Location>,
    /// The module.
    pub module: ModuleId,
    /// Its title that day.
    pub module_title: Translated,
    /// Its estimated length, in minutes. Of somebody who had a certificate for an earlier edition, the part of it that
    /// its new lessons are.
    pub minutes: u32,
    /// Score of the passed attempt, in percent.
    pub percent: u8,
    /// When the server issued it.
    pub issued: Timestamp,
    /// The edition that was completed.
    #[serde(default, skip_serializing_if = "EditionNumber::is_first")]
    pub edition: EditionNumber,
}

/// What a focal point sees of a colleague's training. Row: `focal:C`, one per person and module.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingRecord {
    /// The learner.
    pub person: PersonId,
    /// The learner's name.
    pub name: String,
    /// The module.
    pub module: ModuleId,
    /// Lessons completed.
    pub lessons_completed: u32,
    /// Lessons in the module.
    pub lessons: u32,
    /// How often a quiz of it was sat, in all editions.
    pub attempts: u32,
    /// Best score, in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best_percent: Option<u8>,
    /// Number of the certificate, once issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<String>,
    /// The last sign of work on it.
    pub updated: Timestamp,
}
