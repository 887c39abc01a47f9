use super::draft::Writing;
use super::field_state::AFTER_PRESS;
use crate::components::{Choice, ChoiceGroup, ChoiceKind, InputKind, TextField};
use crate::i18n::key_of;
use crate::{t, text};
use leptos::prelude::*;
use shared::figures;
use shared::limits;
use shared::records::OutlineChange;
use shared::vocabulary::{Audience, Principle};

/// What a module says of itself beside its texts.
#[component]
pub(super) fn Settings(
    /// The module.
    writing: Writing,
) -> impl IntoView {
    let principles = Memo::new(move |_| writing.draft.read().principles.clone());
    let audience = Memo::new(move |_| writing.draft.read().audience.clone());
    view! {
        <section aria-labelledby="teach-settings">
            <h2 id="teach-settings">{t!("teach-settings")}</h2>
            <fieldset class="fieldset" disabled=move || !writing.is_open()>
            {some_of(
                "teach-principles",
                t!("teach-principles"),
                Principle::ALL,
                |one| (one.word(), text!(key_of("principle", one.word()))),
                principles,
                move |chosen| writing.make(OutlineChange::Principles(chosen)),
            )}
            {some_of(
                "teach-audience",
                t!("teach-audience"),
                Audience::ALL,
                |one| (one.word(), text!(key_of("audience", one.word()))),
                audience,
                move |chosen| writing.make(OutlineChange::Audience(chosen)),
            )}
            <NumberField
                id="teach-minutes"
                label=t!("teach-minutes")
                hint=t!("teach-minutes-hint")
                value=Memo::new(move |_| writing.draft.read().minutes)
                most=limits::MODULE_MINUTES
                on_number=move |minutes| writing.make(OutlineChange::Minutes(minutes))
            />
            <NumberField
                id="teach-pass-percent"
                label=t!("teach-pass-percent")
                value=Memo::new(move |_| u32::from(writing.draft.read().pass_percent))
                most=100
                on_number=move |percent| {
                    if let Ok(percent) = u8::try_from(percent) {
                        writing.make(OutlineChange::PassPercent(percent));
                    }
                }
            />
            </fieldset>
        </section>
    }
}

/// Some words of a list, each with its name in files and what is read.
fn some_of<T: Copy + PartialEq + Send + Sync + 'static>(
    id: &'static str,
    legend: Signal<String>,
    all: &'static [T],
    words: fn(T) -> (&'static str, String),
    chosen: Memo<Vec<T>>,
    choose: impl Fn(Vec<T>) + Send + Sync + 'static,
) -> impl IntoView {
    let choices = Signal::derive(move || {
        let choices = all.iter().map(|one| {
            let (word, label) = words(*one);
            Choice::new(word, label)
        });
        choices.collect::<Vec<_>>()
    });
    let names = Signal::derive(move || chosen.read().iter().map(|one| words(*one).0.to_owned()).collect());
    let toggle = move |word: String| {
        let Some(one) = all.iter().find(|one| words(**one).0 == word) else {
            return;
        };
        let mut now = chosen.get_untracked();
        match now.iter().position(|held| held == one) {
            Some(at) => drop(now.remove(at)),
            None => now.push(*one),
        }
        choose(now);
    };
    view! {
        <ChoiceGroup id=id legend=legend kind=ChoiceKind::Many choices=choices chosen=names on_choose=toggle />
    }
}

/// A number from 1 to `most`, in the digits of any language.
fn whole_number(typed: &str, most: u32) -> Option<u32> {
    let number = figures::fold(typed).trim().parse().ok()?;
    (1..=most).contains(&number).then_some(number)
}

/// A whole number, saved when it is one and its field is left.
#[component]
fn NumberField(
    id: &'static str,
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    value: Memo<u32>,
    /// The greatest number; the least is 1.
    most: u32,
    #[prop(into)] on_number: Callback<u32>,
) -> impl IntoView {
    let of = |number: u32| match number {
        0 => String::new(),
        number => number.to_string(),
    };
    let typed = RwSignal::new(of(value.get_untracked()));
    Effect::new(move |_| typed.set(of(value.get())));
    let number = Memo::new(move |_| whole_number(&typed.read(), most));
    let error = Signal::derive(move || {
        let is_wrong = !typed.read().trim().is_empty() && number.get().is_none();
        is_wrong.then(|| text!("teach-number-invalid", most = most))
    });
    let save = move || {
        let typed = number.try_get_untracked().flatten();
        if let Some(number) = typed.filter(|number| Some(*number) != value.try_get_untracked()) {
            on_number.run(number);
        }
    };
    on_cleanup(save);
    view! {
        <div on:focusout=move |_| set_timeout(save, AFTER_PRESS)>
            <TextField
                id=id
                label=label
                nostrip:hint=hint
                error=error
                kind=InputKind::Number
                value=typed
                on_input=move |text: String| typed.set(text)
            />
        </div>
    }
}
