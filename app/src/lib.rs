//! The Multaqa app: what a person sees, over a replica that works without a network.
//!
//! `README.md` beside this crate says how a page reads data, changes it, translates and formats.
#![expect(
    unreachable_pub,
    reason = "the component macro of leptos writes `pub` items around every component"
)]

mod api;
mod boot;
mod clipboard;
mod components;
mod download;
mod facets;
mod format;
mod i18n;
mod ids;
mod js;
mod kept_text;
mod mutating;
mod pages;
mod parts;
mod readiness;
mod replica;
mod router;
mod routes;
#[cfg(feature = "ssr")]
mod row_reader;
mod seal;
mod session;
mod settings;
mod shell;
mod time_slice;
mod worker;

#[cfg(feature = "ssr")]
pub mod server;

pub use boot::boot;
