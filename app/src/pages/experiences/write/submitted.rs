use crate::components::{Button, ButtonKind, EmptyState, LinkButton, Notice, NoticeKind, PageHeader};
use crate::pages::experiences::permissions::may_validate;
use crate::pages::experiences::words::{Shown, shown};
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::shell::tell;
use crate::{format, t, text};
use leptos::prelude::*;
use shared::mutation::WithdrawExperience;
use shared::records::{Experience, Section};

/// It waits for the focal point: what happens next, and the way to take it back.
#[component]
pub(super) fn Submitted(
    /// What the replica holds.
    held: Memo<Option<Experience>>,
) -> impl IntoView {
    let replica = use_replica();
    let Shown { text: title, lang } = shown(Signal::derive(move || {
        held.read()
            .as_ref()
            .and_then(|held| held.content.texts.get(&Section::Title).cloned())
            .unwrap_or_default()
    }));
    let submitted = Memo::new(move |_| held.read().as_ref().and_then(|held| held.submitted));
    let decides = Memo::new(move |_| held.read().as_ref().is_some_and(may_validate));
    let id = held.get_untracked().map(|held| held.id);
    let failure = RwSignal::new(None::<String>);
    let is_busy = RwSignal::new(false);
    let withdraw = move |()| {
        let Some(experience) = id else {
            return;
        };
        is_busy.set(true);
        leptos::task::spawn_local(async move {
            match replica.mutate(WithdrawExperience { experience }).await {
                Ok(_) => tell(text!("experiences-withdrawn")),
                Err(not_saved) => {
                    failure.try_set(Some(not_saved.words()));
                }
            }
            is_busy.try_set(false);
        });
    };
    view! {
        <PageHeader title=title title_lang=lang />
        {move || {
            failure
                .get()
                .map(|words| {
                    view! {
                        <Notice kind=NoticeKind::Error live=true>
                            <p>{words}</p>
                        </Notice>
                    }
                })
        }}
        <EmptyState
            title=t!("experiences-waiting-title")
            text=Signal::derive(move || match submitted.get() {
                Some(at) => text!("experiences-waiting-since", date = format::moment(at)),
                None => text!("experiences-waiting-text"),
            })
        >
            <Show when=move || decides.get()>
                {id
                    .map(|id| {
                        view! {
                            <LinkButton href=href(Page::ValidateOne(id))>{t!("experiences-decide-action")}</LinkButton>
                        }
                    })}
            </Show>
            <Button kind=ButtonKind::Plain busy=is_busy on_press=withdraw>
                {t!("experiences-withdraw-action")}
            </Button>
            <LinkButton kind=ButtonKind::Quiet href=href(Page::Mine)>
                {t!("experiences-to-mine")}
            </LinkButton>
        </EmptyState>
    }
}
