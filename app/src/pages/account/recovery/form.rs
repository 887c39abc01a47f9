use crate::api::ApiFailure;
use crate::components::{Button, ErrorSummary, Fact, FactsList, Failure};
use crate::pages::account::device_choice::DeviceChoice;
use crate::pages::account::faults::{Cause, Faults};
use crate::pages::account::offered_link::maker_words;
use crate::pages::account::password_field::PasswordField;
use crate::replica::use_replica;
use crate::{format, session, t};
use leptos::prelude::*;
use shared::limits;
use shared::wire::{ApiErrorCode, Recover, RecoveryOffer};

const PASSWORD: &str = "recovery-password";

/// Whose password, and the new one.
#[component]
pub(super) fn RecoverForm(
    /// What the link is for.
    offer: RecoveryOffer,
    /// The secret of the link.
    secret: Signal<String>,
    /// Whether the password is being set.
    busy: RwSignal<bool>,
    /// Called once it is set, with who made the link.
    done: Callback<String>,
    /// Called when the link turns out to have ended.
    ended: Callback<()>,
) -> impl IntoView {
    let replica = use_replica();
    let password = RwSignal::new(String::new());
    let is_own = RwSignal::new(false);
    let faults = Faults::new();
    let failure = RwSignal::new(None::<ApiFailure>);
    let by_name = offer.by_name.clone();
    let maker = Signal::derive({
        let by_name = offer.by_name.clone();
        move || maker_words(&by_name)
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let is_short = password.read_untracked().chars().count() < limits::PASSWORD_LEAST;
        let found = is_short.then_some((PASSWORD, Cause::Message("account-password-short")));
        if !faults.replace(found.into_iter().collect()) {
            return;
        }
        busy.set(true);
        let by_name = by_name.clone();
        leptos::task::spawn_local(async move {
            let request = Recover {
                secret: secret.get_untracked(),
                password: password.get_untracked(),
                device_name: session::device_name(),
            };
            // Read now: once somebody is signed in, this form is gone and its signals with it.
            let own = is_own.get_untracked();
            let answer = session::recover(&request).await;
            if answer.is_ok() {
                replica.set_own_device(own);
            }
            if busy.is_disposed() {
                // The person went on to another page meanwhile.
                return;
            }
            match answer {
                Ok(()) => done.run(by_name),
                Err(refused) if refused.code() == Some(ApiErrorCode::RecoveryEnded) => ended.run(()),
                Err(refused) => {
                    busy.set(false);
                    match refused.refusal() {
                        Some(refusal) => {
                            faults.replace(vec![(PASSWORD, Cause::Rule(refusal.clone()))]);
                        }
                        None => failure.set(Some(refused)),
                    }
                }
            }
        });
    };
    let (expires, email) = (offer.expires, offer.email.clone());
    view! {
        <FactsList>
            <Fact term=t!("account-recovery-name")>
                <bdi>{offer.name}</bdi>
            </Fact>
            <Fact term=t!("account-email")>
                <bdi class="ltr">{offer.email}</bdi>
            </Fact>
            <Fact term=t!("account-recovery-by")>
                <bdi>{maker}</bdi>
            </Fact>
            <Fact term=t!("account-recovery-until")>{move || format::date_time(expires)}</Fact>
        </FactsList>
        <form class="form" novalidate on:submit=submit>
            <ErrorSummary title=t!("account-form-errors") errors=faults.listed() />
            <Failure words=Signal::derive(move || failure.get().map(|failure| failure.words())) />
            // Tells a password manager which account the new password is of.
            <input type="text" class="visually-hidden" autocomplete="username" readonly tabindex="-1" aria-hidden="true" value=email />
            <PasswordField
                id=PASSWORD
                label=t!("account-password-next")
                hint=t!("account-password-hint", least = limits::PASSWORD_LEAST)
                error=faults.of(PASSWORD)
                value=password
                autocomplete="new-password"
            />
            <p class="quiet">{t!("account-recovery-ends")}</p>
            <DeviceChoice is_own=is_own on_choose=move |own| is_own.set(own) />
            <Button submit=true busy=busy>
                {t!("account-recovery-do")}
            </Button>
        </form>
    }
}
