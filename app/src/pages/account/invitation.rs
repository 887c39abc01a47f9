mod accepting;
mod earned;
mod offer;

use super::link_secret::{forget, use_link_secret};
use super::next_steps::NextSteps;
use crate::api::{self, ApiFailure};
use crate::components::{
    Button, ButtonKind, EmptyState, LinkButton, Notice, NoticeKind, PageHeader, Skeleton,
};
use crate::router::{Page, href};
use crate::session::use_session;
use crate::shell::{PageTitle, SignOut, arrive_anew};
use crate::t;
use accepting::AcceptForm;
use earned::Earned;
use leptos::prelude::*;
use offer::OfferFacts;
use shared::wire::{ApiErrorCode, InvitationOffer};

const SECRET: &str = "multaqa-invitation";

/// How far the person is with the link.
#[derive(Clone, Debug, PartialEq)]
enum State {
    NoLink,
    Looking,
    Open(InvitationOffer),
    Ended,
    Failed(ApiFailure),
    /// The account is open; how many changes of a visitor came along.
    Accepted {
        adopted: usize,
    },
}

/// Accept an invitation.
#[component]
pub(crate) fn Invitation() -> impl IntoView {
    let title = t!("account-invitation-title");
    let secret = use_link_secret(SECRET);
    let state = RwSignal::new(State::NoLink);
    let look = move || {
        let Some(secret) = secret.get_untracked() else {
            return;
        };
        state.set(State::Looking);
        leptos::task::spawn_local(async move {
            let next = match api::look_at_invitation(secret).await {
                Ok(offer) => State::Open(offer),
                Err(failure) => of_failure(failure),
            };
            // The person may have left the page meanwhile.
            let _ = state.try_set(next);
        });
    };
    Effect::new(move |_| {
        if secret.read().is_some() {
            look();
        }
    });
    let retry = Callback::new(move |()| look());
    let ended = Callback::new(move |()| {
        forget(SECRET);
        state.set(State::Ended);
        arrive_anew();
    });
    let accepted = Callback::new(move |adopted: usize| {
        forget(SECRET);
        state.set(State::Accepted { adopted });
        arrive_anew();
    });
    let secret = Signal::derive(move || secret.get().unwrap_or_default());
    view! {
        <PageTitle text=title />
        <div class="wrap wrap--narrow">
            {move || match state.get() {
                State::NoLink => view! { <NoLink /> }.into_any(),
                State::Looking => {
                    view! {
                        <PageHeader title=title />
                        <Skeleton label=t!("account-invitation-looking") lines=5 />
                    }
                        .into_any()
                }
                State::Open(offer) => {
                    view! { <Open offer=offer secret=secret accepted=accepted ended=ended /> }.into_any()
                }
                State::Ended => view! { <Ended /> }.into_any(),
                State::Failed(failure) => view! { <Failed failure=failure retry=retry /> }.into_any(),
                State::Accepted { adopted } => view! { <Welcome adopted=adopted /> }.into_any(),
            }}
        </div>
    }
}

fn of_failure(failure: ApiFailure) -> State {
    match failure.code() {
        // A link cut short in a message is no invitation either, and the same helps.
        Some(
            ApiErrorCode::InvitationEnded
            | ApiErrorCode::NotFound
            | ApiErrorCode::Malformed
            | ApiErrorCode::Refused,
        ) => {
            forget(SECRET);
            State::Ended
        }
        _ => State::Failed(failure),
    }
}

#[component]
fn NoLink() -> impl IntoView {
    view! {
        <PageHeader title=t!("account-invitation-title") />
        <EmptyState title=t!("account-invitation-no-link") text=t!("account-invitation-no-link-text")>
            <LinkButton href=href(Page::SignIn)>{t!("common-sign-in")}</LinkButton>
            <LinkButton href=href(Page::Home) kind=ButtonKind::Plain>
                {t!("common-go-home")}
            </LinkButton>
        </EmptyState>
    }
}

#[component]
fn Open(
    offer: InvitationOffer,
    secret: Signal<String>,
    accepted: Callback<usize>,
    ended: Callback<()>,
) -> impl IntoView {
    let is_visitor = use_session().is_visitor();
    // While the account is being opened, somebody is signed in already.
    let busy = RwSignal::new(false);
    let lead = if offer.by_name.is_empty() {
        t!("account-invitation-by-hub")
    } else {
        let by = offer.by_name.clone();
        t!("account-invitation-by", name = by.clone())
    };
    let form_offer = StoredValue::new(offer.clone());
    view! {
        <PageHeader title=t!("account-invitation-join") lead=lead />
        <OfferFacts offer=offer />
        <Show when=move || is_visitor.get() || busy.get() fallback=SomebodyElse>
            <AcceptForm offer=form_offer.get_value() secret=secret busy=busy accepted=accepted ended=ended />
        </Show>
    }
}

/// An account is never opened over somebody's head: they leave first.
#[component]
fn SomebodyElse() -> impl IntoView {
    let name = use_session().name();
    view! {
        <Notice kind=NoticeKind::Attention title=t!("account-invitation-other-title", name = name.get())>
            <p>{t!("account-invitation-other-text")}</p>
            <div class="button-row">
                <SignOut stay=true />
            </div>
        </Notice>
    }
}

#[component]
fn Ended() -> impl IntoView {
    view! {
        <PageHeader title=t!("account-invitation-ended-title") lead=t!("account-invitation-ended-lead") />
        <h2>{t!("account-invitation-ended-do")}</h2>
        <ul>
            <li>{t!("account-invitation-ended-used")}</li>
            <li>{t!("account-invitation-ended-expired")}</li>
            <li>{t!("account-invitation-ended-cut")}</li>
        </ul>
        <div class="button-row">
            <LinkButton href=href(Page::SignIn)>{t!("common-sign-in")}</LinkButton>
            <LinkButton href=href(Page::Home) kind=ButtonKind::Plain>
                {t!("common-go-home")}
            </LinkButton>
        </div>
    }
}

#[component]
fn Failed(failure: ApiFailure, retry: Callback<()>) -> impl IntoView {
    let is_unreachable = failure == ApiFailure::Unreachable;
    let words = move || {
        if is_unreachable {
            crate::text!("account-invitation-offline")
        } else {
            failure.words()
        }
    };
    view! {
        <PageHeader title=t!("account-invitation-title") />
        <Notice kind=NoticeKind::Attention live=true>
            <p>{words}</p>
            <div class="button-row">
                <Button kind=ButtonKind::Plain on_press=retry>
                    {t!("common-retry")}
                </Button>
            </div>
        </Notice>
    }
}

#[component]
fn Welcome(adopted: usize) -> impl IntoView {
    let name = use_session().name();
    view! {
        <PageHeader title=t!("account-welcome-title", name = name.get()) lead=t!("account-welcome-lead") />
        {(adopted > 0)
            .then(|| {
                view! {
                    <Notice kind=NoticeKind::Good>
                        <p>{t!("account-welcome-adopted")}</p>
                    </Notice>
                }
            })}
        <Earned />
        <NextSteps />
        <p class="quiet">
            <a href=href(Page::Account)>{t!("account-welcome-account")}</a>
        </p>
    }
}
