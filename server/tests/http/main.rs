//! What the server answers, tried through its public HTTP interface, and how the program behaves.

mod accounts;
mod audiences;
mod bytes;
mod change_events;
mod connections;
mod damage;
mod matrix;
mod pages;
mod people;
mod power;
#[cfg(unix)]
mod private;
#[cfg(unix)]
mod process;
mod public_pages;
mod recovery;
mod refusals;
mod search;
mod sync;
mod test_hub;
mod typed;
mod ways_in;
