use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use shared::lang::Lang;
use std::fmt;
use std::path::Path;
use std::sync::OnceLock;

/// The messages of one language, as the app shows them.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

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
        let mut arguments = FluentArgs::new();
        for (name, value) in variables {
            match value.parse::<i64>() {
                Ok(number) => arguments.set(*name, FluentValue::from(number)),
                Err(_) => arguments.set(*name, FluentValue::from(value.as_str())),
            }
        }
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value())
            .unwrap_or_else(|| panic!("no message `{key}` in locales/"));
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        assert!(errors.is_empty(), "`{key}` needs other variables: {errors:?}");
        words.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
    }
}

fn read(lang: Lang) -> Words {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../locales")
        .join(lang.code());
    let locale = lang.code().parse().expect("a language code is a locale");
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    let files = std::fs::read_dir(&folder).expect("the folder of a language can be read");
    for file in files {
        let path = file.expect("the folder of a language can be read").path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            let source = std::fs::read_to_string(&path).expect("a Fluent file can be read");
            let resource = FluentResource::try_new(source)
                .unwrap_or_else(|(_, errors)| panic!("{} is no Fluent file: {errors:?}", path.display()));
            bundle.add_resource_overriding(resource);
        }
    }
    Words { bundle }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Words")
    }
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
