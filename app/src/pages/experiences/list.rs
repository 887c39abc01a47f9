mod address;
mod drawing;
mod filters;
mod results;
mod rows;

use super::permissions::may_write;
use crate::components::{EmptyState, IconKind, LinkButton, PageHeader, Skeleton};
use crate::pages::search::{SearchBox, use_finder};
use crate::replica::{ScopeState, use_replica};
use crate::router::{Page, href};
use crate::shell::PageTitle;
use crate::t;
use address::use_address;
use filters::Filters;
use leptos::prelude::*;
use results::Results;
use rows::use_listed;
use shared::scope::Scope;

/// The experiences.
#[component]
pub(crate) fn List() -> impl IntoView {
    let title = t!("experiences-list-title");
    let finder = use_finder();
    let address = use_address();
    let all = use_listed();
    let is_empty = Memo::new(move |_| all.read().is_empty());
    let typed = address.typed;
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader
                title=title
                lead=t!("experiences-list-lead")
                actions=move || {
                    view! {
                        <Show when=may_write>
                            <LinkButton href=href(Page::WriteNew) icon=IconKind::Edit>
                                {t!("experiences-write-action")}
                            </LinkButton>
                        </Show>
                    }
                }
            />
            <Show when=move || !is_empty.get() fallback=NothingYet>
                <SearchBox
                    id="experiences-search"
                    label=t!("experiences-search-label")
                    typed=typed
                    on_type=move |text| address.set_question(text)
                />
                <div class="with-aside">
                    <Filters all=all address=address />
                    <Results all=all address=address finder=finder />
                </div>
            </Show>
        </div>
    }
}

/// No experience is here: they are on their way, out of reach, or nobody has published one.
#[component]
fn NothingYet() -> impl IntoView {
    let state = Memo::new(move |_| use_replica().whole_state(Scope::Public));
    move || match state.get() {
        ScopeState::Loading => view! { <Skeleton label=t!("experiences-loading") lines=8 /> }.into_any(),
        ScopeState::Offline => view! {
            <EmptyState title=t!("experiences-offline-title") text=t!("experiences-list-offline-text") />
        }
        .into_any(),
        ScopeState::Held | ScopeState::Denied => view! {
            <EmptyState title=t!("experiences-none-title") text=t!("experiences-none-text")>
                <Show when=may_write>
                    <LinkButton href=href(Page::WriteNew) icon=IconKind::Edit>
                        {t!("experiences-write-action")}
                    </LinkButton>
                </Show>
            </EmptyState>
        }
        .into_any(),
    }
}
