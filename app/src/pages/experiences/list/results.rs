use super::address::Address;
use crate::components::{Button, ButtonKind, CardGrid, EmptyState, LinkButton};
use crate::pages::experiences::card::ExperienceCard;
use crate::pages::experiences::filter::Listed;
use crate::pages::search::{Finder, Found};
use crate::router::{Page, href};
use crate::shell::announce;
use crate::{t, text};
use leptos::prelude::*;
use shared::ids::ExperienceId;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
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
    let left = Memo::new(move |_| Arc::new(results(&all.read(), address, finder)));
    let count = Memo::new(move |_| left.read().len());
    let asked = Memo::new(move |_| {
        let mut parts = address.filter.read().to_query();
        parts.push(address.typed.get().trim().to_owned());
        parts.join("&")
    });
    let shown = RwSignal::new(AT_A_TIME);
    Effect::new(move |before: Option<String>| {
        let asked = asked.get();
        let remembered = SHOWN.with_borrow(|shown| shown.get(&asked).copied());
        shown.set(remembered.filter(|_| before.is_none()).unwrap_or(AT_A_TIME));
        if before.is_some_and(|before| before != asked) {
            announce(text!("experiences-results", count = count.get_untracked()));
        }
        asked
    });
    let show_more = move |()| {
        shown.update(|shown| *shown += AT_A_TIME);
        SHOWN.with_borrow_mut(|all| all.insert(asked.get_untracked(), shown.get_untracked()));
        let now = shown.get_untracked().min(count.get_untracked());
        announce(text!(
            "experiences-results-shown",
            shown = now,
            count = count.get_untracked()
        ));
    };
    let visible = move || {
        left.read()
            .iter()
            .take(shown.get())
            .map(|listed| Arc::clone(&listed.card))
            .collect::<Vec<_>>()
    };
    let is_asking =
        Memo::new(move |_| address.filter.read().len() > 0 || !address.typed.read().trim().is_empty());
    let has_more = Memo::new(move |_| count.get() > shown.get());
    view! {
        <section aria-labelledby="experiences-found">
            <div class="results-line">
                <h2 class="results-line__title" id="experiences-found">
                    {t!("experiences-results", count = count.get())}
                </h2>
                <Show when=move || is_asking.get()>
                    <Button kind=ButtonKind::Quiet on_press=move |()| address.reset()>
                        {t!("experiences-reset")}
                    </Button>
                </Show>
            </div>
            <Show when=move || { count.get() > 0 } fallback=move || view! { <NothingFound address=address finder=finder /> }>
                <CardGrid>
                    <For each=visible key=|card| (card.id, words_of_card(card)) let:card>
                        <ExperienceCard card=Arc::unwrap_or_clone(card) />
                    </For>
                </CardGrid>
                <Show when=move || has_more.get()>
                    <p class="more-results">
                        <Button kind=ButtonKind::Plain on_press=show_more>
                            {t!("experiences-show-more")}
                        </Button>
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
fn results(all: &[Listed], address: Address, finder: Finder) -> Vec<Listed> {
    let filter = address.filter.read();
    let typed = address.typed.read();
    if typed.trim().is_empty() {
        return all
            .iter()
            .filter(|listed| filter.keeps(listed))
            .cloned()
            .collect();
    }
    let by_id: HashMap<ExperienceId, &Listed> = all.iter().map(|listed| (listed.card.id, listed)).collect();
    finder
        .search(&typed, usize::MAX)
        .into_iter()
        .filter_map(|found| match found {
            Found::Experience(id) => by_id.get(&id).copied(),
            Found::Module(_) | Found::Collectivity(_) => None,
        })
        .filter(|listed| filter.keeps(listed))
        .cloned()
        .collect()
}

/// A card is drawn again when its words change, and only then.
fn words_of_card(card: &shared::records::ExperienceCard) -> u64 {
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
    let is_searching = Memo::new(move |_| !address.typed.read().trim().is_empty());
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
