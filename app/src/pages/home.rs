//! The first page, and what explains the hub.

mod about;
mod doors;
mod figures;
mod first_page;
mod glossary;
mod region_band;
mod waiting;
mod waiting_list;

pub(crate) use about::About;
pub(crate) use first_page::Home;
pub(crate) use glossary::Glossary;
#[cfg(feature = "ssr")]
pub(crate) use glossary::terms;
