//! Numbers of certificates, as they are printed and as people type and copy them: `MTQ-2026-7F3K-9QXW`.

use crate::unicode::{fold_digit, nfkd, without_ignorable};

/// What each number begins with.
const PREFIX: &str = "MTQ";
/// How many digits of the year follow, and how many random ones after them.
const YEAR: usize = 4;
const RANDOM: usize = 8;
/// No number is longer; the rest of a longer text is not looked at.
const MOST: usize = 64;

/// The number of this year with these random digits, of which there are eight.
#[must_use]
pub fn printed(year: &str, random: &str) -> String {
    let (head, tail) = random.split_at_checked(RANDOM / 2).unwrap_or((random, ""));
    format!("{PREFIX}-{year}-{head}-{tail}")
}

/// The number as it is printed, from what was typed or pasted: in any case, with digits of any set, with dashes, blanks
/// or signs of any kind between and around its parts or with none, without its first letters, or as the end of the
/// address of its page. Letters that Crockford's digits leave out are read as the digits they look like. What is no
/// number comes back in capitals, without blanks.
#[must_use]
pub fn read(typed: &str) -> String {
    let is_dash = |c: char| matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}');
    let folded: String = nfkd(&without_ignorable(typed))
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .map(|c| {
            if is_dash(c) {
                '-'
            } else {
                fold_digit(c).to_ascii_uppercase()
            }
        })
        .collect();
    let signs: String = folded.chars().filter(char::is_ascii_alphanumeric).collect();
    let digits = signs
        .rsplit_once(PREFIX)
        .map_or(signs.as_str(), |(_, digits)| digits);
    match digits.split_at_checked(YEAR) {
        Some((year, random)) if year.bytes().all(|b| b.is_ascii_digit()) && random.len() == RANDOM => {
            printed(year, &random.chars().map(crockford).collect::<String>())
        }
        _ => folded.chars().take(MOST).collect(),
    }
}

/// Whether this is a number in the form it is printed in.
#[must_use]
pub fn is_printed(number: &str) -> bool {
    number.len() == PREFIX.len() + YEAR + RANDOM + 3 && number.starts_with(PREFIX) && read(number) == number
}

const fn crockford(c: char) -> char {
    match c {
        'O' => '0',
        'I' | 'L' => '1',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case::as_printed("MTQ-2026-7F3K-9QX1")]
    #[case::small_letters_and_blanks(" mtq-2026-7f3k-9qx1 ")]
    #[case::long_dashes("mtq–2026—7f3k−9qx1")]
    #[case::blanks_around_dashes("MTQ - 2026 - 7F3K - 9QX1")]
    #[case::blanks_instead("MTQ 2026\u{a0}7F3K\u{202f}9QX1")]
    #[case::nothing_between("MTQ20267F3K9QX1")]
    #[case::arabic_digits("MTQ-٢٠٢٦-٧F٣K-٩QX١")]
    #[case::extended_and_wide_digits("MTQ-۲۰۲۶-7F3K-９QX1")]
    #[case::full_stop("MTQ-2026-7F3K-9QX1.")]
    #[case::quoted("« MTQ-2026-7F3K-9QX1 »,")]
    #[case::marks("\u{200f}MTQ-2026\u{200b}-7F3K-9QX1\u{200e}")]
    #[case::letters_that_look_like_digits("MTQ-2026-7F3K-9QXl")]
    #[case::without_its_first_letters("2026-7F3K-9QX1")]
    #[case::address("https://hub.example/ar/certificates/MTQ-2026-7F3K-9QX1")]
    #[case::labelled("N° MTQ-2026-7F3K-9QX1")]
    fn what_people_type_is_the_number(#[case] typed: &str) {
        assert_eq!(read(typed), "MTQ-2026-7F3K-9QX1");
        assert!(is_printed(&read(typed)));
    }

    #[test]
    fn what_is_no_number_is_left_to_be_shown() {
        for (typed, shown) in [
            ("", ""),
            (" a b ", "AB"),
            ("MTQ-2026-7F3K", "MTQ-2026-7F3K"),
            ("رقم", "رقم"),
        ] {
            assert_eq!(read(typed), shown);
            assert!(!is_printed(shown));
        }
        assert_eq!(read(&"x".repeat(10_000)).len(), MOST);
    }
}
