use crate::components::{Icon, IconKind, Outline};
use crate::pages::learn::words::{Shown, shown};
use crate::router::{Page, href};
use crate::t;
use leptos::prelude::*;
use shared::module_progress::ModuleProgress;
use shared::records::{LessonHead, ModuleCard};

/// The lessons of the module and its quiz; folded on a phone.
#[component]
pub(super) fn LessonOutline(
    card: StoredValue<ModuleCard>,
    module_progress: Memo<Option<ModuleProgress>>,
    /// ReadingPosition of the lesson that is open.
    place: usize,
) -> impl IntoView {
    let lessons = card.with_value(|card| {
        card.lessons
            .iter()
            .enumerate()
            .map(|(index, head)| {
                let is_done = Memo::new(move |_| {
                    module_progress
                        .read()
                        .as_ref()
                        .and_then(|module_progress| module_progress.lessons.get(index))
                        .is_some_and(|lesson| lesson.is_completed)
                });
                view! {
                    <OutlineLine
                        module=card.slug.clone()
                        head=head.clone()
                        is_current=index == place
                        is_done=is_done
                    />
                }
            })
            .collect_view()
    });
    let quiz = card.with_value(|card| (card.questions > 0).then(|| card.slug.clone()));
    let is_passed = Memo::new(move |_| {
        module_progress
            .read()
            .as_ref()
            .is_some_and(|module_progress| module_progress.is_passed)
    });
    view! {
        <Outline summary=t!("learn-lesson-outline")>
            <ol class="outline__list">
                {lessons}
                {quiz
                    .map(|slug| {
                        view! {
                            <li>
                                <a href=href(Page::Quiz(slug)) data-kind="quiz">
                                    <span>{t!("learn-lesson-to-quiz")}</span>
                                    <Done is_done=is_passed />
                                </a>
                            </li>
                        }
                    })}
            </ol>
        </Outline>
    }
}

#[component]
fn OutlineLine(module: String, head: LessonHead, is_current: bool, is_done: Memo<bool>) -> impl IntoView {
    let Shown { text: title, lang } = shown(head.title);
    view! {
        <li>
            <a
                href=href(Page::Lesson(module, head.slug))
                aria-current=is_current.then_some("page")
                data-done=move || is_done.get().then_some("true")
            >
                <span lang=move || lang.get().code() dir=move || lang.get().dir()>
                    {title}
                </span>
                <Done is_done=is_done />
            </a>
        </li>
    }
}

#[component]
fn Done(is_done: Memo<bool>) -> impl IntoView {
    view! {
        <Show when=move || is_done.get()>
            <Icon kind=IconKind::Check />
            <span class="visually-hidden">{t!("learn-lesson-state-done")}</span>
        </Show>
    }
}
