//! Modules, lessons, quizzes, certificates.

mod catalogue;
mod certificate;
mod lesson;
mod mine;
mod module;
mod quiz;

pub(crate) use catalogue::Catalogue;
pub(crate) use certificate::Certificate;
pub(crate) use lesson::Lesson;
pub(crate) use mine::Mine;
pub(crate) use module::Module;
pub(crate) use quiz::Quiz;
