use super::channel::Message;
use super::{Replica, inner};
use crate::api::refusal_words;
use crate::{ids, text};
use serde::{Deserialize, Serialize};
use shared::ids::MutationId;
use shared::mutation::Mutation;
use shared::refusal::Refusal;

/// Why a change was not taken. What the person wrote stays where they wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
        let (id, at, mutation) = (ids::fresh(MutationId::new), ids::now(), mutation.into());
        let inner = inner();
        inner.until_opened().await;
        if inner.is_leading() {
            inner.take_in(id, at, mutation).await?;
        } else {
            inner.hand_over(id, at, mutation).await?;
        }
        Ok(id)
    }

    /// Forgets a refused change, once the person has kept or given up its words.
    pub(crate) async fn dismiss(self, id: MutationId) {
        let inner = inner();
        if inner.is_leading() {
            inner.dismiss_here(id).await;
        } else {
            inner.say(&Message::Dismiss { id });
        }
    }

    /// Tries to reach the server now, whatever was waited for.
    pub(crate) fn retry(self) {
        let inner = inner();
        if inner.is_leading() {
            inner.resume_here();
        } else {
            inner.say(&Message::Resume);
        }
    }
}
