use super::address::Address;
use super::drawing::{Drawing, use_drawing};
use crate::components::{Button, ButtonKind, CardGrid, EmptyState, LinkButton};
#[cfg(feature = "ssr")]
use crate::i18n::lang;
use crate::pages::experiences::card::ExperienceCard;
use crate::pages::experiences::filter::{Facets, Listed};
use crate::pages::search::{Finder, Found, HubSearch, use_hub_search};
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::shell::announce;
use crate::time_slice::AfterPaint;
use crate::{t, text};
use leptos::prelude::*;
use shared::ids::ExperienceId;
use shared::records;
use shared::scope::Scope;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

/// How many cards are drawn before "show more": what fits several screens of a phone.
const AT_A_TIME: usize = 30;

thread_local! {
    /// How many cards were on show for each question, so that "back" finds the list as long as it was left.
    static SHOWN: RefCell<BTreeMap<String, usize>> = RefCell::default();
}

/// What the filters and the question leave.
#[component]
pub(super) fn Results(
    /// The experiences.
    all: Memo<Arc<Vec<Listed>>>,
    /// What is asked.
    address: Address,
    /// Searches.
    finder: Finder,
) -> impl IntoView {
    let replica = use_replica();
    let facets = Memo::new(move |_| {
        let facets: HashMap<_, _> = all
            .read()
            .iter()
            .map(|listed| (listed.id, listed.facets))
            .collect();
        Arc::new(facets)
    });
    let hub = use_hub_search(address.question.into());
    let left = Memo::new(move |_| Arc::new(results(all, facets, address, finder, hub)));
    let count = Memo::new(move |_| left.read().len());
    let asked = Memo::new(move |_| {
        let mut parts = address.filter.read().to_query();
        parts.push(address.question.read().trim().to_owned());
        parts.join("&")
    });
    let remembered = SHOWN.with_borrow(|shown| shown.get(&asked.get_untracked()).copied());
    let shown = RwSignal::new(remembered.or(address.shown.get_untracked()).unwrap_or(AT_A_TIME));
    Effect::new(move |before: Option<String>| {
        let asked = asked.get();
        if before.is_some_and(|before| before != asked) {
            shown.set(AT_A_TIME);
            announce(text!("experiences-results", count = count.get_untracked()));
        }
        asked
    });
    let Drawing { drawn, around } = use_drawing(asked, shown, count);
    let show_more = AfterPaint::new(move || {
        shown.update(|shown| *shown += AT_A_TIME);
        SHOWN.with_borrow_mut(|all| all.insert(asked.get_untracked(), shown.get_untracked()));
        let now = shown.get_untracked().min(count.get_untracked());
        announce(text!(
            "experiences-results-shown",
            shown = now,
            count = count.get_untracked()
        ));
    });
    let visible = move || {
        left.read()
            .iter()
            .take(drawn.get())
            .filter_map(|id| replica.get::<records::ExperienceCard>(Scope::Public, *id))
            .collect::<Vec<_>>()
    };
    let is_asking =
        Memo::new(move |_| address.filter.read().len() > 0 || !address.question.read().trim().is_empty());
    let has_more = Memo::new(move |_| count.get() > shown.get());
    view! {
        <section aria-labelledby="experiences-found">
            <div class="results-line">
                <h2 class="results-line__title" id="experiences-found">
                    {move || {
                        if replica.holds_whole(Scope::Public) {
                            text!("experiences-results", count = count.get())
                        } else {
                            text!("experiences-results-so-far", count = count.get())
                        }
                    }}
                </h2>
                <Show when=move || is_asking.get()>
                    <Button kind=ButtonKind::Quiet on_press=move |()| address.reset()>
                        {t!("experiences-reset")}
                    </Button>
                </Show>
            </div>
            <Show when=move || { count.get() > 0 } fallback=move || view! { <NothingFound address=address finder=finder /> }>
                <div node_ref=around>
                    <CardGrid>
                        <For each=visible key=|card| (card.id, words_of_card(card)) let:card>
                            <ExperienceCard card=card />
                        </For>
                    </CardGrid>
                </div>
                <Show when=move || has_more.get()>
                    <p class="more-results">
                        <a
                            class="button button--plain"
                            href=move || address.showing(shown.get() + AT_A_TIME)
                            on:click=move |event| {
                                if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                                    event.prevent_default();
                                    show_more.ask();
                                }
                            }
                        >
                            {t!("experiences-show-more")}
                        </a>
                        <span class="quiet">
                            {t!("experiences-results-shown", shown = shown.get(), count = count.get())}
                        </span>
                    </p>
                </Show>
            </Show>
        </section>
    }
}

/// Without a question the newest first; with one, the best answer first.
fn results(
    all: Memo<Arc<Vec<Listed>>>,
    facets: Memo<Arc<HashMap<ExperienceId, Facets>>>,
    address: Address,
    finder: Finder,
    hub: HubSearch,
) -> Vec<ExperienceId> {
    let wanted = address.filter.read().facets();
    let question = address.question.read();
    if question.trim().is_empty() {
        return all
            .read()
            .iter()
            .filter(|listed| wanted.let_through(listed.facets))
            .map(|listed| listed.id)
            .collect();
    }
    let facets = facets.read();
    let is_let_through = |id: &ExperienceId| facets.get(id).is_some_and(|facets| wanted.let_through(*facets));
    #[cfg(feature = "ssr")]
    if let Some(rows) = crate::row_reader::rows() {
        let found = rows.search(&question, lang()).experiences;
        return found.into_iter().filter(is_let_through).collect();
    }
    // The hub knows what all texts say, and names the best; this device knows what all cards say.
    let mut found = hub.answer().map(|answer| answer.experiences).unwrap_or_default();
    let named: HashSet<ExperienceId> = found.iter().copied().collect();
    found.extend(
        finder
            .search(&question, usize::MAX)
            .into_iter()
            .filter_map(|found| match found {
                Found::Experience(id) => Some(id),
                _ => None,
            })
            .filter(|id| !named.contains(id)),
    );
    found.retain(is_let_through);
    found
}

/// A card is drawn again when its words change, and only then.
fn words_of_card(card: &records::ExperienceCard) -> u64 {
    let mut hasher = DefaultHasher::new();
    (
        &card.title,
        &card.summary,
        &card.principles,
        &card.languages,
        card.kind,
    )
        .hash(&mut hasher);
    hasher.finish()
}

#[component]
fn NothingFound(address: Address, finder: Finder) -> impl IntoView {
    let is_searching = Memo::new(move |_| !address.question.read().trim().is_empty());
    let is_still_reading = Memo::new(move |_| is_searching.get() && !finder.is_complete());
    let text = Signal::derive(move || {
        if is_still_reading.get() {
            text!("experiences-still-reading")
        } else if is_searching.get() {
            text!("experiences-not-found-words")
        } else {
            text!("experiences-not-found-filters")
        }
    });
    view! {
        <EmptyState title=t!("experiences-nothing-found") text=text>
            <Button kind=ButtonKind::Plain on_press=move |()| address.reset()>
                {t!("experiences-reset")}
            </Button>
            <LinkButton kind=ButtonKind::Quiet href=href(Page::Search)>
                {t!("experiences-search-everything")}
            </LinkButton>
        </EmptyState>
    }
}
