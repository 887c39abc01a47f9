//! Which language a browser is answered in before it has chosen one: `Accept-Language`, Arabic otherwise.

use shared::lang::Lang;

/// The language that the browser likes best among those of the hub (RFC 9110, 12.5.4).
#[must_use]
pub fn best_language(accept_language: &str) -> Lang {
    let mut best: Option<(Lang, f32)> = None;
    for offer in accept_language.split(',') {
        let mut parts = offer.split(';').map(str::trim);
        let tag = parts.next().unwrap_or_default().to_ascii_lowercase();
        let primary = tag.split('-').next().unwrap_or_default();
        let quality = parts
            .find_map(|part| part.strip_prefix("q="))
            .map_or(1.0, |q| q.parse().unwrap_or(0.0));
        // Somebody who reads Amazigh or Moroccan Arabic in their browser reads Arabic here.
        let lang = match primary {
            "ary" | "arb" | "zgh" | "tzm" | "shi" | "rif" => Some(Lang::Ar),
            other => other.parse().ok(),
        };
        if let Some(lang) = lang
            && quality > best.map_or(0.0, |(_, held)| held)
        {
            best = Some((lang, quality));
        }
    }
    best.map_or(Lang::Ar, |(lang, _)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_is_answered_in_the_language_it_likes_best() {
        let cases = [
            ("", Lang::Ar),
            ("fr-MA,fr;q=0.9,ar;q=0.8", Lang::Fr),
            ("ar-MA", Lang::Ar),
            ("de-DE, en;q=0.7, fr;q=0.8", Lang::Fr),
            ("en;q=0, fr;q=0.1", Lang::Fr),
            ("de, es", Lang::Ar),
            ("zgh, fr;q=0.9", Lang::Ar),
            ("EN-gb", Lang::En),
            ("*;q=0.5", Lang::Ar),
            (";;,,q=", Lang::Ar),
            ("fr;q=nonsense, en;q=0.1", Lang::En),
        ];
        for (accept, expected) in cases {
            assert_eq!(best_language(accept), expected, "{accept:?}");
        }
    }
}
