use super::later;
use crate::components::{Button, ButtonKind};
use crate::i18n::{Localised, PersonName};
use crate::pages::experiences::permissions::may_take_part;
use crate::pages::experiences::words::collectivity;
use crate::replica::use_replica;
use crate::{format, t};
use leptos::prelude::*;
use shared::access::{Action, may};
use shared::ids::CommentId;
use shared::records::{Comment, Experience};
use std::collections::{BTreeMap, BTreeSet};

/// A comment with its answers.
#[component]
pub(super) fn CommentThread(
    /// The experience it stands under.
    held: Memo<Experience>,
    /// The comment.
    root: CommentId,
    /// The answers that are shown under each first comment.
    answers: Memo<BTreeMap<CommentId, Vec<CommentId>>>,
    /// All comments.
    comments: Memo<BTreeMap<CommentId, Comment>>,
    /// Those that only this device has.
    unsent: Memo<BTreeSet<CommentId>>,
    /// Called with the comment to report.
    #[prop(into)]
    on_report: Callback<CommentId>,
    /// Called with the comment to take away.
    #[prop(into)]
    on_remove: Callback<CommentId>,
) -> impl IntoView {
    let answers = Memo::new(move |_| answers.read().get(&root).cloned().unwrap_or_default());
    let is_answering = RwSignal::new(false);
    view! {
        <li>
            <CommentLine held=held id=root comments=comments unsent=unsent on_report=on_report on_remove=on_remove on_answer=move |()| is_answering.set(true) />
            <ol class="conversation__answers">
                <For each=move || answers.get() key=|answer| *answer let:answer>
                    <li>
                        <CommentLine
                            held=held
                            id=answer
                            comments=comments
                            unsent=unsent
                            on_report=on_report
                            on_remove=on_remove
                            on_answer=move |()| is_answering.set(true)
                        />
                    </li>
                </For>
            </ol>
            <Show when=move || is_answering.get()>
                <div class="conversation__answers">
                    {later::writing(
                        held.read_untracked().id,
                        Some(root),
                        Some(Callback::new(move |()| is_answering.set(false))),
                    )}
                </div>
            </Show>
        </li>
    }
}

#[component]
fn CommentLine(
    held: Memo<Experience>,
    id: CommentId,
    comments: Memo<BTreeMap<CommentId, Comment>>,
    unsent: Memo<BTreeSet<CommentId>>,
    on_report: Callback<CommentId>,
    on_remove: Callback<CommentId>,
    #[prop(into)] on_answer: Callback<()>,
) -> impl IntoView {
    let identity = use_replica().identity();
    let comment = Memo::new(move |_| comments.read().get(&id).cloned());
    let is_waiting = Memo::new(move |_| unsent.read().contains(&id));
    let drawn = move || {
        let comment = comment.get()?;
        if comment.removed {
            return Some(
                view! {
                    <div class="comment">
                        <p class="quiet">{t!("experiences-comment-removed")}</p>
                    </div>
                }
                .into_any(),
            );
        }
        let may_remove = may(
            &identity.read(),
            Action::RemoveComment {
                writer: comment.author.person,
                collectivity: held.read().collectivity,
            },
        )
        .is_ok();
        let is_own = comment.author.person == identity.read().person;
        let place = comment
            .author
            .collectivity
            .and_then(collectivity)
            .map(|one| one.name);
        let at = comment.at;
        Some(
            view! {
                <article class="comment" data-state=move || is_waiting.get().then_some("waiting")>
                    <p class="comment__head">
                        <span class="comment__author">
                            <PersonName name=comment.author.name />
                        </span>
                        {place
                            .map(|place| view! { <bdi><Localised text=Signal::stored(place) bare=true /></bdi> })}
                        <span>{move || format::moment(at)}</span>
                    </p>
                    <div class="comment__body" lang=comment.lang.code() dir=comment.lang.dir()>
                        {comment.text}
                    </div>
                    <div class="comment__foot no-print">
                        <Show when=move || is_waiting.get()>
                            <span>{t!("experiences-comment-waiting")}</span>
                        </Show>
                        <Show when=may_take_part>
                            <Button kind=ButtonKind::Quiet on_press=on_answer>
                                {t!("experiences-comment-answer")}
                            </Button>
                            {may_remove
                                .then(|| {
                                    view! {
                                        <Button kind=ButtonKind::Quiet on_press=move |()| on_remove.run(id)>
                                            {t!("experiences-comment-remove")}
                                        </Button>
                                    }
                                })}
                            {(!is_own)
                                .then(|| {
                                    view! {
                                        <Button kind=ButtonKind::Quiet on_press=move |()| on_report.run(id)>
                                            {t!("experiences-comment-report")}
                                        </Button>
                                    }
                                })}
                        </Show>
                    </div>
                </article>
            }
            .into_any(),
        )
    };
    view! { {drawn} }
}
