use super::editor::DraftEditor;
use super::work::Clash;
use crate::components::{Button, ButtonKind, KeptWords, Notice, NoticeKind};
use crate::i18n::key_of;
use crate::pages::experiences::changes::WordChanges;
use crate::pages::experiences::words::language_name;
use crate::{t, text};
use leptos::prelude::*;

/// What somebody else changed while it was being changed here: both versions, and a choice for each.
#[component]
pub(super) fn Clashes(
    /// What is being written.
    editor: DraftEditor,
) -> impl IntoView {
    let is_there = Memo::new(move |_| !editor.clashes.read().is_empty());
    view! {
        <Show when=move || is_there.get()>
            <Notice kind=NoticeKind::Attention title=t!("experiences-clash-title") live=true>
                <p>{t!("experiences-clash-text")}</p>
                <For each=move || editor.clashes.get() key=|clash| (clash.section, clash.lang, clash.theirs.clone()) let:clash>
                    <ClashOf editor=editor clash=clash />
                </For>
            </Notice>
        </Show>
    }
}

#[component]
fn ClashOf(editor: DraftEditor, clash: Clash) -> impl IntoView {
    let Clash {
        section,
        lang,
        theirs,
    } = clash.clone();
    let mine = Memo::new(move |_| {
        editor
            .content
            .read()
            .text(section, lang)
            .unwrap_or_default()
            .to_owned()
    });
    let for_theirs = StoredValue::new(clash.clone());
    let before = theirs.clone();
    view! {
        <div class="change">
            <h3>
                {t!(key_of("section", section.word()))}
                " · "
                {move || language_name(lang)}
            </h3>
            <p class="quiet">{t!("experiences-clash-theirs")}</p>
            <KeptWords text=Signal::stored(theirs) lang=lang label=t!("experiences-clash-theirs") />
            <p class="quiet">{t!("experiences-clash-difference")}</p>
            {move || view! { <WordChanges before=before.clone() after=mine.get() lang=lang /> }}
            <div class="button-row">
                <Button kind=ButtonKind::Plain on_press=move |()| editor.keep_mine(&for_theirs.get_value())>
                    {t!("experiences-clash-keep-mine")}
                </Button>
                <Button
                    kind=ButtonKind::Plain
                    on_press=move |()| {
                        editor.take_theirs(&for_theirs.get_value());
                        crate::shell::announce(text!("experiences-clash-taken"));
                    }
                >
                    {t!("experiences-clash-take-theirs")}
                </Button>
            </div>
        </div>
    }
}
