//! What is typed into a short form survives a reload and a sign-out by time: it is kept in this tab until it is
//! sent or the tab is closed. Long texts (experiences) are drafts of the replica and need none of this.

use crate::replica::use_replica;
use leptos::prelude::*;
use web_sys::Storage;

/// A text that is kept while it is typed; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct KeptText {
    text: RwSignal<String>,
    key: StoredValue<String>,
}

/// The text kept under this name for the person who is signed in, or an empty one.
pub(crate) fn kept_text(name: &str) -> KeptText {
    let person = use_replica()
        .identity()
        .with_untracked(|identity| identity.person);
    let key = format!("multaqa-typed-{person}-{name}");
    let kept = storage().and_then(|storage| storage.get_item(&key).ok().flatten());
    KeptText {
        text: RwSignal::new(kept.unwrap_or_default()),
        key: StoredValue::new(key),
    }
}

impl KeptText {
    /// What is typed. Tracked.
    pub(crate) fn get(self) -> String {
        self.text.get()
    }

    /// What is typed, for an event handler.
    pub(crate) fn get_untracked(self) -> String {
        self.text.get_untracked()
    }

    /// Takes what is typed.
    pub(crate) fn set(self, text: String) {
        if let Some(storage) = storage() {
            // A full or forbidden storage costs only this convenience.
            let _ = if text.is_empty() {
                storage.remove_item(&self.key.get_value())
            } else {
                storage.set_item(&self.key.get_value(), &text)
            };
        }
        self.text.set(text);
    }

    /// What forgets it once it is sent. Taken before: what is sent may take the form off the page.
    pub(crate) fn forgetter(self) -> impl FnOnce() + 'static {
        let key = self.key.get_value();
        move || {
            if let Some(storage) = storage() {
                let _ = storage.remove_item(&key);
            }
            self.text.try_set(String::new());
        }
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}
