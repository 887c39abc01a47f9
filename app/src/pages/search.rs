//! Search over everything.

mod finder;
mod results;
mod search_box;

pub(crate) use finder::{Finder, Found, use_finder};
pub(crate) use results::Search;
pub(crate) use search_box::SearchBox;
