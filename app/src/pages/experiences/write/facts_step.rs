use super::date_field::DateField;
use super::editor::DraftEditor;
use super::sources_field::SourcesField;
use crate::components::{Choice, ChoiceGroup, ChoiceKind, InputKind, TextField};
use crate::i18n::key_of;
use crate::pages::experiences::words::language_name;
use crate::{t, text};
use leptos::prelude::*;
use shared::lang::Lang;
use shared::records::Change;
use shared::vocabulary::{ExperienceKind, Principle, TranslationState};

/// What is not text: type, principles, dates, cost, sources, and how far the translations can be trusted.
#[component]
pub(super) fn FactsStep(
    /// What is being written.
    editor: DraftEditor,
) -> impl IntoView {
    let kinds = Signal::derive(move || {
        ExperienceKind::ALL
            .iter()
            .map(|one| {
                Choice::new(one.word(), text!(key_of("experience-kind", one.word())))
                    .with_hint(text!(key_of("experiences-kind-hint", one.word())))
            })
            .collect::<Vec<_>>()
    });
    let principles = Signal::derive(move || {
        Principle::ALL
            .iter()
            .map(|one| Choice::new(one.word(), text!(key_of("principle", one.word()))))
            .collect::<Vec<_>>()
    });
    let chosen_principles = Signal::derive(move || {
        editor
            .content
            .read()
            .principles
            .iter()
            .map(|one| one.word().to_owned())
            .collect::<Vec<_>>()
    });
    let toggle = move |word: String| {
        let Some(one) = Principle::from_word(&word) else {
            return;
        };
        let mut value = editor.content.read_untracked().principles.clone();
        if value.contains(&one) {
            value.retain(|held| *held != one);
        } else {
            value.push(one);
        }
        editor.edit(&Change::Principles { value });
    };
    let started = Memo::new(move |_| editor.content.read().started.clone());
    let ended = Memo::new(move |_| editor.content.read().ended.clone());
    view! {
        <div class="form">
            <ChoiceGroup
                id="kind"
                legend=t!("experiences-filter-type")
                choices=kinds
                chosen=Signal::derive(move || vec![editor.content.read().kind.word().to_owned()])
                on_choose=move |word: String| {
                    if let Some(value) = ExperienceKind::from_word(&word) {
                        editor.edit(&Change::Kind { value });
                    }
                }
            />
            <ChoiceGroup
                id="principles"
                legend=t!("experiences-principles")
                hint=t!("experiences-principles-hint")
                kind=ChoiceKind::Many
                choices=principles
                chosen=chosen_principles
                on_choose=toggle
            />
            <DateField
                id="started"
                legend=t!("experiences-started")
                value=started
                on_change=move |value| editor.edit(&Change::Started { value })
            />
            <DateField
                id="ended"
                legend=t!("experiences-ended")
                value=ended
                on_change=move |value| editor.edit(&Change::Ended { value })
            />
            <Cost editor=editor />
            <SourcesField editor=editor />
            <Translations editor=editor />
        </div>
    }
}

/// What it cost, in whole dirhams; blanks between the digits are welcome.
#[component]
fn Cost(editor: DraftEditor) -> impl IntoView {
    let held = editor.content.with_untracked(|content| content.budget_mad);
    let typed = RwSignal::new(held.map(|budget| budget.to_string()).unwrap_or_default());
    let error = RwSignal::new(None::<String>);
    let edit = move |text: String| {
        let digits: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '.' | ',' | '\u{2019}' | '\''))
            .collect();
        typed.set(text);
        if digits.is_empty() {
            error.set(None);
            editor.edit(&Change::Budget { value: None });
        } else if let Ok(value) = digits.parse() {
            error.set(None);
            editor.edit(&Change::Budget { value: Some(value) });
        } else {
            error.set(Some(text!("experiences-cost-invalid")));
        }
    };
    view! {
        <TextField
            id="budget"
            label=t!("experiences-cost")
            optional=t!("experiences-optional")
            hint=t!("experiences-cost-hint")
            error=error
            kind=InputKind::Number
            value=typed
            on_input=edit
        />
    }
}

/// Which translations somebody has read over.
#[component]
fn Translations(editor: DraftEditor) -> impl IntoView {
    // The original needs nobody's word; only what was translated from it does.
    let translated = Memo::new(move |_| {
        let content = editor.content.read();
        content
            .languages()
            .into_iter()
            .filter(|lang| {
                content
                    .translations
                    .get(lang)
                    .map_or(*lang != editor.first.get(), |state| {
                        *state != TranslationState::Original
                    })
            })
            .collect::<Vec<Lang>>()
    });
    let is_there = Memo::new(move |_| !translated.read().is_empty());
    let choices = Signal::derive(move || {
        translated
            .get()
            .into_iter()
            .map(|one| Choice::new(one.code(), language_name(one)))
            .collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        let content = editor.content.read();
        content
            .translations
            .iter()
            .filter(|(_, state)| **state == TranslationState::Reviewed)
            .map(|(lang, _)| lang.code().to_owned())
            .collect::<Vec<_>>()
    });
    let toggle = move |code: String| {
        let Ok(lang) = code.parse::<Lang>() else {
            return;
        };
        let now = editor.content.read_untracked().translations.get(&lang).copied();
        let state = if now == Some(TranslationState::Reviewed) {
            TranslationState::Draft
        } else {
            TranslationState::Reviewed
        };
        editor.edit(&Change::Translation { lang, state });
    };
    view! {
        <Show when=move || is_there.get()>
            <ChoiceGroup
                id="translations"
                legend=t!("experiences-translations")
                hint=t!("experiences-translations-hint")
                kind=ChoiceKind::Many
                choices=choices
                chosen=chosen
                on_choose=toggle
            />
        </Show>
    }
}
