use crate::components::{EmptyState, StateKind, StateLabel};
use crate::i18n::{PersonName, key_of};
use crate::replica::use_replica;
use crate::{format, t};
use leptos::prelude::*;
use shared::ids::CollectivityId;
use shared::records::PersonCard;
use shared::scope::Scope;
use shared::vocabulary::CollectivityRole;

/// What a member sees of colleagues: who they are and whom to turn to.
#[component]
pub(super) fn Colleagues(
    /// Whose people.
    collectivity: CollectivityId,
) -> impl IntoView {
    let replica = use_replica();
    let people = Memo::new(move |_| {
        let mut people = replica.list::<PersonCard>(Scope::Collectivity(collectivity));
        let is_focal = |card: &PersonCard| card.roles.is_focal_point_of(collectivity);
        people.sort_by(|a, b| {
            is_focal(b)
                .cmp(&is_focal(a))
                .then_with(|| format::compare(&a.name, &b.name))
        });
        people
    });
    view! {
        <p>{t!("people-colleagues-lead")}</p>
        <Show
            when=move || !people.read().is_empty()
            fallback=|| view! { <EmptyState title=t!("people-none-title") text=t!("people-none-text") /> }
        >
            <ul class="card-grid" role="list">
                {move || {
                    people
                        .get()
                        .into_iter()
                        .map(|card| view! { <Colleague card=card collectivity=collectivity /> })
                        .collect_view()
                }}
            </ul>
        </Show>
    }
}

#[component]
fn Colleague(card: PersonCard, collectivity: CollectivityId) -> impl IntoView {
    let is_focal = card.roles.is_focal_point_of(collectivity);
    let role = if is_focal {
        CollectivityRole::FocalPoint
    } else {
        CollectivityRole::Member
    };
    view! {
        <li class="card card--still">
            <h2 class="card__title">
                <PersonName name=card.name />
            </h2>
            <div class="card__foot">
                <StateLabel
                    kind=if is_focal { StateKind::Good } else { StateKind::Draft }
                    text=t!(key_of("collectivity-role", role.word()))
                />
            </div>
        </li>
    }
}
