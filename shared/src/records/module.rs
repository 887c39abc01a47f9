use crate::ids::{LessonId, ModuleId};
use crate::lang::{Lang, Translated};
use crate::records::{EditionNumber, PartialDate, Source};
use crate::time::Timestamp;
use crate::vocabulary::{Audience, Principle};
use serde::{Deserialize, Serialize};

/// What a catalogue shows of a module. Row: `public`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModuleCard {
    /// Derived from the slug.
    pub id: ModuleId,
    /// ASCII name in addresses.
    pub slug: String,
    /// Place in the catalogue, from 1.
    pub order: u32,
    /// The title.
    pub title: Translated,
    /// One or two sentences.
    pub summary: Translated,
    /// The principles it serves.
    pub principles: Vec<Principle>,
    /// Whom it is written for.
    pub audience: Vec<Audience>,
    /// Honest estimate for the whole module, in minutes.
    pub minutes: u32,
    /// The languages in which every lesson exists.
    pub languages: Vec<Lang>,
    /// The lessons, in order.
    pub lessons: Vec<LessonHead>,
    /// Share of right answers that passes the quiz, in percent.
    pub pass_percent: u8,
    /// How many questions the quiz has.
    pub questions: u32,
    /// When the content last changed on this hub; for what a library brought, the day of that import.
    pub updated: Timestamp,
    /// When the content last changed, for readers, as precise as it is known.
    #[serde(default, skip_serializing_if = "PartialDate::is_unknown")]
    pub updated_on: PartialDate,
    /// Which edition it is, and which of its corrections.
    #[serde(default, skip_serializing_if = "EditionNumber::is_first")]
    pub edition: EditionNumber,
    /// Whether it left the catalogue.
    #[serde(default, skip_serializing_if = "is_false")]
    pub archived: bool,
}

const fn is_false(value: &bool) -> bool {
    !*value
}

impl ModuleCard {
    /// The lesson's head and its place from 0.
    #[must_use]
    pub fn lesson(&self, id: LessonId) -> Option<(usize, &LessonHead)> {
        self.lessons.iter().enumerate().find(|(_, head)| head.id == id)
    }
}

/// What an outline shows of a lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonHead {
    /// Derived from the slugs of module and lesson.
    pub id: LessonId,
    /// The number in its file name, from 1; `lesson:NN` links use it.
    pub number: u32,
    /// ASCII name in addresses.
    pub slug: String,
    /// The title, from the first line of each file.
    pub title: Translated,
}

impl LessonHead {
    /// What stands in a module's addresses where a lesson's name would, and is another page.
    pub const RESERVED_SLUGS: [&str; 2] = ["quiz", "editions"];
}

/// The part of a module that only its page needs. Row: `module:M`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Module {
    /// The module.
    pub id: ModuleId,
    /// What the learner can do afterwards.
    pub objectives: Vec<Translated>,
    /// SPDX name of the licence.
    pub licence: String,
    /// Where its facts come from.
    pub sources: Vec<Source>,
}

/// One lesson with its text. Row: `module:M`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lesson {
    /// Derived from the slugs of module and lesson.
    pub id: LessonId,
    /// The module it belongs to.
    pub module: ModuleId,
    /// Place in the module, from 1.
    pub number: u32,
    /// Markdown without its title line.
    pub text: Translated,
}
