use super::finder::{Found, use_finder};
use super::search_box::SearchBox;
use crate::components::{CardGrid, EmptyState, PageHeader};
use crate::i18n::{Localised, key_of};
use crate::pages::experiences::ExperienceCard;
use crate::pages::experiences::words::{Shown, region, shown};
use crate::replica::use_replica;
use crate::router::{Page, href, use_query_in_place, use_query_map};
use crate::shell::{PageTitle, announce};
use crate::time_slice::AfterPaint;
use crate::{format, t, text};
use leptos::prelude::*;
use leptos_router::location::Url;
use shared::records;
use shared::records::{Collectivity, ModuleCard};
use shared::scope::Scope;

/// How many of each kind are shown; the lists of each area show all.
const MOST_OF_A_KIND: usize = 12;
/// How far down the answers are looked at.
const DEPTH: usize = 400;

/// What was found, by kind, best first.
#[derive(Clone, Debug, Default, PartialEq)]
struct Answers {
    modules: Vec<ModuleCard>,
    experiences: Vec<records::ExperienceCard>,
    collectivities: Vec<Collectivity>,
}

impl Answers {
    fn len(&self) -> usize {
        self.modules.len() + self.experiences.len() + self.collectivities.len()
    }
}

/// One search over modules, experiences and collectivities.
#[component]
pub(crate) fn Search() -> impl IntoView {
    let title = t!("common-search-title");
    let finder = use_finder();
    let replica = use_replica();
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
    let answers = Memo::new(move |_| {
        let mut answers = Answers::default();
        for found in finder.search(&question.read(), DEPTH) {
            match found {
                Found::Module(id) => take(&mut answers.modules, replica.get(Scope::Public, id)),
                Found::Experience(id) => take(&mut answers.experiences, replica.get(Scope::Public, id)),
                Found::Collectivity(id) => take(&mut answers.collectivities, replica.get(Scope::Public, id)),
            }
        }
        answers
    });
    let count = Memo::new(move |_| answers.read().len());
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
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("common-search-lead") />
            <SearchBox id="search" label=t!("experiences-search-everything-label") typed=typed on_type=on_type />
            <Show when=move || is_asking.get() fallback=|| view! { <p class="quiet">{t!("experiences-search-hint")}</p> }>
                <Show
                    when=move || { count.get() > 0 }
                    fallback=move || {
                        let text = Signal::derive(move || {
                            if finder.is_complete() {
                                text!("experiences-not-found-words")
                            } else {
                                text!("experiences-still-reading")
                            }
                        });
                        view! { <EmptyState title=t!("experiences-nothing-found") text=text /> }
                    }
                >
                    <Group title=t!("common-place-experiences") id="found-experiences" items=Signal::derive(move || answers.read().experiences.clone()) draw=|card| {
                        view! { <ExperienceCard card=card /> }.into_any()
                    } key=|card: &records::ExperienceCard| card.id.to_string() />
                    <Group title=t!("common-place-learn") id="found-modules" items=Signal::derive(move || answers.read().modules.clone()) draw=|card| {
                        view! { <ModuleLine card=card /> }.into_any()
                    } key=|card: &ModuleCard| card.id.to_string() />
                    <Group
                        title=t!("experiences-search-collectivities")
                        id="found-collectivities"
                        items=Signal::derive(move || answers.read().collectivities.clone())
                        draw=|one| view! { <CollectivityLine one=one /> }.into_any()
                        key=|one: &Collectivity| one.id.to_string()
                    />
                </Show>
            </Show>
        </div>
    }
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

fn take<T>(held: &mut Vec<T>, found: Option<T>) {
    if held.len() < MOST_OF_A_KIND {
        held.extend(found);
    }
}

/// What was found of one kind; nothing when nothing was.
#[component]
fn Group<T: Clone + Send + Sync + 'static>(
    /// What they are.
    title: Signal<String>,
    /// The id of the heading.
    id: &'static str,
    /// The answers.
    items: Signal<Vec<T>>,
    /// Draws one.
    draw: fn(T) -> AnyView,
    /// What tells one from another.
    key: fn(&T) -> String,
) -> impl IntoView {
    let is_there = Memo::new(move |_| !items.read().is_empty());
    view! {
        <Show when=move || is_there.get()>
            <section class="search-group" aria-labelledby=id>
                <h2 id=id>{move || title.get()}</h2>
                <CardGrid>
                    <For each=move || items.get() key=key let:item>
                        {draw(item)}
                    </For>
                </CardGrid>
            </section>
        </Show>
    }
}

#[component]
fn ModuleLine(card: ModuleCard) -> impl IntoView {
    let Shown { text: title, lang } = shown(Signal::stored(card.title));
    let Shown {
        text: summary,
        lang: summary_lang,
    } = shown(Signal::stored(card.summary));
    let minutes = card.minutes;
    view! {
        <crate::components::Card
            title=title
            title_lang=lang
            href=href(Page::Module(card.slug))
            foot=move || view! { <span class="nowrap">{move || format::minutes(minutes)}</span> }
        >
            <p class="card__text card__text--short" lang=move || summary_lang.get().code() dir=move || summary_lang.get().dir()>
                {summary}
            </p>
        </crate::components::Card>
    }
}

#[component]
fn CollectivityLine(one: Collectivity) -> impl IntoView {
    let Shown { text: title, lang } = shown(Signal::stored(one.name));
    let code = one.region;
    let kind = one.kind;
    let region_name = Memo::new(move |_| region(&code).map(|region| region.name).unwrap_or_default());
    view! {
        <crate::components::Card
            title=title
            title_lang=lang
            href=href(Page::Collectivity(one.slug))
            foot=move || {
                view! {
                    <span>{t!(key_of("collectivity-kind", kind.word()))}</span>
                    <bdi>
                        <Localised text=region_name bare=true />
                    </bdi>
                }
            }
        />
    }
}
