//! Words that several pages of experiences share.

use crate::components::{LanguageBadge, StateKind};
use crate::i18n::{lang, localised};
use crate::replica::use_replica;
use crate::text;
use leptos::prelude::*;
use shared::ids::CollectivityId;
use shared::lang::{Lang, Translated};
use shared::records::{Collectivity, ExperienceContent};
use shared::scope::Scope;
use shared::vocabulary::{ExperienceState, TranslationState};

/// A text in the best language there is, for components that take words and their language apart.
#[derive(Clone, Copy)]
pub(crate) struct Shown {
    /// The words.
    pub(crate) text: Signal<String>,
    /// The language they are really in.
    pub(crate) lang: Signal<Lang>,
}

/// Follows the language of the interface and the text.
pub(crate) fn shown(text: impl Into<Signal<Translated>>) -> Shown {
    let text = text.into();
    let best = Memo::new(move |_| text.with(localised));
    Shown {
        text: Signal::derive(move || {
            best.with(|best| best.as_ref().map_or_else(String::new, |(_, words)| words.clone()))
        }),
        lang: Signal::derive(move || best.with(|best| best.as_ref().map_or_else(lang, |(lang, _)| *lang))),
    }
}

/// The words of a text for the current language, inside something reactive.
pub(crate) fn words_of(text: &Translated) -> String {
    localised(text).map_or_else(String::new, |(_, words)| words)
}

/// The name of a language in the current one.
pub(crate) fn language_name(lang: Lang) -> String {
    match lang {
        Lang::Ar => text!("experiences-language-ar"),
        Lang::Fr => text!("experiences-language-fr"),
        Lang::En => text!("experiences-language-en"),
    }
}

/// The name of a language in itself: the same wherever one reads.
pub(crate) const fn own_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "العربية",
        Lang::Fr => "Français",
        Lang::En => "English",
    }
}

/// The sign of a language, the same in every language, as in the language switch.
const fn short_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "ع",
        Lang::Fr => "FR",
        Lang::En => "EN",
    }
}

/// In which languages something can be read, for a list.
pub(crate) fn language_badges(languages: &[Lang]) -> Vec<LanguageBadge> {
    Lang::ALL
        .into_iter()
        .map(|lang| {
            let is_there = languages.contains(&lang);
            let language = language_name(lang);
            LanguageBadge {
                lang,
                state: is_there.then_some(TranslationState::Reviewed),
                short: short_name(lang).to_owned(),
                description: if is_there {
                    text!("experiences-language-available", language = language)
                } else {
                    text!("experiences-language-missing", language = language)
                },
            }
        })
        .collect()
}

/// How far the text in one language can be trusted, where its authors said so. Imported content does not say.
pub(crate) fn translation_state(content: &ExperienceContent, lang: Lang) -> Option<TranslationState> {
    let is_there = content.languages().contains(&lang);
    content.translations.get(&lang).copied().filter(|_| is_there)
}

/// How the state of an experience is shown.
pub(crate) const fn state_kind(state: ExperienceState) -> StateKind {
    match state {
        ExperienceState::Draft => StateKind::Draft,
        ExperienceState::Submitted => StateKind::Waiting,
        ExperienceState::Returned => StateKind::Attention,
        ExperienceState::Published => StateKind::Good,
        ExperienceState::Archived => StateKind::Closed,
    }
}

/// A member of the network, or a collectivity that published an experience; any other collectivity where the national list is
/// here. Tracked.
pub(crate) fn collectivity(id: CollectivityId) -> Option<Collectivity> {
    let replica = use_replica();
    replica
        .get::<Collectivity>(Scope::Public, id)
        .or_else(|| replica.get::<Collectivity>(Scope::Directory, id))
}

/// The name of the region with this code, in the current language. Tracked.
pub(crate) fn region_name(code: &str) -> Option<String> {
    region(code).map(|region| words_of(&region.name))
}

/// The region with this code. Every region is a member. Tracked.
pub(crate) fn region(code: &str) -> Option<Collectivity> {
    use_replica().region(code)
}
