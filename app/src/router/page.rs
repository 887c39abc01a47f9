use super::Page;
use crate::i18n::lang;
use leptos::prelude::*;
use shared::lang::Lang;

impl Page {
    /// The path in one language.
    #[must_use]
    pub fn path(&self, lang: Lang) -> String {
        format!("/{}{}", lang.code(), self.below_language())
    }
}

/// The address of a page in the current language; follows a switch.
pub(crate) fn href(page: Page) -> Signal<String> {
    Signal::derive(move || page.path(lang()))
}

/// The address of a page that itself follows signals.
pub(crate) fn href_of(page: impl Fn() -> Page + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(move || page().path(lang()))
}

/// Where a form without scripts sends the number of a certificate, in the current language: the server leads on from
/// there to the certificate.
pub(crate) fn certificate_lookup() -> Signal<String> {
    Signal::derive(move || format!("/{}/certificates", lang().code()))
}
