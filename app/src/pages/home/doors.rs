use super::figures::Figures;
use crate::components::{Icon, IconKind};
use crate::i18n::Localised;
use crate::pages::learn::module_link::{next_page, next_words};
use crate::pages::learn::module_tile::ProgressLine;
use crate::pages::learn::rows::Learning;
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::{format, t, text};
use leptos::prelude::*;
use shared::ids::ModuleId;
use shared::module_progress::{ModuleProgress, Stage};
use shared::records::{Collectivity, ExperienceCard, ModuleCard};
use shared::scope::Scope;

/// How many modules are named after the one in hand.
const AFTERWARDS: usize = 2;

/// How many experiences the door shows.
const NEWEST: usize = 3;

/// One of the three ways in, with what is behind it.
#[component]
fn Door(
    title: Signal<String>,
    icon: IconKind,
    more: Signal<String>,
    page: Page,
    children: Children,
) -> impl IntoView {
    view! {
        <li class="door">
            <h2 class="door__title">
                <Icon kind=icon />
                {title}
            </h2>
            <div class="door__body">{children()}</div>
            <p class="door__more">
                <a href=href(page)>
                    {more} <Icon kind=IconKind::Forward />
                </a>
            </p>
        </li>
    }
}

/// Carry on with the module in hand, or begin with the first.
#[component]
pub(super) fn LearnDoor(learning: Learning) -> impl IntoView {
    let shown = Memo::new(move |_| learning.next());
    let is_empty = Memo::new(move |_| learning.cards.read().is_empty());
    view! {
        <Door
            title=t!("home-learn-title")
            icon=IconKind::Learn
            more=t!("home-learn-more")
            page=Page::Catalogue
        >
            {move || match shown.get() {
                Some((card, module_progress)) => {
                    let shown = card.id;
                    view! {
                        <ModuleInHand card=card module_progress=module_progress />
                        <Afterwards learning=learning shown=shown />
                    }
                        .into_any()
                }
                None if is_empty.get() => view! { <p class="quiet">{t!("home-learn-empty")}</p> }.into_any(),
                None => view! { <p>{t!("home-learn-all-done")}</p> }.into_any(),
            }}
        </Door>
    }
}

#[component]
fn ModuleInHand(card: ModuleCard, module_progress: ModuleProgress) -> impl IntoView {
    let is_begun = module_progress.touched.is_some();
    let page = next_page(&card, &module_progress);
    let minutes = card.minutes;
    let title = card.title.clone();
    let line = module_progress.clone();
    let card = StoredValue::new(card);
    let next = move || {
        card.with_value(|card| next_words(card, &module_progress))
            .unwrap_or_default()
    };
    view! {
        <p class="door__kicker">
            {if is_begun { t!("home-learn-carry-on") } else { t!("home-learn-first") }}
        </p>
        <p class="door__item">
            <a href=href(page)>
                <Localised text=Signal::stored(title) bare=true />
            </a>
        </p>
        {if is_begun {
            view! {
                <ProgressLine module_progress=line />
                <p class="quiet small">
                    {next}
                </p>
            }
                .into_any()
        } else {
            view! {
                <p class="quiet small">
                    <Icon kind=IconKind::Clock />
                    " "
                    {move || format::minutes(minutes)}
                    " · "
                    {move || {
                        text!("learn-count-lessons", count = card.with_value(|card| card.lessons.len()))
                    }}
                </p>
            }
                .into_any()
        }}
    }
}

/// The modules to begin after this one.
#[component]
fn Afterwards(learning: Learning, shown: ModuleId) -> impl IntoView {
    let others = Memo::new(move |_| {
        let mut others = learning.modules();
        others.retain(|(card, module_progress)| {
            card.id != shown && module_progress.stage() == Stage::NotStarted
        });
        others.truncate(AFTERWARDS);
        others
    });
    let has_any = Memo::new(move |_| !others.read().is_empty());
    let lines = move || {
        others
            .get()
            .into_iter()
            .map(|(card, _)| {
                let minutes = card.minutes;
                view! {
                    <li>
                        <a href=href(Page::Module(card.slug))>
                            <Localised text=Signal::stored(card.title) bare=true />
                        </a>
                        <span class="door__about">{move || format::minutes(minutes)}</span>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || has_any.get()>
            <p class="door__then">{t!("home-learn-then")}</p>
            <ul class="door__list" role="list">
                {lines}
            </ul>
        </Show>
    }
}

/// The experiences published last.
#[component]
pub(super) fn ExperiencesDoor() -> impl IntoView {
    let replica = use_replica();
    let newest = Memo::new(move |_| replica.newest(None, NEWEST));
    let has_any = Memo::new(move |_| !newest.read().is_empty());
    let lines = move || {
        newest
            .get()
            .into_iter()
            .map(|card| view! { <ExperienceLine card=card /> })
            .collect_view()
    };
    view! {
        <Door
            title=t!("home-experiences-title")
            icon=IconKind::Experiences
            more=t!("home-experiences-more")
            page=Page::Experiences
        >
            <Show
                when=move || has_any.get()
                fallback=|| view! { <p class="quiet">{t!("home-experiences-empty")}</p> }
            >
                <ul class="door__list" role="list">
                    {lines}
                </ul>
            </Show>
        </Door>
    }
}

#[component]
fn ExperienceLine(card: ExperienceCard) -> impl IntoView {
    let collectivity = card.collectivity;
    let replica = use_replica();
    let whose = Memo::new(move |_| {
        replica
            .get::<Collectivity>(Scope::Public, collectivity)
            .map(|collectivity| collectivity.name)
    });
    view! {
        <li>
            <a href=href(Page::Experience(card.slug))>
                <Localised text=Signal::stored(card.title) bare=true />
            </a>
            {move || {
                whose
                    .get()
                    .map(|name| {
                        view! {
                            <span class="door__about">
                                <Localised text=Signal::stored(name) bare=true />
                            </span>
                        }
                    })
            }}
        </li>
    }
}

/// The members of the network, counted.
#[component]
pub(super) fn NetworkDoor() -> impl IntoView {
    let replica = use_replica();
    let figures = Memo::new(move |_| Figures::of(&replica.list::<Collectivity>(Scope::Public)));
    let regions = move || figures.read().regions;
    let councils = move || figures.read().councils;
    let communes = move || figures.read().communes;
    view! {
        <Door
            title=t!("home-network-title")
            icon=IconKind::Network
            more=t!("home-network-more")
            page=Page::Network
        >
            <dl class="figures">
                <Figure count=Signal::derive(regions) label=t!("home-network-regions", count = regions()) />
                <Figure count=Signal::derive(councils) label=t!("home-network-councils", count = councils()) />
                <Figure count=Signal::derive(communes) label=t!("home-network-communes", count = communes()) />
            </dl>
            <p class="quiet small">{t!("home-network-text", count = figures.read().members)}</p>
        </Door>
    }
}

#[component]
fn Figure(count: Signal<usize>, label: Signal<String>) -> impl IntoView {
    view! {
        <div class="figures__figure">
            <dt>{label}</dt>
            <dd>{move || format::count(count.get())}</dd>
        </div>
    }
}
