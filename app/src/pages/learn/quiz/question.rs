use super::elements::{ChoiceText, HEADING, in_order};
use super::matching::Matching;
use super::ordering::Ordering;
use crate::i18n::Localised;
use crate::pages::learn::quiz_session::{Draft, QuizSession};
use crate::{t, text};
use leptos::prelude::*;
use shared::records::{Choice, Question, QuestionKind};

/// One question with what can be answered.
#[component]
pub(super) fn QuestionFields(
    question: Question,
    place: usize,
    quiz_session: RwSignal<QuizSession>,
) -> impl IntoView {
    let order = quiz_session.with_untracked(|quiz_session| quiz_session.order(place, &question));
    let hint = match question.kind {
        QuestionKind::Single(_) => t!("learn-quiz-hint-single"),
        QuestionKind::Multiple(_) => t!("learn-quiz-hint-multiple"),
        QuestionKind::TrueFalse(_) => t!("learn-quiz-hint-true-false"),
        QuestionKind::Ordering(_) => t!("learn-quiz-hint-ordering"),
        QuestionKind::Matching(_) => t!("learn-quiz-hint-matching"),
    };
    let asked = question.text.clone();
    let fields = match &question.kind {
        QuestionKind::Single(choices) | QuestionKind::TrueFalse(choices) => {
            one_of(choices, order, place, quiz_session).into_any()
        }
        QuestionKind::Multiple(choices) => any_of(choices, order, place, quiz_session).into_any(),
        QuestionKind::Ordering(_) => {
            view! { <Ordering question=question.clone() place=place quiz_session=quiz_session /> }.into_any()
        }
        QuestionKind::Matching(pairs) => {
            view! { <Matching pairs=pairs.clone() order=order place=place quiz_session=quiz_session /> }
                .into_any()
        }
    };
    view! {
        <fieldset class="question" aria-describedby="question-hint">
            <legend class="question__text">
                <h1 id=HEADING tabindex="-1">
                    <span class="visually-hidden">
                        {move || {
                            let all = quiz_session.with(|quiz_session| quiz_session.drafts.len());
                            text!("learn-quiz-question-of", number = place + 1, all = all)
                        }} " "
                    </span>
                    <Localised text=Signal::stored(asked) />
                </h1>
            </legend>
            <p class="question__hint" id="question-hint">
                {hint}
            </p>
            {fields}
        </fieldset>
    }
}

fn one_of(
    choices: &[Choice],
    order: Vec<u8>,
    place: usize,
    quiz_session: RwSignal<QuizSession>,
) -> impl IntoView + use<> {
    in_order(choices, &order)
        .into_iter()
        .map(|(own, choice)| {
            let is_chosen = move || quiz_session.read().drafts.get(place) == Some(&Draft::One(own));
            view! {
                <label class="option">
                    <input
                        type="radio"
                        name=format!("question-{place}")
                        value=own.to_string()
                        prop:checked=is_chosen
                        on:change=move |_| quiz_session.update(|quiz_session| quiz_session.choose(place, own))
                    />
                    <ChoiceText text=choice.text />
                </label>
            }
        })
        .collect_view()
}

fn any_of(
    choices: &[Choice],
    order: Vec<u8>,
    place: usize,
    quiz_session: RwSignal<QuizSession>,
) -> impl IntoView + use<> {
    in_order(choices, &order)
        .into_iter()
        .map(|(own, choice)| {
            let is_chosen = move || {
                matches!(quiz_session.read().drafts.get(place), Some(Draft::Many(taken)) if taken.contains(&own))
            };
            view! {
                <label class="option">
                    <input
                        type="checkbox"
                        name=format!("question-{place}")
                        value=own.to_string()
                        prop:checked=is_chosen
                        on:change=move |_| quiz_session.update(|quiz_session| quiz_session.toggle(place, own))
                    />
                    <ChoiceText text=choice.text />
                </label>
            }
        })
        .collect_view()
}
