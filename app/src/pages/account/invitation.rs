mod accepting;
mod earned;
mod offer;

use super::next_steps::NextSteps;
use super::offered_link::{LinkState, NotLookedAt, OfferedLink, use_offered_link};
use crate::api;
use crate::components::{ButtonKind, EmptyState, LinkButton, Notice, NoticeKind, PageHeader, Skeleton};
use crate::router::{Page, href};
use crate::session::use_session;
use crate::shell::{PageTitle, SignOut};
use crate::t;
use accepting::AcceptForm;
use earned::Earned;
use leptos::prelude::*;
use offer::OfferFacts;
use shared::wire::{ApiErrorCode, InvitationOffer};

const SECRET: &str = "multaqa-invitation";

/// Accept an invitation.
#[component]
pub(crate) fn Invitation() -> impl IntoView {
    let title = t!("account-invitation-title");
    let OfferedLink {
        state,
        secret,
        retry,
        ended,
        done,
    } = use_offered_link(SECRET, api::look_at_invitation, ApiErrorCode::InvitationEnded);
    view! {
        <PageTitle text=title />
        <div class="wrap wrap--narrow">
            {move || match state.get() {
                LinkState::NoLink => view! { <NoLink /> }.into_any(),
                LinkState::Looking => {
                    view! {
                        <PageHeader title=title />
                        <Skeleton label=t!("account-invitation-looking") lines=5 />
                    }
                        .into_any()
                }
                LinkState::Open(offer) => {
                    view! { <Open offer=offer secret=secret accepted=done ended=ended /> }.into_any()
                }
                LinkState::Ended => view! { <Ended /> }.into_any(),
                LinkState::Failed(failure) => {
                    view! { <NotLookedAt title=title offline=t!("account-invitation-offline") failure=failure retry=retry /> }
                        .into_any()
                }
                LinkState::Done(adopted) => view! { <Welcome adopted=adopted /> }.into_any(),
            }}
        </div>
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
