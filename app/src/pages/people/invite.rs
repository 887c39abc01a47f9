use super::share_link::{Made, ShareLink};
use crate::components::{
    Button, ButtonKind, Choice, ChoiceGroup, Dialog, ErrorSummary, InputKind, Notice, NoticeKind,
    SelectField, TextField,
};
use crate::i18n::lang_untracked;
use crate::kept_text::{KeptText, kept_text};
use crate::pages::account::faults::{Cause, Faults};
use crate::pages::experiences::words::own_name;
use crate::replica::{NotSaved, use_replica};
use crate::{ids, t, text};
use leptos::prelude::*;
use shared::ids::InvitationId;
use shared::lang::Lang;
use shared::limits;
use shared::mutation::InvitePerson;
use shared::records::InvitedAs;
use shared::secret;
use shared::unicode;

const NAME: &str = "invite-name";
const EMAIL: &str = "invite-email";

/// A role that can be offered, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offer {
    /// Its words.
    pub(crate) choice: Choice,
    /// The role.
    pub(crate) role: InvitedAs,
}

/// Invites somebody: first the form, then the link, which is shown this once.
#[component]
pub(crate) fn InviteDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The roles that can be offered; the first is chosen at first.
    #[prop(into)]
    offers: Signal<Vec<Offer>>,
) -> impl IntoView {
    let made = RwSignal::new(None::<Made>);
    // A reload finds the dialog open again, with what was typed.
    let was_open = offers.with_untracked(|offers| kept_name(offers, "open").map(|name| kept_text(&name)));
    if let Some(was_open) = was_open {
        if !was_open.get_untracked().is_empty() {
            open.set(true);
        }
        Effect::new(move |_| {
            was_open.set(if open.get() {
                "yes".to_owned()
            } else {
                String::new()
            })
        });
        // Going to another page closes the dialog; what was typed is still there when it is opened again.
        on_cleanup(was_open.forgetter());
    }
    // A new opening is a new invitation: the last link is not shown to the next invited person.
    Effect::new(move |_| {
        if !open.get() {
            made.set(None);
        }
    });
    let title = Signal::derive(move || {
        if made.read().is_some() {
            text!("people-invite-made")
        } else {
            text!("people-invite")
        }
    });
    view! {
        <Dialog id="invite" open=open title=title close_label=t!("common-close")>
            {move || {
                if !open.get() {
                    return ().into_any();
                }
                match made.get() {
                    Some(made) => {
                        view! { <ShareLink made=made done=Callback::new(move |()| open.set(false)) /> }.into_any()
                    }
                    None => view! { <Form offers=offers made=made open=open /> }.into_any(),
                }
            }}
        </Dialog>
    }
}

#[component]
fn Form(offers: Signal<Vec<Offer>>, made: RwSignal<Option<Made>>, open: RwSignal<bool>) -> impl IntoView {
    let kept = |part: &str| {
        let name = offers.with_untracked(|offers| kept_name(offers, part));
        kept_text(&name.unwrap_or_default())
    };
    let (role, name, email, language) = (kept("role"), kept("name"), kept("email"), kept("language"));
    let is_offered =
        |word: &str| offers.with_untracked(|offers| offers.iter().any(|offer| offer.choice.value == word));
    if !is_offered(&role.get_untracked()) {
        let first = offers.with_untracked(|offers| offers.first().map(|offer| offer.choice.value.clone()));
        role.set(first.unwrap_or_default());
    }
    if language.get_untracked().is_empty() {
        language.set(lang_untracked().code().to_owned());
    }
    let typed = [role, name, email, language];
    let faults = Faults::new();
    let failure = RwSignal::new(None::<Failure>);
    let busy = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let mut found = Vec::new();
        let (name, email) = (name.get_untracked(), email.get_untracked());
        let wants_name = !unicode::is_blank(&name);
        if wants_name && let Err(refusal) = limits::clean_name("name", &name) {
            found.push((NAME, Cause::Rule(refusal)));
        }
        let wants_email = !unicode::is_blank(&email);
        if wants_email {
            found.extend(Cause::of_new_email(&email).map(|cause| (EMAIL, cause)));
        }
        let chosen = offers.with_untracked(|offers| {
            offers
                .iter()
                .find(|offer| offer.choice.value == role.get_untracked())
                .cloned()
        });
        if !faults.replace(found) {
            return;
        }
        let (Some(chosen), Some(secret)) = (chosen, ids::secret()) else {
            failure.set(Some(Failure::NoRandomness));
            return;
        };
        busy.set(true);
        let invitation = InvitePerson {
            invitation: ids::fresh(InvitationId::new),
            secret_hash: secret::hash_of(&secret),
            offers: chosen.role,
            name,
            email,
            lang: language
                .get_untracked()
                .parse()
                .unwrap_or_else(|_| lang_untracked()),
        };
        let forgetters = typed.map(KeptText::forgetter);
        leptos::task::spawn_local(async move {
            let link = Made {
                secret,
                role: chosen.role,
                name: invitation.name.clone(),
                email: invitation.email.clone(),
                lang: invitation.lang,
                change: None,
            };
            match use_replica().mutate(invitation).await {
                Ok(change) => {
                    let link = Made {
                        change: Some(change),
                        ..link
                    };
                    for forget in forgetters {
                        forget();
                    }
                    let _ = made.try_set(Some(link));
                }
                Err(not_saved) => {
                    let _ = busy.try_set(false);
                    let _ = failure.try_set(Some(Failure::NotSaved(not_saved)));
                }
            }
        });
    };
    let choices = Signal::derive(move || offers.get().into_iter().map(|offer| offer.choice).collect());
    let languages = Signal::derive(|| {
        Lang::ALL
            .into_iter()
            .map(|lang| Choice::new(lang.code(), own_name(lang)))
            .collect::<Vec<_>>()
    });
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
            <ChoiceGroup
                id="invite-role"
                legend=t!("people-column-role")
                choices=choices
                chosen=Signal::derive(move || vec![role.get()])
                on_choose=move |value| role.set(value)
            />
            <TextField
                id=NAME
                label=t!("account-name")
                optional=t!("people-optional")
                error=faults.of(NAME)
                value=Signal::derive(move || name.get())
                on_input=move |typed| name.set(typed)
                autocomplete="off"
            />
            <TextField
                id=EMAIL
                label=t!("account-email")
                optional=t!("people-optional")
                hint=t!("people-invite-email-hint")
                kind=InputKind::Email
                error=faults.of(EMAIL)
                value=Signal::derive(move || email.get())
                on_input=move |typed| email.set(typed)
                autocomplete="off"
            />
            <SelectField
                id="invite-language"
                label=t!("people-invite-language")
                choices=languages
                value=Signal::derive(move || language.get())
                on_change=move |code| language.set(code)
            />
            <div class="button-row">
                <Button submit=true busy=busy>
                    {t!("people-invite-do")}
                </Button>
                <Button
                    kind=ButtonKind::Plain
                    on_press=move |()| {
                        for text in typed {
                            text.forgetter()();
                        }
                        open.set(false);
                    }
                >
                    {t!("common-cancel")}
                </Button>
            </div>
        </form>
    }
}

/// The name under which a part of the form is kept in this tab, one for each place that invites.
fn kept_name(offers: &[Offer], part: &str) -> Option<String> {
    Some(match offers.first()?.role {
        InvitedAs::Collectivity { collectivity, .. } => format!("invite-{collectivity}-{part}"),
        InvitedAs::Network { .. } => format!("invite-network-{part}"),
    })
}

/// Why there is no link.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Failure {
    /// The browser gives no randomness: a link that can be guessed is worse than none.
    NoRandomness,
    NotSaved(NotSaved),
}

impl Failure {
    fn words(&self) -> String {
        match self {
            Self::NoRandomness => text!("people-invite-no-secret"),
            Self::NotSaved(not_saved) => not_saved.words(),
        }
    }
}
