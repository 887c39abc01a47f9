use crate::components::{ButtonKind, Disclosure, LinkButton, Notice, NoticeKind, Progress};
use crate::pages::account::AskInvitation;
use crate::pages::learn::editions::is_withdrawn;
use crate::pages::learn::module_link::{next_page, next_words};
use crate::pages::learn::words::stage_words;
use crate::router::{Page, href, href_of};
use crate::session::use_session;
use crate::{t, text};
use leptos::prelude::*;
use shared::module_progress::{ModuleProgress, NextStep, Stage};
use shared::records::ModuleCard;

/// How far one is in the module, and the one thing to do next.
#[component]
pub(super) fn NextStepBox(
    card: StoredValue<ModuleCard>,
    module_progress: Memo<Option<ModuleProgress>>,
) -> impl IntoView {
    let step = Memo::new(move |_| module_progress.read().as_ref().map(ModuleProgress::next_step));
    let stage = Memo::new(move |_| {
        module_progress
            .read()
            .as_ref()
            .map_or(Stage::NotStarted, ModuleProgress::stage)
    });
    let steps = Memo::new(move |_| {
        module_progress
            .read()
            .as_ref()
            .map_or((0, 1), ModuleProgress::steps)
    });
    let words = move || {
        module_progress
            .read()
            .as_ref()
            .and_then(|module_progress| card.with_value(|card| next_words(card, module_progress)))
            .unwrap_or_default()
    };
    let address = href_of(move || {
        module_progress
            .read()
            .as_ref()
            .map_or(Page::Catalogue, |module_progress| {
                card.with_value(|card| next_page(card, module_progress))
            })
    });
    let is_waiting = Memo::new(move |_| step.get() == Some(NextStep::AwaitCertificate));
    let is_withdrawn = card.with_value(|card| is_withdrawn(card.id, card.edition));
    let is_earned = Memo::new(move |_| matches!(step.get(), Some(NextStep::Certificate { .. })));
    view! {
        <div class="next-step no-print">
            <Show when=move || is_earned.get()>
                <Notice kind=NoticeKind::Good>
                    <p>{t!("learn-module-earned")}</p>
                </Notice>
            </Show>
            <Show when=move || stage.get() == Stage::InProgress>
                <Progress
                    label=t!("learn-module-progress")
                    value=Signal::derive(move || whole(steps.get().0))
                    max=Signal::derive(move || whole(steps.get().1))
                    end=Signal::derive(move || text!("learn-card-steps", done = steps.get().0, all = steps.get().1))
                    in_steps=true
                />
            </Show>
            <Show
                when=move || !is_waiting.get()
                fallback=move || {
                    view! {
                        // Where none is issued any more, the notice of editions says so.
                        <Show when=move || !is_withdrawn.get()>
                            <AwaitCertificate />
                        </Show>
                    }
                }
            >
                <LinkButton href=address forward=true>
                    {words}
                </LinkButton>
            </Show>
            <span class="visually-hidden">{move || stage_words(stage.get())}</span>
        </div>
    }
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Everything is done on this device; only the server issues the certificate.
#[component]
pub(crate) fn AwaitCertificate() -> impl IntoView {
    let is_visitor = use_session().is_visitor();
    view! {
        <Notice>
            <Show
                when=move || is_visitor.get()
                fallback=|| view! { <p>{t!("learn-module-await-signed-in")}</p> }
            >
                <p>{t!("learn-module-await-visitor")}</p>
                <SignInOrAsk />
            </Show>
        </Notice>
    }
}

/// The two ways to a certificate for a visitor: their account, or the invitation to open one.
#[component]
pub(crate) fn SignInOrAsk() -> impl IntoView {
    view! {
        <LinkButton kind=ButtonKind::Plain href=href(Page::SignIn)>
            {t!("learn-module-sign-in")}
        </LinkButton>
        <Disclosure summary=t!("account-no-account-title")>
            <AskInvitation />
        </Disclosure>
    }
}
