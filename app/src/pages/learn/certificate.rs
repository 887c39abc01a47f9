mod lookup;
mod sheet;

use super::rows::use_learning;
use crate::api::{self, ApiFailure};
use crate::components::{Button, ButtonKind, IconKind, Motif, Notice, NoticeKind, Skeleton};
use crate::shell::{PageTitle, announce};
use crate::{format, t, text};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
pub(crate) use lookup::Lookup;
use shared::certificate_number;
use shared::wire::{ApiErrorCode, VerifiedCertificate};
use sheet::Sheet;

/// What is known about the certificate at this address.
#[derive(Clone, Debug, PartialEq)]
enum Checked {
    /// The server has not answered yet.
    Checking,
    /// The server knows it.
    Genuine(Box<VerifiedCertificate>),
    /// The server does not.
    Unknown,
    /// The server could not be asked, or could not answer; trying again may help.
    NotNow(String),
}

/// A certificate: anybody who has its number verifies it here, its holder prints it.
#[component]
pub(crate) fn Certificate() -> impl IntoView {
    let params = use_params_map();
    let number = Memo::new(move |_| {
        params.with(|params| certificate_number::read(params.get_str("number").unwrap_or_default()))
    });
    let checked = RwSignal::new(first_look(&number.get_untracked()));
    let check = Callback::new(move |number: String| {
        checked.set(Checked::Checking);
        leptos::task::spawn_local(async move {
            let answer = api::certificate(&number).await;
            // The address may have changed meanwhile; then another answer is on its way.
            checked.try_set(reading(answer));
        });
    });
    Effect::new(move |_| check.run(number.get()));
    Effect::new(move |_| match &*checked.read() {
        Checked::Genuine(_) => announce(text!("learn-certificate-valid-title")),
        Checked::Unknown => announce(text!("learn-certificate-unknown-title")),
        Checked::Checking | Checked::NotNow(_) => {}
    });
    view! {
        <PageTitle text=t!("learn-certificate-page-title", number = number.get()) />
        <div class="wrap certificate-page">
            {move || match checked.get() {
                Checked::Checking => view! { <Checking number=number.get() /> }.into_any(),
                Checked::Genuine(certificate) => view! { <Genuine certificate=*certificate /> }.into_any(),
                Checked::Unknown => view! { <Unknown number=number.get() /> }.into_any(),
                Checked::NotNow(words) => {
                    view! { <NotNow number=number.get() words=words on_retry=check /> }.into_any()
                }
            }}
        </div>
    }
}

/// What is known before the server is asked: on the server itself everything.
fn first_look(number: &str) -> Checked {
    #[cfg(feature = "ssr")]
    if let Some(rows) = crate::row_reader::rows() {
        return rows.certificate(number).map_or(Checked::Unknown, |certificate| {
            Checked::Genuine(Box::new(certificate))
        });
    }
    let _ = number;
    Checked::Checking
}

fn reading(answer: Result<VerifiedCertificate, ApiFailure>) -> Checked {
    match answer {
        Ok(certificate) => Checked::Genuine(Box::new(certificate)),
        Err(failure) if failure.code() == Some(ApiErrorCode::NotFound) => Checked::Unknown,
        Err(failure) => Checked::NotNow(failure.words()),
    }
}

#[component]
fn Checking(number: String) -> impl IntoView {
    view! {
        <header class="page-header">
            <h1 tabindex="-1">{t!("learn-certificate-page-title", number = number.clone())}</h1>
        </header>
        <Skeleton label=t!("learn-certificate-checking") lines=8 />
    }
}

#[component]
fn Genuine(certificate: VerifiedCertificate) -> impl IntoView {
    let issued = certificate.issued;
    let newer = certificate.newer_edition.map(|newer| {
        let of = certificate.edition.edition;
        view! { <p>{t!("learn-certificate-newer-edition", of = of, newer = newer)}</p> }
    });
    view! {
        <div class="certificate-page__head no-print">
            <Notice kind=NoticeKind::Good title=t!("learn-certificate-valid-title")>
                <p>{move || text!("learn-certificate-valid-text", date = format::date(issued))}</p>
                {newer}
            </Notice>
            <PrintButton />
        </div>
        <Sheet certificate=certificate />
        <Lookup label=t!("learn-certificate-try-number") />
    }
}

#[component]
fn PrintButton() -> impl IntoView {
    let print = move |()| {
        // Without a printer, or when the person closes the dialog, nothing happened.
        let _ = window().print();
    };
    view! {
        <Button icon=IconKind::Print on_press=print>
            {t!("learn-certificate-print")}
        </Button>
    }
}

#[component]
fn Unknown(number: String) -> impl IntoView {
    view! {
        <div class="empty">
            <Motif />
            <h1 tabindex="-1">{t!("learn-certificate-unknown-title")}</h1>
            <p class="certificate-page__number ltr">{number}</p>
            <p>{t!("learn-certificate-unknown-text")}</p>
        </div>
        <Lookup label=t!("learn-certificate-try-number") />
    }
}

/// The server cannot be asked now. The holder still has a copy on the device.
#[component]
fn NotNow(number: String, words: String, on_retry: Callback<String>) -> impl IntoView {
    let learning = use_learning();
    let held = {
        let number = number.clone();
        Memo::new(move |_| {
            learning
                .certificates
                .read()
                .iter()
                .find(|held| held.number == number)
                .cloned()
                .map(VerifiedCertificate::from)
        })
    };
    let has_copy = Memo::new(move |_| held.read().is_some());
    let retry = {
        let number = number.clone();
        Callback::new(move |()| on_retry.run(number.clone()))
    };
    let reason = StoredValue::new(words);
    view! {
        <Show
            when=move || has_copy.get()
            fallback=move || {
                view! {
                    <div class="empty">
                        <Motif />
                        <h1 tabindex="-1">{t!("learn-certificate-offline-title")}</h1>
                        <p>{reason.get_value()}</p>
                        <p>{t!("learn-certificate-offline-text")}</p>
                        <div class="button-row">
                            <Button on_press=retry>{t!("common-retry")}</Button>
                        </div>
                    </div>
                }
            }
        >
            <div class="certificate-page__head no-print">
                <Notice kind=NoticeKind::Attention>
                    <p>{t!("learn-certificate-held-text")}</p>
                    <Button kind=ButtonKind::Plain on_press=retry>
                        {t!("common-retry")}
                    </Button>
                </Notice>
                <PrintButton />
            </div>
            {move || held.get().map(|certificate| view! { <Sheet certificate=certificate /> })}
        </Show>
    }
}
