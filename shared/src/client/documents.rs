use super::Client;
use crate::records::{ExperienceCard, ModuleCard};
use crate::scope::Scope;
use crate::time::Timestamp;
use std::collections::BTreeSet;

/// How many documents that nobody shows or keeps stay on a device; the list of collectivities does not count.
pub const DOCUMENTS_MOST: usize = 80;
/// On one's own device these are fetched before they are opened: all modules of a network, and as many experiences as
/// a list shows at first, the newest ones.
const MODULES_AHEAD: usize = 12;
const EXPERIENCES_AHEAD: usize = 20;
/// How many at a time, so that what the person does meanwhile is not held up for long.
const AHEAD_AT_ONCE: usize = 4;

impl Client {
    fn spare_documents(&self, wanted: &BTreeSet<Scope>) -> impl Iterator<Item = Scope> {
        self.scopes.keys().copied().filter(|scope| {
            matches!(
                scope,
                Scope::Experience(_) | Scope::Module(_) | Scope::Edition(_) | Scope::ModuleDraft(_)
            ) && !wanted.contains(scope)
        })
    }

    /// The documents to [`Client::forget`] so that at most `most` stay that nobody wants: those first that were
    /// not wanted for the longest time. What waits to be sent is no part of them.
    #[must_use]
    pub fn surplus_documents(
        &self,
        wanted: &BTreeSet<Scope>,
        most: usize,
        last_wanted: impl Fn(Scope) -> Timestamp,
    ) -> Vec<Scope> {
        let mut spare: Vec<_> = self
            .spare_documents(wanted)
            .map(|scope| (last_wanted(scope), scope))
            .collect();
        spare.sort_unstable();
        let surplus = spare.len().saturating_sub(most);
        spare.into_iter().take(surplus).map(|(_, scope)| scope).collect()
    }

    /// The next few documents to fetch before they are opened. Never more than fit beside those that stay: what is
    /// fetched only to be dropped would be fetched again without end.
    #[must_use]
    pub fn documents_ahead(&self, wanted: &BTreeSet<Scope>, most: usize) -> BTreeSet<Scope> {
        let room = most.saturating_sub(self.spare_documents(wanted).count());
        let modules = self
            .all::<ModuleCard>(Scope::Public)
            .filter(|card| !card.archived)
            .map(|card| (card.updated, card.id));
        let modules = newest(modules).take(MODULES_AHEAD).map(Scope::Module);
        let experiences = self
            .all::<ExperienceCard>(Scope::Public)
            .map(|card| (card.published, card.id));
        let experiences = newest(experiences).take(EXPERIENCES_AHEAD).map(Scope::Experience);
        modules
            .chain(experiences)
            .filter(|scope| !self.scopes.contains_key(scope) && !self.is_denied(*scope))
            .take(AHEAD_AT_ONCE.min(room))
            .collect()
    }
}

fn newest<Id: Ord>(dated: impl Iterator<Item = (Timestamp, Id)>) -> impl Iterator<Item = Id> {
    let mut dated: Vec<(Timestamp, Id)> = dated.collect();
    dated.sort_unstable_by(|one, other| other.cmp(one));
    dated.into_iter().map(|(_, id)| id)
}
