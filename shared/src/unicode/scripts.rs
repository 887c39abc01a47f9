//! Letters that belong to another script than they seem to: a Cyrillic а in a Latin word is not seen, and makes two names of
//! one.

use super::{is_combining_mark, is_ignorable};

/// The first and last letter of each run of a script; what lies between and is of none is no letter of another script here.
type Runs = &'static [(u32, u32)];

/// Whether a word of the text mixes scripts whose letters look alike, such as Latin, Greek and Cyrillic.
#[must_use]
pub fn mixes_lookalikes(text: &str) -> bool {
    mixes(text, LOOKALIKES)
}

/// Whether a word of the text mixes any two of the scripts that are known here: these, and Arabic.
#[must_use]
pub fn mixes_scripts(text: &str) -> bool {
    mixes_lookalikes(text) || {
        let is_of = |script: Runs| move |c: char| is_in(script, c);
        words(text).any(|word| {
            word.chars().any(is_of(ARABIC)) && word.chars().any(|c| script_among(LOOKALIKES, c).is_some())
        })
    }
}

fn mixes(text: &str, scripts: &[Runs]) -> bool {
    words(text).any(|word| {
        let mut found = word.chars().filter_map(|c| script_among(scripts, c));
        let first = found.next();
        found.any(|script| Some(script) != first)
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    // What nobody sees joins what is around it.
    text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c) && !is_ignorable(c))
}

fn script_among(scripts: &[Runs], character: char) -> Option<usize> {
    scripts.iter().position(|script| is_in(script, character))
}

fn is_in(script: Runs, character: char) -> bool {
    let code = u32::from(character);
    character.is_alphabetic()
        && script
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&code))
}

const LOOKALIKES: &[Runs] = &[LATIN, GREEK, CYRILLIC, ARMENIAN, CHEROKEE, COPTIC, LISU];

// As the tables of the crate `icu_properties` have them.
#[rustfmt::skip]
const LATIN: Runs = &[
    (0x41, 0xaa), (0xba, 0x2b8), (0x2e0, 0x2e4), (0x1d00, 0x1d25), (0x1d2c, 0x1d5c), (0x1d62, 0x1d65), (0x1d6b, 0x1d77),
    (0x1d79, 0x1dbe), (0x1e00, 0x1eff), (0x2071, 0x209c), (0x212a, 0x212b), (0x2132, 0x2132), (0x214e, 0x2188),
    (0x2c60, 0x2c7f), (0xa722, 0xa787), (0xa78b, 0xa7ff), (0xab30, 0xab64), (0xab66, 0xab69), (0xfb00, 0xfb06),
    (0xff21, 0xff5a), (0x10780, 0x107ba), (0x1df00, 0x1df2a),
];
#[rustfmt::skip]
const GREEK: Runs = &[
    (0x370, 0x373), (0x376, 0x3e1), (0x3f0, 0x3ff), (0x1d26, 0x1d2a), (0x1d5d, 0x1d61), (0x1d66, 0x1d6a), (0x1dbf, 0x1dbf),
    (0x1f00, 0x1ffc), (0x2126, 0x2126), (0xab65, 0xab65), (0x10140, 0x10174),
];
#[rustfmt::skip]
const CYRILLIC: Runs = &[
    (0x400, 0x52f), (0x1c80, 0x1c8a), (0x1d2b, 0x1d2b), (0x1d78, 0x1d78), (0x2de0, 0x2dff), (0xa640, 0xa69f),
    (0x1e030, 0x1e08f),
];
const ARMENIAN: Runs = &[(0x531, 0x588), (0xfb13, 0xfb17)];
const CHEROKEE: Runs = &[(0x13a0, 0x13fd), (0xab70, 0xabbf)];
const COPTIC: Runs = &[(0x3e2, 0x3ef), (0x2c80, 0x2cf3)];
const LISU: Runs = &[(0xa4d0, 0xa4fd), (0x11fb0, 0x11fb0)];
#[rustfmt::skip]
const ARABIC: Runs = &[
    (0x610, 0x63f), (0x641, 0x64a), (0x656, 0x66f), (0x671, 0x6ff), (0x750, 0x77f), (0x870, 0x8ff), (0xfb50, 0xfefc),
    (0x10ec2, 0x10efc), (0x1ee00, 0x1eebb),
];

#[cfg(test)]
mod tests {
    use super::*;
    use icu_properties::{CodePointMapData, props::Script};

    #[test]
    fn the_runs_are_those_of_the_tables() {
        let tables = CodePointMapData::<Script>::new();
        let all = [
            (LATIN, Script::Latin),
            (GREEK, Script::Greek),
            (CYRILLIC, Script::Cyrillic),
            (ARMENIAN, Script::Armenian),
            (CHEROKEE, Script::Cherokee),
            (COPTIC, Script::Coptic),
            (LISU, Script::Lisu),
            (ARABIC, Script::Arabic),
        ];
        for character in ('\0'..=char::MAX).filter(|c| c.is_alphabetic()) {
            for (runs, script) in all {
                let expected = tables.get(character) == script;
                assert_eq!(is_in(runs, character), expected, "{character:?} is {script:?}");
            }
        }
    }

    #[rstest::rstest]
    #[case::cyrillic_in_latin("\u{430}mina")]
    #[case::greek_in_latin("Amin\u{3b1}")]
    #[case::latin_in_cyrillic("Ив\u{61}н")]
    #[case::armenian_in_latin("amin\u{578}")]
    #[case::in_one_word_of_several("Fatima Zahra B\u{435}nnani")]
    #[case::behind_a_joiner("Amin\u{200c}\u{430}")]
    #[case::beside_a_mark("e\u{301}\u{430}")]
    fn one_word_of_two_scripts_that_look_alike_is_found(#[case] text: &str) {
        assert!(mixes_lookalikes(text) && mixes_scripts(text));
    }

    #[rstest::rstest]
    #[case::french("L’Élaïdi-Ñ Œuvrard")]
    #[case::arabic_and_latin_words("أمينة Amina")]
    #[case::words_of_two_scripts("Ivan Иван")]
    #[case::joined_by_a_hyphen("Ivan-Иван")]
    #[case::tifinagh("ⴰⵎⵉⵏⴰ")]
    #[case::tatweel_and_vowel_signs("أمـِينَة")]
    #[case::digits("أمينة2 amina2")]
    #[case::japanese("山田はなこ")]
    fn what_people_are_called_is_none(#[case] text: &str) {
        assert!(!mixes_lookalikes(text) && !mixes_scripts(text));
    }

    #[test]
    fn arabic_within_a_latin_word_looks_like_nothing_else() {
        assert!(!mixes_lookalikes("Aminaأمينة"));
        assert!(mixes_scripts("aminaأمينة@commune.example"));
    }
}
