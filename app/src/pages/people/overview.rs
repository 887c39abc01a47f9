use super::colleagues::Colleagues;
use super::invitation_list::{InvitationList, still_open};
use super::invite::{InviteDialog, Offer};
use super::progress_table::ProgressTable;
use crate::components::{Button, Choice, EmptyState, IconKind, LinkButton, PageHeader, SelectField};
use crate::pages::experiences::words::collectivity;
use crate::pages::network::place_name;
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::{t, text};
use leptos::prelude::*;
use shared::ids::CollectivityId;
use shared::records::{Invitation, InvitedAs, Person};
use shared::scope::Scope;
use shared::vocabulary::CollectivityRole;

/// People of my collectivity: people, invitations, progress.
#[component]
pub(crate) fn People() -> impl IntoView {
    let title = t!("people-title");
    let identity = use_session().identity();
    // Where the person is a focal point comes first: that is where there is something to do.
    let places = Memo::new(move |_| {
        identity.with(|identity| {
            let mut places: Vec<(CollectivityId, CollectivityRole)> = identity
                .roles
                .collectivities
                .iter()
                .map(|(id, role)| (*id, *role))
                .collect();
            places.sort_by_key(|(_, role)| *role != CollectivityRole::FocalPoint);
            places
        })
    });
    let wanted = RwSignal::new(None::<CollectivityId>);
    let chosen = Memo::new(move |_| {
        let places = places.read();
        let wanted = wanted.get();
        places
            .iter()
            .find(|(id, _)| Some(*id) == wanted)
            .or_else(|| places.first())
            .copied()
    });
    let place_name = Signal::derive(move || chosen.get().map(|(id, _)| name_of(id)).unwrap_or_default());
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title kicker=move || view! { <bdi>{place_name}</bdi> } />
            <Show when=move || { places.read().len() > 1 }>
                <Choose places=places chosen=chosen wanted=wanted />
            </Show>
            {move || match chosen.get() {
                Some((id, CollectivityRole::FocalPoint)) => view! { <Focal collectivity=id /> }.into_any(),
                Some((id, CollectivityRole::Member)) => view! { <Colleagues collectivity=id /> }.into_any(),
                None => view! { <Nowhere /> }.into_any(),
            }}
        </div>
    }
}

/// The name of a collectivity in the reader's language, with where it lies. Tracked.
fn name_of(id: CollectivityId) -> String {
    collectivity(id)
        .map(|place| place_name(&place))
        .unwrap_or_default()
}

#[component]
fn Choose(
    places: Memo<Vec<(CollectivityId, CollectivityRole)>>,
    chosen: Memo<Option<(CollectivityId, CollectivityRole)>>,
    wanted: RwSignal<Option<CollectivityId>>,
) -> impl IntoView {
    let choices = Signal::derive(move || {
        places
            .read()
            .iter()
            .map(|(id, _)| Choice::new(id.to_string(), name_of(*id)))
            .collect::<Vec<_>>()
    });
    view! {
        <div class="form">
            <SelectField
                id="people-place"
                label=t!("account-invitation-collectivity")
                choices=choices
                value=Signal::derive(move || chosen.get().map(|(id, _)| id.to_string()).unwrap_or_default())
                on_change=move |value: String| wanted.set(value.parse().ok())
            />
        </div>
    }
}

#[component]
fn Nowhere() -> impl IntoView {
    let identity = use_session().identity();
    move || {
        identity.with(|identity| {
            if identity.is_visitor() {
                view! {
                    <EmptyState title=t!("people-visitor-title") text=t!("people-visitor-text")>
                        <LinkButton href=href(Page::SignIn)>{t!("common-sign-in")}</LinkButton>
                    </EmptyState>
                }
                .into_any()
            } else if identity.roles.is_administrator() {
                view! {
                    <EmptyState title=t!("people-nowhere-title") text=t!("people-nowhere-administrator")>
                        <LinkButton href=href(Page::Administration)>{t!("admin-title")}</LinkButton>
                    </EmptyState>
                }
                .into_any()
            } else {
                view! {
                    <EmptyState title=t!("people-nowhere-title") text=t!("people-nowhere-text")>
                        <LinkButton href=href(Page::Network)>{t!("network-title")}</LinkButton>
                    </EmptyState>
                }
                .into_any()
            }
        })
    }
}

#[component]
fn Focal(collectivity: CollectivityId) -> impl IntoView {
    let replica = use_replica();
    let people = replica.all::<Person>(Scope::Focal(collectivity));
    let invitations = Memo::new(move |_| still_open(replica.list::<Invitation>(Scope::Focal(collectivity))));
    let open = RwSignal::new(false);
    let offers = Signal::derive(move || {
        [
            (
                CollectivityRole::Member,
                text!("collectivity-role-member"),
                text!("account-role-can-member"),
            ),
            (
                CollectivityRole::FocalPoint,
                text!("collectivity-role-focal-point"),
                text!("account-role-can-focal-point"),
            ),
        ]
        .map(|(role, label, hint)| Offer {
            choice: Choice::new(role.word(), label).with_hint(hint),
            role: InvitedAs::Collectivity { collectivity, role },
        })
        .to_vec()
    });
    let is_alone = Memo::new(move |_| people.read().len() <= 1);
    view! {
        <div class="page-actions">
            <p>{t!("people-lead")}</p>
            <Button icon=IconKind::Plus on_press=move |()| open.set(true)>
                {t!("people-invite")}
            </Button>
        </div>
        <InviteDialog open=open offers=offers />
        <section class="band" aria-labelledby="people-progress">
            <div class="band__head">
                <h2 id="people-progress">{t!("people-progress", count = people.read().len())}</h2>
            </div>
            <ProgressTable collectivity=collectivity />
            <Show when=move || is_alone.get()>
                <p class="quiet">{t!("people-alone")}</p>
            </Show>
        </section>
        <section class="band" aria-labelledby="people-invitations">
            <div class="band__head">
                <h2 id="people-invitations">{t!("people-invitations", count = invitations.read().len())}</h2>
            </div>
            <Show
                when=move || !invitations.read().is_empty()
                fallback=|| view! { <p class="quiet">{t!("people-no-invitation")}</p> }
            >
                <InvitationList invitations=invitations />
            </Show>
        </section>
        <section class="band" aria-labelledby="people-handover">
            <div class="band__head">
                <h2 id="people-handover">{t!("people-handover")}</h2>
            </div>
            <p>{t!("people-handover-text")}</p>
        </section>
    }
}
