//! Modules, lessons, quizzes, certificates.

mod absent;
mod catalogue;
mod certificate;
mod editions;
pub(crate) mod filter;
mod lesson;
pub(crate) mod mine;
mod module;
pub(crate) mod module_link;
pub(crate) mod module_tile;
mod qr;
mod quiz;
mod quiz_session;
mod reread;
pub(crate) mod rows;
pub(crate) mod words;

pub(crate) use catalogue::Catalogue;
pub(crate) use certificate::{Certificate, Lookup};
pub(crate) use editions::{EditionPage, Editions};
pub(crate) use lesson::Lesson;
pub(crate) use mine::Mine;
pub(crate) use module::Module;
pub(crate) use quiz::Quiz;
