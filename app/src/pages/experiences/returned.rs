use crate::components::{Notice, NoticeKind};
use crate::i18n::{PersonName, key_of};
use crate::{format, t};
use leptos::prelude::*;
use shared::records::{Decision, Experience};
use shared::vocabulary::ExperienceState;

/// Why a draft came back, above everything else.
#[component]
pub(super) fn Returned(
    /// What the replica holds.
    held: Memo<Option<Experience>>,
) -> impl IntoView {
    let decision = Memo::new(move |_| {
        let held = held.read();
        let held = held.as_ref()?;
        (held.state == ExperienceState::Returned)
            .then(|| held.decision.clone())
            .flatten()
    });
    move || {
        let decision = decision.get()?;
        Some(view! {
            <Notice kind=NoticeKind::Attention title=t!("experiences-returned-title")>
                <DecisionWords decision=decision />
                <p>{t!("experiences-returned-next")}</p>
            </Notice>
        })
    }
}

/// Why, in which words, by whom and when.
#[component]
pub(crate) fn DecisionWords(decision: Decision) -> impl IntoView {
    let at = decision.at;
    view! {
        {decision
            .reason
            .map(|reason| {
                view! {
                    <p>
                        <strong>{t!(key_of("return-reason", reason.word()))}</strong>
                    </p>
                }
            })}
        {(!decision.note.trim().is_empty())
            .then(|| {
                view! {
                    <blockquote class="returned__words" dir="auto">
                        {decision.note}
                    </blockquote>
                }
            })}
        <p class="small quiet">
            <PersonName name=decision.by.name />
            " · "
            {move || format::moment(at)}
        </p>
    }
}
