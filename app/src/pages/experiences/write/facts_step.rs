use super::date_field::DateField;
use super::editor::DraftEditor;
use super::needed::Needed;
use super::sources_field::SourcesField;
use crate::components::{Choice, ChoiceGroup, ChoiceKind, InputKind, TextField};
use crate::i18n::key_of;
use crate::pages::experiences::words::language_name;
use crate::{ids, t, text};
use leptos::prelude::*;
use shared::figures;
use shared::lang::Lang;
use shared::records::{Change, check_period};
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
    let fault = Memo::new(move |_| {
        let (started, ended) = (started.read(), ended.read());
        let are_dates = started.is_valid() && ended.is_valid();
        are_dates
            .then(|| check_period(&started, &ended, ids::now()).err())
            .flatten()
    });
    let fault_of = move |field| Signal::derive(move || fault.get().filter(|fault| fault.field() == field));
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
            <Needed editor=editor field="principles" />
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
                fault=fault_of("started")
                on_change=move |value| editor.edit(&Change::Started { value })
            />
            <DateField
                id="ended"
                legend=t!("experiences-ended")
                value=ended
                fault=fault_of("ended")
                on_change=move |value| editor.edit(&Change::Ended { value })
            />
            <Cost editor=editor />
            <SourcesField editor=editor />
            <Translations editor=editor />
        </div>
    }
}

/// What it cost, in whole dirhams, with the amount that was read beside what is typed.
#[component]
fn Cost(editor: DraftEditor) -> impl IntoView {
    let held = editor.content.with_untracked(|content| content.budget_mad);
    let unread = editor.unread_cost;
    let typed = RwSignal::new(
        unread
            .get_untracked()
            .unwrap_or_else(|| held.map(|budget| budget.to_string()).unwrap_or_default()),
    );
    let read = Memo::new(move |_| figures::read_dirhams(&typed.read()));
    let error = Signal::derive(move || {
        read.get()
            .err()
            .map(|error| text!(key_of("experiences-cost", error.word())))
    });
    let edit = move |text: String| {
        let amount = figures::read_dirhams(&text);
        unread.set(amount.is_err().then(|| text.clone()));
        typed.set(text);
        if let Ok(value) = amount {
            editor.edit(&Change::Budget { value });
        }
    };
    let amount = Memo::new(move |_| read.get().ok().flatten());
    view! {
        <TextField
            id="budget"
            label=t!("experiences-cost")
            optional=t!("experiences-optional")
            hint=t!("experiences-cost-hint")
            error=error
            kind=InputKind::Amount
            value=typed
            on_input=edit
        />
        <p class="field__hint" role="status" id="budget-read">
            {move || amount.get().map(|amount| text!("experiences-cost-read", amount = amount))}
        </p>
    }
}

/// Which translations somebody has read over.
#[component]
fn Translations(editor: DraftEditor) -> impl IntoView {
    // The original needs nobody's word; only what was translated from it does.
    let translated = Memo::new(move |_| {
        let content = editor.content.read();
        content
            .titled_languages()
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
