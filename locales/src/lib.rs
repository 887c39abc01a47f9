//! The messages of Multaqa: the Fluent files in this folder, and formatting them with the crate `fluent`.
//!
//! The app fetches the files of one language as two texts, of which public pages need the first alone; the server reads
//! both as one. Either makes a [`Messages`] of them.
//! Plurals are chosen by the function `PLURAL`, see [`Category`].

mod files;
mod plural;

pub use files::source;
pub use fluent::FluentValue as Value;
pub use plural::{Category, category};

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource};
use shared::figures;
use shared::lang::Lang;
use std::sync::Arc;

/// The marks that isolate the direction of a text: left-to-right, right-to-left and first strong isolate, and the end of
/// any of them. Fluent puts the last two around each variable, so that its direction does not turn the sentence.
const ISOLATION: [char; 4] = ['\u{2066}', '\u{2067}', FIRST_STRONG, '\u{2069}'];
const FIRST_STRONG: char = '\u{2068}';

/// Why a text is not a set of messages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// It is not Fluent; the first thing that could not be read.
    #[error("not Fluent: {0}")]
    Syntax(String),
    /// A key stands twice.
    #[error("a message stands twice: {0}")]
    Twice(String),
}

/// The messages of one language.
pub struct Messages {
    lang: Lang,
    texts: Vec<Arc<FluentResource>>,
    bundle: FluentBundle<Arc<FluentResource>>,
}

impl Messages {
    /// Reads the text of one or more Fluent files.
    ///
    /// # Errors
    /// [`Malformed`]: a part of it is not Fluent, or a key stands twice.
    pub fn parse(lang: Lang, source: String) -> Result<Self, Malformed> {
        Self::of(lang, vec![read(source)?])
    }

    /// These messages and those of another text in the same language.
    ///
    /// # Errors
    /// [`Malformed`]: a part of it is not Fluent, or has a key that is here already.
    pub fn and(&self, source: String) -> Result<Self, Malformed> {
        let mut texts = self.texts.clone();
        texts.push(read(source)?);
        Self::of(self.lang, texts)
    }

    fn of(lang: Lang, texts: Vec<Arc<FluentResource>>) -> Result<Self, Malformed> {
        // The locale would choose Fluent's own plurals and number format, of which neither is used.
        let locale = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // A bundle takes only a plain function, which cannot hold the language.
        match lang {
            Lang::Ar => bundle.set_formatter(Some(|value, _| number(Lang::Ar, value))),
            Lang::Fr => bundle.set_formatter(Some(|value, _| number(Lang::Fr, value))),
            Lang::En => bundle.set_formatter(Some(|value, _| number(Lang::En, value))),
        }
        let added = bundle.add_function("PLURAL", move |positional, _| match positional {
            [Value::Number(number)] => Value::from(category(lang, number.value).name()),
            _ => Value::Error,
        });
        let mut added = added.map_err(|error| vec![error]);
        for text in &texts {
            added = added.and_then(|()| bundle.add_resource(Arc::clone(text)));
        }
        added.map_err(|errors| {
            Malformed::Twice(errors.first().map(ToString::to_string).unwrap_or_default())
        })?;
        Ok(Self { lang, texts, bundle })
    }

    /// The language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The message with its variables filled in. `None` when there is no such message, or a variable of it was not
    /// given.
    #[must_use]
    pub fn format(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let arguments: FluentArgs<'_> = arguments
            .iter()
            .map(|(name, value)| (*name, self.directed(value.clone())))
            .collect();
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }

    /// The same without the marks that isolate directions: for titles, files and terminals, where they would be shown
    /// or copied.
    #[must_use]
    pub fn format_plain(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> Option<String> {
        Some(without_isolation(&self.format(key, arguments)?))
    }
}

impl Messages {
    /// A value that is itself a message of this language, in the direction of the language. Fluent isolates each variable
    /// by its first strong character, which is looked for outside of isolates: a message that holds nothing but variables
    /// would be laid out from left to right in Arabic.
    fn directed<'a>(&self, value: Value<'a>) -> Value<'a> {
        match value {
            Value::String(text) if text.contains(FIRST_STRONG) => {
                let isolate = if self.lang == Lang::Ar {
                    '\u{2067}'
                } else {
                    '\u{2066}'
                };
                Value::String(format!("{isolate}{text}\u{2069}").into())
            }
            other => other,
        }
    }
}

fn read(source: String) -> Result<Arc<FluentResource>, Malformed> {
    let resource = FluentResource::try_new(source).map_err(|(_, errors)| {
        Malformed::Syntax(errors.first().map(ToString::to_string).unwrap_or_default())
    })?;
    Ok(Arc::new(resource))
}

fn number(lang: Lang, value: &Value<'_>) -> Option<String> {
    match value {
        Value::Number(number) => Some(figures::written(lang, number.value)),
        _ => None,
    }
}

/// A text without the marks that isolate directions, those of Fluent and those of the browser's own formats.
#[must_use]
pub fn without_isolation(text: &str) -> String {
    text.replace(ISOLATION, "")
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Messages")
            .field("lang", &self.lang)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
