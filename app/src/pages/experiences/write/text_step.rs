use super::editor::DraftEditor;
use super::needed::Needed;
use crate::components::{Button, ButtonKind, InputKind, Tab, TabButtons, TextArea, TextField};
use crate::i18n::key_of;
use crate::pages::experiences::words::own_name;
use crate::{t, text};
use leptos::prelude::*;
use shared::lang::Lang;
use shared::markdown::tidy_lists;
use shared::records::{Change, Section};

/// From how much of its limit on a text says how long it is.
const NEARLY_FULL: usize = 80;

/// One or two sections in two languages, each with what to write and an example.
#[component]
pub(super) fn TextStep(
    /// What is being written.
    editor: DraftEditor,
    /// Which sections.
    sections: &'static [Section],
) -> impl IntoView {
    let shows_second = RwSignal::new(false);
    let tabs = Signal::derive(move || {
        [editor.first.get(), editor.second.get()]
            .map(|one| Tab {
                key: one.code().to_owned(),
                label: own_name(one).to_owned(),
                label_lang: Some(one),
                state: None,
            })
            .to_vec()
    });
    let shown = move || {
        if shows_second.get() {
            editor.second.get()
        } else {
            editor.first.get()
        }
    };
    let parts = sections
        .iter()
        .map(|section| view! { <Part editor=editor section=*section shows_second=shows_second /> })
        .collect_view();
    view! {
        <div class="composer__tabs">
            <TabButtons
                id="sides"
                label=t!("experiences-languages-written")
                tabs=tabs
                chosen=Signal::derive(move || shown().code().to_owned())
                on_choose=move |code: String| shows_second.set(code == editor.second.get_untracked().code())
            />
        </div>
        <div id="sides-panel">{parts}</div>
    }
}

/// One section.
#[component]
fn Part(editor: DraftEditor, section: Section, shows_second: RwSignal<bool>) -> impl IntoView {
    let is_needed = Section::NEEDED.contains(&section);
    view! {
        {is_needed.then(|| view! { <Needed editor=editor field=section.word() /> })}
        <p class="composer__hint">{t!(key_of("experiences-hint", section.word()))}</p>
        <details class="composer__example">
            <summary>{t!("experiences-example")}</summary>
            <p>{t!(key_of("experiences-example", section.word()))}</p>
        </details>
        <div class="composer__sides composer__sides--two">
            <Side editor=editor section=section lang=editor.first.into() is_shown=Signal::derive(move || !shows_second.get()) place="first" />
            <Side editor=editor section=section lang=editor.second.into() is_shown=shows_second.into() place="second" />
        </div>
    }
}

/// One section in one language.
#[component]
fn Side(
    editor: DraftEditor,
    section: Section,
    lang: Signal<Lang>,
    is_shown: Signal<bool>,
    place: &'static str,
) -> impl IntoView {
    let words = Memo::new(move |_| {
        editor
            .content
            .read()
            .text(section, lang.get())
            .unwrap_or_default()
            .to_owned()
    });
    // What is in the field while it is being typed: a blank text counts as none in the content, but the blank that
    // somebody is typing must not vanish under their hands.
    let typed = RwSignal::new(words.get_untracked());
    Effect::new(move |before: Option<Lang>| {
        let now = lang.get();
        let words = words.get();
        if before != Some(now) || typed.get_untracked().trim() != words.trim() {
            typed.set(words);
        }
        now
    });
    let edit = move |text: String| {
        typed.set(text.clone());
        editor.edit(&Change::Text {
            section,
            lang: lang.get_untracked(),
            text,
            seen: Vec::new(),
        });
    };
    // Readers see the list in either form; the author may want to go on in the tidy one.
    let tidied = Memo::new(move |_| tidy_lists(&typed.read()));
    let tidy = move |()| {
        if let Some(text) = tidied.get_untracked() {
            edit(text);
        }
    };
    let length = Memo::new(move |_| typed.read().chars().count());
    let error = Signal::derive(move || {
        let limit = section.limit();
        (length.get() > limit).then(|| text!("experiences-too-long", length = length.get(), limit = limit))
    });
    let is_nearly_full = Memo::new(move |_| length.get() * 100 > section.limit() * NEARLY_FULL);
    let label = t!(key_of("section", section.word()));
    let language = Signal::derive(move || own_name(lang.get()).to_owned());
    let id = format!("{}-{place}", section.word());
    view! {
        <div
            class="composer__side"
            lang=move || lang.get().code()
            dir=move || lang.get().dir()
            data-shown=move || is_shown.get().then_some("yes")
        >
            {if section == Section::Title {
                view! {
                    <TextField id=id label=label optional=language error=error kind=InputKind::Text lang=lang value=typed on_input=edit />
                }
                    .into_any()
            } else {
                let rows = if section == Section::Summary { 4 } else { 10 };
                view! {
                    <TextArea
                        id=id
                        label=label
                        optional=language
                        error=error
                        lang=lang
                        value=typed
                        on_input=edit
                        on_leave=move |()| editor.flush()
                        rows=rows
                    >
                        <Show when=move || tidied.read().is_some()>
                            <Button kind=ButtonKind::Plain on_press=tidy>
                                {t!("experiences-tidy-lists")}
                            </Button>
                        </Show>
                        <Show when=move || is_nearly_full.get()>
                            <span>{t!("experiences-length", length = length.get(), limit = section.limit())}</span>
                        </Show>
                    </TextArea>
                }
                    .into_any()
            }}
        </div>
    }
}
