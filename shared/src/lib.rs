//! Placeholder.

pub mod markdown;
pub mod search;
