//! What the server answers, tried through its public HTTP interface, and how the program behaves.

mod accounts;
mod audiences;
mod bytes;
mod connections;
mod matrix;
mod pages;
mod pokes;
#[cfg(unix)]
mod process;
mod public_pages;
mod refusals;
mod sync;
mod test_hub;
