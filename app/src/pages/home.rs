//! The first page, and what explains the hub.

mod about;
mod glossary;
mod home;

pub(crate) use about::About;
pub(crate) use glossary::Glossary;
pub(crate) use home::Home;
