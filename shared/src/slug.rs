//! Names in addresses: short, ASCII, readable aloud over the telephone.

use crate::lang::{Lang, Translated};
use crate::unicode::{is_combining_mark, nfkd};

/// The most characters a slug may have.
pub const MOST: usize = 60;

/// The slug of a title: from its French, else its English, else its Arabic in Latin letters.
///
/// `fallback` is used where no letter of the title can be written in ASCII; it should be unique, such as an id.
/// Two titles can give the same slug: the store makes it unique with [`numbered`].
#[must_use]
pub fn slug_of(title: &Translated, fallback: &str) -> String {
    [Lang::Fr, Lang::En, Lang::Ar]
        .into_iter()
        .filter_map(|lang| title.get(lang))
        .map(slug)
        .chain(std::iter::once(slug(fallback)))
        .find(|slug| !slug.is_empty())
        .unwrap_or_else(|| "page".to_owned())
}

/// The slug of one text; empty when none of its characters can be written in ASCII.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut words = Vec::new();
    let folded: String = nfkd(text)
        .chars()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect();
    for word in folded.split(|c: char| !c.is_alphanumeric()) {
        let latin = to_latin(word);
        if !latin.is_empty() {
            words.push(latin);
        }
    }
    let mut slug = String::new();
    for word in words {
        let separator = usize::from(!slug.is_empty());
        if slug.len() + separator + word.len() > MOST {
            if slug.is_empty() {
                slug.extend(word.chars().take(MOST));
            }
            break;
        }
        if separator == 1 {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    slug
}

/// The same slug with a number, still within [`MOST`]: `budget-participatif-2`.
#[must_use]
pub fn numbered(slug: &str, number: u32) -> String {
    let number = number.to_string();
    let kept: String = slug.chars().take(MOST.saturating_sub(number.len() + 1)).collect();
    format!("{}-{number}", kept.trim_end_matches('-'))
}

/// Whether a text is a slug: lower-case ASCII letters and digits in words joined by single hyphens, at most
/// [`MOST`] characters.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    (1..=MOST).contains(&text.len())
        && text.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// One word in ASCII letters. Arabic is written roughly as Moroccan place names are in French.
fn to_latin(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let mut latin = String::new();
    // The article is a word of its own in an address.
    let (article, word) = match word.strip_prefix("ال") {
        Some(rest) if rest.chars().count() >= 3 => ("al-", rest),
        _ => ("", word),
    };
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_consonant = latin.is_empty() || letters.peek() == Some(&'ا');
        match letter {
            'و' => latin.push_str(if is_consonant { "w" } else { "ou" }),
            'ي' | 'ی' => latin.push_str(if is_consonant { "y" } else { "i" }),
            _ => latin.push_str(latin_letter(letter)),
        }
        if letter.is_ascii_alphanumeric() {
            latin.push(letter);
        }
    }
    if latin.is_empty() {
        return latin;
    }
    format!("{article}{}", without_triples(&latin))
}

const fn latin_letter(letter: char) -> &'static str {
    match letter {
        'ا' | 'ٱ' | 'ع' | 'ى' | 'ة' => "a",
        'ب' => "b",
        'ت' | 'ث' | 'ط' => "t",
        'ج' => "j",
        'ح' | 'ه' => "h",
        'خ' => "kh",
        'د' | 'ذ' | 'ض' | 'ظ' => "d",
        'ر' => "r",
        'ز' => "z",
        'س' | 'ص' => "s",
        'ش' => "ch",
        'غ' => "gh",
        'ف' => "f",
        'ڤ' | 'ڥ' => "v",
        'ق' => "q",
        'ك' | 'ک' => "k",
        'ڭ' | 'ݣ' | 'گ' => "g",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'پ' => "p",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        '٠' | '۰' => "0",
        '١' | '۱' => "1",
        '٢' | '۲' => "2",
        '٣' | '۳' => "3",
        '٤' | '۴' => "4",
        '٥' | '۵' => "5",
        '٦' | '۶' => "6",
        '٧' | '۷' => "7",
        '٨' | '۸' => "8",
        '٩' | '۹' => "9",
        _ => "",
    }
}

/// Letters that several Arabic ones share can pile up (جماعة); two in a row are enough. Numbers keep all theirs.
fn without_triples(latin: &str) -> String {
    let mut calm = String::with_capacity(latin.len());
    let mut last = ['-'; 2];
    for letter in latin.chars() {
        if last != [letter; 2] || letter.is_ascii_digit() {
            calm.push(letter);
        }
        last = [last[1], letter];
    }
    calm
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case::french(
        "Tinghir : le projet de budget participatif",
        "tinghir-le-projet-de-budget-participatif"
    )]
    #[case::elision("L’accès à l’information", "l-acces-a-l-information")]
    #[case::ligature("Cœur d’Aït Melloul", "coeur-d-ait-melloul")]
    #[case::english("Citizens’ ideas: 2024/2025", "citizens-ideas-2024-2025")]
    #[case::arabic("الميزانية التشاركية", "al-mizania-al-tcharkia")]
    #[case::arabic_place("جماعة تنغير", "jmaa-tnghir")]
    #[case::arabic_consonants("وجدة ويعقوب", "wjda-wiaqoub")]
    #[case::arabic_digits("دورة ٢٠٢٤", "doura-2024")]
    #[case::numbers_keep_their_zeros("1000000 dirhams", "1000000-dirhams")]
    #[case::mixed("مشروع OGP", "mchroua-ogp")]
    #[case::nothing_to_write("ⵜⵉⴼⵉⵏⴰⵖ !", "")]
    fn a_title_becomes_a_readable_name(#[case] title: &str, #[case] expected: &str) {
        assert_eq!(slug(title), expected);
    }

    #[test]
    fn french_then_english_then_arabic_then_the_fallback() {
        let mut title = Translated::new("الميزانية", "Le budget", "The budget");
        assert_eq!(slug_of(&title, "id"), "le-budget");
        title.set(Lang::Fr, "…");
        assert_eq!(slug_of(&title, "id"), "the-budget");
        title.set(Lang::En, "");
        assert_eq!(slug_of(&title, "id"), "al-mizania");
        title.set(Lang::Ar, "");
        assert_eq!(slug_of(&title, "0190-AB"), "0190-ab");
        assert_eq!(slug_of(&title, "؟"), "page");
    }

    #[test]
    fn long_titles_are_cut_between_words() {
        let long = slug(&"consultation publique ".repeat(9));
        assert_eq!(long, "consultation-publique-consultation-publique-consultation");
        assert_eq!(slug(&"a".repeat(90)).len(), MOST);
        assert_eq!(numbered(&"a".repeat(60), 12), format!("{}-12", "a".repeat(57)));
        assert_eq!(numbered("budget", 2), "budget-2");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_title_gives_a_slug(ar in any::<String>(), fr in any::<String>(), number in 2_u32..99_999) {
            let slug = slug_of(&Translated { ar: Some(ar), fr: Some(fr), en: None }, "");
            prop_assert!(is_slug(&slug), "{slug:?}");
            prop_assert!(is_slug(&numbered(&slug, number)));
        }
    }
}
