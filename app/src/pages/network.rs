//! The members of the network.

mod collectivity;
mod directory;
pub(crate) mod filter;
mod members;
mod place;
mod place_line;

pub(crate) use collectivity::Collectivity;
pub(crate) use directory::Directory;
pub(crate) use members::use_members;
pub(crate) use place::{location_words, place_in, place_name};
