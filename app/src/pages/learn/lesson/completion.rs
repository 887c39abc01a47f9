use crate::components::{Button, ButtonKind, IconKind, LinkButton, Notice, NoticeKind};
use crate::i18n;
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::shell::tell;
use crate::{t, text};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shared::module_progress::{LessonProgressState, ModuleProgress};
use shared::mutation::RecordLesson;
use shared::records::ModuleCard;

/// The way back and the way on: completing the lesson is what leads on.
#[component]
pub(super) fn LessonPager(
    card: StoredValue<ModuleCard>,
    /// ReadingPosition of the lesson that is open.
    place: usize,
    module_progress: Memo<Option<ModuleProgress>>,
    own: Memo<LessonProgressState>,
    /// How many blocks the text has; nothing can be completed that is not here.
    blocks: Signal<u32>,
) -> impl IntoView {
    let failed = RwSignal::new(None::<String>);
    let is_busy = RwSignal::new(false);
    let is_quiz_next = Memo::new(move |_| {
        module_progress
            .read()
            .as_ref()
            .is_some_and(|module_progress| !module_progress.is_passed)
    });
    let next = move || card.with_value(|card| page_after(card, place, is_quiz_next.get_untracked()));
    let navigate = use_navigate();
    let complete = move |()| {
        is_busy.set(true);
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            let record = card.with_value(|card| {
                card.lessons.get(place).map(|head| RecordLesson {
                    module: card.id,
                    lesson: head.id,
                    block: blocks.get_untracked().saturating_sub(1),
                    completed: true,
                })
            });
            let Some(record) = record else { return };
            let kept = use_replica().mutate(record).await;
            is_busy.try_set(false);
            match kept {
                Ok(_) => {
                    tell(text!("learn-lesson-completed-announced"));
                    navigate(&next().path(i18n::lang_untracked()), NavigateOptions::default());
                }
                Err(not_saved) => {
                    failed.try_set(Some(not_saved.words()));
                }
            }
        });
    };
    let complete = Callback::new(complete);
    let is_last = card.with_value(|card| place + 1 >= card.lessons.len());
    let words = move || {
        if !is_last {
            text!("learn-lesson-complete-next")
        } else if is_quiz_next.get() {
            text!("learn-lesson-complete-quiz")
        } else {
            text!("learn-lesson-complete")
        }
    };
    let onward_words = move || {
        if !is_last {
            text!("learn-lesson-next")
        } else if is_quiz_next.get() {
            text!("learn-lesson-to-quiz")
        } else {
            text!("learn-lesson-to-module")
        }
    };
    let previous = place
        .checked_sub(1)
        .and_then(|before| card.with_value(|card| lesson_page(card, before)));
    let onward = Signal::derive(move || {
        card.with_value(|card| page_after(card, place, is_quiz_next.get()))
            .path(i18n::lang())
    });
    view! {
        <div role="alert">
            {move || {
                failed
                    .get()
                    .map(|words| {
                        view! {
                            <Notice kind=NoticeKind::Error live=true>
                                <p>{words}</p>
                            </Notice>
                        }
                    })
            }}
        </div>
        <Show when=move || own.get().is_completed>
            <Notice kind=NoticeKind::Good slim=true>
                <p>{t!("learn-lesson-is-complete")}</p>
            </Notice>
        </Show>
        <nav class="pager" aria-label=t!("learn-lesson-neighbours")>
            {previous
                .map(|page| {
                    view! {
                        <LinkButton kind=ButtonKind::Plain icon=IconKind::Back href=href(page)>
                            {t!("learn-lesson-previous")}
                        </LinkButton>
                    }
                })}
            <Show
                when=move || own.get().is_completed
                fallback=move || {
                    view! {
                        <Button
                            icon=IconKind::Check
                            on_press=complete
                            busy=is_busy
                            disabled=Signal::derive(move || blocks.get() == 0)
                        >
                            {words}
                        </Button>
                    }
                }
            >
                <LinkButton href=onward forward=true>
                    {onward_words}
                </LinkButton>
            </Show>
        </nav>
    }
}

fn lesson_page(card: &ModuleCard, place: usize) -> Option<Page> {
    card.lessons
        .get(place)
        .map(|head| Page::Lesson(card.slug.clone(), head.slug.clone()))
}

/// The next lesson; after the last one the quiz, and the module once the quiz is passed.
fn page_after(card: &ModuleCard, place: usize, is_quiz_next: bool) -> Page {
    lesson_page(card, place + 1).unwrap_or_else(|| {
        if is_quiz_next && card.questions > 0 {
            Page::Quiz(card.slug.clone())
        } else {
            Page::Module(card.slug.clone())
        }
    })
}
