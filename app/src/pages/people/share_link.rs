use super::expiry::left_words;
use crate::api::refusal_words;
use crate::components::{Button, ButtonKind, IconKind, KeptWords, Notice, NoticeKind, Success};
use crate::i18n::{self, key_of, localised};
use crate::pages::experiences::words::collectivity;
use crate::replica::use_replica;
use crate::router::{Page, origin};
use crate::{clipboard, ids, t, text};
use js_sys::{Function, Object, Reflect};
use leptos::prelude::*;
use locales::without_isolation;
use shared::ids::MutationId;
use shared::lang::Lang;
use shared::records::InvitedAs;
use shared::time::Timestamp;
use wasm_bindgen::JsCast as _;

/// An invitation that was just made. Its secret is nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Made {
    /// What the link must hold.
    pub(crate) secret: String,
    /// The role it offers.
    pub(crate) role: InvitedAs,
    /// For whom; may be empty.
    pub(crate) name: String,
    /// Their address; may be empty.
    pub(crate) email: String,
    /// The language it is written in.
    pub(crate) lang: Lang,
    /// The change that makes it known to the hub.
    pub(crate) change: Option<MutationId>,
}

impl Made {
    fn link(&self) -> String {
        format!("{}{}#{}", origin(), Page::Invitation.path(self.lang), self.secret)
    }
}

/// The link, shown this once, with the words to send it.
#[component]
pub(crate) fn ShareLink(
    /// The invitation.
    made: Made,
    /// Called when the person has passed it on.
    done: Callback<()>,
) -> impl IntoView {
    let link = made.link();
    let message = RwSignal::new(String::new());
    {
        let made = made.clone();
        let link = link.clone();
        leptos::task::spawn_local(async move {
            let words = message_words(&made, &link).await;
            let _ = message.try_set(words);
        });
    }
    let cannot_copy = RwSignal::new(false);
    let copied = RwSignal::new(None::<String>);
    let copy = Callback::new(move |what: String| {
        leptos::task::spawn_local(async move {
            let is_done = clipboard::copy(&what).await.is_ok();
            copied.try_set(is_done.then(|| text!("common-copied")));
            cannot_copy.try_set(!is_done);
        });
    });
    let copy_link = {
        let link = link.clone();
        move |()| copy.run(link.clone())
    };
    let mail = {
        let email = made.email.clone();
        move || {
            let encoded = |words: &str| String::from(js_sys::encode_uri_component(words));
            format!(
                "mailto:{email}?subject={}&body={}",
                encoded(&text!("people-invite-subject")),
                encoded(&message.get())
            )
        }
    };
    let lang = made.lang;
    view! {
        <Arrival change=made.change />
        <div class="share">
            <p>
                <strong>{t!("people-link-once")}</strong>
                " "
                {t!("people-link-for-one")}
            </p>
            <KeptWords text=link.clone() label=t!("people-link") />
            <div class="button-row">
                <Button icon=IconKind::Copy on_press=copy_link>
                    {t!("people-link-copy")}
                </Button>
            </div>
            <h3>{t!("people-message")}</h3>
            <KeptWords text=message lang=lang label=t!("people-message") />
            <Show when=move || cannot_copy.get()>
                <Notice kind=NoticeKind::Attention live=true>
                    <p>{t!("common-cannot-copy")}</p>
                </Notice>
            </Show>
            <Success words=copied />
            <div class="button-row">
                <Button
                    kind=ButtonKind::Plain
                    icon=IconKind::Copy
                    on_press=move |()| copy.run(message.get_untracked())
                >
                    {t!("people-message-copy")}
                </Button>
                {share_function()
                    .map(|_| {
                        view! {
                            <Button
                                kind=ButtonKind::Plain
                                icon=IconKind::External
                                on_press=move |()| share(&message.get_untracked())
                            >
                                {t!("people-message-share")}
                            </Button>
                        }
                    })}
                <a class="button button--plain" href=mail>
                    {t!("people-message-mail")}
                </a>
            </div>
        </div>
        <div class="button-row">
            <Button kind=ButtonKind::Plain on_press=done>
                {t!("people-link-done")}
            </Button>
        </div>
    }
}

/// Whether the link works already: only once the hub knows of it.
#[component]
fn Arrival(change: Option<MutationId>) -> impl IntoView {
    let replica = use_replica();
    move || {
        let change = change?;
        if let Some(refused) = replica
            .attention()
            .into_iter()
            .find(|refused| refused.id() == change)
        {
            let words = refusal_words(&refused.refusal);
            return Some(
                view! {
                    <Notice kind=NoticeKind::Error live=true>
                        <p>{words}</p>
                        <p>{t!("people-link-refused")}</p>
                    </Notice>
                }
                .into_any(),
            );
        }
        let is_waiting = replica.waiting().iter().any(|outgoing| outgoing.id() == change);
        Some(if is_waiting {
            view! {
                <Notice kind=NoticeKind::Attention slim=true live=true>
                    <p>{t!("people-link-waits")}</p>
                </Notice>
            }
            .into_any()
        } else {
            let expires = ids::now().plus_ms(Timestamp::INVITATION_LIFE_MS);
            view! {
                <Notice kind=NoticeKind::Good slim=true live=true>
                    <p>{t!("people-link-works", left = left_words(expires))}</p>
                </Notice>
            }
            .into_any()
        })
    }
}

/// The message, in the language of the person who is invited.
async fn message_words(made: &Made, link: &str) -> String {
    let role = match made.role {
        InvitedAs::Collectivity { role, .. } => key_of("collectivity-role", role.word()),
        InvitedAs::Network { role } => key_of("network-role", role.word()),
    };
    let place = match made.role {
        InvitedAs::Collectivity { collectivity: id, .. } => untrack(|| collectivity(id)),
        InvitedAs::Network { .. } => None,
    };
    let by = use_replica()
        .identity()
        .with_untracked(|identity| identity.name.clone());
    // Without a network and never fetched before: the words of the page serve.
    let Ok(messages) = i18n::fetch(made.lang).await else {
        let place = place.and_then(|place| untrack(|| localised(&place.name)));
        let place = place.map(|(_, name)| name).unwrap_or_default();
        return without_isolation(&text!(
            "people-invite-message",
            name = made.name.clone(),
            by = by,
            role = i18n::message(&role, &[]),
            place = place,
            link = link.to_owned()
        ));
    };
    let place = place
        .and_then(|place| place.name.best(made.lang).map(|(_, name)| name.to_owned()))
        .unwrap_or_default();
    let role = messages.format(&role, &[]).unwrap_or_default();
    let values = [
        ("name", made.name.as_str().into()),
        ("by", by.into()),
        ("role", role.into()),
        ("place", place.into()),
        ("link", link.into()),
    ];
    without_isolation(
        &messages
            .format("people-invite-message", &values)
            .unwrap_or_default(),
    )
}

/// The browser's own sharing, where it has one: on phones, mostly.
fn share_function() -> Option<Function> {
    let navigator = window().navigator();
    Reflect::get(navigator.as_ref(), &"share".into())
        .ok()?
        .dyn_into()
        .ok()
}

fn share(message: &str) {
    let Some(share) = share_function() else { return };
    let what = Object::new();
    // Setting a property of a fresh plain object cannot fail.
    let _ = Reflect::set(&what, &"text".into(), &message.into());
    if let Ok(promise) = share.call1(window().navigator().as_ref(), &what)
        && let Ok(promise) = promise.dyn_into::<js_sys::Promise>()
    {
        leptos::task::spawn_local(async move {
            // The person may close the list of apps without choosing one.
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}
