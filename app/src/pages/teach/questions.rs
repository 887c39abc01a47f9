use super::draft::{OfAddress, Writing};
use super::names::{lesson_name, question_name};
use super::order::OrderButtons;
use super::sides::{SidePanel, SideTabs, Sided, Sides};
use super::taken_out::TakenOut;
use super::trail::trail;
use crate::components::{
    Breadcrumbs, Button, ButtonKind, Choice, IconKind, LinkButton, PageHeader, SelectField, focus,
};
use crate::i18n::key_of;
use crate::ids::fresh;
use crate::router::{Page, href};
use crate::shell::{PageTitle, announce};
use crate::{t, text};
use leptos::prelude::*;
use shared::ids::{PartId, QuestionId};
use shared::limits;
use shared::records::{DraftPlace, OutlineChange, PartDraft, QuestionDraft, QuestionDraftKind};

/// The quiz of a module that is being written.
#[component]
pub(crate) fn TeachQuiz() -> impl IntoView {
    view! { <OfAddress page=move |writing| view! { <QuizPage writing=writing /> }.into_any() /> }
}

#[component]
fn QuizPage(writing: Writing) -> impl IntoView {
    let title = t!("teach-quiz");
    let sides = Sides::new(writing);
    let listed = move || {
        let draft = writing.draft.read();
        draft.questions().map(|question| question.id).collect::<Vec<_>>()
    };
    let taken_out = Memo::new(move |_| {
        let draft = writing.draft.read();
        let removed = draft.questions.iter().filter(|question| question.removed);
        removed.map(|question| question.id).collect::<Vec<_>>()
    });
    let put_back = move |id: QuestionId| {
        let held = writing.draft.with_untracked(|draft| {
            let mut questions = draft.questions.iter();
            questions.find(|question| question.id == id).cloned()
        });
        if let Some(question) = held {
            writing.make(OutlineChange::Question {
                question,
                at: u32::MAX,
            });
            focus::on_id("teach-questions");
        }
    };
    let count = Memo::new(move |_| writing.draft.read().questions().count());
    view! {
        <PageTitle text=title />
        <Breadcrumbs label=t!("learn-breadcrumbs") trail=Signal::derive(move || trail(writing, Some(title.get()))) />
        <PageHeader title=title lead=t!("teach-quiz-lead") />
        {writing.change.failure_view()}
        <SideTabs writing=writing sides=sides />
        <SidePanel writing=writing sides=sides>
            <ol class="draft-questions" id="teach-questions" tabindex="-1">
                <For each=listed key=|id| *id let:id>
                    <OneQuestion writing=writing sides=sides id=id count=count />
                </For>
            </ol>
            <Show when=move || count.get() == 0>
                <p class="quiet">{t!("teach-questions-none")}</p>
            </Show>
        </SidePanel>
        <AddQuestion writing=writing />
        <Show when=move || !taken_out.read().is_empty()>
            <h2>{t!("teach-questions-removed")}</h2>
            <TakenOut
                all=taken_out
                name=move |question| question_name(writing, question)
                is_closed=Signal::derive(move || !writing.is_open())
                on_put_back=put_back
            />
        </Show>
        <div class="button-row">
            <LinkButton kind=ButtonKind::Plain href=href(Page::TeachModule(writing.module))>
                {t!("teach-to-module")}
            </LinkButton>
        </div>
    }
}

#[component]
fn AddQuestion(writing: Writing) -> impl IntoView {
    let is_full =
        Memo::new(move |_| writing.draft.read().questions.len() >= limits::QUESTIONS || !writing.is_open());
    let add = move |kind: QuestionDraftKind| {
        let part = |correct| PartDraft {
            id: fresh(PartId::new),
            correct,
            removed: false,
        };
        let question = QuestionDraft {
            id: fresh(QuestionId::new),
            kind,
            parts: vec![part(kind.has_choices()), part(false)],
            lesson: None,
            removed: false,
        };
        let id = question.id;
        writing.make(OutlineChange::Question {
            question,
            at: u32::MAX,
        });
        // Once it is on the page.
        request_animation_frame(move || {
            request_animation_frame(move || focus::on_id(&format!("question-{id}")));
        });
    };
    view! {
        <section aria-labelledby="teach-add-question">
            <h2 id="teach-add-question">{t!("teach-question-add")}</h2>
            <div class="button-row">
                {QuestionDraftKind::ALL
                    .into_iter()
                    .map(|kind| {
                        view! {
                            <Button
                                kind=ButtonKind::Plain
                                icon=IconKind::Plus
                                disabled=is_full
                                on_press=move |()| add(kind)
                            >
                                {t!(key_of("teach-kind", kind.word()))}
                            </Button>
                        }
                    })
                    .collect_view()}
            </div>
        </section>
    }
}

#[component]
fn OneQuestion(writing: Writing, sides: Sides, id: QuestionId, count: Memo<usize>) -> impl IntoView {
    let at = Memo::new(move |_| {
        let draft = writing.draft.read();
        let place = draft.questions().position(|question| question.id == id);
        place.unwrap_or_default()
    });
    let question = Memo::new(move |_| {
        let draft = writing.draft.read();
        draft.questions.iter().find(|question| question.id == id).cloned()
    });
    let is_closed = Memo::new(move |_| !writing.is_open());
    let number = move || at.get().saturating_add(1);
    // Makes the question otherwise, where it stands or at another place.
    let make = move |at: usize, change: &dyn Fn(&mut QuestionDraft)| {
        if let Some(mut question) = question.get_untracked() {
            change(&mut question);
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            writing.make(OutlineChange::Question { question, at });
        }
    };
    let words = move |what: &'static str| text!(key_of("teach-question", what), number = number());
    let go = move |to: usize| {
        make(to, &|_| {});
        announce(text!("teach-question-moved", place = to.saturating_add(1)));
        // The question is put elsewhere, which takes the focus from its button.
        request_animation_frame(move || focus::on_id(&format!("question-{id}")));
    };
    let remove = move |()| {
        writing.make(OutlineChange::RemoveQuestion(id));
        announce(text!("teach-question-removed"));
        focus::on_id("teach-questions");
    };
    let kind = question.with_untracked(|question| question.as_ref().map(|question| question.kind));
    let lessons = Signal::derive(move || {
        let draft = writing.draft.read();
        let none = Choice::new("", text!("teach-question-no-lesson"));
        let all = draft
            .lessons()
            .map(|lesson| Choice::new(lesson.id.to_string(), lesson_name(writing, lesson.id)));
        std::iter::once(none).chain(all).collect::<Vec<_>>()
    });
    let lesson = Signal::derive(move || {
        let question = question.read();
        let lesson = question.as_ref().and_then(|question| question.lesson);
        lesson.map_or_else(String::new, |lesson| lesson.to_string())
    });
    view! {
        <li class="draft-question" id=format!("question-{id}") tabindex="-1">
            <div class="draft-question__head">
                <h2>
                    {move || text!("teach-question-number", number = number())} " · "
                    {kind.map(|kind| t!(key_of("teach-kind", kind.word())))}
                </h2>
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
            <Sided writing=writing sides=sides place=DraftPlace::Question(id) label=t!("teach-question-text") />
            {kind
                .map(|kind| {
                    view! { <Parts writing=writing sides=sides question=question kind=kind at=at /> }
                })}
            <Sided
                writing=writing
                sides=sides
                place=DraftPlace::Explanation(id)
                label=t!("teach-question-explanation")
                hint=t!("teach-question-explanation-hint")
            />
            <fieldset class="fieldset" disabled=move || is_closed.get()>
            <SelectField
                id=format!("question-{id}-lesson")
                label=t!("teach-question-lesson")
                choices=lessons
                value=lesson
                on_change=move |chosen: String| {
                    let chosen = chosen.parse().ok();
                    make(at.get_untracked(), &|question| question.lesson = chosen);
                }
            />
            </fieldset>
        </li>
    }
}

/// The choices, items or pairs of a question.
#[component]
fn Parts(
    writing: Writing,
    sides: Sides,
    question: Memo<Option<QuestionDraft>>,
    kind: QuestionDraftKind,
    at: Memo<usize>,
) -> impl IntoView {
    let parts: Memo<Vec<PartDraft>> = Memo::new(move |_| {
        let question = question.read();
        let parts = question
            .as_ref()
            .map(|question| question.parts().copied().collect());
        parts.unwrap_or_default()
    });
    let make = move |change: &dyn Fn(&mut Vec<PartDraft>)| {
        if let Some(mut question) = question.get_untracked() {
            change(&mut question.parts);
            let at = u32::try_from(at.get_untracked()).unwrap_or(u32::MAX);
            writing.make(OutlineChange::Question { question, at });
        }
    };
    let can_add = kind != QuestionDraftKind::TrueFalse;
    let is_full = Memo::new(move |_| parts.read().len() >= limits::PARTS_MOST || !writing.is_open());
    let is_least = Memo::new(move |_| parts.read().len() <= limits::PARTS_LEAST || !writing.is_open());
    let part_label = match kind {
        QuestionDraftKind::Ordering => "teach-part-item",
        QuestionDraftKind::Matching => "teach-part-left",
        QuestionDraftKind::Single | QuestionDraftKind::Multiple | QuestionDraftKind::TrueFalse => {
            "teach-part-choice"
        }
    };
    let words = move |what: &'static str, number: usize| match kind.has_choices() {
        true => text!(key_of("teach-choice", what), number = number),
        false => text!(key_of("teach-item", what), number = number),
    };
    let Some(id) = question.with_untracked(|question| question.as_ref().map(|question| question.id)) else {
        return ().into_any();
    };
    let row = move |part: PartDraft| {
        let part_id = part.id;
        let place = Memo::new(move |_| {
            let place = parts.read().iter().position(|one| one.id == part_id);
            place.unwrap_or_default()
        });
        let is_correct = Memo::new(move |_| {
            let parts = parts.read();
            parts.iter().any(|one| one.id == part_id && one.correct)
        });
        let choose = move |_| {
            make(&|parts| {
                for one in parts.iter_mut() {
                    if one.id == part_id {
                        one.correct = kind != QuestionDraftKind::Multiple || !one.correct;
                    } else if kind != QuestionDraftKind::Multiple {
                        one.correct = false;
                    }
                }
            });
        };
        let go = move |to: usize| {
            make(&|parts| {
                // Those that were taken out stand among the others.
                let among = parts.iter().enumerate().filter(|(_, part)| !part.removed);
                let among: Vec<usize> = among.map(|(at, _)| at).collect();
                let from = parts.iter().position(|one| one.id == part_id);
                if let (Some(from), Some(to)) = (from, among.get(to)) {
                    parts.swap(from, *to);
                }
            });
            announce(text!("teach-part-moved", place = to.saturating_add(1)));
            // The part is put elsewhere, which takes the focus from its button.
            request_animation_frame(move || focus::on_id(&format!("part-{part_id}")));
        };
        let remove = move |()| {
            make(&|parts| {
                if let Some(taken) = parts.iter_mut().find(|one| one.id == part_id) {
                    (taken.removed, taken.correct) = (true, false);
                }
            });
            announce(text!("teach-part-removed"));
            focus::on_id(&format!("question-{id}"));
        };
        view! {
            <li class="draft-part" id=format!("part-{part_id}") tabindex="-1">
                {kind
                    .has_choices()
                    .then(|| {
                        view! {
                            <label class="option draft-part__right">
                                <input
                                    type=if kind == QuestionDraftKind::Multiple { "checkbox" } else { "radio" }
                                    name=format!("right-{id}")
                                    prop:checked=move || is_correct.get()
                                    disabled=move || !writing.is_open()
                                    on:change=choose
                                />
                                <span class="option__text">{t!("teach-part-right", number = place.get() + 1)}</span>
                            </label>
                        }
                    })}
                <Sided
                    writing=writing
                    sides=sides
                    place=DraftPlace::Part(id, part_id)
                    label=t!(part_label, number = place.get() + 1)
                />
                {(kind == QuestionDraftKind::Matching)
                    .then(|| {
                        view! {
                            <Sided
                                writing=writing
                                sides=sides
                                place=DraftPlace::Right(id, part_id)
                                label=t!("teach-part-assigned", number = place.get() + 1)
                            />
                        }
                    })}
                <div class="row">
                    <OrderButtons
                        at=place
                        count=Signal::derive(move || parts.read().len())
                        is_closed=Signal::derive(move || !writing.is_open())
                        is_needed=is_least
                        words=move |what: &'static str| words(what, place.get() + 1)
                        on_move=go
                        on_remove=remove
                    />
                </div>
            </li>
        }
    };
    view! {
        <ol class="draft-parts">
            <For each=move || parts.get() key=|part| part.id children=row />
        </ol>
        {can_add
            .then(|| {
                view! {
                    <Button
                        kind=ButtonKind::Quiet
                        icon=IconKind::Plus
                        disabled=is_full
                        on_press=move |()| {
                            let id = fresh(PartId::new);
                            make(&|parts| parts.push(PartDraft { id, correct: false, removed: false }));
                            request_animation_frame(move || {
                                request_animation_frame(move || focus::on_id(&format!("part-{id}")));
                            });
                        }
                    >
                        {move || words("add", 0)}
                    </Button>
                }
            })}
    }
    .into_any()
}
