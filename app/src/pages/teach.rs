//! Writing modules: what is being written, its outline, its lessons, its quiz, and who reads it before it is taught.

mod draft;
mod field;
mod field_state;
mod lesson;
mod names;
mod order;
mod outline;
mod overview;
mod paste;
mod problem_list;
mod questions;
mod review;
mod settings;
mod sides;
mod taken_out;
mod toolbar;
mod trail;

pub(crate) use lesson::TeachLesson;
pub(crate) use outline::TeachModule;
pub(crate) use overview::Teach;
pub(crate) use questions::TeachQuiz;
pub(crate) use review::TeachReview;
