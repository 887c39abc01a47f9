use super::focal_points::FocalPoints;
use crate::components::{
    Button, ButtonKind, Choice, Dialog, InputKind, SelectField, StateKind, StateLabel, TextField,
    open_while_some,
};
use crate::i18n::{key_of, lang, localised, message};
use crate::mutating::Change;
use crate::pages::network::filter::searchable;
use crate::pages::network::{place_in, place_name};
use crate::replica::use_replica;
use crate::router::Page;
use crate::{format, t, text};
use leptos::prelude::*;
use shared::mutation::EndMembership;
use shared::records::{Collectivity, PersonCard};
use shared::scope::Scope;
use shared::search::normalise;

/// How many lines are shown at first, and how many more at a time.
const LINES: usize = 20;

/// The members of the network, who is their focal point, and the means to end a membership.
#[component]
pub(super) fn Members(members: Memo<Vec<Collectivity>>) -> impl IntoView {
    let focal_points = use_replica().all::<PersonCard>(Scope::Network);
    let words = RwSignal::new(String::new());
    let only_without = RwSignal::new(false);
    let limit = RwSignal::new(LINES);
    let found = Memo::new(move |_| {
        let wanted = normalise(&words.read());
        let wanted: Vec<&str> = wanted.split_whitespace().collect();
        let mut found: Vec<(Collectivity, Vec<String>)> = members
            .get()
            .into_iter()
            .filter(|place| {
                let names = searchable(place);
                wanted.iter().all(|word| names.contains(word))
            })
            .map(|place| {
                let focal = focal_names(&focal_points.read(), &place);
                (place, focal)
            })
            .filter(|(_, focal)| !only_without.get() || focal.is_empty())
            .collect();
        found.sort_by(|(a, _), (b, _)| (a.kind, &a.code).cmp(&(b.kind, &b.code)));
        found
    });
    let named = RwSignal::new(None::<Collectivity>);
    let ended = RwSignal::new(None::<Collectivity>);
    let filters = Signal::derive(|| {
        vec![
            Choice::new("", text!("admin-members-all")),
            Choice::new("without", text!("admin-members-without")),
        ]
    });
    view! {
        <div class="admin-filters">
            <TextField
                id="members-words"
                label=t!("network-search")
                kind=InputKind::Search
                value=words
                on_input=move |typed| words.set(typed)
            />
            <SelectField
                id="members-filter"
                label=t!("admin-members-filter")
                choices=filters
                value=Signal::derive(move || if only_without.get() { "without".to_owned() } else { String::new() })
                on_change=move |value: String| only_without.set(!value.is_empty())
            />
        </div>
        <p class="results-line" role="status">
            {t!("network-results", count = found.read().len())}
        </p>
        <ul class="row-list" role="list">
            {move || {
                found
                    .get()
                    .into_iter()
                    .take(limit.get())
                    .map(|(place, focal)| {
                        view! { <Line place=place focal=focal named=named ended=ended /> }
                    })
                    .collect_view()
            }}
        </ul>
        <Show when=move || { found.read().len() > limit.get() }>
            <div class="button-row">
                <Button kind=ButtonKind::Plain on_press=move |()| limit.update(|limit| *limit += LINES)>
                    {t!("network-show-more", count = found.read().len().saturating_sub(limit.get()))}
                </Button>
            </div>
        </Show>
        <FocalPoints place=named />
        <End place=ended />
    }
}

fn focal_names(people: &[PersonCard], place: &Collectivity) -> Vec<String> {
    people
        .iter()
        .filter(|person| person.roles.is_focal_point_of(place.id))
        .map(|person| person.name.clone())
        .collect()
}

#[component]
fn Line(
    place: Collectivity,
    focal: Vec<String>,
    named: RwSignal<Option<Collectivity>>,
    ended: RwSignal<Option<Collectivity>>,
) -> impl IntoView {
    let name = localised(&place.name);
    let (name_lang, name_dir) = name.as_ref().map(|(lang, _)| (lang.code(), lang.dir())).unzip();
    let shown = name.map(|(_, name)| name).unwrap_or_default();
    let kind = message(&key_of("collectivity-kind", place.kind.word()), &[]);
    let within = place_in(&place);
    let (name_label, end_label) = (place_name(&place), place_name(&place));
    let since = place.joined.as_deref().map(format::partial_date);
    let has_focal = !focal.is_empty();
    let focal = if has_focal {
        format::list(&focal)
    } else {
        text!("admin-no-focal-point")
    };
    let slug = place.slug.clone();
    let (to_name, to_end) = (place.clone(), place);
    view! {
        <li class="row-list__item">
            <div class="row-list__main">
                <p class="row-list__title">
                    <a href=Page::Collectivity(slug).path(lang()) lang=name_lang dir=name_dir>
                        {shown}
                    </a>
                </p>
                <p class="quiet small">
                    {kind}
                    {(!within.is_empty()).then(|| view! { " · " <bdi>{within}</bdi> })}
                    {since.map(|since| text!("admin-member-since", month = since))}
                </p>
                <StateLabel
                    kind=if has_focal { StateKind::Good } else { StateKind::Attention }
                    text=focal
                />
            </div>
            <div class="row-list__end">
                <Button
                    kind=ButtonKind::Plain
                    label=t!("admin-name-focal-of", name = name_label.clone())
                    on_press=move |()| named.set(Some(to_name.clone()))
                >
                    {t!("admin-name-focal")}
                </Button>
                <Button
                    kind=ButtonKind::Quiet
                    label=t!("admin-end-of", name = end_label.clone())
                    on_press=move |()| ended.set(Some(to_end.clone()))
                >
                    {t!("admin-end")}
                </Button>
            </div>
        </li>
    }
}

#[component]
fn End(place: RwSignal<Option<Collectivity>>) -> impl IntoView {
    let open = open_while_some(place);
    let change = Change::new(move || open.set(false));
    let title = Signal::derive(move || {
        let name = place.read().as_ref().map(place_name);
        text!("admin-end-title", name = name.unwrap_or_default())
    });
    let end = move |()| {
        if let Some(place) = place.get_untracked() {
            change.make(EndMembership {
                collectivity: place.id,
            });
        }
    };
    let foot = move || {
        view! {
            <Button kind=ButtonKind::Danger on_press=end>
                {t!("admin-end")}
            </Button>
            <Button kind=ButtonKind::Plain on_press=move |()| open.set(false)>
                {t!("common-cancel")}
            </Button>
        }
    };
    // The rules look for it in the national list.
    let _ = use_replica().want(move || place.read().is_some().then_some(Scope::Directory));
    view! {
        <Dialog id="end-membership" open=open title=title close_label=t!("common-close") foot=foot>
            {change.failure_view()}
            <p>{t!("admin-end-text")}</p>
        </Dialog>
    }
}
