use crate::api::ApiFailure;
use crate::components::{Button, ErrorSummary, InputKind, LinkButton, Notice, NoticeKind, TextField};
use crate::i18n::lang_untracked;
use crate::pages::account::device_choice::DeviceChoice;
use crate::pages::account::faults::{Cause, Faults};
use crate::pages::account::password_field::PasswordField;
use crate::replica::use_replica;
use crate::router::{Page, href};
use crate::{session, t};
use leptos::prelude::*;
use shared::limits;
use shared::unicode;
use shared::wire::{AcceptInvitation, ApiErrorCode, InvitationOffer};

const NAME: &str = "invitation-name";
const EMAIL: &str = "invitation-email";
const PASSWORD: &str = "invitation-password";

/// The control for a field that the server refused.
fn control_of(field: &str) -> Option<&'static str> {
    match field {
        "name" => Some(NAME),
        "email" => Some(EMAIL),
        "password" => Some(PASSWORD),
        _ => None,
    }
}

/// Opens the account.
#[component]
pub(super) fn AcceptForm(
    /// What is offered; its name and address are filled in.
    offer: InvitationOffer,
    /// The secret of the link.
    secret: Signal<String>,
    /// Whether the account is being opened.
    busy: RwSignal<bool>,
    /// Called once the account is open, with how many changes of a visitor came along.
    accepted: Callback<usize>,
    /// Called when the invitation turns out to have ended.
    ended: Callback<()>,
) -> impl IntoView {
    let replica = use_replica();
    let name = RwSignal::new(offer.name);
    let email = RwSignal::new(offer.email);
    let password = RwSignal::new(String::new());
    let is_own = RwSignal::new(false);
    let faults = Faults::new();
    let failure = RwSignal::new(None::<ApiFailure>);
    let learned = Memo::new(move |_| replica.waiting().len());
    let check = move || {
        let mut found = Vec::new();
        if unicode::is_blank(&name.read_untracked()) {
            found.push((NAME, Cause::Message("account-name-missing")));
        } else if let Err(refusal) = limits::clean_name("name", &name.read_untracked()) {
            found.push((NAME, Cause::Rule(refusal)));
        }
        found.extend(Cause::of_new_email(&email.read_untracked()).map(|cause| (EMAIL, cause)));
        if password.read_untracked().chars().count() < limits::PASSWORD_LEAST {
            found.push((PASSWORD, Cause::Message("account-password-short")));
        }
        faults.replace(found)
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        if !check() {
            return;
        }
        busy.set(true);
        let adopted = learned.get_untracked();
        leptos::task::spawn_local(async move {
            let request = AcceptInvitation {
                secret: secret.get_untracked(),
                name: name.get_untracked(),
                email: email.get_untracked(),
                password: password.get_untracked(),
                lang: lang_untracked(),
                device_name: session::device_name(),
            };
            // Read now: once somebody is signed in, this form is gone and its signals with it.
            let own = is_own.get_untracked();
            let answer = session::accept_invitation(&request).await;
            if answer.is_ok() {
                replica.set_own_device(own);
            }
            if busy.is_disposed() {
                // The person went on to another page meanwhile.
                return;
            }
            match answer {
                Ok(()) => {
                    accepted.run(adopted);
                }
                Err(refused) if refused.code() == Some(ApiErrorCode::InvitationEnded) => ended.run(()),
                Err(refused) => {
                    busy.set(false);
                    {
                        let field = refused.refusal().and_then(|refusal| {
                            Some((control_of(refusal.field.as_deref()?)?, refusal.clone()))
                        });
                        match field {
                            Some((control, refusal)) => {
                                faults.replace(vec![(control, Cause::Rule(refusal))]);
                            }
                            None => failure.set(Some(refused)),
                        }
                    }
                }
            }
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <h2>{t!("account-invitation-form")}</h2>
            <ErrorSummary title=t!("account-form-errors") errors=faults.listed() />
            {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
            <TextField
                id=NAME
                label=t!("account-name")
                hint=t!("account-name-hint")
                error=faults.of(NAME)
                value=name
                on_input=move |typed| name.set(typed)
                autocomplete="name"
                required=true
            />
            <TextField
                id=EMAIL
                label=t!("account-email")
                hint=t!("account-email-hint")
                kind=InputKind::Email
                error=faults.of(EMAIL)
                value=email
                on_input=move |typed| email.set(typed)
                autocomplete="username"
                required=true
            />
            <PasswordField
                id=PASSWORD
                label=t!("account-password-new")
                hint=t!("account-password-hint", least = limits::PASSWORD_LEAST)
                error=faults.of(PASSWORD)
                value=password
                autocomplete="new-password"
            />
            <DeviceChoice is_own=is_own on_choose=move |own| is_own.set(own) />
            <Show when=move || { learned.get() > 0 }>
                <Notice>
                    <p>{t!("account-invitation-adopts")}</p>
                </Notice>
            </Show>
            <Button submit=true busy=busy>
                {t!("account-invitation-accept")}
            </Button>
            <p class="quiet form-note">{t!("account-invitation-private")}</p>
        </form>
    }
}

#[component]
fn Failed(failure: ApiFailure) -> impl IntoView {
    let is_taken = failure.code() == Some(ApiErrorCode::EmailTaken);
    let words = move || failure.words();
    view! {
        <Notice kind=NoticeKind::Error live=true>
            <p>{words}</p>
            {is_taken
                .then(|| {
                    view! {
                        <p>{t!("account-email-taken-hint")}</p>
                        <LinkButton href=href(Page::SignIn)>{t!("common-sign-in")}</LinkButton>
                    }
                })}
        </Notice>
    }
}
