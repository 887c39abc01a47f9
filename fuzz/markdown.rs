//! Anything that a person may write, and the folding and cutting that every text goes through.
#![no_main]

#[path = "checks/text.rs"]
mod text;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| text::check(bytes));
