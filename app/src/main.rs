//! The `multaqa` command.
#![expect(
    unreachable_pub,
    reason = "the component macro of leptos writes `pub` items around every component"
)]

mod components;

fn main() {}
