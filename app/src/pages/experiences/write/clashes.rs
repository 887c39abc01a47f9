use super::choosing::Choice;
use super::editor::{DraftEditor, Mode};
use super::work::Clash;
use crate::components::{Button, ButtonKind, KeptWords, Notice, NoticeKind};
use crate::i18n::key_of;
use crate::pages::experiences::changes::WordChanges;
use crate::pages::experiences::words::language_name;
use crate::{t, text};
use leptos::prelude::*;

/// The element that takes the focus when a draft is to be submitted before its author chose.
pub(super) const CLASHES: &str = "clashes";

/// What somebody else, or the author on another device, changed while it was being changed here: both versions, and a
/// choice for each.
#[component]
pub(super) fn Clashes(
    /// What is being written.
    editor: DraftEditor,
) -> impl IntoView {
    let is_there = Memo::new(move |_| !editor.clashes.read().is_empty());
    let title = Signal::derive(move || match editor.mode {
        Mode::Draft => text!("experiences-versions-title"),
        Mode::Revision => text!("experiences-clash-title"),
    });
    let lead = move || match editor.mode {
        Mode::Draft => text!("experiences-versions-text"),
        Mode::Revision => text!("experiences-clash-text"),
    };
    view! {
        <Show when=move || is_there.get()>
            <div id=CLASHES tabindex="-1">
                <Notice kind=NoticeKind::Attention title=title live=true>
                    <p>{lead}</p>
                    <For
                        each=move || editor.clashes.get()
                        key=|clash| (clash.section, clash.lang, clash.theirs.clone())
                        let:clash
                    >
                        <ClashOf editor=editor clash=clash />
                    </For>
                </Notice>
            </div>
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
    let clash = StoredValue::new(clash);
    let before = theirs.clone();
    let is_removed = theirs.is_empty();
    let can_keep_both = move || editor.mode == Mode::Draft && !is_removed && !mine.read().is_empty();
    let choose = move |choice: Choice, said: String| {
        editor.choose(&clash.get_value(), choice);
        crate::shell::announce(said);
    };
    view! {
        <div class="change">
            <h2>
                {t!(key_of("section", section.word()))}
                " · "
                {move || language_name(lang)}
            </h2>
            <p class="quiet">{t!("experiences-clash-theirs")}</p>
            {if is_removed {
                view! { <p>{t!("experiences-clash-removed")}</p> }.into_any()
            } else {
                view! { <KeptWords text=Signal::stored(theirs) lang=lang label=t!("experiences-clash-theirs") /> }.into_any()
            }}
            <p class="quiet">{t!("experiences-clash-difference")}</p>
            {move || view! { <WordChanges before=before.clone() after=mine.get() lang=lang /> }}
            <div class="button-row">
                <Button
                    kind=ButtonKind::Plain
                    on_press=move |()| choose(Choice::Mine, text!("experiences-clash-kept"))
                >
                    {t!("experiences-clash-keep-mine")}
                </Button>
                <Button
                    kind=ButtonKind::Plain
                    on_press=move |()| choose(Choice::Theirs, text!("experiences-clash-taken"))
                >
                    {t!("experiences-clash-take-theirs")}
                </Button>
                <Show when=can_keep_both>
                    <Button
                        kind=ButtonKind::Plain
                        on_press=move |()| choose(Choice::Both, text!("experiences-clash-both-kept"))
                    >
                        {t!("experiences-clash-keep-both")}
                    </Button>
                </Show>
            </div>
        </div>
    }
}
