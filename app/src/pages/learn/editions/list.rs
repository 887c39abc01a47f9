use super::withdraw::Withdraw;
use crate::components::{Breadcrumbs, Button, ButtonKind, PageHeader, StateKind, StateLabel};
use crate::pages::learn::absent::{Absent, AbsentPage, NoText};
use crate::pages::learn::rows::use_learning;
use crate::pages::learn::words::{Shown, module_trail, shown};
use crate::replica::{ScopeState, use_replica};
use crate::router::{Page, href};
use crate::shell::PageTitle;
use crate::{format, t, text};
use leptos::prelude::*;
use shared::access::{Action, may};
use shared::lang::Translated;
use shared::records::{Edition, EditionState, ModuleCard};
use shared::scope::Scope;

/// All editions of a module and their corrections, the live one first.
#[component]
pub(crate) fn Editions() -> impl IntoView {
    let learning = use_learning();
    let replica = use_replica();
    let module = learning.of_address();
    let card = Memo::new(move |_| module.get().map(|(card, _)| card));
    let editions_state = replica.want(move || card.read().as_ref().map(|card| Scope::Module(card.id)));
    view! {
        <div class="wrap">
            {move || match card.get() {
                Some(card) => view! { <EditionsPage card=card state=editions_state /> }.into_any(),
                None => view! { <AbsentPage what=Absent::Module state=learning.state module=None /> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn EditionsPage(
    card: ModuleCard,
    /// How much of the module's rows is here.
    state: Memo<ScopeState>,
) -> impl IntoView {
    let replica = use_replica();
    let card = StoredValue::new(card);
    let Shown { text: module, .. } = shown(card.with_value(|card| card.title.clone()));
    let title = Signal::derive(move || text!("learn-editions-title", module = module.get()));
    let trail = Signal::derive(move || {
        card.with_value(|card| module_trail(card, Some((text!("learn-editions-link"), None))))
    });
    let editions = Memo::new(move |_| {
        let mut editions = card.with_value(|card| replica.list::<Edition>(Scope::Module(card.id)));
        editions.sort_by_key(|edition| std::cmp::Reverse(edition.number));
        editions
    });
    let identity = replica.identity();
    let may_teach = Memo::new(move |_| may(&identity.read(), Action::Teach).is_ok());
    let asked = RwSignal::new(None::<u32>);
    let module_id = card.with_value(|card| card.id);
    let rows = move || {
        let slug = card.with_value(|card| card.slug.clone());
        let all = editions.get();
        let mut seen = None;
        let rows = all.into_iter().map(|edition| {
            // Corrections are withdrawn with their edition, at its newest.
            let number = edition.number.edition;
            let is_newest = seen.replace(number) != Some(number);
            let may_withdraw = is_newest && edition.state != EditionState::Withdrawn && may_teach.get();
            let withdraw = may_withdraw.then(|| {
                view! {
                    <Button kind=ButtonKind::Plain on_press=move |()| asked.set(Some(number))>
                        {t!("learn-edition-withdraw-one", edition = number)}
                    </Button>
                }
            });
            edition_row(slug.clone(), edition, withdraw)
        });
        rows.collect_view()
    };
    view! {
        <PageTitle text=title />
        <Breadcrumbs label=t!("learn-breadcrumbs") trail=trail />
        <PageHeader title=title lead=t!("learn-editions-lead") />
        <Show when=move || !editions.read().is_empty() fallback=move || view! { <NoText state=state /> }>
            <ul class="row-list" role="list">
                {rows}
            </ul>
        </Show>
        <Show when=move || may_teach.get()>
            <Withdraw module=module_id edition=asked />
        </Show>
    }
}

fn edition_row(slug: String, edition: Edition, withdraw: Option<impl IntoView>) -> impl IntoView {
    let (what, reason) = (edition.what, edition.reason);
    let writers: Vec<String> = edition.writers.into_iter().map(|writer| writer.name).collect();
    let is_written_here = !writers.is_empty();
    let reader = edition.reader.map(|reader| reader.name);
    let number = edition.number;
    let page = match edition.state {
        EditionState::Live => Page::Module(slug),
        EditionState::Past | EditionState::Withdrawn => Page::Edition(slug, number),
    };
    let (kind, state) = match edition.state {
        EditionState::Live => (StateKind::Good, t!("learn-edition-live")),
        EditionState::Past => (StateKind::Closed, t!("learn-edition-past")),
        EditionState::Withdrawn => (StateKind::Attention, t!("learn-edition-withdrawn")),
    };
    let (published, lessons, minutes) = (edition.published, edition.lessons.len(), edition.minutes);
    view! {
        <li class="row-list__item">
            <div class="row-list__main">
                <p class="row-list__title">
                    <a href=href(page)>{t!("learn-edition-name", number = number.to_string())}</a>
                </p>
                <p class="quiet small">
                    // What a library brought came out elsewhere, on another day.
                    {is_written_here.then(|| view! { {move || format::date(published)} " · " })}
                    {t!("learn-count-lessons", count = lessons)} " · "
                    {move || format::minutes(minutes)}
                </p>
                {(!writers.is_empty())
                    .then(|| {
                        view! {
                            <p class="quiet small">
                                {move || match &reader {
                                    Some(reader) => {
                                        text!("learn-edition-read-by", writers = format::list(&writers), reader = reader.clone())
                                    }
                                    None => text!("learn-edition-unread", writers = format::list(&writers)),
                                }}
                            </p>
                        }
                    })}
                {words_of_people(what)} {words_of_people(reason)}
            </div>
            <div class="row-list__end">
                <StateLabel kind=kind text=state />
                {withdraw}
            </div>
        </li>
    }
}

/// A text that people wrote, where there is one.
fn words_of_people(words: Translated) -> Option<impl IntoView> {
    let Shown { text, lang } = (!words.is_empty()).then(|| shown(words))?;
    Some(view! { <p lang=move || lang.get().code() dir=move || lang.get().dir()>{text}</p> })
}
