use crate::format;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use shared::lang::Lang;
use unic_langid::LanguageIdentifier;

/// The messages of one language.
pub(crate) struct Messages {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Messages {
    /// Reads a Fluent file. Entries that cannot be read are left out; the others still serve.
    pub(crate) fn parse(lang: Lang, source: String) -> Self {
        let resource = match FluentResource::try_new(source) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                leptos::logging::error!("{} messages of `{}` cannot be read", errors.len(), lang.code());
                resource
            }
        };
        let mut bundle = FluentBundle::new_concurrent(vec![locale(lang)]);
        // Isolation stays on (the default): a Latin name inside an Arabic sentence must not turn it over.
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(FluentNumber { value, .. }) => Some(format::number(*value)),
            _ => None,
        }));
        bundle.add_resource_overriding(resource);
        Self { lang, bundle }
    }

    /// The language.
    pub(crate) const fn lang(&self) -> Lang {
        self.lang
    }

    /// The message, or `None` when there is none or a variable of it was not given.
    pub(crate) fn format(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }
}

/// The locale as Fluent's plural rules know it.
fn locale(lang: Lang) -> LanguageIdentifier {
    let code = match lang {
        Lang::Ar => "ar-MA",
        Lang::Fr => "fr-MA",
        Lang::En => "en-GB",
    };
    // All three are well-formed; the default would be the rules of no language.
    code.parse().unwrap_or_default()
}
