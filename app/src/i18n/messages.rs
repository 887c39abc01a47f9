use locales::{Malformed, Messages};
use shared::lang::Lang;

/// Reads the Fluent files of a language.
///
/// # Errors
/// [`Malformed`]: the text is something else.
pub(crate) fn parse(lang: Lang, source: String) -> Result<Messages, Malformed> {
    Messages::parse(lang, source)
}
