mod choosing;
mod clashes;
mod composer;
mod date_field;
mod draft_versions;
mod editor;
mod facts_step;
mod languages;
mod needed;
mod proposal;
mod review_step;
mod sending;
mod shelf;
mod sides;
mod sources_field;
mod steps;
mod submitted;
mod text_step;
mod work;

use super::permissions::{may_keep_writing, may_revise, may_validate, writes_for};
use super::write_new::is_begun_here;
use crate::components::{EmptyState, LinkButton, Notice, PageHeader, Skeleton};
use crate::replica::{ScopeState, use_replica};
use crate::router::{Page, href, use_query_map};
use crate::shell::PageTitle;
use crate::{t, text};
use composer::Composer;
use editor::Mode;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::ids::{CollectivityId, ExperienceId};
use shared::records::{Experience, Review};
use shared::scope::Scope;
use shared::vocabulary::ExperienceState;
use submitted::Submitted;

/// What the person can do at this address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WritingState {
    /// Begin, or go on with a draft.
    Draft(ExperienceId, CollectivityId),
    /// Correct or translate what others see.
    Revision(ExperienceId, CollectivityId),
    /// It waits for the focal point; its author can take it back.
    Submitted,
    /// It is on its way, out of reach, or not the person's.
    Absent(ScopeState),
}

/// Go on writing an experience.
#[component]
pub(crate) fn Write() -> impl IntoView {
    let replica = use_replica();
    let identity = replica.identity();
    let params = use_params_map();
    let query = use_query_map();
    let id = Memo::new(move |_| {
        params
            .with(|params| params.get("experience"))
            .and_then(|id| id.parse::<ExperienceId>().ok())
    });
    let begun_for = Memo::new(move |_| {
        let wanted = query
            .with(|query| query.get("for"))?
            .parse::<CollectivityId>()
            .ok()?;
        writes_for().contains(&wanted).then_some(wanted)
    });
    let own = Memo::new(move |_| replica.get::<Experience>(Scope::Person(identity.read().person), id.get()?));
    // A draft that is not here may be elsewhere: a shared computer forgets it with the page.
    let own_drafts = Memo::new(move |_| replica.scope_state(Scope::Person(identity.read().person)));
    let is_incomplete = Signal::derive(move || own.read().is_some() && own_drafts.get() != ScopeState::Held);
    // A draft is in the author's own scope; only what is somebody else's has to be fetched.
    let state = replica.want(move || {
        let is_needed = own.read().is_none() && begun_for.get().is_none();
        id.get().filter(|_| is_needed).map(Scope::Experience)
    });
    let held = Memo::new(move |_| {
        let id = id.get()?;
        let focal: Vec<Scope> = identity.read().roles.focal_point_of().map(Scope::Focal).collect();
        std::iter::once(Scope::Experience(id))
            .chain(focal)
            .filter_map(|scope| replica.get::<Experience>(scope, id))
            .chain(own.get())
            .max_by_key(|copy| copy.revision)
    });
    let review = Memo::new(move |_| replica.get::<Review>(Scope::Person(identity.read().person), id.get()?));
    // An author goes on with what they proposed; readers see the text without it.
    let edited = Memo::new(move |_| {
        let mut held = held.get()?;
        if held.state == ExperienceState::Published
            && !may_validate(&held)
            && let Some(review) = review.read().as_ref()
        {
            held.content = review.proposed(&held.content);
        }
        Some(held)
    });
    let place = Memo::new(move |_| {
        let Some(id) = id.get() else {
            return WritingState::Absent(ScopeState::Denied);
        };
        match (held.read().as_ref(), begun_for.get()) {
            (Some(held), _) => place_of(held),
            (None, Some(collectivity)) if is_begun_here(id) || own_drafts.get() == ScopeState::Held => {
                WritingState::Draft(id, collectivity)
            }
            (None, Some(_)) => WritingState::Absent(own_drafts.get()),
            (None, None) => WritingState::Absent(state.get()),
        }
    });
    let title = Signal::derive(move || match place.get() {
        WritingState::Revision(..) => text!("experiences-revise-title"),
        WritingState::Draft(..) | WritingState::Submitted | WritingState::Absent(_) => {
            text!("experiences-write-title")
        }
    });
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <Show when=move || is_incomplete.get() && matches!(place.get(), WritingState::Draft(..))>
                <Notice>{t!("experiences-write-incomplete")}</Notice>
            </Show>
            {move || match place.get() {
                WritingState::Draft(id, collectivity) => {
                    view! { <Composer id=id collectivity=collectivity mode=Mode::Draft held=edited shared=held review=review /> }.into_any()
                }
                WritingState::Revision(id, collectivity) => {
                    view! { <Composer id=id collectivity=collectivity mode=Mode::Revision held=edited shared=held review=review /> }.into_any()
                }
                WritingState::Submitted => view! { <Submitted held=held /> }.into_any(),
                WritingState::Absent(ScopeState::Loading) => {
                    view! { <Skeleton label=t!("experiences-one-loading") lines=8 /> }.into_any()
                }
                WritingState::Absent(state) => view! { <NotHere is_offline=state == ScopeState::Offline /> }.into_any(),
            }}
        </div>
    }
}

fn place_of(held: &Experience) -> WritingState {
    let may_write = may_keep_writing(held);
    match held.state {
        ExperienceState::Draft | ExperienceState::Returned if may_write => {
            WritingState::Draft(held.id, held.collectivity)
        }
        ExperienceState::Submitted if may_write => WritingState::Submitted,
        ExperienceState::Submitted | ExperienceState::Published if may_revise(held) => {
            WritingState::Revision(held.id, held.collectivity)
        }
        _ => WritingState::Absent(ScopeState::Denied),
    }
}

#[component]
fn NotHere(is_offline: bool) -> impl IntoView {
    let (title, text) = if is_offline {
        (t!("experiences-offline-title"), t!("experiences-one-offline"))
    } else {
        (
            t!("experiences-write-denied-title"),
            t!("experiences-write-denied-text"),
        )
    };
    view! {
        <PageHeader title=t!("experiences-write-title") />
        <EmptyState title=title text=text>
            <LinkButton href=href(Page::Mine)>{t!("experiences-to-mine")}</LinkButton>
        </EmptyState>
    }
}
