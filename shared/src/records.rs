//! What the hub keeps: one type per kind of row, and the merge rule of each.
//!
//! Fields are only ever added as optional with a default; a change of meaning gets a new kind.

mod collectivity;
mod content;
mod conversation;
mod draft;
mod edition;
mod experience;
mod learning;
mod module;
mod module_draft;
mod partial_date;
mod people;
mod quiz;
mod recovery;
mod review;

pub use collectivity::{Collectivity, Location};
pub use content::{Change, ExperienceContent, Section, Source};
pub use conversation::{Bookmark, Comment, Report, ReportTarget, Resolution, Reuse, Voices};
pub use draft::{TextMark, TextVersion, TextWriter};
pub use edition::{Edition, EditionNumber, EditionState, NoEditionNumber, WholeModule};
pub use experience::{Author, Decision, Experience, ExperienceCard, LibraryDates};
pub use learning::{Attempt, Certificate, LessonProgress, TrainingRecord};
pub use module::{Lesson, LessonHead, Module, ModuleCard};
pub use module_draft::{
    DraftPlace, DraftText, DraftTextVersion, LessonDraft, ModuleDraft, ModuleDraftState, ModuleReturn,
    OutlineChange, PartDraft, QuestionDraft, QuestionDraftKind,
};
pub use partial_date::{FIRST_YEAR, LONGEST_PLAN, PartialDate, PeriodError, check_period};
pub use people::{Identity, Invitation, InvitationState, InvitedAs, Person, PersonCard, Roles};
pub use quiz::{Answer, Choice, Pair, Question, QuestionKind, Quiz};
pub use recovery::Recovery;
pub use review::{Correction, Proposal, Review, Touch};
