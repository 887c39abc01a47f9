//! The sync server: decides on mutations, keeps the rows, serves the app.

pub mod assets;
pub mod authority;
pub mod backup;
pub mod entropy;
pub mod hub;
pub mod import;
pub mod ledger;
pub mod store;
#[cfg(test)]
mod test_folder;
