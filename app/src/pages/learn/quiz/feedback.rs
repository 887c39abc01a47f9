use super::elements::ChoiceText;
use crate::components::{Icon, IconKind};
use crate::i18n::Localised;
use crate::pages::learn::reread::lesson_for;
use crate::pages::learn::words::words_of;
use crate::router::{Page, href};
use crate::{format, t, text};
use leptos::prelude::*;
use shared::lang::Translated;
use shared::records::{Answer, Choice, Lesson, LessonHead, ModuleCard, Pair, Question, QuestionKind, Quiz};

/// Each question again: what was answered, what is right, why, and where to read about it.
#[component]
pub(super) fn Feedback(
    card: StoredValue<ModuleCard>,
    quiz: StoredValue<Quiz>,
    answers: Vec<Answer>,
    verdicts: StoredValue<Vec<bool>>,
    lessons: Memo<Vec<Lesson>>,
) -> impl IntoView {
    let items = quiz.with_value(|quiz| {
        quiz.questions
            .iter()
            .zip(answers)
            .zip(verdicts.get_value())
            .enumerate()
            .map(|(place, ((question, answer), is_right))| {
                view! {
                    <QuestionFeedback
                        card=card
                        question=question.clone()
                        answer=answer
                        is_right=is_right
                        place=place
                        lessons=lessons
                    />
                }
            })
            .collect_view()
    });
    view! {
        <section class="quiz__feedback">
            <h2>{t!("learn-quiz-feedback-title")}</h2>
            <ol class="quiz__questions" role="list">
                {items}
            </ol>
        </section>
    }
}

#[component]
fn QuestionFeedback(
    card: StoredValue<ModuleCard>,
    question: Question,
    answer: Answer,
    is_right: bool,
    place: usize,
    lessons: Memo<Vec<Lesson>>,
) -> impl IntoView {
    let parts = match &question.kind {
        QuestionKind::Single(choices)
        | QuestionKind::TrueFalse(choices)
        | QuestionKind::Multiple(choices) => choice_lines(choices, &answer).into_any(),
        QuestionKind::Ordering(items) => order_lines(items, &answer).into_any(),
        QuestionKind::Matching(pairs) => pair_lines(pairs, &answer).into_any(),
    };
    let (verdict, icon, state) = match (&answer, is_right) {
        (_, true) => (t!("learn-quiz-right"), IconKind::Check, "right"),
        (Answer::Skipped, false) => (t!("learn-quiz-skipped"), IconKind::Cross, "wrong"),
        (_, false) => (t!("learn-quiz-wrong"), IconKind::Cross, "wrong"),
    };
    let asked = question.text.clone();
    let explanation = question.explanation.clone();
    let lesson = Memo::new(move |_| {
        if is_right {
            return None;
        }
        let number = lesson_for(&question, &lessons.read())?;
        card.with_value(|card| card.lessons.iter().find(|head| head.number == number).cloned())
    });
    view! {
        <li class="quiz__question">
            <h3>
                <span class="quiz__number">{move || format::count(place + 1)}</span>
                <span>
                    <Localised text=Signal::stored(asked) bare=true />
                </span>
            </h3>
            {parts}
            <div class="feedback" data-result=state>
                <Icon kind=icon />
                <div class="feedback__body">
                    <p>
                        <strong>{verdict}</strong>
                    </p>
                    <p>
                        <Localised text=Signal::stored(explanation) bare=true />
                    </p>
                    {move || lesson.get().map(|head| view! { <RereadLink card=card head=head /> })}
                </div>
            </div>
        </li>
    }
}

#[component]
fn RereadLink(card: StoredValue<ModuleCard>, head: LessonHead) -> impl IntoView {
    let page = Page::Lesson(card.with_value(|card| card.slug.clone()), head.slug.clone());
    view! {
        <p>
            <a href=href(page)>{move || text!("learn-quiz-reread-lesson", lesson = words_of(&head.title))}</a>
        </p>
    }
}

fn choice_lines(choices: &[Choice], answer: &Answer) -> impl IntoView + use<> {
    let taken: Vec<u8> = match answer {
        Answer::One(one) => vec![*one],
        Answer::Many(many) => many.clone(),
        Answer::Order(_) | Answer::Match(_) | Answer::Skipped => Vec::new(),
    };
    let lines = (0_u8..)
        .zip(choices)
        .map(|(own, choice)| {
            let mark = match (taken.contains(&own), choice.correct) {
                (true, true) => Some(("right", IconKind::Check, t!("learn-quiz-your-right-choice"))),
                (true, false) => Some(("wrong", IconKind::Cross, t!("learn-quiz-your-wrong-choice"))),
                (false, true) => Some(("missed", IconKind::Check, t!("learn-quiz-right-choice"))),
                (false, false) => None,
            };
            let result = mark.map(|(result, _, _)| result);
            view! {
                <li class="option option--still" data-result=result>
                    <ChoiceText text=choice.text.clone() />
                    {mark
                        .map(|(_, icon, words)| {
                            view! {
                                <span class="option__result">
                                    <Icon kind=icon />
                                    {words}
                                </span>
                            }
                        })}
                </li>
            }
        })
        .collect_view();
    view! { <ul class="quiz__choices" role="list">{lines}</ul> }
}

/// The right order, each item with the place it was given.
fn order_lines(items: &[Translated], answer: &Answer) -> impl IntoView + use<> {
    let given: Vec<u8> = match answer {
        Answer::Order(order) => order.clone(),
        _ => Vec::new(),
    };
    let lines = (0_u8..)
        .zip(items)
        .map(|(own, item)| {
            let placed = given.iter().position(|other| *other == own);
            let is_right = placed == Some(usize::from(own));
            let result = placed.map(|_| if is_right { "right" } else { "wrong" });
            view! {
                <li class="ordering__item" data-result=result>
                    <span class="ordering__number">{move || format::count(usize::from(own) + 1)}</span>
                    <span class="ordering__text">
                        <Localised text=Signal::stored(item.clone()) bare=true />
                        {placed
                            .filter(|_| !is_right)
                            .map(|placed| {
                                view! {
                                    <span class="option__hint">{t!("learn-quiz-you-placed", place = placed + 1)}</span>
                                }
                            })}
                    </span>
                    {is_right.then(|| view! { <Icon kind=IconKind::Check /> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <p class="quiet">{t!("learn-quiz-right-order")}</p>
        <ol class="ordering">{lines}</ol>
    }
}

/// What goes together, each left side with what it was given.
fn pair_lines(pairs: &[Pair], answer: &Answer) -> impl IntoView + use<> {
    let given: Vec<u8> = match answer {
        Answer::Match(given) => given.clone(),
        _ => Vec::new(),
    };
    let lines = pairs
        .iter()
        .enumerate()
        .map(|(left, pair)| {
            let chosen = given.get(left).map(|right| usize::from(*right));
            let is_right = chosen == Some(left);
            let wrong = chosen
                .filter(|_| !is_right)
                .and_then(|right| pairs.get(right))
                .map(|pair| pair.right.clone());
            view! {
                <div class="matching__pair">
                    <dt>
                        <Localised text=Signal::stored(pair.left.clone()) bare=true />
                    </dt>
                    <dd>
                        <Localised text=Signal::stored(pair.right.clone()) bare=true />
                        {wrong
                            .map(|words| {
                                view! {
                                    <span class="option__hint">
                                        {move || text!("learn-quiz-you-paired", answer = words_of(&words))}
                                    </span>
                                }
                            })}
                    </dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <p class="quiet">{t!("learn-quiz-right-pairs")}</p>
        <dl class="matching">{lines}</dl>
    }
}
