//! What is typed into a short form survives a reload and a sign-out by time: it is kept in this tab until it is
//! sent or the tab is closed. Long texts (experiences) are drafts of the replica and need none of this.

use crate::replica::use_replica;
use crate::seal::tab;
use leptos::prelude::*;

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
    KeptText {
        text: RwSignal::new(tab::recall(&key).unwrap_or_default()),
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
        if text.is_empty() {
            tab::forget(&self.key.get_value());
        } else {
            tab::keep(&self.key.get_value(), &text);
        }
        self.text.set(text);
    }

    /// What forgets it once it is sent. Taken before: what is sent may take the form off the page.
    pub(crate) fn forgetter(self) -> impl FnOnce() + 'static {
        let key = self.key.get_value();
        move || {
            tab::forget(&key);
            self.text.try_set(String::new());
        }
    }
}
