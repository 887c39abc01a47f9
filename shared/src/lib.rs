//! The domain of Multaqa, once.
//!
//! The server runs these rules to decide, the app runs them to predict. Nothing here does I/O, reads a
//! clock or draws randomness: the caller brings time, ids and secrets along. `ARCHITECTURE.md` says why.

pub mod access;
pub mod apply;
pub mod authoring;
pub mod certificate_number;
pub mod client;
pub mod correction;
pub mod diff;
pub mod editions;
pub mod figures;
pub mod folder;
pub mod grading;
pub mod ids;
pub mod json;
pub mod lang;
pub mod limits;
pub mod markdown;
pub mod module_progress;
pub mod mutation;
pub mod records;
pub mod refusal;
pub mod row;
pub mod scope;
pub mod search;
pub mod secret;
pub mod slug;
pub mod spreadsheet;
pub mod threads;
pub mod time;
pub mod unicode;
pub mod vocabulary;
pub mod wire;
