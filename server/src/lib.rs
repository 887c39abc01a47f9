//! The sync server: decides on mutations, keeps the rows, serves the app.

pub mod accounts;
pub mod address;
pub mod assets;
pub mod authenticated_user;
pub mod authority;
pub mod backup;
pub mod builds;
pub(crate) mod certificates;
pub mod change_rates;
pub mod cli;
pub mod clock;
pub mod commands;
pub mod connections;
pub mod control;
pub mod cookies;
pub mod database;
pub mod demonstration;
pub mod disk_space;
pub mod entropy;
pub mod error;
pub mod explain;
pub mod import;
pub mod json;
pub mod language;
pub mod logging;
pub mod pages;
pub mod private;
pub mod rate;
pub mod router;
pub mod row_store;
pub mod search;
pub mod security_headers;
pub mod shares;
pub mod state;
pub mod store;
pub mod verify;

mod compress;
#[cfg(test)]
mod damage;
mod http;
mod overload;
mod request_log;
mod same_origin;
#[cfg(test)]
mod test_folder;
