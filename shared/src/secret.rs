//! The secrets of links. Only their hash is ever sent or stored: who reads the database cannot use a link.

use crate::unicode::without_ignorable;
use percent_encoding::percent_decode_str;
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

/// The length of a link's secret: 256 bits as lower-case hexadecimal digits.
const DIGITS: usize = 64;

/// The secret in what came behind the `#` of a link, or in a whole link that was pasted. Messengers lengthen links by
/// the sign that follows them, by marks of their own, percent-coded too, and by parameters. Without a secret in it
/// the text comes back without blanks around it.
#[must_use]
pub fn read(text: &str) -> String {
    let decoded = percent_decode_str(text).decode_utf8_lossy();
    let visible = without_ignorable(&decoded);
    visible
        .split(|c: char| !c.is_ascii_hexdigit())
        .filter_map(|run| run.split_at_checked(DIGITS))
        .map(|(secret, _)| secret.to_ascii_lowercase())
        .next()
        .unwrap_or_else(|| visible.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{hash_of, read};

    #[rstest::rstest]
    #[case::as_made("S")]
    #[case::full_stop("S.")]
    #[case::comma("S,")]
    #[case::parenthesis("S)")]
    #[case::guillemet("\u{a0}S\u{a0}»")]
    #[case::arabic_comma("S،")]
    #[case::percent_coded("S%29%2E")]
    #[case::percent_coded_marks("%E2%80%8FS%E2%80%8E")]
    #[case::direction_marks("\u{200f}S\u{200e}")]
    #[case::broken_by_a_soft_hyphen_or_a_zero_width_space("H\u{ad}H\u{200b}")]
    #[case::tracked("S&utm_source=messenger")]
    #[case::tracked_otherwise("S?fbclid=IwAR0abcdef")]
    #[case::followed_by_a_word("S/fin")]
    #[case::whole_link("https://hub.example/ar/invitation#S")]
    #[case::capitals("C")]
    fn a_lengthened_link_has_its_secret(#[case] text: &str) {
        let half = "0123456789abcdef".repeat(2);
        let secret = half.repeat(2);
        let text = text
            .replace('S', &secret)
            .replace('H', &half)
            .replace('C', &secret.to_uppercase());
        assert_eq!(read(&text), secret);
    }

    #[test]
    fn what_has_none_stays() {
        for (text, kept) in [
            ("", ""),
            (" abc ", "abc"),
            ("%zz%", "%zz%"),
            ("0123456789abcdef", "0123456789abcdef"),
        ] {
            assert_eq!(read(text), kept);
        }
    }

    #[test]
    fn it_is_the_hash_of_fips_180() {
        assert_eq!(
            hash_of("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
