//! The first page, and what explains the hub.

mod about;
mod doors;
mod figures;
mod glossary;
mod home;
mod region_band;
mod waiting;
mod waiting_list;

pub(crate) use about::About;
pub(crate) use glossary::Glossary;
pub(crate) use home::Home;
