use super::later;
use crate::components::{Button, ButtonKind, Failure, Icon, IconKind};
use crate::i18n::{Localised, PersonName};
use crate::pages::experiences::permissions::may_take_part;
use crate::pages::experiences::words::collectivity;
use crate::replica::use_replica;
use crate::shell::tell;
use crate::{format, t, text};
use leptos::prelude::*;
use shared::ids::{ExperienceId, ReuseId};
use shared::mutation::WithdrawReuse;
use shared::records::{Reuse, Voices};
use shared::scope::Scope;

/// Who did it too, and the way to say so.
#[component]
pub(super) fn Reuses(
    /// Under which experience.
    experience: ExperienceId,
) -> impl IntoView {
    let replica = use_replica();
    let identity = replica.identity();
    let reuses = Memo::new(move |_| {
        let mut reuses = replica.list::<Reuse>(Scope::Experience(experience));
        reuses.sort_by_key(|reuse| reuse.at);
        reuses
    });
    let voices = Memo::new(move |_| Voices::of(&reuses.read()));
    let own = Memo::new(move |_| {
        let identity = identity.read();
        reuses
            .read()
            .iter()
            .find(|reuse| {
                reuse.author.person == identity.person
                    || reuse
                        .author
                        .collectivity
                        .is_some_and(|id| identity.roles.belongs_to(id))
            })
            .map(|reuse| reuse.id)
    });
    let speaks_for_a_collectivity =
        Memo::new(move |_| identity.with(|identity| !identity.roles.collectivities.is_empty()));
    let is_open = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    let withdraw = move |reuse: ReuseId| {
        leptos::task::spawn_local(async move {
            match replica.mutate(WithdrawReuse { experience, reuse }).await {
                Ok(_) => tell(text!("experiences-reuse-withdrawn")),
                Err(not_saved) => {
                    error.try_set(Some(not_saved.words()));
                }
            }
        });
    };
    view! {
        <section
            class="reuses"
            // Paper does not say what is not there.
            class:no-print=move || reuses.read().is_empty()
            aria-labelledby="reuses-title" data-place="reuses">
            <h2 id="reuses-title">{t!("experiences-reuses")}</h2>
            <p>{t!("experiences-reuse-count", count = voices.get().collectivities)}</p>
            <Show when=move || { voices.get().others > 0 }>
                <p>{t!("experiences-reuse-others", count = voices.get().others)}</p>
            </Show>
            <ul class="row-list" role="list">
                <For each=move || reuses.get() key=|reuse| reuse.id let:reuse>
                    <ReuseLine reuse=reuse />
                </For>
            </ul>
            <Failure words=error />
            <Show when=may_take_part>
                <Show
                    when=move || own.get().is_none()
                    fallback=move || {
                        view! {
                            <div class="reuse no-print">
                                <Icon kind=IconKind::Check />
                                <p>{t!("experiences-reuse-declared")}</p>
                                <Button
                                    kind=ButtonKind::Quiet
                                    on_press=move |()| {
                                        if let Some(reuse) = own.get_untracked() {
                                            withdraw(reuse);
                                        }
                                    }
                                >
                                    {t!("experiences-reuse-withdraw")}
                                </Button>
                            </div>
                        }
                    }
                >
                    <Show
                        when=move || is_open.get()
                        fallback=move || {
                            view! {
                                <div class="reuse no-print">
                                    <p>
                                        {move || {
                                            if speaks_for_a_collectivity.get() {
                                                text!("experiences-reuse-question")
                                            } else {
                                                text!("experiences-reuse-question-other")
                                            }
                                        }}
                                    </p>
                                    <Button kind=ButtonKind::Plain on_press=move |()| is_open.set(true)>
                                        {t!("experiences-reuse-action")}
                                    </Button>
                                </div>
                            }
                        }
                    >
                        {later::declare(experience, is_open, error)}
                    </Show>
                </Show>
            </Show>
        </section>
    }
}

#[component]
fn ReuseLine(reuse: Reuse) -> impl IntoView {
    let owner = reuse.author.collectivity;
    let place = Memo::new(move |_| owner.and_then(collectivity).map(|one| one.name));
    let name = reuse.author.name;
    let at = reuse.at;
    view! {
        <li class="row-list__item">
            <div class="row-list__main">
                <p class="row-list__title">
                    {move || match place.get() {
                        Some(place) => {
                            view! { <bdi><Localised text=Signal::stored(place) bare=true /></bdi> }.into_any()
                        }
                        None => view! { <PersonName name=name.clone() /> }.into_any(),
                    }}
                </p>
                {(!reuse.note.trim().is_empty())
                    .then(|| {
                        view! {
                            <p class="comment__body" lang=reuse.lang.code() dir=reuse.lang.dir()>
                                {reuse.note}
                            </p>
                        }
                    })}
            </div>
            <span class="row-list__end">{move || format::moment(at)}</span>
        </li>
    }
}
