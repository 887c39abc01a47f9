use super::draft::Writing;
use super::field_state::{FieldState, field_id};
use super::paste::markdown_of;
use super::toolbar::{Toolbar, put_text};
use crate::components::{
    Button, ButtonKind, InputKind, Notice, NoticeKind, Prose, TextArea, TextField, focus,
};
use crate::pages::learn::words::language_name;
use crate::{format, t, text};
use leptos::ev::Event;
use leptos::prelude::*;
use shared::lang::Lang;
use shared::markdown::tidy_lists;
use shared::records::{DraftPlace, TextMark};
use wasm_bindgen::JsCast as _;

/// From how much of its limit on, in percent, a text says how long it is.
const NEARLY_FULL: usize = 80;

/// One text of the module in one language: its field, where it is saved, and what others wrote beside it.
#[component]
pub(super) fn DraftField(
    /// The module.
    writing: Writing,
    /// Which text.
    place: DraftPlace,
    /// In which language.
    lang: Lang,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// How to fill it.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
) -> impl IntoView {
    let state = FieldState::new(writing, place, lang);
    let id = field_id(writing, place, lang);
    let focus_on = StoredValue::new(id.clone());
    let to_field = move || focus_on.with_value(|id| focus::on_id(id));
    let length = Memo::new(move |_| state.typed.read().chars().count());
    let limit = place.limit();
    let error = Signal::derive(move || {
        let too_long = || text!("teach-too-long", length = length.get(), limit = limit);
        if state.is_too_long() {
            return Some(too_long());
        }
        state.failed.get().map(|not_saved| not_saved.words())
    });
    let is_nearly_full = Memo::new(move |_| length.get() * 100 > limit * NEARLY_FULL);
    let language = Signal::derive(move || language_name(lang));
    // Of a text that is as it was sent nothing was refused.
    let refused = Memo::new(move |_| {
        let words = state.refused()?;
        (place.clean(&words) != place.clean(&state.typed.read())).then_some(words)
    });
    let on_input = Callback::new(move |text: String| state.type_in(text));
    let is_lesson = matches!(place, DraftPlace::LessonText(_));
    let paste = move |event: Event| {
        if let Some(words) = is_lesson.then(|| markdown_of(&event)).flatten() {
            event.prevent_default();
            focus_on.with_value(|area| put_text(area, on_input, &words));
        }
    };
    let control = if place.is_line() {
        view! {
            <TextField
                id=id
                label=label
                optional=language
                nostrip:hint=hint
                error=error
                kind=InputKind::Text
                lang=Signal::stored(lang)
                value=state.typed
                on_input=on_input
            />
        }
        .into_any()
    } else {
        let rows = match place {
            DraftPlace::LessonText(_) => 18,
            DraftPlace::Objectives => 5,
            _ => 3,
        };
        let tidied = Memo::new(move |_| state.typed.with(|typed| tidy_lists(typed)).filter(|_| is_lesson));
        let tools_of = id.clone();
        view! {
            {is_lesson.then(|| view! { <Toolbar field=tools_of writing=writing lang=lang on_input=on_input /> })}
            <TextArea
                id=id
                label=label
                optional=language
                nostrip:hint=hint
                error=error
                lang=Signal::stored(lang)
                value=state.typed
                on_input=on_input
                rows=rows
            >
                <Show when=move || tidied.read().is_some()>
                    <Button
                        kind=ButtonKind::Plain
                        on_press=move |()| {
                            if let Some(tidied) = tidied.get_untracked() {
                                state.type_in(tidied);
                                to_field();
                            }
                        }
                    >
                        {t!("teach-tidy-lists")}
                    </Button>
                </Show>
                <Show when=move || is_nearly_full.get()>
                    <span>{t!("teach-length", length = length.get(), limit = limit)}</span>
                </Show>
            </TextArea>
        }
        .into_any()
    };
    view! {
        <div
            class="draft-field"
            on:focusin=move |_| state.enter()
            on:focusout=move |_| state.blur()
            on:paste=move |event| paste(event.unchecked_into())
        >
            {control}
        </div>
        <Show when=move || refused.read().is_some()>
            <Notice kind=NoticeKind::Attention>
                <p>{t!("teach-refused")}</p>
                <p class="draft-version__text" lang=lang.code() dir=lang.dir()>{move || refused.get()}</p>
                <Button
                    kind=ButtonKind::Plain
                    on_press=move |()| {
                        if let Some(words) = refused.get_untracked() {
                            state.type_in(words);
                            to_field();
                        }
                    }
                >
                    {t!("teach-refused-take")}
                </Button>
            </Notice>
        </Show>
        <Versions state=state lang=lang on_chosen=to_field />
        <Show when=move || state.is_behind()>
            <Notice kind=NoticeKind::Attention slim=true>
                <p>{t!("teach-behind")}</p>
                <Button
                    kind=ButtonKind::Plain
                    on_press=move |()| {
                        state.confirm_translation();
                        to_field();
                    }
                >
                    {t!("teach-behind-confirm")}
                </Button>
            </Notice>
        </Show>
    }
}

/// What others wrote of the same text, until somebody chooses.
#[component]
fn Versions(
    state: FieldState,
    lang: Lang,
    /// Called once somebody chose: the buttons go.
    on_chosen: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let versions = Memo::new(move |_| state.versions());
    let one = move |text: String, by: String, at| {
        let chosen = text.clone();
        let id = format!("{}-{}", state.id(), TextMark::of(&text).0);
        view! {
            <li class="draft-version">
                <p class="quiet small">
                    <bdi>{by}</bdi> " · " {move || format::moment(at)}
                </p>
                <div class="draft-version__text" lang=lang.code() dir=lang.dir()>
                    {match text.is_empty() {
                        true => view! { <p class="quiet">{t!("teach-version-empty")}</p> }.into_any(),
                        false => view! { <Prose source=Signal::stored(text.clone()) lang=Signal::stored(lang) id_prefix=id.clone() heading_shift=2 /> }.into_any(),
                    }}
                </div>
                <Button
                    kind=ButtonKind::Plain
                    on_press=move |()| {
                        state.choose(chosen.clone());
                        on_chosen();
                    }
                >
                    {t!("teach-version-choose")}
                </Button>
            </li>
        }
    };
    view! {
        <Show when=move || !versions.read().is_empty()>
            <Notice kind=NoticeKind::Attention title=t!("teach-versions-title")>
                <p>{t!("teach-versions-text")}</p>
                <ul class="draft-versions" role="list">
                    {move || state.other().map(|row| one(row.text, row.by.name, row.at))}
                    {move || {
                        versions
                            .get()
                            .into_iter()
                            .map(|version| one(version.text, version.by.name, version.at))
                            .collect_view()
                    }}
                </ul>
                <Button
                    kind=ButtonKind::Plain
                    on_press=move |()| {
                        state.choose(state.typed.get_untracked());
                        on_chosen();
                    }
                >
                    {t!("teach-version-keep")}
                </Button>
            </Notice>
        </Show>
    }
}
