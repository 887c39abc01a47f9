use crate::components::{
    Breadcrumbs, CardGrid, Crumb, EmptyState, Fact, FactsList, LinkButton, Notice, NoticeKind, PageHeader,
    Skeleton, StateKind, StateLabel,
};
use crate::i18n::{Localised, key_of, lang, localised, message};
use crate::pages::experiences;
use crate::replica::{ScopeState, use_replica};
use crate::router::{Page, href, href_of};
use crate::shell::PageTitle;
use crate::{format, t, text};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::records::{self, PersonCard};
use shared::scope::Scope;
use shared::vocabulary::{CollectivityKind, CollectivityRole};
use std::collections::BTreeMap;

/// One collectivity.
#[component]
pub(crate) fn Collectivity() -> impl IntoView {
    let replica = use_replica();
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("collectivity").unwrap_or_default()));
    let among = move |scope| replica.collectivity_at(scope, &slug.read());
    let member = Memo::new(move |_| among(Scope::Public));
    // Only a collectivity that is not a member needs the whole national list.
    replica.want(move || member.read().is_none().then_some(Scope::Directory));
    let state = Memo::new(move |_| replica.whole_state(Scope::Directory));
    let place = Memo::new(move |_| member.get().or_else(|| among(Scope::Directory)));
    let title = Signal::derive(move || {
        place
            .read()
            .as_ref()
            .and_then(|place| localised(&place.name))
            .map_or_else(|| text!("network-collectivity"), |(_, name)| name)
    });
    view! {
        <PageTitle text=title />
        <div class="wrap">
            {move || match place.get() {
                Some(place) => view! { <About place=place /> }.into_any(),
                None => view! { <Absent state=state /> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Absent(state: Memo<ScopeState>) -> impl IntoView {
    move || match state.get() {
        ScopeState::Loading => view! { <Skeleton label=t!("common-loading") lines=5 /> }.into_any(),
        ScopeState::Offline => view! {
            <PageHeader title=t!("network-collectivity") />
            <Notice kind=NoticeKind::Attention>
                <p>{t!("network-list-out-of-reach")}</p>
            </Notice>
        }
        .into_any(),
        ScopeState::Held | ScopeState::Denied => view! {
            <PageHeader title=t!("network-unknown-title") />
            <p>{t!("network-unknown-text")}</p>
            <LinkButton href=href(Page::Network)>{t!("network-title")}</LinkButton>
        }
        .into_any(),
    }
}

#[component]
fn About(place: records::Collectivity) -> impl IntoView {
    let name = place.name.clone();
    let title = {
        let name = name.clone();
        Signal::derive(move || localised(&name).map(|(_, text)| text).unwrap_or_default())
    };
    let title_lang = Signal::derive(move || localised(&name).map_or_else(lang, |(written_in, _)| written_in));
    let kind = place.kind;
    let is_member = place.is_member();
    let state = move || {
        let words = if is_member {
            t!("network-member")
        } else {
            t!("network-not-known")
        };
        view! {
            {t!(key_of("collectivity-kind", kind.word()))}
            <StateLabel kind=if is_member { StateKind::Good } else { StateKind::Draft } text=words />
        }
    };
    let trail = Signal::derive(move || {
        vec![
            Crumb {
                href: Some(Page::Network.path(lang())),
                text: text!("network-title"),
                lang: None,
            },
            Crumb {
                href: None,
                text: title.get(),
                lang: Some(title_lang.get()),
            },
        ]
    });
    view! {
        <Breadcrumbs label=t!("network-breadcrumbs") trail=trail />
        <PageHeader title=title title_lang=title_lang kicker=state />
        <Facts place=place.clone() />
        <Experiences place=place.clone() />
        <People place=place.clone() />
    }
}

#[component]
fn Facts(place: records::Collectivity) -> impl IntoView {
    let replica = use_replica();
    let code = place.region.clone();
    let region = Memo::new(move |_| replica.region(&code).map(|region| (region.slug, region.name)));
    let is_region = place.kind == CollectivityKind::Region;
    let joined = place.joined.clone();
    view! {
        <FactsList>
            {place
                .province
                .clone()
                .map(|province| {
                    view! {
                        <Fact term=t!("network-province")>
                            <Localised text=Signal::stored(province) bare=true />
                        </Fact>
                    }
                })}
            {move || {
                region
                    .get()
                    .filter(|_| !is_region)
                    .map(|(slug, name)| {
                        view! {
                            <Fact term=t!("network-region")>
                                <a href=href(Page::Collectivity(slug))>
                                    <Localised text=Signal::stored(name) bare=true />
                                </a>
                            </Fact>
                        }
                    })
            }}
            {place
                .population
                .map(|people| {
                    view! {
                        <Fact term=t!("network-population")>
                            {move || {
                                #[expect(clippy::cast_precision_loss, reason = "no collectivity has 2^53 people")]
                                format::number(people as f64)
                            }}
                        </Fact>
                    }
                })}
            {joined
                .map(|month| {
                    view! {
                        <Fact term=t!("network-joined")>{move || format::partial_date(&month)}</Fact>
                    }
                })}
            {place
                .source
                .map(|source| {
                    view! {
                        <Fact term=t!("network-source")>
                            <a href=source rel="noopener noreferrer" target="_blank">
                                {t!("network-source-page")}
                            </a>
                        </Fact>
                    }
                })}
            <Fact term=t!("network-code")>
                <bdi class="code">{place.code}</bdi>
            </Fact>
        </FactsList>
    }
}

#[component]
fn Experiences(place: records::Collectivity) -> impl IntoView {
    let replica = use_replica();
    let id = place.id;
    let cards = Memo::new(move |_| replica.newest(Some(id), usize::MAX));
    let may_write = Memo::new(move |_| replica.identity().with(|identity| identity.roles.belongs_to(id)));
    view! {
        <section class="band" aria-labelledby="network-experiences">
            <div class="band__head">
                <h2 id="network-experiences">{t!("network-experiences")}</h2>
            </div>
            <Show
                when=move || !cards.read().is_empty()
                fallback=move || {
                    view! {
                        <EmptyState title=t!("network-no-experience-title") text=t!("network-no-experience-text")>
                            <Show
                                when=move || may_write.get()
                                fallback=|| {
                                    view! {
                                        <LinkButton href=href(Page::Experiences)>
                                            {t!("network-all-experiences")}
                                        </LinkButton>
                                    }
                                }
                            >
                                <LinkButton href=href(Page::WriteNew)>{t!("network-write")}</LinkButton>
                            </Show>
                        </EmptyState>
                    }
                }
            >
                <CardGrid>
                    {move || cards.get().into_iter().map(|card| view! { <experiences::ExperienceCard card=card /> }).collect_view()}
                </CardGrid>
            </Show>
        </section>
    }
}

/// Colleagues see everybody by role; the rest of the network sees the focal points.
#[component]
fn People(place: records::Collectivity) -> impl IntoView {
    let replica = use_replica();
    let id = place.id;
    let people = Memo::new(move |_| {
        let mut known: BTreeMap<_, PersonCard> = BTreeMap::new();
        for scope in [Scope::Network, Scope::Collectivity(id)] {
            let of_here = replica.list::<PersonCard>(scope).into_iter();
            known.extend(
                of_here
                    .filter(|card| card.roles.belongs_to(id))
                    .map(|card| (card.id, card)),
            );
        }
        let mut people: Vec<PersonCard> = known.into_values().collect();
        people.sort_by(|a, b| {
            let is_focal = |card: &PersonCard| card.roles.is_focal_point_of(id);
            is_focal(b)
                .cmp(&is_focal(a))
                .then_with(|| format::compare(&a.name, &b.name))
        });
        people
    });
    let is_visitor = Memo::new(move |_| replica.identity().with(records::Identity::is_visitor));
    view! {
        <section class="band" aria-labelledby="network-people">
            <div class="band__head">
                <h2 id="network-people">{t!("network-people")}</h2>
            </div>
            <Show
                when=move || !people.read().is_empty()
                fallback=move || {
                    view! {
                        <p class="quiet">
                            {move || {
                                if is_visitor.get() {
                                    text!("network-people-sign-in")
                                } else {
                                    text!("network-people-none")
                                }
                            }}
                        </p>
                        <Show when=move || is_visitor.get()>
                            <LinkButton href=href_of(|| Page::SignIn)>{t!("common-sign-in")}</LinkButton>
                        </Show>
                    }
                }
            >
                <ul class="row-list" role="list">
                    {move || {
                        people
                            .get()
                            .into_iter()
                            .map(|card| {
                                let role = if card.roles.is_focal_point_of(id) {
                                    CollectivityRole::FocalPoint
                                } else {
                                    CollectivityRole::Member
                                };
                                let words = message(&key_of("collectivity-role", role.word()), &[]);
                                view! {
                                    <li class="row-list__item">
                                        <p class="row-list__main row-list__title">
                                            <crate::i18n::PersonName name=card.name />
                                        </p>
                                        <p class="row-list__end">{words}</p>
                                    </li>
                                }
                            })
                            .collect_view()
                    }}
                </ul>
            </Show>
        </section>
    }
}
