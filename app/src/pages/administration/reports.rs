use crate::components::{
    Button, ButtonKind, Disclosure, EmptyState, KeptWords, Notice, NoticeKind, Skeleton,
};
use crate::i18n::{Localised, PersonName, key_of};
use crate::mutating::Change;
use crate::replica::{ScopeState, use_replica};
use crate::router::{Page, href};
use crate::{format, t};
use leptos::prelude::*;
use shared::ids::{CommentId, ExperienceId};
use shared::mutation::ResolveReport;
use shared::records::{Comment, ExperienceCard, Report, ReportTarget, Resolution};
use shared::scope::Scope;

/// What was reported and is not closed yet, the oldest first; then what was decided, with the words that were removed.
#[component]
pub(super) fn Reports(reports: Memo<Vec<Report>>) -> impl IntoView {
    let replica = use_replica();
    let decided = Memo::new(move |_| {
        let mut decided = replica.list::<Report>(Scope::Administration);
        decided.retain(|report| report.resolution.is_some());
        decided.sort_by_key(|report| std::cmp::Reverse(report.at));
        decided
    });
    view! {
        <Show
            when=move || !reports.read().is_empty()
            fallback=|| view! { <EmptyState title=t!("admin-no-report") text=t!("admin-no-report-text") /> }
        >
            <p>{t!("admin-reports-text")}</p>
            <ul class="report-list" role="list">
                <For each=move || reports.get() key=|report| report.id let:report>
                    <One report=report />
                </For>
            </ul>
        </Show>
        <Show when=move || !decided.read().is_empty()>
            <Disclosure summary=t!("admin-reports-decided", count = decided.read().len())>
                <ul class="report-list" role="list">
                    <For each=move || decided.get() key=|report| report.id let:report>
                        <Decided report=report />
                    </For>
                </ul>
            </Disclosure>
        </Show>
    }
}

/// One decision, for an appeal.
#[component]
fn Decided(report: Report) -> impl IntoView {
    let resolution = match report.resolution {
        Some(Resolution::Removed) => t!("admin-report-was-removed"),
        Some(Resolution::Kept) | None => t!("admin-report-was-kept"),
    };
    let removed = report.removed_comment.clone().map(comment_words);
    view! {
        <li class="card card--still">
            <Said report=report />
            <p>{resolution}</p>
            {removed}
        </li>
    }
}

/// Why, by whom, when and in what words something was reported.
#[component]
fn Said(report: Report) -> impl IntoView {
    let at = report.at;
    let has_note = !report.note.is_empty();
    view! {
        <h3>{t!(key_of("report-reason", report.reason.word()))}</h3>
        <p class="quiet small">
            <PersonName name=report.by.name />
            " · "
            {move || format::moment(at)}
        </p>
        {has_note.then(|| view! { <p dir="auto">{report.note}</p> })}
    }
}

/// The words of a comment, and whose they are.
fn comment_words(comment: Comment) -> impl IntoView {
    let by = comment.author.name;
    let label = t!("admin-report-comment-of", name = by.clone());
    view! {
        <p class="quiet small">{label}</p>
        <KeptWords text=comment.text lang=comment.lang label=label />
    }
}

#[component]
fn One(report: Report) -> impl IntoView {
    let (experience, comment) = match report.target {
        ReportTarget::Experience { experience } => (experience, None),
        ReportTarget::Comment { experience, comment } => (experience, Some(comment)),
    };
    let change = Change::new(|| {});
    let id = report.id;
    let asks = RwSignal::new(false);
    let close = move |resolution| {
        change.make(ResolveReport {
            report: id,
            resolution,
        })
    };
    view! {
        <li class="card card--still">
            <Said report=report />
            <Target experience=experience comment=comment />
            {change.failure_view()}
            <Show
                when=move || asks.get()
                fallback=move || {
                    view! {
                        <div class="button-row">
                            <Button kind=ButtonKind::Plain on_press=move |()| close(Resolution::Kept)>
                                {t!("admin-report-keep")}
                            </Button>
                            <Button kind=ButtonKind::Danger on_press=move |()| asks.set(true)>
                                {t!("admin-report-remove")}
                            </Button>
                        </div>
                    }
                }
            >
                <Notice kind=NoticeKind::Attention live=true>
                    <p>
                        {if comment.is_some() {
                            t!("admin-report-remove-comment")
                        } else {
                            t!("admin-report-remove-experience")
                        }}
                    </p>
                    <div class="button-row">
                        <Button kind=ButtonKind::Danger on_press=move |()| close(Resolution::Removed)>
                            {t!("admin-report-remove")}
                        </Button>
                        <Button kind=ButtonKind::Plain on_press=move |()| asks.set(false)>
                            {t!("common-cancel")}
                        </Button>
                    </div>
                </Notice>
            </Show>
        </li>
    }
}

/// The reported words themselves, and where they stand.
#[component]
fn Target(experience: ExperienceId, comment: Option<CommentId>) -> impl IntoView {
    let replica = use_replica();
    let card = replica.one::<ExperienceCard>(Scope::Public, experience);
    let scope = Scope::Experience(experience);
    let state = replica.want(move || comment.map(|_| scope));
    let words = Memo::new(move |_| comment.and_then(|comment| replica.get::<Comment>(scope, comment)));
    let said = move || match (comment, words.get(), state.get()) {
        (None, _, _) => ().into_any(),
        (Some(_), Some(said), _) => comment_words(said).into_any(),
        (Some(_), None, ScopeState::Loading) => {
            view! { <Skeleton label=t!("common-loading") lines=2 /> }.into_any()
        }
        (Some(_), None, ScopeState::Offline) => {
            view! { <p class="quiet">{t!("admin-report-offline")}</p> }.into_any()
        }
        (Some(_), None, ScopeState::Held | ScopeState::Denied) => {
            view! { <p class="quiet">{t!("admin-report-gone")}</p> }.into_any()
        }
    };
    view! {
        {said}
        {move || match card.get() {
            Some(card) => {
                view! {
                    <p>
                        <a href=href(Page::Experience(card.slug))>
                            <Localised text=card.title bare=true />
                        </a>
                    </p>
                }
                    .into_any()
            }
            None => view! { <p class="quiet">{t!("admin-report-not-listed")}</p> }.into_any(),
        }}
    }
}
