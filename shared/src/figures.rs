//! Figures as people in Morocco type them: digits of three scripts, points, commas and blanks of all kinds.
//!
//! What can be read in two ways is refused, never guessed: `1.500` is one and a half to some and fifteen hundred to others.

use crate::lang::Lang;
use crate::unicode::{fold_digit, is_ignorable};

/// The most dirhams a cost may have: 999,999,999,999, more than the budget of the State.
pub const MAX_DIRHAMS: u64 = 999_999_999_999;

/// Why an amount could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Something else than one number in dirhams.
    #[error("this is not an amount in dirhams")]
    NotAnAmount,
    /// The signs between the digits, or the word after them, can be read in two ways.
    #[error("this amount can be read in two ways")]
    Ambiguous,
    /// A part of a dirham: costs are kept in whole dirhams.
    #[error("costs are kept in whole dirhams")]
    Centimes,
    /// Less than nothing.
    #[error("a cost is not negative")]
    Negative,
    /// More than [`MAX_DIRHAMS`].
    #[error("a cost has at most twelve digits")]
    TooLarge,
}

impl AmountError {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::NotAnAmount,
        Self::Ambiguous,
        Self::Centimes,
        Self::Negative,
        Self::TooLarge,
    ];

    /// The stable word that messages go by.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotAnAmount => "invalid",
            Self::Ambiguous => "ambiguous",
            Self::Centimes => "centimes",
            Self::Negative => "negative",
            Self::TooLarge => "too-large",
        }
    }
}

/// Reads an amount in whole dirhams; `None` when nothing is typed.
///
/// A currency may stand before or after the number, and a word for thousands, millions or milliards after it. Centimes
/// are read where they come to whole dirhams (`2500,00`, `1,5 million`).
///
/// # Errors
/// [`AmountError`]; nothing is rounded.
pub fn read_dirhams(typed: &str) -> Result<Option<u64>, AmountError> {
    let folded = fold(typed).to_lowercase();
    let mut text = folded.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let is_negative = text.starts_with(DASHES) || text.ends_with(DASHES) || text.starts_with('(');
    text = text.trim_matches(|c: char| DASHES.contains(&c) || matches!(c, '(' | ')' | '+' | ' '));
    text = without_currency(text);
    let ambiguous = AMBIGUOUS_SCALES.iter().find_map(|word| text.strip_suffix(word));
    let is_ambiguous = ambiguous.is_some();
    let (number, zeros) = scaled(ambiguous.unwrap_or(text));
    let (whole, part) = split_number(number.trim())?;
    if is_ambiguous {
        return Err(AmountError::Ambiguous);
    }
    if is_negative {
        return Err(AmountError::Negative);
    }
    let part = part.trim_end_matches('0');
    let places = zeros.checked_sub(part.len()).ok_or(AmountError::Centimes)?;
    let digits = format!("{whole}{part}{}", "0".repeat(places));
    let value = digits.trim_start_matches('0');
    if value.is_empty() {
        return Ok(Some(0));
    }
    match value.parse() {
        Ok(value) if value <= MAX_DIRHAMS => Ok(Some(value)),
        _ => Err(AmountError::TooLarge),
    }
}

/// A number as it is written in Morocco: `1 503,5` with narrow no-break spaces in French, `1.503,5` in Arabic,
/// `1,503.5` in English.
#[must_use]
pub fn written(lang: Lang, value: f64) -> String {
    let (group, mark) = match lang {
        Lang::Ar => ('.', ','),
        Lang::Fr => ('\u{202f}', ','),
        Lang::En => (',', '.'),
    };
    let text = value.to_string();
    let (sign, text) = text
        .strip_prefix('-')
        .map_or(("", text.as_str()), |text| ("-", text));
    let (whole, parts) = text
        .split_once('.')
        .map_or((text, None), |(whole, parts)| (whole, Some(parts)));
    let mut written = sign.to_owned();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            written.push(group);
        }
        written.push(digit);
    }
    if let Some(parts) = parts {
        written.push(mark);
        written.push_str(parts);
    }
    written
}

/// Digits of all scripts that are typed in Morocco as ASCII, blanks of all kinds as a plain one, Arabic separators as
/// themselves, and nothing that cannot be seen.
#[must_use]
pub fn fold(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| !is_ignorable(*c) && *c != TATWEEL)
        .map(|c| match c {
            '\u{60c}' => ',',
            c if c.is_whitespace() => ' ',
            c => fold_digit(c),
        })
        .collect()
}

/// Lengthens Arabic words and says nothing.
const TATWEEL: char = '\u{640}';

const DASHES: [char; 5] = ['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2212}'];

/// Longer words first: each is tried at both ends.
const CURRENCY: [&str; 13] = [
    "dirhams",
    "dirham",
    "dhs.",
    "dhs",
    "dh.",
    "dh",
    "mad",
    "دراهم",
    "درهما",
    "درهم",
    "د.م.",
    "د.م",
    "د م",
];

/// Words after a number, with the zeros that they stand for.
const SCALES: [(&str, usize); 15] = [
    ("milliards", 9),
    ("milliard", 9),
    ("millions", 6),
    ("million", 6),
    ("mille", 3),
    ("thousand", 3),
    ("مليارات", 9),
    ("مليار", 9),
    ("ملايين", 6),
    ("مليونا", 6),
    ("مليون", 6),
    ("آلاف", 3),
    ("ألفا", 3),
    ("ألف", 3),
    ("الف", 3),
];

/// A thousand millions in English, a million millions in French and in the Arabic word made of it.
const AMBIGUOUS_SCALES: [&str; 6] = ["billions", "billion", "بليونات", "بلايين", "بليونا", "بليون"];

fn without_currency(text: &str) -> &str {
    // Millions and thousands of dirhams are abbreviated as one word.
    if text.ends_with("mdh") || text.ends_with("kdh") {
        return text;
    }
    for word in CURRENCY {
        if let Some(rest) = text.strip_suffix(word) {
            let rest = rest.trim_end();
            // "1,5 million de dirhams", "1,5 million d’euros" is not in dirhams.
            return rest.strip_suffix(" de").unwrap_or(rest);
        }
    }
    for word in CURRENCY {
        if let Some(rest) = text.strip_prefix(word) {
            return rest.trim_start_matches([' ', ':']);
        }
    }
    text
}

fn scaled(text: &str) -> (&str, usize) {
    if let Some(number) = text.strip_suffix("mdh") {
        return (number, 6);
    }
    if let Some(number) = text.strip_suffix("kdh") {
        return (number, 3);
    }
    SCALES
        .iter()
        .find_map(|(word, zeros)| text.strip_suffix(word).map(|number| (number, *zeros)))
        .unwrap_or((text, 0))
}

/// The digits before and after the decimal sign. Digits are grouped by threes with one kind of sign, or not at all.
fn split_number(text: &str) -> Result<(String, &str), AmountError> {
    // A full stop or comma at the end is the sentence's, or the beginning of centimes that are not typed yet.
    let text = text.strip_suffix(['.', ',', '٫']).unwrap_or(text);
    let is_separator = |c: char| matches!(c, ' ' | '.' | ',' | '\u{66b}' | '\u{66c}' | '\'' | '\u{2019}');
    if !text.starts_with(|c: char| c.is_ascii_digit())
        || !text.ends_with(|c: char| c.is_ascii_digit())
        || text.chars().any(|c| !c.is_ascii_digit() && !is_separator(c))
    {
        return Err(AmountError::NotAnAmount);
    }
    let (whole, part) = match decimal_sign(text)? {
        Some(sign) => text.rsplit_once(sign).unwrap_or((text, "")),
        None => (text, ""),
    };
    let kinds: Vec<char> = whole.chars().filter(|c| !c.is_ascii_digit()).collect();
    if kinds.windows(2).any(|pair| pair.first() != pair.last()) {
        return Err(AmountError::Ambiguous);
    }
    let groups: Vec<&str> = whole.split(is_separator).collect();
    let are_thousands = groups
        .iter()
        .enumerate()
        .all(|(place, group)| group.len() == 3 || (place == 0 && (1..3).contains(&group.len())));
    if groups.len() > 1 && !are_thousands {
        return Err(AmountError::Ambiguous);
    }
    Ok((groups.concat(), part))
}

/// Which sign begins the decimals, if any does.
fn decimal_sign(text: &str) -> Result<Option<char>, AmountError> {
    let count = |sign: char| text.chars().filter(|c| *c == sign).count();
    let after = |sign: char| text.rsplit_once(sign).map_or(0, |(_, rest)| rest.len());
    if count('\u{66b}') > 0 {
        let is_last = text
            .rsplit_once('\u{66b}')
            .is_some_and(|(_, rest)| rest.bytes().all(|b| b.is_ascii_digit()));
        return if is_last && count('\u{66b}') == 1 {
            Ok(Some('\u{66b}'))
        } else {
            Err(AmountError::Ambiguous)
        };
    }
    let (sign, other) = if after('.') < after(',') && count('.') > 0 || count(',') == 0 {
        ('.', ',')
    } else {
        (',', '.')
    };
    match (count(sign), count(other)) {
        (0, _) => Ok(None),
        // Decimals never come before a blank.
        (1, _)
            if text
                .rsplit_once(sign)
                .is_some_and(|(_, rest)| rest.contains(|c: char| !c.is_ascii_digit())) =>
        {
            Err(AmountError::Ambiguous)
        }
        // Three digits after one sign: thousands to some, decimals to others.
        (1, _) if after(sign) == 3 => Err(AmountError::Ambiguous),
        (1, _) => Ok(Some(sign)),
        // Twice the same sign groups digits.
        (_, 0) => Ok(None),
        _ => Err(AmountError::Ambiguous),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case(0.0, ["0", "0", "0"])]
    #[case(999.0, ["999", "999", "999"])]
    #[case(1_503.0, ["1.503", "1\u{202f}503", "1,503"])]
    #[case(250_000.0, ["250.000", "250\u{202f}000", "250,000"])]
    #[case(1_234_567.5, ["1.234.567,5", "1\u{202f}234\u{202f}567,5", "1,234,567.5"])]
    #[case(-250.0, ["-250", "-250", "-250"])]
    fn numbers_are_written_as_in_morocco(#[case] value: f64, #[case] expected: [&str; 3]) {
        assert_eq!(
            [Lang::Ar, Lang::Fr, Lang::En].map(|lang| written(lang, value)),
            expected
        );
    }

    #[rstest]
    #[case::nothing("", None)]
    #[case::blanks(" \u{a0} ", None)]
    #[case::zero("0", Some(0))]
    #[case::plain("250000", Some(250_000))]
    #[case::zero_centimes("2500,00", Some(2_500))]
    #[case::zero_centimes_with_a_point("2500.00", Some(2_500))]
    #[case::one_zero("2500,0", Some(2_500))]
    #[case::centimes_not_typed_yet("2500,", Some(2_500))]
    #[case::space("1 500", Some(1_500))]
    #[case::no_break_space("1\u{a0}500\u{a0}000", Some(1_500_000))]
    #[case::narrow_no_break_space("1\u{202f}500", Some(1_500))]
    #[case::thin_space("1\u{2009}500,00", Some(1_500))]
    #[case::apostrophe("1’500’000", Some(1_500_000))]
    #[case::points("1.500.000", Some(1_500_000))]
    #[case::commas("1,500,000", Some(1_500_000))]
    #[case::points_and_centimes("1.500.000,00", Some(1_500_000))]
    #[case::commas_and_centimes("1,500.00", Some(1_500))]
    #[case::point_and_centimes("1.500,00", Some(1_500))]
    #[case::arabic_digits("٢٥٠٠٠٠", Some(250_000))]
    #[case::persian_digits("۲۵۰۰", Some(2_500))]
    #[case::arabic_separators("١٬٥٠٠٬٠٠٠٫٠٠", Some(1_500_000))]
    #[case::arabic_thousands_alone("١٬٥٠٠", Some(1_500))]
    #[case::arabic_comma("٢٥٠٠،٠٠", Some(2_500))]
    #[case::direction_marks("\u{200f}٢٥٠٠\u{200e} درهم", Some(2_500))]
    #[case::dh("1500 dh", Some(1_500))]
    #[case::dh_upper_without_blank("1500DH", Some(1_500))]
    #[case::dhs("1 500 Dhs.", Some(1_500))]
    #[case::dirhams("1 500 dirhams", Some(1_500))]
    #[case::mad_before("MAD 1,500.00", Some(1_500))]
    #[case::arabic_currency("٣ ٠٠٠ درهم", Some(3_000))]
    #[case::arabic_currency_plural("٥ دراهم", Some(5))]
    #[case::million("1,5 million", Some(1_500_000))]
    #[case::milliard("2 milliards", Some(2_000_000_000))]
    #[case::million_of_dirhams("2 millions de dirhams", Some(2_000_000))]
    #[case::mdh("1.25 MDH", Some(1_250_000))]
    #[case::arabic_million("١٫٥ مليون درهم", Some(1_500_000))]
    #[case::arabic_thousand("٢٠ ألف درهم", Some(20_000))]
    #[case::largest("999999999999", Some(MAX_DIRHAMS))]
    #[case::leading_zeros("000000000000000000001500", Some(1_500))]
    fn amounts_are_read_as_they_are_typed(#[case] typed: &str, #[case] amount: Option<u64>) {
        assert_eq!(read_dirhams(typed), Ok(amount));
    }

    #[rstest]
    #[case::point_and_three("1.500", AmountError::Ambiguous)]
    #[case::comma_and_three("12,345", AmountError::Ambiguous)]
    #[case::three_zeros("1500,000", AmountError::Ambiguous)]
    #[case::blank_then_point_and_three("1 234.567", AmountError::Ambiguous)]
    #[case::two_kinds_of_groups("1 234.567,00", AmountError::Ambiguous)]
    #[case::groups_of_two("15 00", AmountError::Ambiguous)]
    #[case::groups_of_four("2 5000", AmountError::Ambiguous)]
    #[case::indian_groups("1,00,000", AmountError::Ambiguous)]
    #[case::blank_after_the_sign("1500, 50", AmountError::Ambiguous)]
    #[case::two_decimal_signs("1٫5٫2", AmountError::Ambiguous)]
    #[case::english_or_french_billion("2 billion", AmountError::Ambiguous)]
    #[case::billions_of_dirhams("1,5 billions de dirhams", AmountError::Ambiguous)]
    #[case::arabic_billion("٣ بليون درهم", AmountError::Ambiguous)]
    #[case::billion_alone("billion", AmountError::NotAnAmount)]
    #[case::ambiguous_million("1.500 million", AmountError::Ambiguous)]
    #[case::ambiguous_in_arabic_digits("١,٥٠٠", AmountError::Ambiguous)]
    #[case::centimes("1 500,50", AmountError::Centimes)]
    #[case::one_decimal("2.5", AmountError::Centimes)]
    #[case::arabic_centimes("٢٥٠٠٫٥٠", AmountError::Centimes)]
    #[case::part_of_a_dirham_in_thousands("1,2345 mille", AmountError::Centimes)]
    #[case::minus("-1500", AmountError::Negative)]
    #[case::typographic_minus("\u{2212}1 500 DH", AmountError::Negative)]
    #[case::in_brackets("(1500)", AmountError::Negative)]
    #[case::too_large("1000000000000", AmountError::TooLarge)]
    #[case::beyond_any_number("99999999999999999999999999", AmountError::TooLarge)]
    #[case::too_large_in_words("5000 milliards", AmountError::TooLarge)]
    #[case::words("environ mille", AmountError::NotAnAmount)]
    #[case::word_alone("million", AmountError::NotAnAmount)]
    #[case::currency_alone("DH", AmountError::NotAnAmount)]
    #[case::two_amounts("1000-2000", AmountError::NotAnAmount)]
    #[case::other_currency("1500 €", AmountError::NotAnAmount)]
    #[case::euros_in_words("2 millions d'euros", AmountError::NotAnAmount)]
    #[case::exponent("1e6", AmountError::NotAnAmount)]
    #[case::percentage("15 %", AmountError::NotAnAmount)]
    fn what_is_no_whole_amount_is_refused(#[case] typed: &str, #[case] error: AmountError) {
        assert_eq!(read_dirhams(typed), Err(error));
    }

    proptest! {
        #[test]
        fn every_amount_is_read_back_however_it_is_grouped(value in 0..=MAX_DIRHAMS, blank in "[ \u{a0}\u{202f}\u{2009}٬]") {
            let digits = value.to_string();
            let grouped: String = digits
                .chars()
                .enumerate()
                .flat_map(|(place, digit)| {
                    let is_group = place > 0 && (digits.len() - place).is_multiple_of(3);
                    is_group.then(|| blank.clone()).into_iter().chain([digit.to_string()])
                })
                .collect();
            prop_assert_eq!(read_dirhams(&digits), Ok(Some(value)));
            prop_assert_eq!(read_dirhams(&grouped), Ok(Some(value)));
        }

        #[test]
        fn no_text_stops_the_reading(typed in "\\PC{0,40}") {
            let _ = read_dirhams(&typed);
        }
    }
}
