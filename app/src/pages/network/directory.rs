use super::filter::{Filter, searchable};
use super::members::use_members;
use super::place_line::PlaceLine;
use crate::components::{
    Button, ButtonKind, Choice, EmptyState, FilterPanel, InputKind, Notice, NoticeKind, PageHeader,
    RegionMap, RegionTile, SelectField, Skeleton, TextField,
};
use crate::i18n::{key_of, lang, localised};
use crate::replica::{ScopeState, use_replica};
use crate::router::{Page, use_query_in_place, use_query_map};
use crate::shell::{PageTitle, announce};
use crate::{format, t, text};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::location::Url;
use shared::records::Collectivity;
use shared::scope::Scope;
use shared::vocabulary::CollectivityKind;
use std::collections::BTreeMap;

/// How many lines are shown at first, and how many more at a time: an old phone draws 1,590 lines for seconds.
const LINES: usize = 50;
/// How many lines the address asks for, and the most: the national list.
const SHOWN: &str = "shown";
const SHOWN_MOST: usize = 1_600;

/// The network and its members.
#[component]
pub(crate) fn Directory() -> impl IntoView {
    let title = t!("network-title");
    let replica = use_replica();
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(|query| Filter::from_query(|name| query.get(name))));
    let set = use_address(filter);
    let members = use_members();
    let everyone = Memo::new(move |_| filter.read().everyone);
    let state = replica.want(move || everyone.get().then_some(Scope::Directory));
    let places = Memo::new(move |_| {
        if everyone.get() {
            replica.list::<Collectivity>(Scope::Directory)
        } else {
            members.get()
        }
    });
    let is_waiting = Memo::new(move |_| {
        let scope = if everyone.get() {
            Scope::Directory
        } else {
            Scope::Public
        };
        places.read().is_empty() && replica.whole_state(scope) == ScopeState::Loading
    });
    let is_out_of_reach =
        Memo::new(move |_| everyone.get() && places.read().is_empty() && state.get() == ScopeState::Offline);
    view! {
        <PageTitle text=title />
        <div class="wrap">
            <PageHeader title=title lead=t!("network-lead") />
            // Who comes here looks for somebody: the search is first, the figures stand beside or after what is found.
            <div class="directory">
                <div class="with-aside">
                    <Filters filter=filter set=set members=members />
                    <div>
                        <Show when=move || is_out_of_reach.get()>
                            <Notice kind=NoticeKind::Attention>
                                <p>{t!("network-list-out-of-reach")}</p>
                            </Notice>
                        </Show>
                        <Show
                            when=move || !is_waiting.get()
                            fallback=|| view! { <Skeleton label=t!("common-loading") lines=6 /> }
                        >
                            <Results places=places filter=filter set=set />
                        </Show>
                    </div>
                </div>
                <Figures members=members filter=filter />
            </div>
        </div>
    }
}

/// Writes the filters into the address.
fn use_address(filter: Memo<Filter>) -> Callback<Filter> {
    let write = use_query_in_place();
    Callback::new(move |new: Filter| {
        if new != filter.get_untracked() {
            write.run(new.to_query(Url::escape));
        }
    })
}

/// The names of the regions by code, in the reader's language. All twelve regions are members.
fn region_names(members: &[Collectivity]) -> BTreeMap<String, String> {
    members
        .iter()
        .filter(|place| place.kind == CollectivityKind::Region)
        .filter_map(|place| localised(&place.name).map(|(_, name)| (place.region.clone(), name)))
        .collect()
}

#[component]
fn Figures(members: Memo<Vec<Collectivity>>, filter: Memo<Filter>) -> impl IntoView {
    let count = move |kinds: &'static [CollectivityKind]| {
        Signal::derive(move || {
            format::count(
                members
                    .read()
                    .iter()
                    .filter(|place| kinds.contains(&place.kind))
                    .count(),
            )
        })
    };
    let tiles = Signal::derive(move || {
        let members = members.read();
        let here = lang();
        region_names(&members)
            .into_iter()
            .map(|(code, name)| {
                let counted = members.iter().filter(|place| place.region == code).count();
                let target = Filter {
                    region: Some(code.clone()),
                    ..Filter::default()
                };
                RegionTile {
                    number: code.parse().unwrap_or_default(),
                    description: text!("network-region-members", region = name.clone(), count = counted),
                    name,
                    count: u32::try_from(counted).unwrap_or(u32::MAX),
                    count_text: format::count(counted),
                    href: format!("{}?{}", Page::Network.path(here), target.to_query(str::to_owned)),
                    is_current: filter.read().region.as_ref() == Some(&code),
                }
            })
            .collect::<Vec<_>>()
    });
    view! {
        <div class="directory__figures">
            <div class="network__text">
                <dl class="figures">
                    <Figure name=t!("network-regions") number=count(&[CollectivityKind::Region]) />
                    <Figure
                        name=t!("network-councils")
                        number=count(&[CollectivityKind::Prefecture, CollectivityKind::Province])
                    />
                    <Figure name=t!("network-communes") number=count(&[CollectivityKind::Commune]) />
                </dl>
                <p class="quiet">{t!("network-figures-note")}</p>
            </div>
            <RegionMap label=t!("network-map") regions=tiles />
        </div>
    }
}

#[component]
fn Figure(name: Signal<String>, number: Signal<String>) -> impl IntoView {
    view! {
        <div class="figures__figure">
            <dt>{name}</dt>
            <dd>{number}</dd>
        </div>
    }
}

#[component]
fn Filters(filter: Memo<Filter>, set: Callback<Filter>, members: Memo<Vec<Collectivity>>) -> impl IntoView {
    let change = move |edit: fn(&mut Filter, String), value: String| {
        let mut new = filter.get_untracked();
        edit(&mut new, value);
        set.run(new);
    };
    let regions = Signal::derive(move || {
        let all = Choice::new("", text!("network-all-regions"));
        let named = region_names(&members.read());
        std::iter::once(all)
            .chain(named.into_iter().map(|(code, name)| Choice::new(code, name)))
            .collect::<Vec<_>>()
    });
    let kinds = Signal::derive(move || {
        let all = Choice::new("", text!("network-all-kinds"));
        let kinds = CollectivityKind::ALL.iter();
        std::iter::once(all)
            .chain(kinds.map(|kind| {
                Choice::new(
                    kind.word(),
                    crate::i18n::message(&key_of("collectivity-kind", kind.word()), &[]),
                )
            }))
            .collect::<Vec<_>>()
    });
    let lists = Signal::derive(move || {
        vec![
            Choice::new("", text!("network-list-members")),
            Choice::new("all", text!("network-list-all")),
        ]
    });
    view! {
        <FilterPanel summary=t!("network-filter")>
            <TextField
                id="network-words"
                name="q"
                label=t!("network-search")
                kind=InputKind::Search
                value=Signal::derive(move || filter.read().words.clone())
                on_input=move |value| change(|filter, value| filter.words = value, value)
            />
            <SelectField
                id="network-region"
                name="region"
                label=t!("network-region")
                choices=regions
                value=Signal::derive(move || filter.read().region.clone().unwrap_or_default())
                on_change=move |value| {
                    change(|filter, value| filter.region = (!value.is_empty()).then_some(value), value)
                }
            />
            <SelectField
                id="network-kind"
                name="kind"
                label=t!("network-kind")
                choices=kinds
                value=Signal::derive(move || {
                    filter.read().kind.map(|kind| kind.word().to_owned()).unwrap_or_default()
                })
                on_change=move |value| {
                    change(|filter, value| filter.kind = CollectivityKind::from_word(&value), value)
                }
            />
            <SelectField
                id="network-list"
                name="list"
                label=t!("network-list")
                hint=t!("network-list-hint")
                choices=lists
                value=Signal::derive(move || {
                    if filter.read().everyone { "all".to_owned() } else { String::new() }
                })
                on_change=move |value| change(|filter, value| filter.everyone = value == "all", value)
            />
        </FilterPanel>
    }
}

#[component]
fn Results(places: Memo<Vec<Collectivity>>, filter: Memo<Filter>, set: Callback<Filter>) -> impl IntoView {
    // The searched form of 1,590 names is made once, not with every letter typed.
    let searched = Memo::new(move |_| {
        places
            .read()
            .iter()
            .map(|place| (place.clone(), searchable(place)))
            .collect::<Vec<_>>()
    });
    let left = Memo::new(move |_| {
        let filter = filter.read();
        let words = filter.normalised_words();
        let searched = searched.read();
        let kept = searched
            .iter()
            .filter(|(place, names)| filter.keeps(place, names, &words));
        let mut kept: Vec<Collectivity> = kept.map(|(place, _)| place.clone()).collect();
        // The official order: by level, then by code, which follows region and province.
        kept.sort_by(|a, b| (a.kind, &a.code).cmp(&(b.kind, &b.code)));
        kept
    });
    let count = Memo::new(move |_| left.read().len());
    let query = use_query_map();
    let location = use_location();
    // A link shows more lines where no script does.
    let asked = query.with_untracked(|query| query.get(SHOWN)?.parse::<usize>().ok());
    let limit = RwSignal::new(asked.unwrap_or(LINES).min(SHOWN_MOST));
    let more = move || {
        let path = location.pathname.get();
        let query = filter.read().to_query(Url::escape);
        let sign = if query.is_empty() { "" } else { "&" };
        format!("{path}?{query}{sign}{SHOWN}={}", limit.get() + LINES)
    };
    Effect::new(move |before: Option<Filter>| {
        let now = filter.get();
        if before.is_some_and(|before| before != now) {
            limit.set(LINES);
            announce(text!("network-results", count = count.get_untracked()));
        }
        now
    });
    let lines = move || {
        left.read()
            .iter()
            .take(limit.get())
            .map(|place| view! { <PlaceLine place=place.clone() /> })
            .collect_view()
    };
    view! {
        <p class="results-line">{t!("network-results", count = count.get())}</p>
        <Show
            when=move || count.get() != 0
            fallback=move || {
                view! {
                    <EmptyState title=t!("network-nothing-title") text=t!("network-nothing-text")>
                        <Button
                            kind=ButtonKind::Plain
                            on_press=move |()| {
                                set.run(Filter { everyone: true, ..filter.get_untracked() })
                            }
                        >
                            {t!("network-search-all")}
                        </Button>
                        <Button kind=ButtonKind::Quiet on_press=move |()| set.run(Filter::default())>
                            {t!("network-clear")}
                        </Button>
                    </EmptyState>
                }
            }
        >
            <ul class="row-list" role="list">
                {lines}
            </ul>
            <Show when=move || limit.get() < count.get()>
                <div class="button-row">
                    <a
                        class="button button--plain"
                        href=more
                        on:click=move |event| {
                            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                                event.prevent_default();
                                limit.update(|limit| *limit += LINES);
                            }
                        }
                    >
                        {t!("network-show-more", count = count.get().saturating_sub(limit.get()))}
                    </a>
                </div>
            </Show>
        </Show>
    }
}
