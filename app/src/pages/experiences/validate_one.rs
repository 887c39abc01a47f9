mod comparison;
mod decide;
mod revised;
mod sections;

use super::outcome::LastOutcome;
use super::waiting::{use_revisions, use_waiting};
use super::words::{Shown, shown};
use crate::components::{
    Breadcrumbs, ButtonKind, Crumb, EmptyState, FactsBox, IconKind, LinkButton, Notice, NoticeKind,
    PageHeader,
};
use crate::i18n::{PersonName, key_of, lang};
use crate::pages::experiences::facts::FactsOf;
use crate::pages::experiences::report_text::Sources;
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::shell::PageTitle;
use crate::{format, t, text};
use comparison::has_changed;
use decide::Decide;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use revised::Revised;
use sections::Sections;
use shared::ids::ExperienceId;
use shared::records::{Experience, Section};
use shared::scope::Scope;
use shared::vocabulary::ExperienceState;

/// One submission and one decision.
#[component]
pub(crate) fn ValidateOne() -> impl IntoView {
    let replica = use_replica();
    let identity = replica.identity();
    let params = use_params_map();
    let id = Memo::new(move |_| {
        params
            .with(|params| params.get("experience"))
            .and_then(|id| id.parse::<ExperienceId>().ok())
    });
    let waiting = use_waiting();
    let held = Memo::new(move |_| {
        let id = id.get()?;
        let of_queue = waiting.read().iter().find(|one| one.id == id).cloned();
        let own = replica.get::<Experience>(Scope::Person(identity.read().person), id);
        of_queue.or_else(|| own.filter(|own| own.state == ExperienceState::Submitted))
    });
    let shown_id = Memo::new(move |_| held.read().as_ref().map(|held| held.id));
    let revisions = use_revisions();
    let is_revised = Memo::new(move |_| {
        revisions
            .read()
            .iter()
            .any(|review| Some(review.experience) == id.get())
    });
    let title = t!("experiences-validate-title");
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <LastOutcome />
            {move || match shown_id.get() {
                Some(_) => view! { <Submission first=held.get_untracked() latest=held /> }.into_any(),
                None if is_revised.get() => view! { <Revised id=id reviews=revisions /> }.into_any(),
                None => view! { <Decided waiting=waiting /> }.into_any(),
            }}
        </div>
    }
}

/// The submission as it was opened. A revision that comes in meanwhile is told, never slipped under the reader.
#[component]
fn Submission(first: Option<Experience>, latest: Memo<Option<Experience>>) -> impl IntoView {
    first.map(|first| {
        let read = RwSignal::new(first.clone());
        let is_stale = Memo::new(move |_| {
            latest
                .read()
                .as_ref()
                .is_some_and(|latest| latest.revision != read.read().revision)
        });
        let take_latest = move |()| {
            if let Some(latest) = latest.get_untracked() {
                read.set(latest);
            }
        };
        let Shown { text: title, lang: title_lang } = shown(Signal::derive(move || {
            read.read().content.texts.get(&Section::Title).cloned().unwrap_or_default()
        }));
        let trail = Signal::derive(move || {
            vec![Crumb {
                href: Some(Page::ValidationQueue.path(lang())),
                text: text!("experiences-validation-title"),
                lang: None,
            }]
        });
        let author = first.author.as_ref().map(|author| author.name.clone());
        let submitted = first.submitted;
        let came_back = Memo::new(move |_| read.read().previous.is_some());
        let any_change = Memo::new(move |_| has_changed(&read.read()));
        view! {
            <Breadcrumbs label=t!("experiences-breadcrumbs") trail=trail />
            <PageHeader
                title=title
                title_lang=title_lang
                kicker=move || {
                    view! {
                        <span>
                            {author.clone().map(|name| view! { <PersonName name=name /> " · " })}
                            {submitted
                                .map(|at| {
                                    view! {
                                        <span>{move || text!("experiences-submitted-on", when = format::moment(at))}</span>
                                    }
                                })}
                        </span>
                    }
                }
            />
            <Show when=move || is_stale.get()>
                <Notice kind=NoticeKind::Attention title=t!("experiences-stale-title") live=true>
                    <p>{t!("experiences-stale-text")}</p>
                    <crate::components::Button kind=ButtonKind::Plain on_press=take_latest>
                        {t!("experiences-stale-action")}
                    </crate::components::Button>
                </Notice>
            </Show>
            <Show when=move || came_back.get()>
                <EarlierDecision read=read any_change=any_change />
            </Show>
            <div class="report">
                <FactsBox label=t!("experiences-facts")>
                    <FactsOf held=read />
                </FactsBox>
                <article>
                    <Sections read=read />
                    <Sources held=read />
                    <p class="report__actions">
                        <LinkButton
                            kind=ButtonKind::Plain
                            icon=IconKind::Edit
                            href=href(Page::Write(first.id))
                        >
                            {t!("experiences-revise-action")}
                        </LinkButton>
                    </p>
                    <Decide read=read is_stale=is_stale />
                </article>
            </div>
        }
    })
}

/// What was asked for last time, beside what came of it.
#[component]
fn EarlierDecision(read: RwSignal<Experience>, any_change: Memo<bool>) -> impl IntoView {
    view! {
        <Notice title=t!("experiences-earlier-title")>
            {move || {
                let decision = read.read().decision.clone()?;
                let reason = decision.reason?;
                let at = decision.at;
                Some(
                    view! {
                        <p>
                            {t!(key_of("return-reason", reason.word()))} " · " <PersonName name=decision.by.name /> " · "
                            {move || format::date(at)}
                        </p>
                        {(!decision.note.trim().is_empty())
                            .then(|| view! { <blockquote class="returned__words" dir="auto">{decision.note}</blockquote> })}
                    },
                )
            }}
            <p>
                {move || {
                    if any_change.get() { text!("experiences-earlier-changes") } else { text!("experiences-earlier-same") }
                }}
            </p>
        </Notice>
    }
}

/// It is decided, was taken back, or is not in this person's queue: what comes next.
#[component]
fn Decided(waiting: Memo<Vec<Experience>>) -> impl IntoView {
    let next = Memo::new(move |_| waiting.read().first().map(|one| one.id));
    view! {
        <PageHeader title=t!("experiences-validate-title") />
        <EmptyState title=t!("experiences-not-waiting-title") text=t!("experiences-not-waiting-text")>
            {move || {
                next.get()
                    .map(|next| {
                        view! { <LinkButton href=href(Page::ValidateOne(next))>{t!("experiences-next-one")}</LinkButton> }
                    })
            }}
            <LinkButton kind=ButtonKind::Plain href=href(Page::ValidationQueue)>
                {t!("experiences-to-queue")}
            </LinkButton>
        </EmptyState>
    }
}
