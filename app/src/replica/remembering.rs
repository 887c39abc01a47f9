//! Who used this device last, and whether it is theirs. On their own device that is written down as it is; on a shared computer it is sealed,
//! and can only be read while their session lasts.

use super::cross_tab;
use super::vault::{self, Vault};
use crate::api::{self, ApiFailure};
use crate::{seal, settings};
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use serde::{Deserialize, Serialize};
use shared::ids::PersonId;
use shared::json;
use shared::records::Identity;
use shared::wire::{ApiErrorCode, SignedIn};
use std::pin::pin;

const SIGNED_IN: &str = "multaqa-signed-in";
/// How long the server may take to say who is signed in before this device goes on as a visitor's.
const ANSWER_WITHIN_MS: u32 = 4_000;

/// What a person said of a device that is their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owned {
    /// That it is theirs; the browser still has to be told to keep the session when it is closed.
    Said,
    /// The browser keeps it.
    SessionKept,
}

const SAID: &str = "yes";
const SESSION_KEPT: &str = "kept";

fn own_setting(person: PersonId) -> String {
    format!("multaqa-own-{person}")
}

/// What this person said of this device; `None` where it counts as shared.
pub(super) fn own(person: PersonId) -> Option<Owned> {
    let said = settings::recall(&own_setting(person))?;
    Some(if said == SAID {
        Owned::Said
    } else {
        Owned::SessionKept
    })
}

/// Whether this person said that this is their own device.
pub(super) fn is_own(person: PersonId) -> bool {
    own(person).is_some()
}

pub(super) fn note_own(person: PersonId, own: Option<Owned>) {
    let setting = own_setting(person);
    match own {
        Some(Owned::Said) => settings::remember(&setting, SAID),
        Some(Owned::SessionKept) => settings::remember(&setting, SESSION_KEPT),
        None => settings::forget(&setting),
    }
}

#[derive(Serialize, Deserialize)]
struct Remembered {
    person: PersonId,
    /// On the person's own device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    identity: Option<Identity>,
    /// On a shared computer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sealed: Option<String>,
}

/// Remembers who is here; nobody, for a visitor.
pub(super) fn remember(identity: &Identity) {
    if identity.is_visitor() {
        settings::forget(SIGNED_IN);
        return;
    }
    let is_own = is_own(identity.person);
    let sealed = (!is_own)
        .then(|| seal::current()?.close(&serde_json::to_string(identity).ok()?))
        .flatten();
    let remembered = Remembered {
        person: identity.person,
        identity: is_own.then(|| identity.clone()),
        sealed,
    };
    if let Ok(text) = serde_json::to_string(&remembered) {
        settings::remember(SIGNED_IN, &text);
    }
}

/// Who was here last.
pub(super) async fn remembered() -> Identity {
    let Some(kept) = kept() else {
        return Identity::visitor();
    };
    let person = kept.person;
    if let Some(identity) = kept.identity.clone().filter(|_| is_own(person)) {
        return identity;
    }
    // The key of this tab, of another one, or of the session.
    let _ = seal::current().or_else(seal::recall);
    if let Some(identity) = kept.open() {
        return identity;
    }
    if let Some(secret) = cross_tab::ask_for_seal().await {
        let _ = seal::take_up(Some(&secret));
        if let Some(identity) = kept.open() {
            return identity;
        }
    }
    match session().await {
        Ok(answer) => {
            let identity = answer.person.identity();
            let _ = seal::take_up(answer.seal.as_deref());
            remember(&identity);
            identity
        }
        Err(failure) => {
            if failure.code() == Some(ApiErrorCode::NotSignedIn) {
                // The session is over, and the key with it: nobody can read any more what is sealed.
                settings::forget(SIGNED_IN);
                let _ = Vault::open(&vault::database_of(person), false)
                    .await
                    .clear()
                    .await;
            }
            Identity::visitor()
        }
    }
}

/// Whether somebody was signed in here last, whose name may have to be asked for.
pub(super) fn is_anybody_remembered() -> bool {
    settings::recall(SIGNED_IN).is_some()
}

fn kept() -> Option<Remembered> {
    json::from_str(&settings::recall(SIGNED_IN)?).ok()
}

impl Remembered {
    fn open(&self) -> Option<Identity> {
        let text = seal::current()?.open(self.sealed.as_deref()?)?;
        json::from_str(&text).ok()
    }
}

async fn session() -> Result<SignedIn, ApiFailure> {
    let asking = pin!(api::session());
    match select(asking, TimeoutFuture::new(ANSWER_WITHIN_MS)).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(ApiFailure::Unreachable),
    }
}
