use super::draft::{OfAddress, Writing};
use super::names::{lesson_name, module_name};
use super::order::OrderButtons;
use super::overview::state_label;
use super::problem_list::ProblemList;
use super::settings::Settings;
use super::sides::{SidePanel, SideTabs, Sided, Sides};
use super::taken_out::TakenOut;
use super::trail::trail;
use crate::components::{
    Breadcrumbs, Button, ButtonKind, Confirm, IconKind, LinkButton, Notice, NoticeKind, PageHeader, Question,
    focus,
};
use crate::i18n::{key_of, lang_untracked};
use crate::ids::fresh;
use crate::mutating::Change;
use crate::router::{Page, href};
use crate::shell::{PageTitle, announce, tell};
use crate::{t, text};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shared::ids::LessonId;
use shared::limits;
use shared::mutation::{DiscardModule, OfferModule, TakeBackModule};
use shared::records::{DraftPlace, ModuleDraftState, OutlineChange};

/// A module that is being written: what stands on its page, its lessons, its quiz, and what it lacks.
#[component]
pub(crate) fn TeachModule() -> impl IntoView {
    view! { <OfAddress page=move |writing| view! { <ModulePage writing=writing /> }.into_any() /> }
}

#[component]
fn ModulePage(writing: Writing) -> impl IntoView {
    let title = Signal::derive(move || module_name(writing));
    let sides = Sides::new(writing);
    view! {
        <PageTitle text=title />
        <Breadcrumbs label=t!("learn-breadcrumbs") trail=Signal::derive(move || trail(writing, None)) />
        <PageHeader title=title kicker=move || move || state_label(writing.draft.read().state) />
        {writing.change.failure_view()}
        <State writing=writing />
        <section aria-labelledby="teach-texts">
            <h2 id="teach-texts">{t!("teach-texts")}</h2>
            <SideTabs writing=writing sides=sides />
            <SidePanel writing=writing sides=sides>
                <Sided writing=writing sides=sides place=DraftPlace::Title label=t!("teach-place-title") />
                <Sided writing=writing sides=sides place=DraftPlace::Summary label=t!("teach-place-summary") hint=t!("teach-summary-hint") />
                <Sided writing=writing sides=sides place=DraftPlace::Objectives label=t!("teach-place-objectives") hint=t!("teach-objectives-hint") />
            </SidePanel>
        </section>
        <Lessons writing=writing />
        <section aria-labelledby="teach-quiz">
            <h2 id="teach-quiz">{t!("teach-quiz")}</h2>
            <p>
                <a href=href(Page::TeachQuiz(writing.module))>
                    {t!("teach-quiz-link", count = writing.draft.read().questions().count())}
                </a>
            </p>
        </section>
        <Settings writing=writing />
        <Discard writing=writing />
    }
}

/// What can be done with the whole module, and what is in the way.
#[component]
fn State(writing: Writing) -> impl IntoView {
    let change = Change::new(|| {});
    let offered = Change::new(|| tell(text!("teach-offered-announced")));
    let state = Memo::new(move |_| writing.draft.read().state);
    let has_problems = Memo::new(move |_| {
        !shared::authoring::problems(&writing.draft.read(), &writing.texts.read()).is_empty()
    });
    let module = writing.module;
    let review = move || {
        view! {
            <LinkButton kind=ButtonKind::Plain href=href(Page::TeachReview(module))>{t!("teach-review-link")}</LinkButton>
        }
    };
    let returned = move || {
        let draft = writing.draft.read();
        let returned = draft
            .returned
            .clone()
            .filter(|_| draft.state == ModuleDraftState::Returned)?;
        Some(view! {
            <Notice kind=NoticeKind::Attention title=t!("teach-returned-title", name = returned.by.name.clone())>
                <p>{returned.note}</p>
            </Notice>
        })
    };
    view! {
        {returned}
        <Show when=move || writing.is_overtaken()>
            <Notice kind=NoticeKind::Attention>
                <p>{t!("teach-overtaken")}</p>
            </Notice>
        </Show>
        {change.failure_view()}
        {offered.failure_view()}
        {move || match state.get() {
            ModuleDraftState::Offered => {
                view! {
                    <Notice>
                        <p>{t!("teach-offered-text")}</p>
                        <div class="button-row">
                            <LinkButton href=href(Page::TeachReview(module))>{t!("teach-read-it")}</LinkButton>
                            <Button kind=ButtonKind::Plain on_press=move |()| change.make(TakeBackModule { module })>
                                {t!("teach-take-back")}
                            </Button>
                        </div>
                    </Notice>
                }
                    .into_any()
            }
            ModuleDraftState::Writing | ModuleDraftState::Returned => {
                view! {
                    <section aria-labelledby="teach-missing" class="teach-missing">
                        <h2 id="teach-missing">
                            {move || if has_problems.get() { text!("teach-missing") } else { text!("teach-complete") }}
                        </h2>
                        <ProblemList writing=writing />
                        <div class="button-row">
                            <Button
                                disabled=has_problems
                                on_press=move |()| offered.make(OfferModule { module })
                            >
                                {t!("teach-offer")}
                            </Button>
                            {review()}
                        </div>
                    </section>
                }
                    .into_any()
            }
        }}
    }
}

#[component]
fn Lessons(writing: Writing) -> impl IntoView {
    let all = Memo::new(move |_| writing.draft.read().lessons.clone());
    let taken_out = Memo::new(move |_| {
        let all = all.read();
        let removed = all.iter().filter(|lesson| lesson.removed);
        removed.map(|lesson| lesson.id).collect::<Vec<_>>()
    });
    let listed = move || {
        let listed = all.get().into_iter().filter(|lesson| !lesson.removed);
        listed.collect::<Vec<_>>()
    };
    let count = Memo::new(move |_| all.read().iter().filter(|lesson| !lesson.removed).count());
    let is_full = Memo::new(move |_| all.read().len() >= limits::LESSONS || !writing.is_open());
    let navigate = StoredValue::new_local(use_navigate());
    let add = move |()| {
        let lesson = fresh(LessonId::new);
        writing.make(OutlineChange::Lesson { lesson, at: u32::MAX });
        let path = Page::TeachLesson(writing.module, lesson).path(lang_untracked());
        navigate.with_value(|navigate| navigate(&path, NavigateOptions::default()));
    };
    view! {
        <section aria-labelledby="teach-lessons">
            <h2 id="teach-lessons" tabindex="-1">{t!("teach-lessons")}</h2>
            <Show when=move || count.get() == 0>
                <p class="quiet">{t!("teach-lessons-none")}</p>
            </Show>
            <ol class="row-list" role="list">
                <For each=listed key=|lesson| lesson.id let:lesson>
                    <LessonRow writing=writing id=lesson.id count=count />
                </For>
            </ol>
            <Button kind=ButtonKind::Plain icon=IconKind::Plus disabled=is_full on_press=add>
                {t!("teach-lesson-add")}
            </Button>
            <Show when=move || !taken_out.read().is_empty()>
                <h3>{t!("teach-lessons-removed")}</h3>
                <TakenOut
                    all=taken_out
                    name=move |lesson| lesson_name(writing, lesson)
                    is_closed=Signal::derive(move || !writing.is_open())
                    on_put_back=move |lesson| {
                        writing.make(OutlineChange::Lesson { lesson, at: u32::MAX });
                        focus::on_id("teach-lessons");
                    }
                />
            </Show>
        </section>
    }
}

#[component]
fn LessonRow(writing: Writing, id: LessonId, count: Memo<usize>) -> impl IntoView {
    let at = Memo::new(move |_| {
        let draft = writing.draft.read();
        let place = draft.lessons().position(|lesson| lesson.id == id);
        place.unwrap_or_default()
    });
    let name = Signal::derive(move || lesson_name(writing, id));
    let is_closed = Memo::new(move |_| !writing.is_open());
    let words = move |what: &'static str| text!(key_of("teach-lesson", what), name = name.get());
    let go = move |to: usize| {
        writing.make(OutlineChange::Lesson {
            lesson: id,
            at: u32::try_from(to).unwrap_or(u32::MAX),
        });
        announce(text!(
            "teach-moved",
            name = name.get_untracked(),
            place = to.saturating_add(1)
        ));
        // The row is put elsewhere, which takes the focus from its button.
        request_animation_frame(move || focus::on_id(&format!("lesson-{id}")));
    };
    let remove = move |()| {
        writing.make(OutlineChange::RemoveLesson(id));
        announce(text!("teach-removed", name = name.get_untracked()));
        focus::on_id("teach-lessons");
    };
    view! {
        <li class="row-list__item" id=format!("lesson-{id}") tabindex="-1">
            <div class="row-list__main">
                <p class="row-list__title">
                    <a href=href(Page::TeachLesson(writing.module, id))>
                        {move || text!("teach-lesson-line", number = at.get().saturating_add(1), title = name.get())}
                    </a>
                </p>
            </div>
            <div class="row-list__end">
                <OrderButtons
                    at=at
                    count=count
                    is_closed=is_closed
                    is_needed=is_closed
                    words=words
                    on_move=go
                    on_remove=remove
                />
            </div>
        </li>
    }
}

#[component]
fn Discard(writing: Writing) -> impl IntoView {
    let question = RwSignal::new(None::<Question>);
    let navigate = StoredValue::new_local(use_navigate());
    let change = Change::new(move || {
        tell(text!("teach-discarded"));
        let path = Page::Teach.path(lang_untracked());
        navigate.with_value(|navigate| navigate(&path, NavigateOptions::default()));
    });
    let module = writing.module;
    let ask = move |()| {
        question.set(Some(Question {
            title: text!("teach-discard-title"),
            text: text!("teach-discard-text"),
            action: text!("teach-discard"),
            kind: ButtonKind::Danger,
            yes: Callback::new(move |()| change.make(DiscardModule { module })),
        }));
    };
    view! {
        <p>
            <Button kind=ButtonKind::Quiet on_press=ask>
                {t!("teach-discard")}
            </Button>
        </p>
        {change.failure_view()}
        <Confirm
            id="discard-module"
            question=question
            close_label=t!("common-close")
            cancel_label=t!("common-cancel")
        />
    }
}
