use locales::{Messages, Value};
use shared::lang::Lang;
use std::fmt;
use std::sync::OnceLock;

/// The messages of one language, as the app shows them.
#[derive(Debug)]
pub struct Words(Messages);

/// Words that a person looks for on a page.
#[derive(Clone, Debug)]
pub enum Phrase {
    /// The message with this key.
    Message(&'static str),
    /// The message with this key and these variables.
    Filled(&'static str, Vec<(&'static str, String)>),
    /// These very words.
    Written(String),
    /// Words that begin like this: a label that also counts something.
    Beginning(Box<Phrase>),
}

/// A message with variables. What looks like a whole number chooses the plural, as it does in the app.
#[must_use]
pub fn filled<const N: usize>(
    key: &'static str,
    variables: [(&'static str, &dyn fmt::Display); N],
) -> Phrase {
    Phrase::Filled(
        key,
        variables
            .into_iter()
            .map(|(name, value)| (name, value.to_string()))
            .collect(),
    )
}

/// Words that are no message: a title from the library, what somebody typed.
#[must_use]
pub fn written(words: impl Into<String>) -> Phrase {
    Phrase::Written(words.into())
}

/// Words that begin like this.
#[must_use]
pub fn beginning(phrase: impl Into<Phrase>) -> Phrase {
    Phrase::Beginning(Box::new(phrase.into()))
}

impl From<&'static str> for Phrase {
    fn from(key: &'static str) -> Self {
        Self::Message(key)
    }
}

impl Phrase {
    /// Whether only the beginning has to be the same.
    pub(super) const fn is_beginning(&self) -> bool {
        matches!(self, Self::Beginning(_))
    }
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub fn of(lang: Lang) -> &'static Self {
        static ALL: OnceLock<[Words; 3]> = OnceLock::new();
        let [ar, fr, en] = ALL.get_or_init(|| [Lang::Ar, Lang::Fr, Lang::En].map(read));
        match lang {
            Lang::Ar => ar,
            Lang::Fr => fr,
            Lang::En => en,
        }
    }

    /// What the phrase is in this language, without the marks that isolate directions.
    #[must_use]
    pub fn say(&self, phrase: &Phrase) -> String {
        match phrase {
            Phrase::Message(key) => self.message(key, &[]),
            Phrase::Filled(key, variables) => self.message(key, variables),
            Phrase::Written(words) => words.clone(),
            Phrase::Beginning(phrase) => self.say(phrase),
        }
    }

    fn message(&self, key: &str, variables: &[(&'static str, String)]) -> String {
        let arguments: Vec<(&str, Value<'_>)> = variables
            .iter()
            .map(|(name, value)| match value.parse::<i64>() {
                Ok(number) => (*name, number.into()),
                Err(_) => (*name, value.as_str().into()),
            })
            .collect();
        self.0.format_plain(key, &arguments).unwrap_or_else(|| {
            panic!("no message `{key}` in locales/, or it needs other variables than {variables:?}")
        })
    }
}

fn read(lang: Lang) -> Words {
    let source = locales::source(lang, |_| true).expect("the files of a language can be read");
    Words(Messages::parse(lang, source).expect("the files of a language are Fluent"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_speaks_the_words_of_the_app() {
        assert_eq!(Words::of(Lang::Fr).say(&"common-sign-in".into()), "Se connecter");
        let two = filled("learn-count-lessons", [("count", &2)]);
        assert_eq!(Words::of(Lang::Fr).say(&two), "2 leçons");
        assert_eq!(Words::of(Lang::Ar).say(&two), "درسان");
    }
}
