use super::link_secret::{forget, use_link_secret};
use crate::api::ApiFailure;
use crate::components::{
    Button, ButtonKind, EmptyState, LinkButton, Notice, NoticeKind, PageHeader, Skeleton,
};
use crate::i18n::PersonName;
use crate::router::{Page, href};
use crate::session::{self, use_session};
use crate::shell::PageTitle;
use crate::{settings, t};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::ids::PersonId;
use shared::json;
use std::collections::BTreeMap;

const SECRET: &str = "multaqa-demonstration";
/// The people that this browser was opened as, to change between them without looking for their links again.
const KNOWN: &str = "multaqa-demonstration-people";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Known {
    name: String,
    secret: String,
}

#[derive(Clone, Debug, PartialEq)]
enum State {
    NoLink,
    SigningIn,
    In,
    Failed(ApiFailure),
}

/// Sign in as one of the people of a demonstration.
#[component]
pub(crate) fn Demonstration() -> impl IntoView {
    let title = t!("account-demonstration-title");
    let secret = use_link_secret(SECRET);
    let state = RwSignal::new(State::NoLink);
    let known = RwSignal::new(recall());
    let enter = Callback::new(move |secret: String| {
        state.set(State::SigningIn);
        leptos::task::spawn_local(async move {
            let answer = session::enter_demonstration(secret.clone()).await;
            let next = match answer {
                Ok(()) => {
                    forget(SECRET);
                    let identity = use_session().identity().get_untracked();
                    let person = Known {
                        name: identity.name,
                        secret,
                    };
                    known.update(|known| {
                        known.insert(identity.person, person);
                    });
                    remember(&known.get_untracked());
                    State::In
                }
                Err(failure) => State::Failed(failure),
            };
            state.set(next);
        });
    });
    Effect::new(move |_| {
        if let Some(secret) = secret.get() {
            enter.run(secret);
        }
    });
    let again = Callback::new(move |()| {
        if let Some(secret) = secret.get_untracked() {
            enter.run(secret);
        }
    });
    view! {
        <PageTitle text=title />
        <div class="wrap wrap--narrow">
            <PageHeader title=title lead=t!("account-demonstration-lead") />
            {move || match state.get() {
                State::NoLink => view! { <NoLink /> }.into_any(),
                State::SigningIn => view! { <Skeleton label=t!("account-demonstration-entering") lines=4 /> }.into_any(),
                State::In => view! { <Welcome /> }.into_any(),
                State::Failed(failure) => view! { <Failed failure=failure again=again /> }.into_any(),
            }}
            <Others known=known enter=enter />
        </div>
    }
}

#[component]
fn NoLink() -> impl IntoView {
    let is_visitor = use_session().is_visitor();
    view! {
        <Show when=move || is_visitor.get() fallback=Welcome>
            <EmptyState title=t!("account-demonstration-no-link") text=t!("account-demonstration-no-link-text")>
                <LinkButton href=href(Page::Home)>{t!("common-go-home")}</LinkButton>
            </EmptyState>
        </Show>
    }
}

#[component]
fn Failed(failure: ApiFailure, again: Callback<()>) -> impl IntoView {
    let is_transient = failure.is_transient();
    let words = move || {
        if is_transient || failure == ApiFailure::NoCookies {
            failure.words()
        } else {
            crate::text!("account-demonstration-refused")
        }
    };
    view! {
        <Notice kind=NoticeKind::Error live=true>
            <p>{words}</p>
            {is_transient
                .then(|| {
                    view! {
                        <Button kind=ButtonKind::Plain on_press=again>
                            {t!("common-retry")}
                        </Button>
                    }
                })}
        </Notice>
    }
}

#[component]
fn Welcome() -> impl IntoView {
    let name = use_session().name();
    view! {
        <Notice kind=NoticeKind::Good live=true>
            <p>{t!("account-signed-in-as", name = name.get())}</p>
        </Notice>
        <super::next_steps::NextSteps />
    }
}

/// The other people this browser was opened as.
#[component]
fn Others(known: RwSignal<BTreeMap<PersonId, Known>>, enter: Callback<String>) -> impl IntoView {
    let identity = use_session().identity();
    let others = Memo::new(move |_| {
        let here = identity.with(|identity| identity.person);
        known
            .read()
            .iter()
            .filter(|(person, _)| **person != here)
            .map(|(_, known)| known.clone())
            .collect::<Vec<_>>()
    });
    view! {
        <section class="band" aria-labelledby="demonstration-others">
            <div class="band__head">
                <h2 id="demonstration-others">{t!("account-demonstration-others")}</h2>
            </div>
            <p class="quiet">{t!("account-demonstration-others-text")}</p>
            <Show when=move || !others.read().is_empty()>
                <ul class="row-list" role="list">
                    <For each=move || others.get() key=|known| known.secret.clone() let:known>
                        {
                            let secret = known.secret.clone();
                            view! {
                                <li class="row-list__item">
                                    <p class="row-list__main row-list__title">
                                        <PersonName name=known.name />
                                    </p>
                                    <div class="row-list__end">
                                        <Button kind=ButtonKind::Plain on_press=move |()| enter.run(secret.clone())>
                                            {t!("account-demonstration-switch")}
                                        </Button>
                                    </div>
                                </li>
                            }
                        }
                    </For>
                </ul>
            </Show>
        </section>
    }
}

fn recall() -> BTreeMap<PersonId, Known> {
    settings::recall(KNOWN)
        .and_then(|text| json::from_str(&text).ok())
        .unwrap_or_default()
}

fn remember(known: &BTreeMap<PersonId, Known>) {
    if let Ok(text) = serde_json::to_string(known) {
        settings::remember(KNOWN, &text);
    }
}
