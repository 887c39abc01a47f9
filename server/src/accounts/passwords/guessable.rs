//! Passwords that are tried first: the commonest ones and their variations, and the person's own name and address.

use shared::unicode::nfc;
use zxcvbn::{Score, zxcvbn};

/// Whether a password is found within a million guesses, the library's limit for "very guessable". As often as unknown
/// devices may try one account (see [`crate::rate::Rates`]), that many take about three weeks.
///
/// Name and address count for nothing: what is left without them, and without their parts, is the password. The library
/// gets them too, because it knows how people write `a` as `@`.
pub(super) fn is_guessable(password: &str, owner: &[String; 2]) -> bool {
    let owner = owner.each_ref().map(|text| nfc(&text.to_lowercase()));
    let mut parts: Vec<&str> = owner
        .iter()
        .flat_map(|text| std::iter::once(text.as_str()).chain(text.split(|c: char| !c.is_alphanumeric())))
        // Shorter ones are in every other word.
        .filter(|part| part.chars().nth(2).is_some())
        .collect();
    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    let password = nfc(&password.to_lowercase());
    let rest = parts.iter().fold(password, |rest, part| rest.replace(part, ""));
    zxcvbn(&rest, &parts).score() < Score::Two
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_refused(password: &str) -> bool {
        let owner = ["فاطمة الزهراء Aït-Melloul", "fatima.aitmelloul@commune-x.example"].map(str::to_owned);
        is_guessable(password, &owner)
    }

    #[test]
    fn the_commonest_passwords_and_their_variations_are_refused() {
        for common in [
            "1234567890",
            "0987654321",
            "password123",
            "P@ssw0rd123",
            "qwertyuiop",
            "azertyuiop",
            "aaaaaaaaaa",
            "abcdefghij",
            "qwerty12345",
            "motdepasse1",
            "01/01/1990",
            "iloveyou2024",
            "1234567890".repeat(20).as_str(),
        ] {
            assert!(is_refused(common), "{common}");
        }
    }

    #[test]
    fn a_persons_own_name_and_address_and_their_parts_are_refused_however_they_are_typed() {
        for own in [
            "fatima.aitmelloul@commune-x.example",
            "FATIMA.AITMELLOUL",
            "aitmelloul2024",
            "@itmell0ul1",
            "commune-x.example",
            "فاطمة الزهراء",
            "فاطمةالزهراء",
            "Aït-Melloul",
            "Ai\u{308}t-Melloul",
            "الزهراء2024",
            "FatimaAitMelloul2024",
            "fatima.fatima.fatima!",
        ] {
            assert!(is_refused(own), "{own}");
        }
    }

    #[test]
    fn phrases_in_each_language_are_taken_even_with_a_name_in_them() {
        for good in [
            "une phrase assez longue",
            "كلمة مرور جديدة",
            "three walnuts under a lamp",
            "Fatima aime les figues de mars",
            "فاطمة تحب التين في شهر مارس",
            "k8Fq2-vTz71x",
        ] {
            assert!(!is_refused(good), "{good}");
        }
    }
}
