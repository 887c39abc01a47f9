use crate::format;
use shared::lang::Lang;
use shared::messages::{Malformed, Value};

/// The messages of one language.
pub(crate) struct Messages(shared::messages::Messages);

impl Messages {
    /// Takes what the build made of the Fluent files of a language.
    ///
    /// # Errors
    /// [`Malformed`]: it is something else.
    pub(crate) fn parse(lang: Lang, compiled: String) -> Result<Self, Malformed> {
        shared::messages::Messages::parse(lang, compiled).map(Self)
    }

    /// The language.
    pub(crate) const fn lang(&self) -> Lang {
        self.0.lang()
    }

    /// The message, or `None` when there is none or a variable of it was not given.
    pub(crate) fn format(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> Option<String> {
        self.0.format(key, arguments, &|number| format::number(number))
    }
}
