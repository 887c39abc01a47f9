use leptos::prelude::*;
use shared::{lang::Lang, vocabulary::TranslationState};

/// In which state one language of a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LanguageBadge {
    /// The language.
    pub(crate) lang: Lang,
    /// Its state; `None` when the text does not exist in it.
    pub(crate) state: Option<TranslationState>,
    /// Its short name, in itself.
    pub(crate) short: String,
    /// Its name and its state in the reader's language.
    pub(crate) description: String,
}

/// The languages a text exists in, each with its state in words for who cannot see the border.
#[component]
pub(crate) fn LanguageBadges(
    /// One badge per language, in the order of the language switch.
    #[prop(into)]
    badges: Signal<Vec<LanguageBadge>>,
) -> impl IntoView {
    let items = move || {
        badges
            .get()
            .into_iter()
            .map(|badge| {
                let state = match badge.state {
                    Some(TranslationState::Original) => "original",
                    Some(TranslationState::Reviewed) => "translated",
                    Some(TranslationState::Draft) => "draft",
                    None => "missing",
                };
                let title = badge.description.clone();
                view! {
                    <li class="language-badge" data-state=state title=title>
                        <span aria-hidden="true" lang=badge.lang.code() dir=badge.lang.dir()>
                            {badge.short}
                        </span>
                        <span class="visually-hidden">{badge.description}</span>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <ul class="language-badges" role="list">
            {items}
        </ul>
    }
}
