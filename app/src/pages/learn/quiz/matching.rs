use super::elements::in_order;
use crate::components::Failure;
use crate::i18n::Localised;
use crate::pages::learn::quiz_session::QuizSession;
use crate::pages::learn::words::{Shown, shown, words_of};
use crate::{t, text};
use leptos::prelude::*;
use shared::records::Pair;

/// Pairs to be put together: each left side has a list of the right sides.
#[component]
pub(super) fn Matching(
    pairs: Vec<Pair>,
    /// In which order the right sides are offered.
    order: Vec<u8>,
    place: usize,
    quiz_session: RwSignal<QuizSession>,
) -> impl IntoView {
    let count = pairs.len();
    let given = Memo::new(move |_| quiz_session.read().pairs(place, count));
    let pairs = StoredValue::new(pairs);
    let order = StoredValue::new(order);
    // The item that lost its answer because it was given to another one.
    let freed = RwSignal::new(None::<usize>);
    let choose = Callback::new(move |(left, right): (usize, Option<u8>)| {
        let lost = quiz_session
            .try_update(|quiz_session| quiz_session.pair(place, count, left, right))
            .flatten();
        freed.set(lost);
    });
    let freed_words = move |left: usize| {
        let item = pairs.with_value(|pairs| pairs.get(left).map(|pair| words_of(&pair.left)))?;
        (freed.get()? == left).then(|| text!("learn-quiz-freed", item = item))
    };
    let rows = pairs
        .with_value(|pairs| pairs.iter().map(|pair| pair.left.clone()).collect::<Vec<_>>())
        .into_iter()
        .enumerate()
        .map(|(left, words)| {
            let id = format!("match-{left}");
            let chosen = Memo::new(move |_| given.read().get(left).copied().flatten());
            view! {
                <div class="matching__pair">
                    <label for=id.clone()>
                        <Localised text=Signal::stored(words) bare=true />
                    </label>
                    <div class="select">
                        <select
                            class="input"
                            id=id
                            on:change:target=move |event| {
                                choose.run((left, event.target().value().parse().ok()));
                            }
                        >
                            <option value="" prop:selected=move || chosen.get().is_none()>
                                {t!("learn-quiz-choose")}
                            </option>
                            {right_sides(pairs, order, chosen)}
                        </select>
                    </div>
                    <Failure words=Signal::derive(move || freed_words(left)) />
                </div>
            }
        })
        .collect_view();
    view! { <div class="matching">{rows}</div> }
}

fn right_sides(
    pairs: StoredValue<Vec<Pair>>,
    order: StoredValue<Vec<u8>>,
    chosen: Memo<Option<u8>>,
) -> impl IntoView {
    let rights = pairs.with_value(|pairs| order.with_value(|order| in_order(pairs, order)));
    rights
        .into_iter()
        .map(|(own, pair)| {
            let Shown { text: words, lang } = shown(pair.right);
            view! {
                <option value=own.to_string() lang=move || lang.get().code() dir=move || lang.get().dir() prop:selected=move || chosen.get() == Some(own)>
                    {words}
                </option>
            }
        })
        .collect_view()
}
