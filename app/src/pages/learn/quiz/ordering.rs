use crate::components::{Icon, IconKind, focus};
use crate::i18n::Localised;
use crate::pages::learn::quiz_session::{Move, QuizSession};
use crate::pages::learn::words::words_of;
use crate::shell::announce;
use crate::{format, text};
use leptos::prelude::*;
use shared::lang::Translated;
use shared::records::{Question, QuestionKind};

/// Items to be put in order, each with a button up and a button down. Dragging is not needed, and would leave out
/// people who cannot drag.
#[component]
pub(super) fn Ordering(
    question: Question,
    place: usize,
    quiz_session: RwSignal<QuizSession>,
) -> impl IntoView {
    let QuestionKind::Ordering(items) = question.kind.clone() else {
        return ().into_any();
    };
    let all = items.len();
    let question = StoredValue::new(question);
    let arrangement =
        Memo::new(move |_| question.with_value(|question| quiz_session.read().arrangement(place, question)));
    let shift = Callback::new(move |(own, to): (u8, Move)| {
        let from = arrangement
            .read_untracked()
            .iter()
            .position(|other| *other == own);
        let Some(from) = from else { return };
        let moved = question
            .with_value(|question| {
                quiz_session.try_update(|quiz_session| quiz_session.shift(place, question, from, to))
            })
            .flatten();
        let item = question.with_value(|question| item_words(question, own));
        match moved {
            Some(now) => {
                announce(text!("learn-quiz-moved", item = item, place = now + 1, all = all));
                // The button moved with its item, and a browser drops the focus of what is moved.
                let button = button_id(own, to);
                request_animation_frame(move || focus::on_id(&button));
            }
            None => announce(text!("learn-quiz-at-end", item = item)),
        }
    });
    let items = StoredValue::new(items);
    view! {
        <ol class="ordering">
            <For each=move || arrangement.get() key=|own| *own let:own>
                {
                    let item = items.with_value(|items| items.get(usize::from(own)).cloned()).unwrap_or_default();
                    let position = Memo::new(move |_| {
                        arrangement.read().iter().position(|other| *other == own).unwrap_or_default()
                    });
                    view! { <OrderingItem item=item own=own position=position all=all on_shift=shift /> }
                }
            </For>
        </ol>
    }
    .into_any()
}

#[component]
fn OrderingItem(
    item: Translated,
    own: u8,
    position: Memo<usize>,
    all: usize,
    on_shift: Callback<(u8, Move)>,
) -> impl IntoView {
    let text = StoredValue::new(item.clone());
    let label = move |to: Move| {
        let item = text.with_value(words_of);
        match to {
            Move::Earlier => text!("learn-quiz-earlier", item = item),
            Move::Later => text!("learn-quiz-later", item = item),
        }
    };
    let is_at_end = move |to: Move| match to {
        Move::Earlier => position.get() == 0,
        Move::Later => position.get() + 1 == all,
    };
    let buttons = [(Move::Earlier, IconKind::Up), (Move::Later, IconKind::Down)]
        .map(|(to, icon)| {
            view! {
                <button
                    class="icon-button"
                    type="button"
                    id=button_id(own, to)
                    aria-label=move || label(to)
                    aria-disabled=move || is_at_end(to).then_some("true")
                    on:click=move |_| on_shift.run((own, to))
                >
                    <Icon kind=icon />
                </button>
            }
        })
        .collect_view();
    view! {
        <li class="ordering__item">
            <span class="ordering__number" aria-hidden="true">
                {move || format::count(position.get() + 1)}
            </span>
            <span class="ordering__text">
                <Localised text=Signal::stored(item) bare=true />
            </span>
            {buttons}
        </li>
    }
}

fn button_id(own: u8, to: Move) -> String {
    match to {
        Move::Earlier => format!("move-{own}-earlier"),
        Move::Later => format!("move-{own}-later"),
    }
}

fn item_words(question: &Question, own: u8) -> String {
    match &question.kind {
        QuestionKind::Ordering(items) => items.get(usize::from(own)).map(words_of).unwrap_or_default(),
        _ => String::new(),
    }
}
