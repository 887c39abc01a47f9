//! Shared computer (the default) or the person's own device: what stays on the disk after they leave.

use super::channel::Message;
use super::reading::Replica;
use super::remembering::{self, Owned, is_own, remember};
use super::state::{Inner, inner};
use crate::{api, js, seal};
use shared::ids::PersonId;
use std::rc::Rc;

impl Replica {
    /// Whether the person said that this is their own device.
    pub(crate) fn is_own_device(self) -> bool {
        is_own(inner().rows.person())
    }
}

/// Says whether this is the person's own device. What only they may read moves to its disk, or off it.
pub(super) fn set_own_device(inner: &Rc<Inner>, is_own: bool) {
    let inner = Rc::clone(inner);
    remembering::note_own(inner.rows.person(), is_own.then_some(Owned::Said));
    leptos::task::spawn_local(async move {
        let identity = inner.rows.client().viewer().clone();
        let secret = if is_own {
            None
        } else {
            // Without a network the key is one of this page's own.
            let answer = api::session().await.ok();
            seal::take_up(answer.and_then(|answer| answer.seal).as_deref())
                .map(|seal| seal.secret().to_owned())
        };
        remember(&identity);
        inner.move_pins();
        if inner.tabs.is_leading() {
            inner.keep_private_here(is_own, secret).await;
        } else {
            inner.tabs.say(&Message::OwnDevice { is_own, seal: secret });
        }
        if is_own {
            ask_to_keep_the_storage().await;
        }
        keep_session(identity.person, is_own).await;
    });
}

/// Has the browser keep the session, or drop it, when it is closed. Without a network it is tried at the next start.
async fn keep_session(person: PersonId, keeps: bool) {
    if api::keep_session(keeps).await.is_ok() && keeps && is_own(person) {
        remembering::note_own(person, Some(Owned::SessionKept));
    }
}

/// At a start on the person's own device: what could not be done when they said so.
pub(super) async fn catch_up(person: PersonId) {
    if remembering::own(person) == Some(Owned::Said) {
        keep_session(person, true).await;
    }
}

/// Asks the browser not to clear this hub's storage when room gets scarce. It may say no, and need not be told why
/// again: what was sent is on the server.
pub(crate) async fn ask_to_keep_the_storage() {
    if let Some(storage) = js::of_navigator("storage") {
        let _ = js::ask(&storage, "persist", &[]).await;
    }
}

impl Inner {
    pub(super) async fn keep_private_here(self: &Rc<Self>, is_own: bool, secret: Option<String>) {
        if let Some(secret) = &secret {
            let _ = seal::take_up(Some(secret));
        }
        let own = self.rows.client().own_again();
        if self.storage.vault().keep_private(is_own, &own).await.is_err() {
            self.storage.give_up_disk();
        }
        if is_own {
            seal::give_up();
            // What is fetched ahead there is fetched now.
            self.conversation.wish();
        }
        // The others learn where what goes from now on.
        self.tabs.say(&Message::OwnDevice { is_own, seal: secret });
    }

    /// After another sign-in of the same person: what is sealed is sealed with the key of the new session.
    pub(super) async fn seal_with(self: &Rc<Self>, secret: Option<&str>) {
        let before = seal::current();
        let seal = seal::take_up(secret);
        let is_new = match (&before, &seal) {
            (Some(before), Some(seal)) => !Rc::ptr_eq(before, seal),
            (before, seal) => before.is_some() != seal.is_some(),
        };
        if !is_new {
            return;
        }
        if let Some(seal) = seal {
            let secret = seal.secret().to_owned();
            self.tabs.say(&Message::Seal { secret });
        }
        if self.tabs.is_leading() {
            let own = self.rows.client().own_again();
            if self.storage.vault().write(&own).await.is_err() {
                self.storage.give_up_disk();
            }
        }
    }
}
