use crate::format;
use locales::{Malformed, Messages, NumberFormat};
use shared::lang::Lang;

/// Numbers as the rest of the app writes them.
struct AppNumbers;

impl NumberFormat for AppNumbers {
    fn number(value: f64) -> String {
        format::number(value)
    }
}

/// Reads the Fluent files of a language.
///
/// # Errors
/// [`Malformed`]: the text is something else.
pub(crate) fn parse(lang: Lang, source: String) -> Result<Messages, Malformed> {
    Messages::parse::<AppNumbers>(lang, source)
}
