//! The index of a compiled file: which message has which key, in little more than a byte each.
//!
//! Keys as text would be a quarter of what travels. The index has the hash of each instead, of so many bits, and with
//! such a seed, that no two are equal; messages lie in the order of their hashes, so that only the distances between
//! them are written. The line is `bits seed distances`.

/// A distance is written in these: any digits of the upper places, then one of the lowest.
#[derive(Debug)]
pub struct Digits;

impl Digits {
    const UPPER: (u8, u32) = (b'!', 14);
    const LOWEST: (u8, u32) = (b'0', 64);

    /// Writes a distance at the end of `line`.
    pub fn write(distance: u32, line: &mut String) {
        let (first, base) = Self::LOWEST;
        Self::write_upper(distance / base, line);
        line.push(digit(first, distance % base));
    }

    fn write_upper(places: u32, line: &mut String) {
        let (first, base) = Self::UPPER;
        if places > 0 {
            Self::write_upper(places / base, line);
            line.push(digit(first, places % base));
        }
    }
}

fn digit(first: u8, value: u32) -> char {
    char::from_u32(u32::from(first) + value).unwrap_or_default()
}

/// The hash of a key: so many upper bits of a 32-bit FNV-1a hash that starts with a seed.
#[must_use]
pub fn hash(key: &str, seed: u32, bits: u32) -> u32 {
    let whole = key
        .bytes()
        .fold(0x811c_9dc5_u32.wrapping_add(seed), |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
    whole.checked_shr(32_u32.saturating_sub(bits)).unwrap_or_default()
}

/// Reads the line: bits, seed and hashes. `None` if it is no index.
pub(super) fn read(line: &str) -> Option<(u32, u32, Vec<u32>)> {
    let mut parts = line.splitn(3, ' ');
    let bits = parts.next()?.parse().ok()?;
    let seed = parts.next()?.parse().ok()?;
    let mut hashes = Vec::new();
    let (mut hash, mut upper) = (0_u32, 0_u32);
    for byte in parts.next()?.bytes() {
        if let Some(value) = value(byte, Digits::LOWEST) {
            let distance = upper.checked_mul(Digits::LOWEST.1)?.checked_add(value)?;
            hash = hash.checked_add(distance)?;
            hashes.push(hash);
            upper = 0;
        } else {
            let value = value(byte, Digits::UPPER)?;
            upper = upper.checked_mul(Digits::UPPER.1)?.checked_add(value)?;
        }
    }
    Some((bits, seed, hashes))
}

fn value(byte: u8, (first, base): (u8, u32)) -> Option<u32> {
    let value = u32::from(byte.checked_sub(first)?);
    (value < base).then_some(value)
}
