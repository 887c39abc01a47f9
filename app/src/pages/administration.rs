//! The coordination of the network.

mod overview;

pub(crate) use overview::Administration;
