//! What the steps of a quiz and its outcome share.

use crate::i18n::Localised;
use leptos::prelude::*;
use shared::lang::Translated;

/// The id of the heading of each step.
pub(super) const HEADING: &str = "quiz-step";

/// The choices in the order in which they are shown, each with its own place.
pub(super) fn in_order<T: Clone>(parts: &[T], order: &[u8]) -> Vec<(u8, T)> {
    order
        .iter()
        .filter_map(|own| parts.get(usize::from(*own)).map(|part| (*own, part.clone())))
        .collect()
}

#[component]
pub(super) fn ChoiceText(text: Translated) -> impl IntoView {
    view! {
        <span class="option__text">
            <Localised text=Signal::stored(text) bare=true />
        </span>
    }
}
