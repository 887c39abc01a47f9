mod filters;
mod path;

use super::filter::Filter;
use super::module_tile::ModuleTile;
use super::rows::{Learning, use_learning};
use crate::components::{Button, ButtonKind, CardGrid, EmptyState, PageHeader, Skeleton};
use crate::replica::ScopeState;
use crate::router::{every, use_query_in_place, use_query_map};
use crate::shell::{PageTitle, announce};
use crate::{t, text};
use filters::Filters;
use leptos::prelude::*;
use path::{Path, path_in_query, path_query};
use shared::ids::ModuleId;
use shared::module_progress::{ModuleProgress, Stage};
use shared::records::ModuleCard;
use shared::time::Timestamp;
use shared::vocabulary::Audience;

/// The modules.
#[component]
pub(crate) fn Catalogue() -> impl IntoView {
    let title = t!("learn-title");
    let learning = use_learning();
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(|query| Filter::from_query(|name| every(query, name))));
    let chosen_path = Memo::new(move |_| query.with(path_in_query));
    let set = use_address(filter, chosen_path);
    let set_filter = Callback::new(move |filter: Filter| set.run((filter, chosen_path.get_untracked())));
    let set_path = Callback::new(move |path| set.run((filter.get_untracked(), path)));
    let is_empty = Memo::new(move |_| learning.cards.read().is_empty());
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("learn-lead") />
            <Show when=move || !is_empty.get() fallback=move || view! { <NothingYet learning=learning /> }>
                <Path learning=learning chosen=chosen_path on_choose=set_path />
                <div class="with-aside catalogue">
                    <Filters learning=learning filter=filter on_change=set_filter />
                    <Results learning=learning filter=filter on_change=set_filter />
                </div>
            </Show>
        </div>
    }
}

/// Writes filters and path into the address.
fn use_address(filter: Memo<Filter>, path: Memo<Option<Audience>>) -> Callback<(Filter, Option<Audience>)> {
    let write = use_query_in_place();
    Callback::new(move |(new_filter, new_path): (Filter, Option<Audience>)| {
        if new_filter == filter.get_untracked() && new_path == path.get_untracked() {
            return;
        }
        let parts: Vec<String> = new_filter
            .to_query()
            .into_iter()
            .chain(new_path.map(path_query))
            .collect();
        write.run(parts.join("&"));
    })
}

#[component]
fn Results(learning: Learning, filter: Memo<Filter>, on_change: Callback<Filter>) -> impl IntoView {
    let left = Memo::new(move |_| {
        let filter = filter.read();
        let mut left = learning.modules();
        left.retain(|(card, module_progress)| filter.keeps(card, module_progress.stage()));
        left
    });
    let count = Memo::new(move |_| left.read().len());
    Effect::new(move |before: Option<Filter>| {
        let now = filter.get();
        if before.is_some_and(|before| before != now) {
            announce(text!("learn-results", count = count.get_untracked()));
        }
        now
    });
    let reset = Callback::new(move |()| on_change.run(Filter::default()));
    view! {
        <section aria-labelledby="modules-found">
            <div class="results-line">
                <h2 class="results-line__title" id="modules-found">
                    {t!("learn-results", count = count.get())}
                </h2>
                <Show when=move || filter.read().is_set()>
                    <Button kind=ButtonKind::Quiet on_press=reset>
                        {t!("learn-filter-reset")}
                    </Button>
                </Show>
            </div>
            <Show
                when=move || { count.get() > 0 }
                fallback=move || {
                    view! {
                        <EmptyState title=t!("learn-none-left-title") text=t!("learn-none-left-text")>
                            <Button kind=ButtonKind::Plain on_press=reset>
                                {t!("learn-filter-reset")}
                            </Button>
                        </EmptyState>
                    }
                }
            >
                <CardGrid>
                    <For each=move || left.get() key=tile_key let:module>
                        <ModuleTile card=module.0 module_progress=module.1 />
                    </For>
                </CardGrid>
            </Show>
        </section>
    }
}

/// A card is drawn again when what it shows changed.
fn tile_key(
    (card, module_progress): &(ModuleCard, ModuleProgress),
) -> (ModuleId, Timestamp, (usize, usize), Stage) {
    (
        card.id,
        card.updated,
        module_progress.steps(),
        module_progress.stage(),
    )
}

/// No module is here: they are on their way, out of reach, or there are none.
#[component]
fn NothingYet(learning: Learning) -> impl IntoView {
    move || match learning.state.get() {
        ScopeState::Loading => view! { <Skeleton label=t!("learn-loading") lines=6 /> }.into_any(),
        ScopeState::Offline => view! {
            <EmptyState title=t!("learn-module-unavailable-title") text=t!("learn-module-unavailable-text") />
        }
        .into_any(),
        ScopeState::Held | ScopeState::Denied => {
            view! { <EmptyState title=t!("learn-none-title") text=t!("learn-none-text") /> }.into_any()
        }
    }
}
