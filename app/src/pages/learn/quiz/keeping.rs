//! A quiz session stays in the tab's own storage until it is handed in: a reload loses nothing, and the person who uses the
//! computer next finds nothing.

use crate::pages::learn::quiz_session::QuizSession;
use crate::seal::tab;
use shared::ids::{ModuleId, PersonId};
use shared::json;

/// Where the quiz session of one person in one module is kept.
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
    pub(super) fn recall(self) -> Option<QuizSession> {
        json::from_str(&tab::recall(&self.name())?).ok()
    }

    /// Leaves nothing of it.
    pub(super) fn forget(self) {
        tab::forget(&self.name());
    }

    /// Keeps it. A browser without storage keeps it in the page alone, which the page does anyway.
    pub(super) fn keep(self, quiz_session: &QuizSession) {
        if let Ok(text) = serde_json::to_string(quiz_session) {
            tab::keep(&self.name(), &text);
        }
    }
}
