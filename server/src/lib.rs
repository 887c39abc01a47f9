//! The sync server: decides on mutations, keeps the rows, serves the app.

pub mod assets;
