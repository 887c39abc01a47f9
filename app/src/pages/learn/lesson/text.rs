use super::super::absent::NoText;
use super::copying::copy_button;
use super::position::BLOCK;
use super::ticks::use_ticks;
use crate::components::{AsideText, Notice, Prose};
use crate::i18n::{WrittenIn, lang};
use crate::replica::ScopeState;
use crate::router::Page;
use crate::t;
use leptos::prelude::*;
use shared::ids::LessonId;
use shared::lang::Lang;
use shared::markdown::LinkTarget;
use shared::records::{Lesson as LessonBody, ModuleCard};

/// The text in the best language there is, with a note when it is not the wanted one.
#[component]
pub(super) fn LessonText(
    card: StoredValue<ModuleCard>,
    lesson: LessonId,
    body: Memo<Option<LessonBody>>,
    state: Memo<ScopeState>,
) -> impl IntoView {
    let best = Memo::new(move |_| {
        body.read()
            .as_ref()
            .and_then(|body| body.text.best(lang()))
            .map(|(lang, text)| (lang, text.to_owned()))
    });
    let is_here = Memo::new(move |_| best.read().is_some());
    let shown_lang = Memo::new(move |_| best.read().as_ref().map_or_else(lang, |(lang, _)| *lang));
    let source = Signal::derive(move || {
        best.read()
            .as_ref()
            .map(|(_, text)| text.clone())
            .unwrap_or_default()
    });
    let other: Memo<Option<Lang>> =
        Memo::new(move |_| Some(shown_lang.get()).filter(|shown| is_here.get() && *shown != lang()));
    let resolve = Callback::new(move |target: LinkTarget| card.with_value(|card| address_of(card, &target)));
    let ticks = use_ticks(lesson);
    let aside_end = Callback::new(move |aside: AsideText| copy_button(aside));
    view! {
        {move || {
            other
                .get()
                .map(|lang| {
                    view! {
                        <Notice slim=true>
                            <p>{t!("learn-lesson-fallback")} " " <WrittenIn lang=lang /></p>
                        </Notice>
                    }
                })
        }}
        <Show when=move || is_here.get() fallback=move || view! { <NoText state=state /> }>
            <Prose
                source=source
                lang=shown_lang
                id_prefix=BLOCK
                resolve=resolve
                aside_end=aside_end
                ticks=ticks
            />
        </Show>
    }
}

/// Where a link of a lesson leads: the format writes lessons by number, people see addresses with names.
fn address_of(card: &ModuleCard, target: &LinkTarget) -> Option<String> {
    match target {
        LinkTarget::Lesson(number) => card
            .lessons
            .iter()
            .find(|head| u64::from(head.number) == u64::from(*number))
            .map(|head| Page::Lesson(card.slug.clone(), head.slug.clone()).path(lang())),
        other => Some(other.address()),
    }
}
