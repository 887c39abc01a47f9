use super::doors::{ExperiencesDoor, LearnDoor, NetworkDoor};
use super::region_band::RegionBand;
use super::waiting_list::WaitingList;
use crate::components::{ButtonKind, LinkButton, Motif};
use crate::pages::learn::module_link::next_page;
use crate::pages::learn::rows::{Learning, use_learning};
use crate::router::{Page, href, href_of};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::{t, text};
use leptos::prelude::*;
use shared::module_progress::carry_on;

/// What the hub is, in a glance, and what waits for the person who signed in.
#[component]
pub(crate) fn Home() -> impl IntoView {
    let learning = use_learning();
    let is_visitor = use_session().is_visitor();
    view! {
        <PageTitle text=t!("home-heading") />
        <Show
            when=move || is_visitor.get()
            fallback=move || {
                view! {
                    <Welcome />
                    <WaitingList learning=learning />
                }
            }
        >
            <Hero learning=learning />
        </Show>
        <section class="wrap home__doors" aria-label=t!("home-doors")>
            <ul class="doors" role="list">
                <LearnDoor learning=learning />
                <ExperiencesDoor />
                <NetworkDoor />
            </ul>
        </section>
        <RegionBand />
    }
}

/// For visitors: one line that says what this is, and the way in.
#[component]
fn Hero(learning: Learning) -> impl IntoView {
    let is_begun = Memo::new(move |_| carry_on(&learning.module_progresses.read()).is_some());
    let first = href_of(move || next_to_learn(learning));
    view! {
        <div class="wrap hero">
            <div>
                <h1 tabindex="-1">{t!("home-heading")}</h1>
                <p class="hero__lead">{t!("home-lead")}</p>
                <div class="button-row">
                    <LinkButton href=first forward=true>
                        {move || {
                            if is_begun.get() { text!("home-action-continue") } else { text!("home-action-begin") }
                        }}
                    </LinkButton>
                    <LinkButton kind=ButtonKind::Plain href=href(Page::Experiences)>
                        {t!("home-action-experiences")}
                    </LinkButton>
                </div>
            </div>
            <div class="hero__motif">
                <Motif />
            </div>
        </div>
    }
}

/// The next step of the module in hand, else the first module, else the catalogue.
fn next_to_learn(learning: Learning) -> Page {
    learning
        .next()
        .map_or(Page::Catalogue, |(card, module_progress)| {
            next_page(&card, &module_progress)
        })
}

/// For people who signed in: their name.
#[component]
fn Welcome() -> impl IntoView {
    let name = use_session().name();
    view! {
        <div class="wrap">
            <header class="page-header page-header--short">
                <h1 tabindex="-1">{move || text!("home-welcome", name = name.get())}</h1>
            </header>
        </div>
    }
}
