//! A sitting stays in the tab's own storage until it is handed in: a reload loses nothing, and whoever uses the
//! computer next finds nothing.

use crate::pages::learn::sitting::Sitting;
use leptos::prelude::*;
use shared::ids::{ModuleId, PersonId};
use shared::json;
use web_sys::Storage;

/// Where the sitting of one person in one module is kept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Keeping {
    person: PersonId,
    module: ModuleId,
}

impl Keeping {
    pub(super) const fn of(person: PersonId, module: ModuleId) -> Self {
        Self { person, module }
    }

    fn name(self) -> String {
        format!("multaqa-quiz-{}-{}", self.person, self.module)
    }

    /// What was kept, if it can still be read.
    pub(super) fn recall(self) -> Option<Sitting> {
        let kept = storage()?.get_item(&self.name()).ok().flatten()?;
        json::from_str(&kept).ok()
    }

    /// Keeps it. A browser without storage keeps it in the page alone, which the page does anyway.
    pub(super) fn keep(self, sitting: &Sitting) {
        if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(sitting)) {
            let _ = storage.set_item(&self.name(), &text);
        }
    }
}

fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
