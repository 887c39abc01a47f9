//! The secrets of links. Only their hash is ever sent or stored: who reads the database cannot use a link.

use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// What stands for a secret wherever it must not be known: its SHA-256, as 64 lower-case hexadecimal digits.
#[must_use]
pub fn hash_of(secret: &str) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(secret.as_bytes()) {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::hash_of;

    #[test]
    fn it_is_the_hash_of_fips_180() {
        assert_eq!(
            hash_of("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
