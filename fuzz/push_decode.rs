//! Anything that a device may send as a push.
#![no_main]

#[path = "checks/push.rs"]
mod push;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    push::check(bytes);
});
