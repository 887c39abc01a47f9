//! What the person wants kept on this device: it stays pulled, and is never let go of to make room.

use super::{Inner, Replica, inner, ownership};
use crate::seal::tab;
use crate::{boot, ids};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::ids::PersonId;
use shared::json;
use shared::scope::Scope;
use shared::time::Timestamp;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Something that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Pin {
    /// What.
    pub(crate) scope: Scope,
    /// Since when.
    pub(crate) since: Timestamp,
}

fn name(person: PersonId) -> String {
    format!("multaqa-kept-{person}")
}

/// On a shared computer the list goes with the person.
fn stays(person: PersonId) -> bool {
    person == PersonId::VISITOR || ownership::is_own(person)
}

fn read(person: PersonId) -> Vec<Pin> {
    let text = if stays(person) {
        boot::recall(&name(person))
    } else {
        tab::recall(&name(person))
    };
    text.and_then(|text| json::from_str(&text).ok())
        .unwrap_or_default()
}

impl Replica {
    /// What is kept on this device because the person wants it. Tracked.
    pub(crate) fn pins(self) -> Vec<Pin> {
        inner().pins.get()
    }

    /// Whether this is kept. Tracked.
    pub(crate) fn is_pinned(self, scope: Scope) -> bool {
        inner()
            .pins
            .with(|pins| pins.iter().any(|pin| pin.scope == scope))
    }

    /// When what is held of a scope was last known to be as the server has it. Tracked.
    pub(crate) fn held_as_of(self, scope: Scope) -> Option<Timestamp> {
        let inner = inner();
        inner.notifier.track_scopes();
        let client = inner.client.borrow();
        Some(client.scopes().get(&scope)?.synced_at)
    }
}

/// Follows what other tabs keep, for the rest of the page's life.
pub(super) fn watch() {
    let _ = window_event_listener(leptos::ev::storage, |event| {
        if event.key() == Some(name(inner().person())) {
            inner().load_pins();
        }
    });
}

impl Inner {
    /// Keeps something on this device, or no longer.
    pub(super) fn pin(self: &Rc<Self>, scope: Scope, keeps: bool) {
        let mut pins = read(self.person());
        pins.retain(|pin| pin.scope != scope);
        if keeps {
            let since = ids::now();
            pins.push(Pin { scope, since });
            leptos::task::spawn_local(ownership::ask_to_keep_the_storage());
            crate::worker::keep_now();
        }
        self.keep_pins(&pins);
        self.pins.set(pins);
        self.wanted_changed();
        if !keeps {
            let inner = Rc::clone(self);
            leptos::task::spawn_local(async move { inner.drop_document(scope).await });
        }
    }

    /// The list of the replica's person.
    pub(super) fn load_pins(&self) {
        let pins = read(self.person());
        if self.pins.with_untracked(|held| *held != pins) {
            self.pins.set(pins);
        }
    }

    fn keep_pins(&self, pins: &[Pin]) {
        let (person, text) = (self.person(), serde_json::to_string(pins).unwrap_or_default());
        if stays(person) {
            boot::remember(&name(person), &text);
        } else {
            tab::keep(&name(person), &text);
        }
    }

    /// After the device became the person's own, or a shared one: the list moves along.
    pub(super) fn move_pins(&self) {
        let pins = self.pins.get_untracked();
        let person = self.person();
        boot::forget(&name(person));
        tab::forget(&name(person));
        if !pins.is_empty() {
            self.keep_pins(&pins);
        }
    }

    pub(super) fn pinned(&self) -> BTreeSet<Scope> {
        self.pins
            .with_untracked(|pins| pins.iter().map(|pin| pin.scope).collect())
    }

    /// Lets go of a document that nobody wants any more.
    async fn drop_document(self: &Rc<Self>, scope: Scope) {
        let is_held = self.client.borrow().scopes().contains_key(&scope);
        if self.is_leading() && is_held && !self.all_wanted().contains(&scope) {
            let transition = self.client.borrow_mut().forget(scope);
            self.commit_answer(transition).await;
        }
    }
}
