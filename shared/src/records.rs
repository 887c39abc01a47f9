//! What the hub keeps: one type per kind of row, and the merge rule of each.
//!
//! Fields are only ever added as optional with a default; a change of meaning gets a new kind.

mod collectivity;
mod experience;
mod learning;
mod module;
mod people;
mod quiz;

pub use collectivity::Collectivity;
pub use experience::{
    Author, Bookmark, Change, Comment, Decision, Experience, ExperienceCard, ExperienceContent, PartialDate,
    Report, ReportTarget, Resolution, Reuse, Section, Source,
};
pub use learning::{Attempt, Certificate, LessonProgress, TrainingRecord};
pub use module::{Lesson, LessonHead, Module, ModuleCard};
pub use people::{Identity, Invitation, InvitationState, InvitedAs, Person, PersonCard, Roles};
pub use quiz::{Answer, Choice, Pair, Question, QuestionKind, Quiz};
