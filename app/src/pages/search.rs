//! Search over everything.

mod answer;
mod device;
mod finder;
mod found;
mod hit;
mod hub;
mod results;
mod search_box;

pub(crate) use finder::{Finder, use_finder};
pub(crate) use found::Found;
pub(crate) use hub::{HubSearch, use_hub_search};
pub(crate) use results::Search;
pub(crate) use search_box::SearchBox;
