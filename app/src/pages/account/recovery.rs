mod form;

use super::offered_link::{LinkState, NotLookedAt, OfferedLink, maker_words, use_offered_link};
use crate::api;
use crate::components::{ButtonKind, EmptyState, LinkButton, Notice, NoticeKind, PageHeader, Skeleton};
use crate::replica::{SavedState, use_replica};
use crate::router::{Page, href};
use crate::session::use_session;
use crate::shell::{PageTitle, SignOut};
use crate::t;
use form::RecoverForm;
use leptos::prelude::*;
use shared::wire::{ApiErrorCode, RecoveryOffer};

const SECRET: &str = "multaqa-recovery";

/// Set a forgotten password anew, with a link. Opening the page uses nothing up.
#[component]
pub(crate) fn Recovery() -> impl IntoView {
    let title = t!("account-recovery-title");
    let OfferedLink {
        state,
        secret,
        retry,
        ended,
        done,
    } = use_offered_link(SECRET, api::look_at_recovery, ApiErrorCode::RecoveryEnded);
    view! {
        <PageTitle text=title />
        <div class="wrap wrap--narrow">
            {move || match state.get() {
                LinkState::NoLink => view! { <NoLink /> }.into_any(),
                LinkState::Looking => {
                    view! {
                        <PageHeader title=title />
                        <Skeleton label=t!("account-recovery-looking") lines=4 />
                    }
                        .into_any()
                }
                LinkState::Open(offer) => {
                    view! { <Open offer=offer secret=secret done=done ended=ended /> }.into_any()
                }
                LinkState::Ended => view! { <Ended /> }.into_any(),
                LinkState::Failed(failure) => {
                    view! { <NotLookedAt title=title offline=t!("account-recovery-offline") failure=failure retry=retry /> }
                        .into_any()
                }
                LinkState::Done(by_name) => view! { <Done by_name=by_name /> }.into_any(),
            }}
        </div>
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
