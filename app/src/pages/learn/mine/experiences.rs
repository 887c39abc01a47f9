use crate::components::{ButtonKind, IconKind, LinkButton, StateKind, StateLabel};
use crate::i18n::{Localised, key_of};
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::{format, t, text};
use leptos::prelude::*;
use shared::lang::Translated;
use shared::records::{Bookmark, Experience, ExperienceCard, Review, Section};
use shared::scope::Scope;
use shared::vocabulary::ExperienceState;

/// What the person wrote, with the state of each.
#[component]
pub(super) fn OwnExperiences() -> impl IntoView {
    let replica = use_replica();
    let identity = replica.identity();
    let may_write = Memo::new(move |_| !identity.read().roles.collectivities.is_empty());
    let own = Memo::new(move |_| {
        let mut own = replica.list::<Experience>(Scope::Person(identity.read().person));
        own.sort_by_key(|experience| std::cmp::Reverse(experience.updated));
        own
    });
    let has_any = Memo::new(move |_| !own.read().is_empty());
    let lines = move || own.get().into_iter().map(own_line).collect_view();
    view! {
        <section class="mine__part" aria-labelledby="mine-experiences">
            <div class="band__head">
                <h2 id="mine-experiences">{t!("learn-mine-experiences")}</h2>
                <Show when=move || may_write.get()>
                    <LinkButton kind=ButtonKind::Plain icon=IconKind::Plus href=href(Page::WriteNew)>
                        {t!("learn-mine-write")}
                    </LinkButton>
                </Show>
            </div>
            <Show
                when=move || has_any.get()
                fallback=|| view! { <p class="quiet">{t!("learn-mine-experiences-empty")}</p> }
            >
                <ul class="row-list" role="list">
                    {lines}
                </ul>
            </Show>
        </section>
    }
}

fn own_line(experience: Experience) -> impl IntoView {
    let page = match (experience.state, experience.slug.clone()) {
        (ExperienceState::Published | ExperienceState::Archived, Some(slug)) => Page::Experience(slug),
        _ => Page::Write(experience.id),
    };
    let kind = match experience.state {
        ExperienceState::Draft => StateKind::Draft,
        ExperienceState::Submitted => StateKind::Waiting,
        ExperienceState::Returned => StateKind::Attention,
        ExperienceState::Published => StateKind::Good,
        ExperienceState::Archived => StateKind::Closed,
    };
    let state = experience.state;
    let (replica, id) = (use_replica(), experience.id);
    let identity = replica.identity();
    // Where the author's revision of a published text stands.
    let proposal = Signal::derive(move || {
        let review = replica.get::<Review>(Scope::Person(identity.read().person), id)?;
        Some(match review.proposal?.returned {
            None => (StateKind::Waiting, t!("experiences-tag-revision-waiting")),
            Some(_) => (StateKind::Attention, t!("experiences-tag-revision-returned")),
        })
    });
    let updated = experience.updated;
    let title = experience
        .content
        .texts
        .get(&Section::Title)
        .cloned()
        .unwrap_or_default();
    view! {
        <li class="row-list__item">
            <div class="row-list__main">
                <p class="row-list__title">
                    <a href=href(page)>
                        <TitleOrNone title=title />
                    </a>
                </p>
                <p class="quiet small">
                    {move || text!("learn-mine-changed", date = format::date(updated))}
                </p>
            </div>
            <div class="row-list__end">
                {move || {
                    let (kind, words) = proposal.get()?;
                    Some(view! { <StateLabel kind=Signal::stored(kind) text=words /> })
                }}
                <StateLabel kind=Signal::stored(kind) text=t!(key_of("experience-state", state.word())) />
            </div>
        </li>
    }
}

/// A draft may have no title yet.
#[component]
pub(crate) fn TitleOrNone(title: Translated) -> impl IntoView {
    if title.is_empty() {
        view! { <span>{t!("learn-mine-untitled")}</span> }.into_any()
    } else {
        view! { <Localised text=Signal::stored(title) bare=true /> }.into_any()
    }
}

/// What the person wants to find again, newest first. One that left the lists is not shown.
#[component]
pub(super) fn Bookmarks() -> impl IntoView {
    let replica = use_replica();
    let identity = replica.identity();
    let kept = Memo::new(move |_| {
        let mut marks = replica.list::<Bookmark>(Scope::Person(identity.read().person));
        marks.sort_by_key(|mark| std::cmp::Reverse(mark.at));
        marks
            .into_iter()
            .filter_map(|mark| replica.get::<ExperienceCard>(Scope::Public, mark.experience))
            .collect::<Vec<_>>()
    });
    let has_any = Memo::new(move |_| !kept.read().is_empty());
    let lines = move || {
        kept.get()
            .into_iter()
            .map(|card| {
                view! {
                    <li class="row-list__item">
                        <p class="row-list__title">
                            <a href=href(Page::Experience(card.slug))>
                                <Localised text=Signal::stored(card.title) bare=true />
                            </a>
                        </p>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <section class="mine__part" aria-labelledby="mine-bookmarks">
            <h2 id="mine-bookmarks">{t!("learn-mine-bookmarks")}</h2>
            <Show
                when=move || has_any.get()
                fallback=|| {
                    view! {
                        <p class="quiet">{t!("learn-mine-bookmarks-empty")}</p>
                        <LinkButton kind=ButtonKind::Quiet href=href(Page::Experiences)>
                            {t!("home-experiences-more")}
                        </LinkButton>
                    }
                }
            >
                <ul class="row-list" role="list">
                    {lines}
                </ul>
            </Show>
        </section>
    }
}
