use super::ask_invitation::AskInvitation;
use super::closed_account::ClosedAccount;
use super::device_choice::DeviceChoice;
use super::faults::{Cause, Faults};
use super::password_field::PasswordField;
use crate::api::ApiFailure;
use crate::components::{
    Button, Disclosure, ErrorSummary, InputKind, LinkButton, Notice, NoticeKind, PageHeader, TextField,
};
use crate::i18n::lang_untracked;
use crate::replica::{SavedState, use_replica};
use crate::router::{Page, href};
use crate::session::{self, use_session};
use crate::shell::{PageTitle, came_from};
use crate::{t, text};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shared::limits;
use shared::wire::{ApiErrorCode, SignInRequest};

const EMAIL: &str = "sign-in-email";
const PASSWORD: &str = "sign-in-password";

/// Sign in.
#[component]
pub(crate) fn SignIn() -> impl IntoView {
    let title = t!("account-sign-in-title");
    let is_visitor = use_session().is_visitor();
    let status = use_replica().status();
    // Somebody whose session ended is still known to this device: they sign in again to go on.
    let busy = RwSignal::new(false);
    let wants_form = Memo::new(move |_| {
        busy.get() || is_visitor.get() || matches!(status.get(), SavedState::SignedOut(_))
    });
    let email = RwSignal::new(String::new());
    let password = RwSignal::new(String::new());
    let is_own = RwSignal::new(false);
    view! {
        <PageTitle text=title />
        <div class="wrap wrap--narrow">
            <PageHeader title=title lead=t!("account-sign-in-lead") />
            <Show when=move || wants_form.get() fallback=SignedInAlready>
                <ClosedAccount />
                <Form email=email password=password is_own=is_own busy=busy />
                <Help />
            </Show>
        </div>
    }
}

#[component]
fn SignedInAlready() -> impl IntoView {
    let name = use_session().name();
    view! {
        <Notice kind=NoticeKind::Good>
            <p>{t!("account-signed-in-as", name = name.get())}</p>
            <div class="button-row">
                <LinkButton href=href(Page::Home)>{t!("common-go-home")}</LinkButton>
                <LinkButton href=href(Page::Account) kind=crate::components::ButtonKind::Plain>
                    {t!("account-title")}
                </LinkButton>
            </div>
        </Notice>
    }
}

#[component]
fn Form(
    email: RwSignal<String>,
    password: RwSignal<String>,
    is_own: RwSignal<bool>,
    busy: RwSignal<bool>,
) -> impl IntoView {
    let replica = use_replica();
    let faults = Faults::new();
    let failure = RwSignal::new(None::<ApiFailure>);
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let mut found = Vec::new();
        if limits::clean_email("email", &email.read_untracked()).is_err() {
            found.push((EMAIL, Cause::Message("account-email-wrong")));
        }
        if password.read_untracked().is_empty() {
            found.push((PASSWORD, Cause::Message("account-password-missing")));
        }
        if !faults.replace(found) {
            return;
        }
        busy.set(true);
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            let request = SignInRequest {
                email: email.get_untracked().trim().to_owned(),
                password: password.get_untracked(),
                device_name: session::device_name(),
            };
            let own = is_own.get_untracked();
            let answer = session::sign_in(&request).await;
            if answer.is_ok() {
                replica.set_own_device(own);
            }
            if busy.is_disposed() {
                // The person went on to another page meanwhile.
                return;
            }
            match answer {
                Ok(()) => {
                    let to = came_from().unwrap_or_else(|| Page::Home.path(lang_untracked()));
                    navigate(
                        &to,
                        NavigateOptions {
                            replace: true,
                            ..NavigateOptions::default()
                        },
                    );
                }
                Err(refused) => {
                    busy.set(false);
                    failure.set(Some(refused));
                }
            }
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <ErrorSummary title=t!("account-form-errors") errors=faults.listed() />
            {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
            <TextField
                id=EMAIL
                label=t!("account-email")
                kind=InputKind::Email
                error=faults.of(EMAIL)
                value=email
                on_input=move |typed| email.set(typed)
                autocomplete="username"
                required=true
            />
            <PasswordField
                id=PASSWORD
                label=t!("account-password")
                error=faults.of(PASSWORD)
                value=password
                autocomplete="current-password"
            />
            <DeviceChoice is_own=is_own on_choose=move |own| is_own.set(own) />
            <Button submit=true busy=busy>
                {t!("account-sign-in-do")}
            </Button>
        </form>
    }
}

/// What went wrong, what is kept, and the way out.
#[component]
fn Failed(failure: ApiFailure) -> impl IntoView {
    let is_wrong = failure.code() == Some(ApiErrorCode::WrongCredentials);
    let is_closed = failure.code() == Some(ApiErrorCode::AccountClosed);
    let is_unreachable = failure == ApiFailure::Unreachable;
    let words = move || failure.words();
    view! {
        <Notice kind=NoticeKind::Error live=true>
            <p>{words}</p>
            {is_wrong.then(|| view! { <p>{t!("account-sign-in-wrong-hint")}</p> })}
            {is_closed.then(|| view! { <p>{t!("account-sign-in-closed-hint")}</p> })}
            {is_unreachable
                .then(|| {
                    view! {
                        <p>{t!("account-sign-in-offline-hint")}</p>
                    }
                })}
        </Notice>
    }
}

#[component]
fn Help() -> impl IntoView {
    view! {
        <p>
            <a href=href(Page::Forgotten)>{t!("account-forgotten-title")}</a>
        </p>
        <section class="form-help" aria-label=t!("account-sign-in-help")>
            <Disclosure summary=t!("account-no-account-title")>
                <AskInvitation />
            </Disclosure>
            <Disclosure summary=t!("account-no-need-title")>
                <p>{move || text!("account-no-need-text")}</p>
                <p>
                    <a href=href(Page::Catalogue)>{t!("account-no-need-learn")}</a>
                </p>
            </Disclosure>
        </section>
    }
}
