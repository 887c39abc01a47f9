//! Search over everything.

mod results;

pub(crate) use results::Search;
