//! Folding of letters: what is written in several ways is compared in one.

use crate::unicode::{fold_digit, is_combining_mark, is_ignorable, nfkd};

/// Folds a text for comparison: lower case, no accents and no vowel signs, one form per letter, Latin digits.
///
/// - Arabic: all forms of alef are ا, hamza leaves its carrier (ؤ و, ئ ي) and is not needed by itself (البيضا,
///   البيضاء), ى is ي, ة is ه, no tatweel; the Moroccan gaf (ڭ, ݣ, گ) is ك, as in أڭادير and أكادير; presentation
///   forms pasted from a PDF are plain letters.
/// - French: no accents, œ is oe, æ is ae.
/// - Apostrophes of every shape are `'`, hyphens `-`; invisible direction signs and joiners are gone.
#[must_use]
pub fn normalise(text: &str) -> String {
    nfkd(text)
        .chars()
        .filter(|c| !is_combining_mark(*c) && !is_invisible(*c))
        .flat_map(char::to_lowercase)
        // Lower case may bring a mark of its own (İ becomes i and a dot).
        .filter(|c| !is_combining_mark(*c))
        .flat_map(fold)
        .collect()
}

/// Whether a character is one of the many that people write for an apostrophe.
pub(super) const fn is_apostrophe(character: char) -> bool {
    matches!(
        character,
        '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '‛' | '`' | '´' | '＇' | 'ʿ' | 'ʾ' | '′'
    )
}

pub(super) fn is_invisible(character: char) -> bool {
    is_ignorable(character) || matches!(character, 'ء' | '\u{640}')
}

fn fold(character: char) -> impl Iterator<Item = char> {
    let (first, second) = match character {
        'ٱ' | 'ٲ' | 'ٳ' => ('ا', None),
        'ى' | 'ی' | 'ې' => ('ي', None),
        'ة' | 'ە' | 'ہ' => ('ه', None),
        'ڭ' | 'ݣ' | 'گ' | 'ک' => ('ك', None),
        'ڤ' | 'ڥ' => ('ف', None),
        'پ' => ('ب', None),
        'œ' => ('o', Some('e')),
        'æ' => ('a', Some('e')),
        'ß' => ('s', Some('s')),
        'ı' => ('i', None),
        _ if is_apostrophe(character) => ('\'', None),
        '‐' | '‑' | '⁃' | '−' => ('-', None),
        _ => (fold_digit(character), None),
    };
    std::iter::once(first).chain(second)
}
