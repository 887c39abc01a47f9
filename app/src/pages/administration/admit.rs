use crate::components::{
    Button, ButtonKind, Choice, Dialog, Disclosure, ErrorSummary, InputKind, Notice, NoticeKind, SelectField,
    Skeleton, TextField,
};
use crate::i18n::{key_of, localised, message};
use crate::pages::account::faults::{Cause, Faults};
use crate::pages::network::filter::searchable;
use crate::pages::network::{place_in, place_name};
use crate::replica::{NotSaved, ScopeState, use_replica};
use crate::shell::tell;
use crate::{format, ids, t, text};
use leptos::prelude::*;
use shared::limits;
use shared::mutation::AdmitCollectivity;
use shared::records::Collectivity;
use shared::scope::Scope;
use shared::search::normalise;
use shared::time::Day;

/// How many collectivities a search shows: more words narrow it better than a longer list.
const SHOWN: usize = 8;

/// The first year in which a collectivity may have joined the network.
const FIRST_YEAR: i32 = 2018;

const SOURCE: &str = "admit-source";

/// Finds a collectivity in the national list and admits it.
#[component]
pub(super) fn Admit() -> impl IntoView {
    view! {
        <Disclosure summary=t!("admin-admit")>
            <Search />
        </Disclosure>
    }
}

#[component]
fn Search() -> impl IntoView {
    let replica = use_replica();
    let words = RwSignal::new(String::new());
    // The national list is long: it is fetched when somebody begins to look for a name.
    let state = replica.want(move || (!words.read().trim().is_empty()).then_some(Scope::Directory));
    let places = Memo::new(move |_| {
        let places = replica.list::<Collectivity>(Scope::Directory);
        places
            .into_iter()
            .filter(|place| !place.is_member())
            .map(|place| (searchable(&place), place))
            .collect::<Vec<_>>()
    });
    let found = Memo::new(move |_| {
        let wanted = normalise(&words.read());
        let wanted: Vec<&str> = wanted.split_whitespace().collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let places = places.read();
        let mut found: Vec<Collectivity> = places
            .iter()
            .filter(|(names, _)| wanted.iter().all(|word| names.contains(word)))
            .map(|(_, place)| place.clone())
            .collect();
        found.sort_by(|a, b| (a.kind, &a.code).cmp(&(b.kind, &b.code)));
        found
    });
    let admitted = RwSignal::new(None::<Collectivity>);
    let open = RwSignal::new(false);
    view! {
        <div class="form">
            <TextField
                id="admit-words"
                label=t!("admin-admit-search")
                hint=t!("admin-admit-hint")
                kind=InputKind::Search
                value=words
                on_input=move |typed| words.set(typed)
            />
        </div>
        {move || {
            if words.read().trim().is_empty() {
                return ().into_any();
            }
            if found.read().is_empty() {
                return match state.get() {
                    ScopeState::Loading => view! { <Skeleton label=t!("common-loading") lines=3 /> }.into_any(),
                    ScopeState::Offline => {
                        view! {
                            <Notice kind=NoticeKind::Attention>
                                <p>{t!("network-list-out-of-reach")}</p>
                            </Notice>
                        }
                            .into_any()
                    }
                    ScopeState::Held | ScopeState::Denied => {
                        view! { <p class="quiet">{t!("admin-admit-none")}</p> }.into_any()
                    }
                };
            }
            view! {
                <p class="results-line">{t!("network-results", count = found.read().len())}</p>
                <ul class="row-list" role="list">
                    {move || {
                        found
                            .get()
                            .into_iter()
                            .take(SHOWN)
                            .map(|place| view! { <Line place=place admitted=admitted open=open /> })
                            .collect_view()
                    }}
                </ul>
                <Show when=move || { found.read().len() > SHOWN }>
                    <p class="quiet">{t!("admin-admit-more")}</p>
                </Show>
            }
                .into_any()
        }}
        <Confirm admitted=admitted open=open words=words />
    }
}

#[component]
fn Line(
    place: Collectivity,
    admitted: RwSignal<Option<Collectivity>>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let name = localised(&place.name);
    let (lang, dir) = name.as_ref().map(|(lang, _)| (lang.code(), lang.dir())).unzip();
    let kind = message(&key_of("collectivity-kind", place.kind.word()), &[]);
    let within = place_in(&place);
    view! {
        <li class="row-list__item">
            <div class="row-list__main">
                <p class="row-list__title">
                    <bdi lang=lang dir=dir>{name.map(|(_, name)| name)}</bdi>
                </p>
                <p class="quiet small">
                    {kind} {(!within.is_empty()).then(|| view! { " · " <bdi>{within}</bdi> })}
                </p>
            </div>
            <div class="row-list__end">
                <Button
                    kind=ButtonKind::Plain
                    on_press=move |()| {
                        admitted.set(Some(place.clone()));
                        open.set(true);
                    }
                >
                    {t!("admin-admit-do")}
                </Button>
            </div>
        </li>
    }
}

#[component]
fn Confirm(
    admitted: RwSignal<Option<Collectivity>>,
    open: RwSignal<bool>,
    words: RwSignal<String>,
) -> impl IntoView {
    let title = Signal::derive(move || {
        let name = admitted.read().as_ref().map(place_name);
        text!("admin-admit-title", name = name.unwrap_or_default())
    });
    let Day {
        year: this_year,
        month: this_month,
        ..
    } = ids::now().legal_day();
    let month = RwSignal::new(format!("{this_year}-{this_month:02}"));
    let source = RwSignal::new(String::new());
    let faults = Faults::new();
    let failure = RwSignal::new(None::<NotSaved>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        failure.set(None);
        let Some(place) = admitted.get_untracked() else {
            return;
        };
        let address = limits::complete_address(&source.get_untracked());
        let is_wrong = !address.is_empty() && !limits::is_address(&address);
        let found = is_wrong.then_some((SOURCE, Cause::Message("admin-admit-source-wrong")));
        if !faults.replace(found.into_iter().collect()) {
            return;
        }
        let mutation = AdmitCollectivity {
            collectivity: place.id,
            joined: month.get_untracked(),
            source: address,
        };
        leptos::task::spawn_local(async move {
            match use_replica().mutate(mutation).await {
                Ok(_) => {
                    let _ = open.try_set(false);
                    let _ = source.try_set(String::new());
                    let _ = words.try_set(String::new());
                    tell(text!("admin-admitted"));
                }
                Err(not_saved) => {
                    let _ = failure.try_set(Some(not_saved));
                }
            }
        });
    };
    let months = Signal::derive(move || {
        let of_year = |year: i32| {
            let last = if year == this_year { this_month } else { 12 };
            (1..=last).rev().map(move |month| format!("{year}-{month:02}"))
        };
        (FIRST_YEAR..=this_year)
            .rev()
            .flat_map(of_year)
            .map(|month| {
                let words = format::partial_date(&month);
                Choice::new(month, words)
            })
            .collect::<Vec<_>>()
    });
    view! {
        <Dialog id="admit" open=open title=title close_label=t!("common-close")>
            <form class="form" novalidate on:submit=submit>
                <ErrorSummary title=t!("account-form-errors") errors=faults.listed() />
                {move || {
                    failure
                        .get()
                        .map(|not_saved| {
                            view! {
                                <Notice kind=NoticeKind::Error live=true>
                                    <p>{move || not_saved.words()}</p>
                                </Notice>
                            }
                        })
                }}
                <SelectField
                    id="admit-month"
                    label=t!("admin-admit-month")
                    choices=months
                    value=month
                    on_change=move |value| month.set(value)
                />
                <TextField
                    id=SOURCE
                    label=t!("admin-admit-source")
                    optional=t!("people-optional")
                    hint=t!("admin-admit-source-hint")
                    kind=InputKind::Url
                    error=faults.of(SOURCE)
                    value=source
                    on_input=move |typed| source.set(typed)
                />
                <div class="button-row">
                    <Button submit=true>{t!("admin-admit-confirm")}</Button>
                    <Button kind=ButtonKind::Plain on_press=move |()| open.set(false)>
                        {t!("common-cancel")}
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}
