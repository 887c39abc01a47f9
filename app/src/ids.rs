//! Fresh ids, secrets and the clocks: what `shared` may not draw itself.

use shared::time::Timestamp;

/// What the device's clock says.
pub(crate) fn now() -> Timestamp {
    Timestamp(unix_ms())
}

/// Milliseconds since the page was opened, by a clock that only moves forward whatever the device's is set to.
pub(crate) fn since_start_ms() -> u64 {
    let clock = web_sys::window().and_then(|window| window.performance());
    whole(clock.map_or(0.0, |clock| clock.now()))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "milliseconds of one page are positive and far below 2^53"
)]
fn whole(ms: f64) -> u64 {
    ms as u64
}

#[cfg(target_arch = "wasm32")]
#[expect(
    clippy::cast_possible_truncation,
    reason = "milliseconds since 1970 are whole and far below 2^53"
)]
fn unix_ms() -> i64 {
    js_sys::Date::now() as i64
}

#[cfg(not(target_arch = "wasm32"))]
fn unix_ms() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// Bytes from the browser's cryptographic generator; nobody can guess them.
pub(crate) fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0_u8; N];
    if getrandom::fill(&mut bytes).is_err() {
        // Every browser that runs wasm has `crypto.getRandomValues`. Should one refuse, ids must still differ
        // from each other; secrets are not made here but by `secret`, which refuses.
        for byte in &mut bytes {
            *byte = weak_byte();
        }
    }
    bytes
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number from 0 to 255 by construction"
)]
fn weak_byte() -> u8 {
    (js_sys::Math::random() * 256.0) as u8
}

/// A fresh id of any kind: `ids::fresh(CommentId::new)`.
pub(crate) fn fresh<Id>(make: impl FnOnce(u64, [u8; 10]) -> Id) -> Id {
    make(u64::try_from(unix_ms()).unwrap_or_default(), random_bytes())
}

/// A secret of 256 bits for a link, as 64 hexadecimal digits; `None` when the browser refuses randomness.
pub(crate) fn secret() -> Option<String> {
    use std::fmt::Write as _;
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).ok()?;
    let mut text = String::with_capacity(64);
    for byte in bytes {
        write!(text, "{byte:02x}").ok()?;
    }
    Some(text)
}
