use super::pull::PULL_BYTES;
use super::quotas::Quotas;
use shared::apply::View;
use shared::ids::PersonId;
use shared::mutation::Mutation;
use shared::records::{Change, TextMark};
use shared::row::{Kind, Record, RowKey};
use shared::scope::Scope;
use shared::wire::PULL_MOST;

/// A bug on purpose. The simulator plants one at a time to show that it would find such a bug. Only a build with the
/// feature `planted-faults`, which the release does not have, can plant one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The answer to a push leaves before its commit. The holder of the transaction has to do that; here it
    /// changes nothing.
    AnswerBeforeCommit,
    /// A page of several changes leaves its last row out, and its cursor goes past it.
    CursorSkips,
    /// The roles of the session's identity are believed, as they were when it began.
    MissingAuthorisation,
    /// A refused mutation uses up its number, and its result is kept and told nowhere.
    LostRefusal,
    /// A mutation that was decided before is applied again.
    DuplicateEffect,
    /// Of two texts of a draft the last one replaces whatever is there.
    LastOrderWins,
    /// Of two texts of a module that is being written the last one replaces whatever is there.
    LastModuleTextWins,
    /// A quiz is graded on what is taught when it arrives, not on what its learner had before them.
    GradesOnLiveEdition,
    /// Another edition begins with no lesson completed. The simulation plants it where it publishes.
    EditionsUncomplete,
}

/// Lets each text of a save replace every version there is: what a server with [`Fault::LastOrderWins`] decides on.
pub fn name_all_versions(mutation: &mut Mutation, view: &dyn View, author: PersonId) {
    let Mutation::SaveDraft(save) = mutation else {
        return;
    };
    let key = RowKey::new(Scope::Person(author), Kind::Experience, save.experience);
    let Some(Record::Experience(held)) = view.get(&key) else {
        return;
    };
    for change in &mut save.changes {
        if let Change::Text {
            section, lang, seen, ..
        } = change
        {
            let current = held.content.text(*section, *lang).unwrap_or_default();
            let kept = held
                .versions_of(*section, *lang)
                .map(|version| version.text.as_str());
            *seen = std::iter::once(current).chain(kept).map(TextMark::of).collect();
        }
    }
}

/// The same for texts of modules: what a server with [`Fault::LastModuleTextWins`] decides on.
pub fn name_all_module_versions(mutation: &mut Mutation, view: &dyn View) {
    let Mutation::SaveModuleText(save) = mutation else {
        return;
    };
    let id = save.place.row(save.module, save.lang);
    let key = RowKey::new(Scope::ModuleDraft(save.module), Kind::DraftText, id);
    if let Some(Record::DraftText(held)) = view.get(&key) {
        let kept = held.versions.iter().map(|version| version.text.as_str());
        let all = std::iter::once(held.text.as_str()).chain(kept);
        save.seen = all.map(TextMark::of).collect();
    }
}

/// Lets an attempt name the edition that is taught now: what a server with [`Fault::GradesOnLiveEdition`] decides on.
pub fn name_live_edition(mutation: &mut Mutation, view: &dyn View) {
    let Mutation::SubmitAttempt(sat) = mutation else {
        return;
    };
    let key = RowKey::new(Scope::Public, Kind::ModuleCard, sat.module);
    if let Some(Record::ModuleCard(card)) = view.get(&key) {
        sat.edition = card.edition;
    }
}

/// What only a simulation sets: smaller pages and quotas, so that these are exercised with few rows, and a
/// planted bug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Behaviour {
    /// The planted bug.
    #[cfg(any(test, feature = "planted-faults"))]
    pub fault: Option<Fault>,
    /// The most rows in one answer to a pull, over all scopes.
    pub page_rows: usize,
    /// The most bytes of rows in one answer to a pull.
    pub page_bytes: usize,
    /// How much is kept for whom.
    pub quotas: Quotas,
}

impl Default for Behaviour {
    /// What the product does.
    fn default() -> Self {
        Self {
            #[cfg(any(test, feature = "planted-faults"))]
            fault: None,
            page_rows: PULL_MOST,
            page_bytes: PULL_BYTES,
            quotas: Quotas::USUAL,
        }
    }
}

impl Behaviour {
    /// Whether this bug is planted.
    #[cfg(any(test, feature = "planted-faults"))]
    pub(super) fn plants(self, fault: Fault) -> bool {
        self.fault == Some(fault)
    }

    /// Never: the compiler removes what depends on it.
    #[cfg(not(any(test, feature = "planted-faults")))]
    pub(super) const fn plants(self, _: Fault) -> bool {
        false
    }
}
