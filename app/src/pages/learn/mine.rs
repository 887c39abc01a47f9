mod certificates;
mod experiences;

use super::module_tile::ModuleTile;
use super::rows::{Learning, use_learning};
use crate::components::{CardGrid, EmptyState, LinkButton, Notice, PageHeader};
use crate::pages::learn::module::SignInOrAsk;
use crate::router::{Page, href};
use crate::session::use_session;
use crate::shell::{PageTitle, RoleDoors};
use crate::{t, text};
use certificates::Certificates;
pub(crate) use experiences::TitleOrNone;
use experiences::{Bookmarks, OwnExperiences};
use leptos::prelude::*;
use shared::module_progress::{ModuleProgress, Stage};
use shared::records::ModuleCard;

/// What one has begun, completed and written. Visitors have it too, on their device.
#[component]
pub(crate) fn Mine() -> impl IntoView {
    let title = t!("learn-mine-title");
    let learning = use_learning();
    let is_visitor = use_session().is_visitor();
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("learn-mine-lead") />
            <Show when=move || is_visitor.get()>
                <Notice title=t!("learn-mine-visitor-title")>
                    <p>{t!("learn-mine-visitor-text")}</p>
                    <SignInOrAsk />
                </Notice>
            </Show>
            <RoleDoors />
            <InProgress learning=learning />
            <Completed learning=learning />
            <Certificates learning=learning />
            <Show when=move || !is_visitor.get()>
                <OwnExperiences />
                <Bookmarks />
            </Show>
        </div>
    }
}

/// The modules at one stage, the one touched last first.
fn at_stage(learning: Learning, wanted: Stage) -> Vec<(ModuleCard, ModuleProgress)> {
    let mut modules = learning.modules();
    modules.retain(|(_, module_progress)| module_progress.stage() == wanted);
    modules.sort_by_key(|(_, module_progress)| std::cmp::Reverse(module_progress.touched));
    modules
}

#[component]
fn InProgress(learning: Learning) -> impl IntoView {
    let modules = Memo::new(move |_| at_stage(learning, Stage::InProgress));
    let has_any = Memo::new(move |_| !modules.read().is_empty());
    let has_completed = Memo::new(move |_| !at_stage(learning, Stage::Completed).is_empty());
    let nothing = Signal::derive(move || {
        if has_completed.get() {
            text!("learn-mine-in-progress-none-title")
        } else {
            text!("learn-mine-in-progress-empty-title")
        }
    });
    view! {
        <section class="mine__part" aria-labelledby="mine-in-progress">
            <h2 id="mine-in-progress">{t!("learn-mine-in-progress")}</h2>
            <Show
                when=move || has_any.get()
                fallback=move || {
                    view! {
                        <EmptyState
                            title=nothing
                            text=t!("learn-mine-in-progress-empty-text")
                        >
                            <LinkButton href=href(Page::Catalogue)>{t!("learn-back-to-catalogue")}</LinkButton>
                        </EmptyState>
                    }
                }
            >
                <CardGrid>{move || tiles(modules.get())}</CardGrid>
            </Show>
        </section>
    }
}

#[component]
fn Completed(learning: Learning) -> impl IntoView {
    let modules = Memo::new(move |_| at_stage(learning, Stage::Completed));
    let has_any = Memo::new(move |_| !modules.read().is_empty());
    view! {
        <Show when=move || has_any.get()>
            <section class="mine__part" aria-labelledby="mine-completed">
                <h2 id="mine-completed">{t!("learn-mine-completed")}</h2>
                <CardGrid>{move || tiles(modules.get())}</CardGrid>
            </section>
        </Show>
    }
}

fn tiles(modules: Vec<(ModuleCard, ModuleProgress)>) -> impl IntoView {
    modules
        .into_iter()
        .map(|(card, module_progress)| view! { <ModuleTile card=card module_progress=module_progress /> })
        .collect_view()
}
