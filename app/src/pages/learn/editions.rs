//! The editions of a module: an earlier one keeps its goal, and a newer one is told.

mod list;
mod notice;
mod one;
mod withdraw;

pub(crate) use list::Editions;
pub(super) use notice::EditionNotice;
pub(crate) use one::EditionPage;
