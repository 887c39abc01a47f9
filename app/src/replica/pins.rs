//! What the person wants kept on this device: it stays pulled, and is never let go of to make room.

use super::documents::Pin;
use super::ownership;
use super::reading::Replica;
use super::remembering::is_own;
use super::state::{Inner, inner};
use crate::seal::tab;
use crate::{ids, settings};
use leptos::prelude::*;
use shared::ids::PersonId;
use shared::json;
use shared::scope::Scope;
use shared::time::Timestamp;
use std::rc::Rc;

fn name(person: PersonId) -> String {
    format!("multaqa-kept-{person}")
}

/// On a shared computer the list goes with the person.
fn stays(person: PersonId) -> bool {
    person == PersonId::VISITOR || is_own(person)
}

fn read(person: PersonId) -> Vec<Pin> {
    let text = if stays(person) {
        settings::recall(&name(person))
    } else {
        tab::recall(&name(person))
    };
    text.and_then(|text| json::from_str(&text).ok())
        .unwrap_or_default()
}

impl Replica {
    /// What is kept on this device because the person wants it. Tracked.
    pub(crate) fn pins(self) -> Vec<Pin> {
        inner().documents.pins().get()
    }

    /// Whether this is kept. Tracked.
    pub(crate) fn is_pinned(self, scope: Scope) -> bool {
        let is_it = |pins: &Vec<Pin>| pins.iter().any(|pin| pin.scope == scope);
        inner().documents.pins().with(is_it)
    }

    /// When what is held of a scope was last known to be as the server has it. Tracked.
    pub(crate) fn held_as_of(self, scope: Scope) -> Option<Timestamp> {
        let inner = inner();
        inner.rows.readers.track_scopes();
        let client = inner.rows.client();
        Some(client.scopes().get(&scope)?.synced_at)
    }
}

/// Follows what other tabs keep, for the rest of the page's life.
pub(super) fn watch() {
    let _ = window_event_listener(leptos::ev::storage, |event| {
        if event.key() == Some(name(inner().rows.person())) {
            inner().load_pins();
        }
    });
}

impl Inner {
    /// Keeps something on this device, or no longer.
    pub(super) fn pin(self: &Rc<Self>, scope: Scope, keeps: bool) {
        let mut pins = read(self.rows.person());
        pins.retain(|pin| pin.scope != scope);
        if keeps {
            let since = ids::now();
            pins.push(Pin { scope, since });
            leptos::task::spawn_local(ownership::ask_to_keep_the_storage());
            crate::worker::keep_now();
        }
        self.keep_pins(&pins);
        self.documents.pins().set(pins);
        self.wanted_changed();
        if !keeps {
            let inner = Rc::clone(self);
            leptos::task::spawn_local(async move { inner.drop_document(scope).await });
        }
    }

    /// The list of the replica's person.
    pub(super) fn load_pins(&self) {
        let pins = read(self.rows.person());
        if self.documents.pins().with_untracked(|held| *held != pins) {
            self.documents.pins().set(pins);
        }
    }

    fn keep_pins(&self, pins: &[Pin]) {
        let (person, text) = (
            self.rows.person(),
            serde_json::to_string(pins).unwrap_or_default(),
        );
        if stays(person) {
            settings::remember(&name(person), &text);
        } else {
            tab::keep(&name(person), &text);
        }
    }

    /// After the device became the person's own, or a shared one: the list moves along.
    pub(super) fn move_pins(&self) {
        let pins = self.documents.pins().get_untracked();
        let person = self.rows.person();
        settings::forget(&name(person));
        tab::forget(&name(person));
        if !pins.is_empty() {
            self.keep_pins(&pins);
        }
    }

    /// Lets go of a document that nobody wants any more.
    async fn drop_document(self: &Rc<Self>, scope: Scope) {
        let is_held = self.rows.client().scopes().contains_key(&scope);
        if self.tabs.is_leading() && is_held && !self.documents.of_all_tabs(ids::now()).contains(&scope) {
            let transition = self.rows.client_mut().forget(scope);
            self.commit_answer(transition).await;
        }
    }
}
