use crate::components::{Button, ButtonKind, Failure, Notice, NoticeKind};
use crate::pages::experiences::returned::DecisionWords;
use crate::replica::use_replica;
use crate::shell::tell;
use crate::{format, t, text};
use leptos::prelude::*;
use shared::mutation::WithdrawRevision;
use shared::records::Review;

/// Where the author's revision of a published text stands, and the way to give it up.
#[component]
pub(super) fn ProposalState(
    /// What the author knows of the experience.
    review: Memo<Option<Review>>,
) -> impl IntoView {
    let replica = use_replica();
    let failure = RwSignal::new(None::<String>);
    let is_busy = RwSignal::new(false);
    let withdraw = move |()| {
        let Some((experience, proposal)) = review.with_untracked(|review| {
            let review = review.as_ref()?;
            Some((review.experience, review.proposal.as_ref()?.number))
        }) else {
            return;
        };
        is_busy.set(true);
        leptos::task::spawn_local(async move {
            match replica.mutate(WithdrawRevision { experience, proposal }).await {
                Ok(_) => tell(text!("experiences-proposal-withdrawn")),
                Err(not_saved) => {
                    failure.try_set(Some(not_saved.words()));
                }
            }
            is_busy.try_set(false);
        });
    };
    move || {
        let proposal = review.get()?.proposal?;
        let since = proposal.last.at;
        let (kind, title) = if proposal.returned.is_some() {
            (NoticeKind::Attention, t!("experiences-proposal-returned-title"))
        } else {
            (NoticeKind::Info, t!("experiences-proposal-waiting-title"))
        };
        let state = match proposal.returned {
            Some(decision) => view! {
                <DecisionWords decision=decision />
                <p>{t!("experiences-proposal-returned-next")}</p>
            }
            .into_any(),
            None => view! {
                <p>{move || text!("experiences-proposal-waiting-text", date = format::moment(since))}</p>
            }
            .into_any(),
        };
        Some(view! {
            <Notice kind=kind title=title>
                {state}
                <Failure words=failure />
                <Button kind=ButtonKind::Plain busy=is_busy on_press=withdraw>
                    {t!("experiences-proposal-withdraw")}
                </Button>
            </Notice>
        })
    }
}
