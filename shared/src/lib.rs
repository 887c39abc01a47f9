//! Placeholder.

pub mod markdown;
