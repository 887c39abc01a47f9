use super::{Replica, inner};
use crate::api::refusal_words;
use crate::{ids, text};
use shared::ids::MutationId;
use shared::mutation::Mutation;
use shared::refusal::Refusal;

/// Why a change was not taken. What the person wrote stays where they wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NotSaved {
    /// The rules say no.
    Refused(Refusal),
    /// The device could not keep it: its storage is full or broken.
    Storage,
}

impl NotSaved {
    /// What happened and what to do, in the current language.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Refused(refusal) => refusal_words(refusal),
            Self::Storage => text!("error-storage"),
        }
    }

    /// The field that is refused, where it is one: the name of the mutation's field.
    pub(crate) fn field(&self) -> Option<&str> {
        match self {
            Self::Refused(refusal) => refusal.field.as_deref(),
            Self::Storage => None,
        }
    }
}

impl Replica {
    /// Makes a change: shown at once, and on this device for good when this returns. It is sent as soon as
    /// there is a network.
    ///
    /// # Errors
    /// [`NotSaved`]: nothing was kept.
    pub(crate) async fn mutate(self, mutation: impl Into<Mutation>) -> Result<MutationId, NotSaved> {
        let id = ids::fresh(MutationId::new);
        let inner = inner();
        let transition = inner
            .client
            .borrow_mut()
            .mutate(id, ids::now(), mutation)
            .map_err(NotSaved::Refused)?;
        inner.show(&transition);
        Ok(id)
    }

    /// Forgets a refused change, once the person has kept or given up its words.
    pub(crate) async fn dismiss(self, id: MutationId) {
        let inner = inner();
        let transition = inner.client.borrow_mut().dismiss_refused(id);
        inner.show(&transition);
    }
}
