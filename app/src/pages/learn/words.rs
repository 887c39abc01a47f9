//! Words that several pages of learning share.

use crate::components::{Crumb, LanguageBadge};
use crate::i18n::{lang, localised};
use crate::router::Page;
use crate::text;
use leptos::prelude::*;
use shared::lang::{Lang, Translated};
use shared::module_progress::Stage;
use shared::records::ModuleCard;
use shared::vocabulary::TranslationState;

/// A text in the best language there is, for components that take words and their language apart.
#[derive(Clone, Copy)]
pub(crate) struct Shown {
    /// The words.
    pub(crate) text: Signal<String>,
    /// The language they are really in.
    pub(crate) lang: Signal<Lang>,
}

/// Follows the language of the interface.
pub(crate) fn shown(text: Translated) -> Shown {
    shown_of(Signal::stored(text))
}

/// Follows the language of the interface and the text.
pub(crate) fn shown_of(text: Signal<Translated>) -> Shown {
    let best = Memo::new(move |_| text.with(localised));
    Shown {
        text: Signal::derive(move || {
            best.with(|best| best.as_ref().map_or_else(String::new, |(_, text)| text.clone()))
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
        Lang::Ar => text!("learn-language-ar"),
        Lang::Fr => text!("learn-language-fr"),
        Lang::En => text!("learn-language-en"),
    }
}

/// The name of a stage in the current language.
pub(crate) fn stage_words(stage: Stage) -> String {
    match stage {
        Stage::NotStarted => text!("learn-stage-not-started"),
        Stage::InProgress => text!("learn-stage-in-progress"),
        Stage::Completed => text!("learn-stage-completed"),
    }
}

/// The way to a page of a module: the catalogue, the module, and the page with the language of its name where people
/// wrote it. Without a page it is the module's own.
pub(crate) fn module_trail(card: &ModuleCard, here: Option<(String, Option<Lang>)>) -> Vec<Crumb> {
    let (module_lang, module) = localised(&card.title).unwrap_or_else(|| (lang(), String::new()));
    let to_module = || Page::Module(card.slug.clone()).path(lang());
    let mut trail = vec![
        Crumb {
            href: Some(Page::Catalogue.path(lang())),
            text: text!("learn-title"),
            lang: None,
        },
        Crumb {
            href: here.is_some().then(to_module),
            text: module,
            lang: Some(module_lang),
        },
    ];
    trail.extend(here.map(|(text, lang)| Crumb {
        href: None,
        text,
        lang,
    }));
    trail
}

/// In which languages a module exists in full.
pub(crate) fn module_languages(card: &ModuleCard) -> Vec<LanguageBadge> {
    Lang::ALL
        .into_iter()
        .map(|lang| {
            let is_there = card.languages.contains(&lang);
            let language = language_name(lang);
            LanguageBadge {
                lang,
                state: is_there.then_some(TranslationState::Reviewed),
                short: short_name(lang).to_owned(),
                description: if is_there {
                    text!("learn-language-available", language = language)
                } else {
                    text!("learn-language-missing", language = language)
                },
            }
        })
        .collect()
}

/// The sign of a language, the same in every language, as in the language switch.
const fn short_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "ع",
        Lang::Fr => "FR",
        Lang::En => "EN",
    }
}
