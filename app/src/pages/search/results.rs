use super::finder::use_finder;
use super::hit::Hit;
use super::hub::use_hub_search;
use super::search_box::SearchBox;
use crate::components::{CardGrid, EmptyState, PageHeader};
use crate::i18n::lang;
use crate::router::{Page, use_query_in_place, use_query_map};
use crate::shell::{PageTitle, announce};
use crate::time_slice::AfterPaint;
use crate::{t, text};
use leptos::prelude::*;
use leptos_router::location::Url;
use shared::wire::{FoundPlace, SearchAnswer, SearchHit};

/// One search over experiences, modules and their lessons, collectivities and the glossary.
#[component]
pub(crate) fn Search() -> impl IntoView {
    let title = t!("common-search-title");
    let finder = use_finder();
    let query = use_query_map();
    let typed = RwSignal::new(query.with_untracked(|query| query.get("q").unwrap_or_default()));
    // What is looked for: what is typed, once that is painted.
    let question = RwSignal::new(typed.get_untracked());
    Effect::new(move |before: Option<String>| {
        let asked = query.with(|query| query.get("q").unwrap_or_default());
        if before.is_some_and(|before| before != asked) && asked != typed.get_untracked().trim() {
            typed.set(asked.clone());
            question.set(asked.clone());
        }
        asked
    });
    let hub = use_hub_search(question.into());
    let answer = Memo::new(move |_| {
        #[cfg(feature = "ssr")]
        if let Some(rows) = crate::row_reader::rows() {
            return rows.search(&question.read(), lang());
        }
        // What is here comes at once, and is replaced by what the hub has.
        hub.answer()
            .unwrap_or_else(|| finder.answer(&question.read(), lang()))
    });
    let count = Memo::new(move |_| answer.read().count);
    let is_asking = Memo::new(move |_| !question.read().trim().is_empty());
    let write = use_query_in_place();
    let follow = AfterPaint::new(move || {
        let text = typed.get_untracked();
        let asked = text.trim().to_owned();
        question.set(text);
        write.run(if asked.is_empty() {
            String::new()
        } else {
            format!("q={}", Url::escape(&asked))
        });
    });
    // The letters are painted first; no search for letters that others have followed meanwhile.
    let on_type = move |text: String| {
        typed.set(text);
        follow.ask();
    };
    announce_results(question.into(), count);
    let of_kinds = move |is_wanted: fn(&FoundPlace) -> bool| {
        Memo::new(move |_| {
            let hits = answer.read().hits.clone();
            hits.into_iter()
                .filter(|hit| is_wanted(&hit.place))
                .collect::<Vec<_>>()
        })
    };
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("common-search-lead") />
            <SearchBox id="search" label=t!("experiences-search-everything-label") typed=typed on_type=on_type />
            <Show when=move || is_asking.get() fallback=|| view! { <p class="quiet">{t!("experiences-search-hint")}</p> }>
                <Show when=move || hub.has_failed()>
                    <p class="quiet">{t!("experiences-search-offline")}</p>
                </Show>
                <NearForm answer=answer />
                <Show when=move || { count.get() > 0 } fallback=move || view! { <NothingFound answer=answer /> }>
                    <p class="quiet">{t!("experiences-search-count", count = count.get())}</p>
                    <Group
                        title=t!("common-place-experiences")
                        id="found-experiences"
                        hits=of_kinds(|place| matches!(place, FoundPlace::Experience { .. }))
                    />
                    <Group
                        title=t!("common-place-learn")
                        id="found-modules"
                        hits=of_kinds(|place| matches!(place, FoundPlace::Module { .. } | FoundPlace::Lesson { .. }))
                    />
                    <Group
                        title=t!("experiences-search-collectivities")
                        id="found-collectivities"
                        hits=of_kinds(|place| matches!(place, FoundPlace::Collectivity { .. }))
                    />
                    <Group
                        title=t!("common-glossary")
                        id="found-terms"
                        hits=of_kinds(|place| matches!(place, FoundPlace::Term { .. }))
                    />
                </Show>
            </Show>
        </div>
    }
}

/// Says what was searched for instead of words that nothing has, and leads to the search for it.
#[component]
fn NearForm(
    /// The answer.
    answer: Memo<SearchAnswer>,
) -> impl IntoView {
    move || {
        let near = answer.read().near.clone()?;
        let query = format!("?q={}", Url::escape(&near));
        Some(view! {
            <p>
                {t!("experiences-search-near")} " "
                <a href=move || format!("{}{query}", Page::Search.path(lang()))>
                    <bdi>{near}</bdi>
                </a>
            </p>
        })
    }
}

#[component]
fn NothingFound(
    /// The answer.
    answer: Memo<SearchAnswer>,
) -> impl IntoView {
    let text = Signal::derive(move || {
        if answer.read().is_complete {
            text!("experiences-not-found-words")
        } else {
            text!("experiences-still-reading")
        }
    });
    view! { <EmptyState title=t!("experiences-nothing-found") text=text /> }
}

/// Says how many there are once the keys rest, so that a screen reader is not talked over at every letter.
fn announce_results(question: Signal<String>, count: Memo<usize>) {
    let timer = StoredValue::new(None::<leptos::leptos_dom::helpers::TimeoutHandle>);
    Effect::new(move |before: Option<()>| {
        let is_asking = !question.read().trim().is_empty();
        let count = count.get();
        if let Some(Some(timer)) = timer.try_get_value() {
            timer.clear();
        }
        if before.is_some() && is_asking {
            let say = move || announce(text!("experiences-search-count", count = count));
            let handle = set_timeout_with_handle(say, std::time::Duration::from_millis(700));
            timer.set_value(handle.ok());
        }
    });
    on_cleanup(move || {
        if let Some(Some(timer)) = timer.try_get_value() {
            timer.clear();
        }
    });
}

/// What was found of one kind; nothing when nothing was.
#[component]
fn Group(
    /// What they are.
    title: Signal<String>,
    /// The id of the heading.
    id: &'static str,
    /// The best of them.
    hits: Memo<Vec<SearchHit>>,
) -> impl IntoView {
    let is_there = Memo::new(move |_| !hits.read().is_empty());
    view! {
        <Show when=move || is_there.get()>
            <section class="search-group" aria-labelledby=id>
                <h2 id=id>{move || title.get()}</h2>
                <CardGrid>{move || hits.get().into_iter().map(|hit| view! { <Hit hit=hit /> }).collect_view()}</CardGrid>
            </section>
        </Show>
    }
}
