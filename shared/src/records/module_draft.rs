//! A module that is being written. Its texts lie in rows of their own, one for each text in each language, so that two
//! people who write different texts never meet.

use super::draft::TextMark;
use super::{Author, EditionNumber, Source};
use crate::ids::{LessonId, ModuleId, PartId, PersonId, QuestionId};
use crate::lang::{Lang, Translated};
use crate::limits;
use crate::time::Timestamp;
use crate::unicode;
use crate::vocabulary::{Audience, Principle};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a module that is being written is made of, without its texts. Row: `trainers`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModuleDraft {
    /// The module that it becomes: the same for a further edition.
    pub id: ModuleId,
    /// The edition that it goes on from; `None` for a module that was never published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<EditionNumber>,
    /// The language that is written first. Texts in other languages are translations of it.
    pub original: Lang,
    /// Where it stands.
    pub state: ModuleDraftState,
    /// How often it was offered: what a reader reads does not change under the same number.
    pub revision: u32,
    /// Its title as it is written now, for lists: its texts are elsewhere.
    #[serde(default, skip_serializing_if = "Translated::is_empty")]
    pub title: Translated,
    /// The principles it serves.
    #[serde(default)]
    pub principles: Vec<Principle>,
    /// Whom it is written for.
    #[serde(default)]
    pub audience: Vec<Audience>,
    /// Honest estimate for the whole module, in minutes; 0 while nobody estimated it.
    #[serde(default)]
    pub minutes: u32,
    /// Share of right answers that passes the quiz, in percent.
    pub pass_percent: u8,
    /// SPDX name of the licence.
    pub licence: String,
    /// Where its facts come from.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// The lessons, in order, with those that were taken out: they can be put back.
    #[serde(default)]
    pub lessons: Vec<LessonDraft>,
    /// The questions, in order, with those that were taken out.
    #[serde(default)]
    pub questions: Vec<QuestionDraft>,
    /// Who wrote something in it since it was begun. None of them is the second person who reads it.
    pub writers: Vec<Author>,
    /// What the last reader answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<ModuleReturn>,
    /// When it was begun.
    pub created: Timestamp,
    /// When somebody last wrote in it, give or take [`ModuleDraft::TOUCH_MS`].
    pub updated: Timestamp,
}

/// Where a module that is being written stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ModuleDraftState {
    /// Trainers write in it.
    Writing,
    /// Nobody writes: somebody else reads it.
    Offered,
    /// The reader wants something changed, and trainers write in it.
    Returned,
}

/// Why a module went back to those who wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModuleReturn {
    /// Who read it.
    pub by: Author,
    /// When.
    pub at: Timestamp,
    /// What is to be changed.
    pub note: String,
}

/// A lesson of a module that is being written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonDraft {
    /// Stays the same in every edition: who completed it has.
    pub id: LessonId,
    /// What `lesson:NN` links of the draft's texts name it by, whatever its place is.
    pub number: u32,
    /// Its name in addresses, where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    /// Whether it was taken out.
    #[serde(default)]
    pub removed: bool,
}

/// A question of a module that is being written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionDraft {
    /// Made by the device.
    pub id: QuestionId,
    /// What can be answered.
    pub kind: QuestionDraftKind,
    /// The choices; the items, in the right order; or the pairs.
    pub parts: Vec<PartDraft>,
    /// The lesson to reread after a wrong answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lesson: Option<LessonId>,
    /// Whether it was taken out.
    #[serde(default)]
    pub removed: bool,
}

/// The five kinds of question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionDraftKind {
    /// Exactly one choice is right.
    Single,
    /// One or more choices are right.
    Multiple,
    /// A statement; the two choices say true and false.
    TrueFalse,
    /// Items in the right order.
    Ordering,
    /// Pairs that belong together.
    Matching,
}

impl QuestionDraftKind {
    /// Every kind, in the order in which an author is offered them.
    pub const ALL: [Self; 5] = [
        Self::Single,
        Self::Multiple,
        Self::TrueFalse,
        Self::Ordering,
        Self::Matching,
    ];

    /// The name in files and message keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Multiple => "multiple",
            Self::TrueFalse => "true-false",
            Self::Ordering => "ordering",
            Self::Matching => "matching",
        }
    }

    /// Whether its parts are choices, of which some are right.
    #[must_use]
    pub const fn has_choices(self) -> bool {
        matches!(self, Self::Single | Self::Multiple | Self::TrueFalse)
    }
}

/// A choice, an item or a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartDraft {
    /// Made by the device.
    pub id: PartId,
    /// Whether a choice is a right answer.
    #[serde(default)]
    pub correct: bool,
    /// Whether it was taken out.
    #[serde(default, skip_serializing_if = "is_false")]
    pub removed: bool,
}

const fn is_false(value: &bool) -> bool {
    !*value
}

impl ModuleDraft {
    /// How much later than `updated` a further save of the same person is noted: every other trainer's device hears of it.
    pub const TOUCH_MS: i64 = 10 * 60 * 1000;

    /// The lessons that are part of it, in order.
    pub fn lessons(&self) -> impl Iterator<Item = &LessonDraft> {
        self.lessons.iter().filter(|lesson| !lesson.removed)
    }

    /// The questions that are part of it, in order.
    pub fn questions(&self) -> impl Iterator<Item = &QuestionDraft> {
        self.questions.iter().filter(|question| !question.removed)
    }

    /// Whether it waits for this person, who may teach: to be read by somebody who wrote nothing in it, or to be written on.
    #[must_use]
    pub fn waits_for(&self, person: PersonId) -> bool {
        let is_writer = self.writers.iter().any(|writer| writer.person == person);
        match self.state {
            ModuleDraftState::Writing => false,
            ModuleDraftState::Offered => !is_writer,
            ModuleDraftState::Returned => is_writer,
        }
    }

    /// Whether somebody may write in it now.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state != ModuleDraftState::Offered
    }

    /// Whether this text has a place in it, taken out or not.
    #[must_use]
    pub fn has(&self, place: &DraftPlace) -> bool {
        let question = |id: QuestionId| self.questions.iter().find(|question| question.id == id);
        match place {
            DraftPlace::Title | DraftPlace::Summary | DraftPlace::Objectives => true,
            DraftPlace::LessonTitle(id) | DraftPlace::LessonText(id) => {
                self.lessons.iter().any(|lesson| lesson.id == *id)
            }
            DraftPlace::Question(id) | DraftPlace::Explanation(id) => question(*id).is_some(),
            DraftPlace::Part(id, part) | DraftPlace::Right(id, part) => {
                question(*id).is_some_and(|question| question.parts.iter().any(|held| held.id == *part))
            }
        }
    }

    /// All texts that it is made of, in reading order.
    #[must_use]
    pub fn places(&self) -> Vec<DraftPlace> {
        let lessons = self.lessons().flat_map(|lesson| {
            [
                DraftPlace::LessonTitle(lesson.id),
                DraftPlace::LessonText(lesson.id),
            ]
        });
        let questions = self.questions().flat_map(QuestionDraft::places);
        [DraftPlace::Title, DraftPlace::Summary, DraftPlace::Objectives]
            .into_iter()
            .chain(lessons)
            .chain(questions)
            .collect()
    }
}

impl QuestionDraft {
    /// The parts that it is made of, in order.
    pub fn parts(&self) -> impl Iterator<Item = &PartDraft> {
        self.parts.iter().filter(|part| !part.removed)
    }

    /// The texts that it is made of.
    #[must_use]
    pub fn places(&self) -> Vec<DraftPlace> {
        let mut places = vec![DraftPlace::Question(self.id)];
        for part in self.parts() {
            places.push(DraftPlace::Part(self.id, part.id));
            if self.kind == QuestionDraftKind::Matching {
                places.push(DraftPlace::Right(self.id, part.id));
            }
        }
        places.push(DraftPlace::Explanation(self.id));
        places
    }
}

/// A change of a module that is being written, beside its texts. Of two people who change the same, the later one wins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutlineChange {
    /// The principles it serves.
    Principles(Vec<Principle>),
    /// Whom it is written for.
    Audience(Vec<Audience>),
    /// How long it takes, in minutes.
    Minutes(u32),
    /// Share of right answers that passes the quiz, in percent.
    PassPercent(u8),
    /// SPDX name of the licence.
    Licence(String),
    /// Where its facts come from.
    Sources(Vec<Source>),
    /// A lesson is added at this place among those that are part of it, put back there, or moved there.
    Lesson {
        /// Which.
        lesson: LessonId,
        /// The place, from 0; behind the last one for a greater number.
        at: u32,
    },
    /// A lesson is taken out.
    RemoveLesson(LessonId),
    /// A question is added at this place among those that are part of it, put back, moved there, or made otherwise.
    Question {
        /// Which, and what it is like.
        question: QuestionDraft,
        /// The place, from 0; behind the last one for a greater number.
        at: u32,
    },
    /// A question is taken out.
    RemoveQuestion(QuestionId),
}

/// Which text of a module that is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DraftPlace {
    /// The module's title.
    Title,
    /// One or two sentences about the module.
    Summary,
    /// What the learner can do afterwards, one on each line.
    Objectives,
    /// A lesson's title.
    LessonTitle(LessonId),
    /// A lesson's Markdown.
    LessonText(LessonId),
    /// What is asked.
    Question(QuestionId),
    /// Why the right answer is right.
    Explanation(QuestionId),
    /// A choice, an item, or the side of a pair that is shown in order.
    Part(QuestionId, PartId),
    /// The side of a pair that is assigned.
    Right(QuestionId, PartId),
}

impl DraftPlace {
    /// The most characters that the text may have.
    #[must_use]
    pub const fn limit(&self) -> usize {
        match self {
            Self::Title => limits::MODULE_TITLE,
            Self::LessonTitle(_) => limits::TITLE,
            Self::LessonText(_) => limits::LESSON,
            Self::Summary | Self::Question(_) | Self::Explanation(_) | Self::Part(..) | Self::Right(..) => {
                limits::SUMMARY
            }
            Self::Objectives => limits::OBJECTIVES * limits::SUMMARY,
        }
    }

    /// Whether it is a single line.
    #[must_use]
    pub const fn is_line(&self) -> bool {
        matches!(
            self,
            Self::Title | Self::LessonTitle(_) | Self::Part(..) | Self::Right(..)
        )
    }

    /// The text as it is kept: a line has no breaks and no blanks around it, and a text of which nothing can be seen is
    /// none.
    #[must_use]
    pub fn clean(&self, text: &str) -> String {
        let text = unicode::visible(text);
        if self.is_line() {
            text.replace(['\n', '\r'], " ").trim().to_owned()
        } else {
            text.to_owned()
        }
    }

    /// The name of what kind of text it is, for message keys and refusals.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Objectives => "objectives",
            Self::LessonTitle(_) => "lesson-title",
            Self::LessonText(_) => "lesson-text",
            Self::Question(_) => "question",
            Self::Explanation(_) => "explanation",
            Self::Part(..) => "part",
            Self::Right(..) => "right",
        }
    }

    /// The id of the row that holds this text in one language.
    #[must_use]
    pub fn row(&self, module: ModuleId, lang: Lang) -> Uuid {
        let ids: [Option<Uuid>; 2] = match self {
            Self::Title | Self::Summary | Self::Objectives => [None, None],
            Self::LessonTitle(lesson) | Self::LessonText(lesson) => [Some(lesson.uuid()), None],
            Self::Question(question) | Self::Explanation(question) => [Some(question.uuid()), None],
            Self::Part(question, part) | Self::Right(question, part) => {
                [Some(question.uuid()), Some(part.uuid())]
            }
        };
        let mut name = format!("{} {}", self.word(), lang.code());
        for id in ids.into_iter().flatten() {
            name.push(' ');
            name.push_str(&id.to_string());
        }
        Uuid::new_v5(&module.0, name.as_bytes())
    }
}

/// One text of a module that is being written, in one language. Row: `module-draft:M`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftText {
    /// The module.
    pub module: ModuleId,
    /// Which text.
    pub place: DraftPlace,
    /// In which language.
    pub lang: Lang,
    /// The text; empty where there is none.
    pub text: String,
    /// The text in the original language that a translation was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translates: Option<TextMark>,
    /// Who wrote it last.
    pub by: Author,
    /// When.
    pub at: Timestamp,
    /// What others wrote at the same time, until somebody chooses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<DraftTextVersion>,
}

/// What somebody wrote while somebody else wrote the same text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftTextVersion {
    /// The text; empty where it was taken away.
    pub text: String,
    /// Who wrote it.
    pub by: Author,
    /// When.
    pub at: Timestamp,
}

impl DraftText {
    /// The id of its row.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.place.row(self.module, self.lang)
    }

    /// Whether the original changed since this translation was made from it.
    #[must_use]
    pub fn is_behind(&self, original: &str) -> bool {
        !self.text.is_empty()
            && self
                .translates
                .as_ref()
                .is_none_or(|translated| *translated != TextMark::of(original))
    }
}
