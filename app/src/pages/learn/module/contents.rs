use crate::components::{Icon, IconKind, StateKind, StateLabel};
use crate::pages::learn::words::{Shown, shown};
use crate::router::{Page, href};
use crate::{format, t, text};
use leptos::prelude::*;
use shared::module_progress::{LessonProgressState, ModuleProgress};
use shared::records::{LessonHead, ModuleCard};

/// The lessons, the quiz and the certificate, each with how far one is.
#[component]
pub(super) fn Contents(
    card: StoredValue<ModuleCard>,
    module_progress: Memo<Option<ModuleProgress>>,
) -> impl IntoView {
    let lessons = move || {
        card.with_value(|card| {
            card.lessons
                .iter()
                .enumerate()
                .map(|(place, head)| {
                    let state = Memo::new(move |_| {
                        module_progress
                            .read()
                            .as_ref()
                            .and_then(|module_progress| module_progress.lessons.get(place).copied())
                            .unwrap_or_default()
                    });
                    view! { <LessonRow module=card.slug.clone() head=head.clone() place=place state=state /> }
                })
                .collect_view()
        })
    };
    let has_quiz = card.with_value(|card| card.questions > 0);
    view! {
        <section class="module__part">
            <h2>{t!("learn-module-contents")}</h2>
            <ol class="row-list contents" role="list">
                {lessons}
                {has_quiz.then(|| view! { <QuizRow card=card module_progress=module_progress /> })}
                {has_quiz.then(|| view! { <CertificateRow module_progress=module_progress /> })}
            </ol>
        </section>
    }
}

#[component]
fn LessonRow(
    module: String,
    head: LessonHead,
    place: usize,
    state: Memo<LessonProgressState>,
) -> impl IntoView {
    let Shown { text: title, lang } = shown(head.title);
    let words = move || {
        let state = state.get();
        if state.is_completed {
            Some((StateKind::Good, text!("learn-lesson-state-done")))
        } else {
            state
                .block
                .map(|_| (StateKind::Waiting, text!("learn-lesson-state-begun")))
        }
    };
    view! {
        <li class="row-list__item">
            <span class="contents__number" aria-hidden="true">
                {move || format::count(place + 1)}
            </span>
            <div class="row-list__main">
                <p class="row-list__title">
                    <a href=href(Page::Lesson(module, head.slug)) lang=move || lang.get().code() dir=move || lang.get().dir()>
                        {title}
                    </a>
                </p>
            </div>
            <div class="row-list__end">
                {move || words().map(|(kind, words)| view! { <StateLabel kind=kind text=words /> })}
            </div>
        </li>
    }
}

#[component]
fn QuizRow(card: StoredValue<ModuleCard>, module_progress: Memo<Option<ModuleProgress>>) -> impl IntoView {
    let about = move || {
        card.with_value(|card| {
            let questions = usize::try_from(card.questions).unwrap_or_default();
            text!(
                "learn-module-quiz-about",
                questions = text!("learn-count-questions", count = questions),
                percent = format::percent(card.pass_percent)
            )
        })
    };
    let result = move || {
        let module_progress = module_progress.get()?;
        let best = format::percent(module_progress.best_percent?);
        Some(if module_progress.is_passed {
            (StateKind::Good, text!("learn-module-quiz-passed", percent = best))
        } else {
            (
                StateKind::Attention,
                text!("learn-module-quiz-best", percent = best),
            )
        })
    };
    let slug = card.with_value(|card| card.slug.clone());
    view! {
        <li class="row-list__item">
            <span class="contents__number" aria-hidden="true">
                <Icon kind=IconKind::Edit />
            </span>
            <div class="row-list__main">
                <p class="row-list__title">
                    <a href=href(Page::Quiz(slug))>{t!("learn-module-quiz")}</a>
                </p>
                <p class="quiet small">{about}</p>
            </div>
            <div class="row-list__end">
                {move || result().map(|(kind, words)| view! { <StateLabel kind=kind text=words /> })}
            </div>
        </li>
    }
}

#[component]
fn CertificateRow(module_progress: Memo<Option<ModuleProgress>>) -> impl IntoView {
    let number = Memo::new(move |_| {
        module_progress
            .get()
            .and_then(|module_progress| module_progress.certificate)
    });
    view! {
        <li class="row-list__item">
            <span class="contents__number" aria-hidden="true">
                <Icon kind=IconKind::Experiences />
            </span>
            <div class="row-list__main">
                <p class="row-list__title">
                    {move || match number.get() {
                        Some(number) => {
                            view! { <a href=href(Page::Certificate(number))>{t!("learn-module-certificate")}</a> }
                                .into_any()
                        }
                        None => view! { <span>{t!("learn-module-certificate")}</span> }.into_any(),
                    }}
                </p>
                <p class="quiet small">{t!("learn-module-certificate-about")}</p>
            </div>
        </li>
    }
}
