//! The people of a collectivity.

mod overview;

pub(crate) use overview::People;
