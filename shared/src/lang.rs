//! The three languages, and text that exists in one, two or all of them.

use crate::unicode;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// A language of the hub, in the order in which content falls back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Arabic, written from right to left.
    Ar,
    /// French.
    Fr,
    /// English.
    En,
}

impl Lang {
    /// All languages, in fallback order.
    pub const ALL: [Self; 3] = [Self::Ar, Self::Fr, Self::En];

    /// The BCP 47 code, as in addresses and `lang` attributes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The value of the `dir` attribute.
    #[must_use]
    pub const fn dir(self) -> &'static str {
        match self {
            Self::Ar => "rtl",
            Self::Fr | Self::En => "ltr",
        }
    }
}

/// The text is not `ar`, `fr` or `en`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a language of the hub")]
pub struct UnknownLang(pub String);

impl FromStr for Lang {
    type Err = UnknownLang;
    fn from_str(code: &str) -> Result<Self, UnknownLang> {
        Self::ALL
            .into_iter()
            .find(|lang| lang.code() == code)
            .ok_or_else(|| UnknownLang(code.to_owned()))
    }
}

/// A text in the languages it exists in. An empty or blank translation counts as absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Translated {
    /// Arabic, where it exists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ar: Option<String>,
    /// French, where it exists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fr: Option<String>,
    /// English, where it exists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Translated {
    /// A text with all three languages.
    #[must_use]
    pub fn new(ar: &str, fr: &str, en: &str) -> Self {
        Self {
            ar: Some(ar.to_owned()),
            fr: Some(fr.to_owned()),
            en: Some(en.to_owned()),
        }
    }

    /// A text in one language.
    #[must_use]
    pub fn only(lang: Lang, text: &str) -> Self {
        let mut translated = Self::default();
        translated.set(lang, text);
        translated
    }

    /// The text in exactly this language, if it exists.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        let text = match lang {
            Lang::Ar => &self.ar,
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        };
        text.as_deref().filter(|text| !unicode::is_blank(text))
    }

    /// Writes one language; a blank text removes it.
    pub fn set(&mut self, lang: Lang, text: &str) {
        let value = (!unicode::is_blank(text)).then(|| text.to_owned());
        match lang {
            Lang::Ar => self.ar = value,
            Lang::Fr => self.fr = value,
            Lang::En => self.en = value,
        }
    }

    /// The best text for a reader of `wanted`, with the language it is really in: the wanted one, else Arabic,
    /// French, English in that order. `None` when no language has text.
    #[must_use]
    pub fn best(&self, wanted: Lang) -> Option<(Lang, &str)> {
        std::iter::once(wanted)
            .chain(Lang::ALL)
            .find_map(|lang| self.get(lang).map(|text| (lang, text)))
    }

    /// The languages that have text, in fallback order.
    pub fn languages(&self) -> impl Iterator<Item = Lang> + '_ {
        Lang::ALL.into_iter().filter(|lang| self.get(*lang).is_some())
    }

    /// Whether no language has text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.languages().next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_translation_falls_back_and_says_to_what() {
        let text = Translated {
            fr: Some("Bonjour".into()),
            en: Some(" ".into()),
            ..Translated::default()
        };
        assert_eq!(text.best(Lang::En), Some((Lang::Fr, "Bonjour")));
        assert_eq!(text.languages().collect::<Vec<_>>(), [Lang::Fr]);
        assert_eq!(Translated::default().best(Lang::Ar), None);
    }

    #[test]
    fn writing_a_blank_removes_the_language() {
        let mut text = Translated::new("أ", "b", "c");
        text.set(Lang::Fr, "  ");
        assert_eq!(text.fr, None);
    }
}
