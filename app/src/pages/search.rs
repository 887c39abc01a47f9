//! Search over everything.

mod answer;
mod device;
mod finder;
mod hit;
mod hub;
mod results;
mod search_box;

pub(crate) use device::device_search;
pub(crate) use finder::{DeviceSearch, Finder, Found, use_finder};
pub(crate) use hub::{HubSearch, use_hub_search};
pub(crate) use results::Search;
pub(crate) use search_box::SearchBox;
