use crate::api::{self, ApiFailure};
use crate::components::{Button, ErrorSummary, Notice, NoticeKind};
use crate::pages::account::faults::{Cause, Faults};
use crate::pages::account::password_field::PasswordField;
use crate::shell::tell;
use crate::{t, text};
use leptos::prelude::*;
use shared::limits;
use shared::wire::{ApiErrorCode, ChangePassword};

const CURRENT: &str = "password-current";
const NEW: &str = "password-new";

/// Changes the password, which signs every other device out.
#[component]
pub(super) fn PasswordForm() -> impl IntoView {
    let current = RwSignal::new(String::new());
    let new = RwSignal::new(String::new());
    let faults = Faults::new();
    let failure = RwSignal::new(None::<ApiFailure>);
    let busy = RwSignal::new(false);
    let done = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        done.set(false);
        failure.set(None);
        let mut found = Vec::new();
        if current.read_untracked().is_empty() {
            found.push((CURRENT, Cause::Message("account-password-missing")));
        }
        if new.read_untracked().chars().count() < limits::PASSWORD_LEAST {
            found.push((NEW, Cause::Message("account-password-short")));
        }
        if !faults.replace(found) {
            return;
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            let request = ChangePassword {
                current: current.get_untracked(),
                new: new.get_untracked(),
            };
            let answer = api::change_password(&request).await;
            if busy.try_set(false).is_some() {
                // The person went on to another page meanwhile.
                return;
            }
            match answer {
                Ok(()) => {
                    current.set(String::new());
                    new.set(String::new());
                    done.set(true);
                    tell(text!("account-password-changed"));
                }
                Err(refused) if refused.code() == Some(ApiErrorCode::WrongCredentials) => {
                    faults.replace(vec![(CURRENT, Cause::Message("account-password-wrong"))]);
                }
                Err(refused) => match refused.refusal() {
                    Some(refusal) => {
                        faults.replace(vec![(NEW, Cause::Rule(refusal.clone()))]);
                    }
                    None => failure.set(Some(refused)),
                },
            }
        });
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <ErrorSummary title=t!("account-form-errors") errors=faults.listed() />
            {move || {
                failure
                    .get()
                    .map(|failure| {
                        view! {
                            <Notice kind=NoticeKind::Error live=true>
                                <p>{move || failure.words()}</p>
                            </Notice>
                        }
                    })
            }}
            <PasswordField
                id=CURRENT
                label=t!("account-password-current")
                error=faults.of(CURRENT)
                value=current
                autocomplete="current-password"
            />
            <PasswordField
                id=NEW
                label=t!("account-password-next")
                hint=t!("account-password-hint", least = limits::PASSWORD_LEAST)
                error=faults.of(NEW)
                value=new
                autocomplete="new-password"
            />
            <p class="quiet">{t!("account-password-ends-others")}</p>
            <Show when=move || done.get()>
                <Notice kind=NoticeKind::Good slim=true>
                    <p>{t!("account-password-changed")}</p>
                </Notice>
            </Show>
            <Button submit=true busy=busy>
                {t!("account-change-password")}
            </Button>
        </form>
    }
}
