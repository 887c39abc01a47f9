//! What can be seen of a text. Everything that is typed goes through here before it is compared or asked to be there:
//! keyboards, messengers and documents add characters that nobody sees.

/// Whether a character is of those that Unicode says to show nothing for (`Default_Ignorable_Code_Point`): direction
/// marks, zero-width characters, soft hyphens, fillers of Hangul, selectors of variants.
#[must_use]
pub fn is_ignorable(character: char) -> bool {
    let code = u32::from(character);
    // A phone asks this of every character that it shows: most are below.
    code >= 0xad
        && IGNORABLE
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&code))
}

/// Whether nothing of the text can be seen: it is empty, or made of blanks and characters that show nothing.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(shows_nothing)
}

fn shows_nothing(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || is_ignorable(character)
        // Signs that are blank by design: anchors of annotations, the empty braille cell, the empty note head.
        || matches!(character, '\u{fff9}'..='\u{fffb}' | '\u{2800}' | '\u{1d159}')
}

/// The text, or an empty one where nothing of it can be seen.
#[must_use]
pub fn visible(text: &str) -> &str {
    if is_blank(text) { "" } else { text }
}

/// The text without what shows nothing, for what is compared: not for what is read, where joiners have a meaning.
#[must_use]
pub fn without_ignorable(text: &str) -> String {
    text.chars().filter(|c| !is_ignorable(*c)).collect()
}

/// A single line that people read, such as a name: blanks single, no control characters, and of what shows nothing
/// only what forms a letter or an emoji between two others: joiners and selectors of variants.
#[must_use]
pub fn clean_line(text: &str) -> String {
    let is_shaping =
        |c: char| matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
    let kept: String = text
        .chars()
        .filter(|c| !is_ignorable(*c) || is_shaping(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let words: Vec<&str> = kept
        .split_whitespace()
        // A selector that ends a word belongs to the emoji before it; a joiner there joins nothing.
        .map(|word| {
            word.trim_start_matches(is_shaping)
                .trim_end_matches(['\u{200c}', '\u{200d}'])
        })
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// A digit of those that are typed in Morocco as the ASCII one; anything else as it is.
#[must_use]
pub fn fold_digit(character: char) -> char {
    for zero in ['\u{660}', '\u{6f0}', '\u{ff10}'] {
        let value = u32::from(character).wrapping_sub(u32::from(zero));
        if let Some(digit) = char::from_digit(value, 10) {
            return digit;
        }
    }
    character
}

/// The first and last of each run, as the tables of the crate `icu_properties` have them.
#[rustfmt::skip]
const IGNORABLE: &[(u32, u32)] = &[
    (0xad, 0xad), (0x34f, 0x34f), (0x61c, 0x61c), (0x115f, 0x1160), (0x17b4, 0x17b5), (0x180b, 0x180f),
    (0x200b, 0x200f), (0x202a, 0x202e), (0x2060, 0x206f), (0x3164, 0x3164), (0xfe00, 0xfe0f), (0xfeff, 0xfeff),
    (0xffa0, 0xffa0), (0xfff0, 0xfff8), (0x1bca0, 0x1bca3), (0x1d173, 0x1d17a), (0xe0000, 0xe0fff),
];

#[cfg(test)]
mod tests {
    use super::*;
    use icu_properties::{CodePointSetData, props::DefaultIgnorableCodePoint};

    #[test]
    fn the_runs_are_those_of_the_tables() {
        let tables = CodePointSetData::new::<DefaultIgnorableCodePoint>();
        for character in '\0'..=char::MAX {
            assert_eq!(
                is_ignorable(character),
                tables.contains(character),
                "{character:?}"
            );
        }
    }

    #[rstest::rstest]
    #[case::nothing("")]
    #[case::blanks(" \u{a0}\u{202f}\u{3000}\t\n")]
    #[case::zero_width("\u{200b}\u{200c}\u{200d}\u{feff}\u{2060}")]
    #[case::direction("\u{200e}\u{200f}\u{202a}\u{2067}\u{61c}")]
    #[case::soft_hyphen("\u{ad}")]
    #[case::fillers("\u{115f}\u{1160}\u{3164}\u{ffa0}")]
    #[case::selectors("\u{fe0f}\u{e0100}\u{180b}")]
    #[case::tags("\u{e0020}\u{e007f}")]
    #[case::empty_signs("\u{2800}\u{fff9}\u{1d159}")]
    #[case::control("\0\u{7f}")]
    fn what_nobody_sees_is_blank(#[case] text: &str) {
        assert!(is_blank(text), "{text:?}");
        assert_eq!(clean_line(text).trim_matches(shows_nothing), "", "{text:?}");
    }

    #[rstest::rstest]
    #[case::emoji_family("👩\u{200d}👧")]
    #[case::emoji_selector("❤\u{fe0f} Tiznit")]
    #[case::persian_joiner("می\u{200c}خواهم")]
    #[case::tifinagh("ⵜⴰⵎⴰⵣⵉⵖⵜ")]
    #[case::vowel_signs("مُلتقى")]
    #[case::french("L’Élaïdi-Ñ")]
    #[case::one_sign(".")]
    fn what_people_write_stays(#[case] text: &str) {
        assert!(!is_blank(text));
        assert_eq!(clean_line(text), text);
    }

    #[test]
    fn a_line_loses_what_makes_two_names_look_the_same() {
        assert_eq!(
            clean_line("A\u{ad}mi\u{200b}na \u{3164} \u{200f}Tazi\u{200d}\u{feff}"),
            "Amina Tazi"
        );
        assert_eq!(clean_line("Amina\nTazi\u{0}"), "Amina Tazi");
    }

    #[test]
    fn digits_of_three_sets_are_folded() {
        let folded: String = "٠٩ ۰۹ ０９ 09 ٪a".chars().map(fold_digit).collect();
        assert_eq!(folded, "09 09 09 09 ٪a");
    }
}
