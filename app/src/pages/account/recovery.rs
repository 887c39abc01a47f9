mod form;

use super::link_secret::{forget, use_link_secret};
use crate::api::{self, ApiFailure};
use crate::components::{
    Button, ButtonKind, EmptyState, LinkButton, Notice, NoticeKind, PageHeader, Skeleton,
};
use crate::replica::{SavedState, use_replica};
use crate::router::{Page, href};
use crate::session::use_session;
use crate::shell::{PageTitle, SignOut, arrive_anew};
use crate::{t, text};
use form::RecoverForm;
use leptos::prelude::*;
use shared::wire::{ApiErrorCode, RecoveryOffer};

const SECRET: &str = "multaqa-recovery";

/// How far the person is with the link.
#[derive(Clone, Debug, PartialEq)]
enum State {
    NoLink,
    Looking,
    Open(RecoveryOffer),
    Ended,
    Failed(ApiFailure),
    /// The password is set; who made the link.
    Done {
        by_name: String,
    },
}

/// Set a forgotten password anew, with a link. Opening the page uses nothing up.
#[component]
pub(crate) fn Recovery() -> impl IntoView {
    let title = t!("account-recovery-title");
    let secret = use_link_secret(SECRET);
    let state = RwSignal::new(State::NoLink);
    let look = move || {
        let Some(secret) = secret.get_untracked() else {
            return;
        };
        state.set(State::Looking);
        leptos::task::spawn_local(async move {
            let next = match api::look_at_recovery(secret).await {
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
    let done = Callback::new(move |by_name: String| {
        forget(SECRET);
        state.set(State::Done { by_name });
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
                        <Skeleton label=t!("account-recovery-looking") lines=4 />
                    }
                        .into_any()
                }
                State::Open(offer) => {
                    view! { <Open offer=offer secret=secret done=done ended=ended /> }.into_any()
                }
                State::Ended => view! { <Ended /> }.into_any(),
                State::Failed(failure) => view! { <Failed failure=failure retry=retry /> }.into_any(),
                State::Done { by_name } => view! { <Done by_name=by_name /> }.into_any(),
            }}
        </div>
    }
}

fn of_failure(failure: ApiFailure) -> State {
    match failure.code() {
        // A link cut short in a message is no link either, and the same helps.
        Some(ApiErrorCode::RecoveryEnded | ApiErrorCode::Malformed | ApiErrorCode::Refused) => {
            forget(SECRET);
            State::Ended
        }
        _ => State::Failed(failure),
    }
}

#[component]
fn NoLink() -> impl IntoView {
    view! {
        <PageHeader title=t!("account-recovery-title") />
        <EmptyState title=t!("account-recovery-no-link") text=t!("account-recovery-no-link-text")>
            <LinkButton href=href(Page::Forgotten)>{t!("account-recovery-whom")}</LinkButton>
        </EmptyState>
    }
}

#[component]
fn Open(
    offer: RecoveryOffer,
    secret: Signal<String>,
    done: Callback<String>,
    ended: Callback<()>,
) -> impl IntoView {
    let is_visitor = use_session().is_visitor();
    let status = use_replica().status();
    // While the password is being set, somebody is signed in already.
    let busy = RwSignal::new(false);
    let wants_form = Memo::new(move |_| {
        busy.get() || is_visitor.get() || matches!(status.get(), SavedState::SignedOut(_))
    });
    let offer = StoredValue::new(offer);
    view! {
        <PageHeader title=t!("account-recovery-title") lead=t!("account-recovery-lead") />
        <Show when=move || wants_form.get() fallback=SomebodyIsSignedIn>
            <RecoverForm offer=offer.get_value() secret=secret busy=busy done=done ended=ended />
        </Show>
    }
}

/// What is unsent on this device is asked about by signing out.
#[component]
fn SomebodyIsSignedIn() -> impl IntoView {
    let name = use_session().name();
    view! {
        <Notice kind=NoticeKind::Attention title=t!("account-recovery-other-title", name = name.get())>
            <p>{t!("account-recovery-other-text")}</p>
            <div class="button-row">
                <SignOut stay=true />
            </div>
        </Notice>
    }
}

#[component]
fn Ended() -> impl IntoView {
    view! {
        <PageHeader title=t!("account-recovery-ended-title") lead=t!("account-recovery-ended-lead") />
        <div class="button-row">
            <LinkButton href=href(Page::Forgotten)>{t!("account-recovery-whom")}</LinkButton>
            <LinkButton href=href(Page::SignIn) kind=ButtonKind::Plain>
                {t!("common-sign-in")}
            </LinkButton>
        </div>
    }
}

#[component]
fn Failed(failure: ApiFailure, retry: Callback<()>) -> impl IntoView {
    let is_unreachable = failure == ApiFailure::Unreachable;
    let words = move || {
        if is_unreachable {
            text!("account-recovery-offline")
        } else {
            failure.words()
        }
    };
    view! {
        <PageHeader title=t!("account-recovery-title") />
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

/// The maker of the link could have used it: the person is told who that was.
#[component]
fn Done(by_name: String) -> impl IntoView {
    let maker = Signal::derive(move || maker_words(&by_name));
    view! {
        <PageHeader title=t!("account-recovery-done-title") lead=t!("account-recovery-done-text") />
        <Notice kind=NoticeKind::Attention>
            <p>{t!("account-recovery-told", name = maker.get())}</p>
        </Notice>
        <div class="button-row">
            <LinkButton href=href(Page::Home)>{t!("common-go-home")}</LinkButton>
            <LinkButton href=href(Page::Account) kind=ButtonKind::Plain>
                {t!("account-title")}
            </LinkButton>
        </div>
    }
}

/// Who made a link, in words: a person, or the operator of the server.
pub(super) fn maker_words(by_name: &str) -> String {
    if by_name.is_empty() {
        text!("account-recovery-operator")
    } else {
        by_name.to_owned()
    }
}
