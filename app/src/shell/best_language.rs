use crate::i18n;
use crate::router::{NavigateOptions, navigate, use_location};
use leptos::prelude::*;

/// Leads an address without a language to the same place in the best one.
#[component]
pub(crate) fn BestLanguage() -> impl IntoView {
    let location = use_location();
    Effect::new(move |_| {
        let lang = i18n::remembered_or_preferred();
        let rest = location.pathname.get_untracked();
        let rest = rest.trim_end_matches('/');
        let hash = location.hash.get_untracked();
        navigate(&format!("/{}{rest}{hash}", lang.code()), replacing());
    });
}

/// A navigation that takes the place of the present address, so that "back" does not return to it.
pub(super) fn replacing() -> NavigateOptions {
    NavigateOptions {
        replace: true,
        ..NavigateOptions::default()
    }
}
