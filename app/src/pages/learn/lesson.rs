mod completion;
mod copying;
mod outline;
mod position;
mod resumed;
mod text;
mod ticks;

use super::absent::{Absent, AbsentPage};
use super::rows::use_learning;
use super::words::{Shown, module_trail, shown};
use crate::components::{Breadcrumbs, Button, ButtonKind, IconKind, PrintedAddress};
use crate::i18n::localised;
use crate::replica::{ScopeState, use_replica};
use crate::router::Page;
use crate::shell::PageTitle;
use crate::t;
use completion::LessonPager;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use outline::LessonOutline;
use position::{ReadingPosition, follow_reading};
use resumed::Resumed;
use shared::module_progress::{LessonProgressState, ModuleProgress};
use shared::records::{Lesson as LessonBody, ModuleCard};
use shared::scope::Scope;
use text::LessonText;

/// One lesson: only its text, how far one is, the outline, and the way on.
#[component]
pub(crate) fn Lesson() -> impl IntoView {
    let learning = use_learning();
    let params = use_params_map();
    let module = learning.of_address();
    let card = Memo::new(move |_| module.get().map(|(card, _)| card));
    let module_progress = Memo::new(move |_| module.get().map(|(_, module_progress)| module_progress));
    let place = Memo::new(move |_| {
        let card = card.read();
        let lessons = &card.as_ref()?.lessons;
        params.with(|params| {
            let slug = params.get_str("lesson")?;
            lessons.iter().position(|head| head.slug == slug)
        })
    });
    let replica = use_replica();
    let body_state = replica.want(move || card.read().as_ref().map(|card| Scope::Module(card.id)));
    let shown = Memo::new(move |_| card.get().zip(place.get()));
    let absent_state = Signal::derive(move || {
        if card.read().is_some() {
            ScopeState::Held
        } else {
            learning.state.get()
        }
    });
    let absent = move || {
        let slug = card.read().as_ref().map(|card| card.slug.clone());
        let what = if slug.is_some() {
            Absent::Lesson
        } else {
            Absent::Module
        };
        view! { <AbsentPage what=what state=absent_state module=slug /> }
    };
    view! {
        <div class="wrap">
            {move || match shown.get() {
                Some((card, place)) => {
                    view! {
                        <LessonPage card=card place=place module_progress=module_progress body_state=body_state />
                    }
                        .into_any()
                }
                None => absent().into_any(),
            }}
        </div>
    }
}

#[component]
fn LessonPage(
    card: ModuleCard,
    place: usize,
    module_progress: Memo<Option<ModuleProgress>>,
    body_state: Memo<ScopeState>,
) -> impl IntoView {
    let card = StoredValue::new(card);
    let head = card.with_value(|card| card.lessons.get(place).cloned());
    let Some(head) = head else {
        return ().into_any();
    };
    let all = card.with_value(|card| card.lessons.len());
    let replica = use_replica();
    let (module_id, lesson_id) = (card.with_value(|card| card.id), head.id);
    let body = replica.one::<LessonBody>(Scope::Module(module_id), lesson_id);
    let own = Memo::new(move |_| {
        module_progress
            .read()
            .as_ref()
            .and_then(|module_progress| module_progress.lessons.get(place).copied())
            .unwrap_or_default()
    });
    let Shown {
        text: title,
        lang: title_lang,
    } = shown(head.title.clone());
    let reading = follow_reading(
        ReadingPosition {
            module: module_id,
            lesson: lesson_id,
        },
        body,
        own,
    );
    let here = Page::Lesson(card.with_value(|card| card.slug.clone()), head.slug.clone());
    let trail = {
        let head = head.clone();
        Signal::derive(move || {
            let here = localised(&head.title).map(|(lang, title)| (title, Some(lang)));
            let here = here.unwrap_or_default();
            card.with_value(|card| module_trail(card, Some(here)))
        })
    };
    let print = move |()| {
        // Without a printer, or when the person closes the dialog, nothing happened.
        let _ = window().print();
    };
    view! {
        <PageTitle text=title />
        <Breadcrumbs label=t!("learn-breadcrumbs") trail=trail />
        <div class="reading">
            <LessonOutline card=card module_progress=module_progress place=place />
            <article class="lesson">
                <ReadingProgress reached=reading.reached blocks=reading.blocks />
                <header class="lesson__head">
                    <div class="article-meta">
                        <span>{t!("learn-lesson-of", number = place + 1, all = all)}</span>
                        <LessonState own=own />
                    </div>
                    <h1 tabindex="-1" lang=move || title_lang.get().code() dir=move || title_lang.get().dir()>
                        {title}
                    </h1>
                    <p class="print-only">
                        {move || card.with_value(|card| super::words::words_of(&card.title))}
                    </p>
                    <Button kind=ButtonKind::Quiet icon=IconKind::Print on_press=print>
                        {t!("learn-lesson-print")}
                    </Button>
                </header>
                <LessonText card=card lesson=lesson_id body=body state=body_state />
                <PrintedAddress page=here />
                <LessonPager card=card place=place module_progress=module_progress own=own blocks=reading.blocks />
            </article>
        </div>
        <Resumed resumed=reading.resumed />
    }
    .into_any()
}

/// Whether it was completed, in a word.
#[component]
fn LessonState(own: Memo<LessonProgressState>) -> impl IntoView {
    view! {
        <Show when=move || own.get().is_completed>
            <span class="state" data-state="good">
                {t!("learn-lesson-state-done")}
            </span>
        </Show>
    }
}

/// How much of the text was read: a thin line that stays at the top of the window.
#[component]
fn ReadingProgress(reached: Signal<u32>, blocks: Signal<u32>) -> impl IntoView {
    view! {
        <progress
            class="reading-progress no-print"
            aria-label=t!("learn-lesson-position")
            value=move || (reached.get() + 1).min(blocks.get().max(1)).to_string()
            max=move || blocks.get().max(1).to_string()
        ></progress>
    }
}
