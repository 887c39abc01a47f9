use super::outcome::LastOutcome;
use super::waiting::use_waiting;
use super::words::{Shown, collectivity, shown};
use crate::components::{EmptyState, LanguageBadges, LinkButton, PageHeader, Tag, TagKind};
use crate::i18n::{Localised, PersonName};
use crate::pages::experiences::words::language_badges;
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::shell::PageTitle;
use crate::{format, t};
use leptos::prelude::*;
use shared::records::{Experience, Section};

/// What waits for the focal point, the oldest first.
#[component]
pub(crate) fn ValidationQueue() -> impl IntoView {
    let title = t!("experiences-validation-title");
    let identity = use_replica().identity();
    let is_focal_point = Memo::new(move |_| identity.read().roles.focal_point_of().next().is_some());
    let waiting = use_waiting();
    let count = Memo::new(move |_| waiting.read().len());
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("experiences-validation-lead") />
            <LastOutcome />
            <Show
                when=move || is_focal_point.get()
                fallback=|| {
                    view! {
                        <EmptyState
                            title=t!("experiences-validation-not-yours-title")
                            text=t!("experiences-validation-not-yours-text")
                        >
                            <LinkButton href=href(Page::Experiences)>{t!("experiences-to-list")}</LinkButton>
                        </EmptyState>
                    }
                }
            >
                <Show
                    when=move || { count.get() > 0 }
                    fallback=|| {
                        view! {
                            <EmptyState
                                title=t!("experiences-validation-empty-title")
                                text=t!("experiences-validation-empty-text")
                            >
                                <LinkButton href=href(Page::People)>{t!("experiences-to-people")}</LinkButton>
                            </EmptyState>
                        }
                    }
                >
                    <p class="quiet">{t!("experiences-validation-count", count = count.get())}</p>
                    <ul class="row-list" role="list">
                        <For each=move || waiting.get() key=|one| (one.id, one.revision) let:one>
                            <WaitingLine experience=one />
                        </For>
                    </ul>
                </Show>
            </Show>
        </div>
    }
}

/// One submission: what, by whom, since when.
#[component]
fn WaitingLine(experience: Experience) -> impl IntoView {
    let title = experience
        .content
        .texts
        .get(&Section::Title)
        .cloned()
        .unwrap_or_default();
    let Shown { text: title, lang } = shown(Signal::stored(title));
    let owner = experience.collectivity;
    let place = Memo::new(move |_| collectivity(owner).map(|one| one.name));
    let languages = experience.content.languages();
    let badges = Signal::derive(move || language_badges(&languages));
    let author = experience.author.as_ref().map(|author| author.name.clone());
    let submitted = experience.submitted;
    let came_back = experience.previous.is_some();
    view! {
        <li class="row-list__item">
            <div class="row-list__main">
                <p class="row-list__title">
                    <a href=href(Page::ValidateOne(experience.id)) dir="auto" lang=move || lang.get().code()>
                        {title}
                    </a>
                </p>
                <p class="quiet small">
                    {author.map(|name| view! { <PersonName name=name /> " · " })}
                    {move || {
                        place.get().map(|name| view! { <bdi><Localised text=Signal::stored(name) bare=true /></bdi> })
                    }}
                </p>
            </div>
            <div class="row-list__end">
                {came_back.then(|| view! { <Tag kind=TagKind::Clay>{t!("experiences-came-back")}</Tag> })}
                <LanguageBadges badges=badges />
                {submitted
                    .map(|at| {
                        view! { <span>{move || crate::text!("experiences-submitted-on", when = format::moment(at))}</span> }
                    })}
            </div>
        </li>
    }
}
