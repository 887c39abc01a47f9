use super::outcome::LastOutcome;
use super::waiting::{use_revisions, use_waiting};
use super::words::{Shown, collectivity, shown};
use crate::components::{EmptyState, LanguageBadges, LinkButton, PageHeader, Tag, TagKind};
use crate::i18n::{Localised, PersonName};
use crate::pages::experiences::words::language_badges;
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::shell::PageTitle;
use crate::{format, t};
use leptos::prelude::*;
use shared::records::{Experience, ExperienceCard, Review, Section};
use shared::scope::Scope;

/// What waits for the focal point, the oldest first.
#[component]
pub(crate) fn ValidationQueue() -> impl IntoView {
    let title = t!("experiences-validation-title");
    let identity = use_replica().identity();
    let is_focal_point = Memo::new(move |_| identity.read().roles.focal_point_of().next().is_some());
    let waiting = use_waiting();
    let count = Memo::new(move |_| waiting.read().len());
    let revisions = use_revisions();
    let has_revisions = Memo::new(move |_| !revisions.read().is_empty());
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
                    when=move || { count.get() > 0 || has_revisions.get() }
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
                    <Show when=move || { count.get() > 0 }>
                        <p class="quiet">{t!("experiences-validation-count", count = count.get())}</p>
                    </Show>
                    <ul class="row-list" role="list">
                        <For each=move || waiting.get() key=|one| (one.id, one.revision) let:one>
                            <WaitingLine experience=one />
                        </For>
                    </ul>
                    <Show when=move || has_revisions.get()>
                        <section aria-labelledby="revisions-title">
                            <h2 id="revisions-title">{t!("experiences-revisions-title")}</h2>
                            <ul class="row-list" role="list">
                                <For
                                    each=move || revisions.get()
                                    key=|review| (review.experience, review.revision)
                                    let:review
                                >
                                    <RevisionLine review=review />
                                </For>
                            </ul>
                        </section>
                    </Show>
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
                    <a href=href(Page::ValidateOne(experience.id)) lang=move || lang.get().code() dir=move || lang.get().dir()>
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

/// A published text that its author changed, or wants to change.
#[component]
fn RevisionLine(review: Review) -> impl IntoView {
    let replica = use_replica();
    let id = review.experience;
    let Shown { text: title, lang } = shown(Signal::derive(move || {
        replica
            .get::<ExperienceCard>(Scope::Public, id)
            .map(|card| card.title)
            .unwrap_or_default()
    }));
    let is_proposal = review.waiting().is_some();
    let last = review.last_touch().cloned();
    let at = last.as_ref().map(|touch| touch.at);
    view! {
        <li class="row-list__item">
            <div class="row-list__main">
                <p class="row-list__title">
                    <a href=href(Page::ValidateOne(id)) lang=move || lang.get().code() dir=move || lang.get().dir()>
                        {title}
                    </a>
                </p>
                <p class="quiet small">{last.map(|touch| view! { <PersonName name=touch.by.name /> })}</p>
            </div>
            <div class="row-list__end">
                {if is_proposal {
                    view! { <Tag kind=TagKind::Clay>{t!("experiences-tag-revision")}</Tag> }.into_any()
                } else {
                    view! { <Tag>{t!("experiences-tag-corrections")}</Tag> }.into_any()
                }}
                {at.map(|at| view! { <span>{move || format::moment(at)}</span> })}
            </div>
        </li>
    }
}
