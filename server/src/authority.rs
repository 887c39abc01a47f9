//! What the server decides, without I/O, clock or randomness of its own: a transaction, a time and a source of
//! random bytes come from outside, so that a simulation runs exactly this.

mod device;
mod fault;
mod id_issuer;
mod pull;
mod push;
mod quotas;
#[cfg(test)]
mod tests;

pub(crate) use device::check_entry;
pub use device::{OUTCOME_LIFE_MS, forget_old_outcomes};
pub use fault::{Behaviour, Fault, name_all_module_versions, name_all_versions, name_live_edition};
pub use pull::{PULL_BYTES, pull, pull_with};
pub use push::{push, push_with};
pub use quotas::Quotas;

use crate::database::HubError;
use crate::entropy::EntropyError;
use crate::row_store;
use crate::store::{ReadTxn, StoreError};
use serde::Deserialize;
use shared::access::{self, ScopeFacts};
use shared::ids::{CollectivityId, ExperienceId, PersonId};
use shared::records::{Author, Identity};
use shared::row::{Kind, RowKey};
use shared::scope::Scope;
use shared::vocabulary::ExperienceState;
use shared::wire::ApiErrorCode;

/// Why a whole request got no answer. Nothing of it was kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AuthorityError {
    /// Nobody is signed in, or the account is closed or gone.
    #[error("nobody is signed in")]
    NotSignedIn,
    /// The device speaks another version of the protocol.
    #[error("the app speaks version {0} of the protocol")]
    Protocol(u16),
    /// The device was first used by somebody else.
    #[error("the device belongs to another person")]
    DeviceTaken,
    /// The device gave one number to two mutations: it was cloned, or lost its memory. It needs a new id.
    #[error("the device used the number {0} twice")]
    NumberReused(u64),
    /// More mutations than one push may carry.
    #[error("{0} mutations in one push")]
    TooMany(usize),
    /// More scopes than one pull may name.
    #[error("{0} scopes in one pull")]
    TooManyScopes(usize),
    /// There were no random bytes for a number or an id.
    #[error(transparent)]
    Entropy(#[from] EntropyError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The server is stopping or has too much to do.
    #[error("the server is stopping or overloaded")]
    Unavailable,
}

impl From<HubError> for AuthorityError {
    fn from(error: HubError) -> Self {
        match error {
            HubError::Unavailable => Self::Unavailable,
            HubError::Store(error) => Self::Store(error),
        }
    }
}

impl AuthorityError {
    /// What the device is told.
    #[must_use]
    pub const fn api_code(&self) -> ApiErrorCode {
        match self {
            Self::NotSignedIn => ApiErrorCode::NotSignedIn,
            Self::Protocol(_) => ApiErrorCode::UpgradeApp,
            // Both have the same cure: the replica takes a new device id and offers again what it holds.
            Self::DeviceTaken | Self::NumberReused(_) => ApiErrorCode::DeviceTaken,
            Self::TooMany(_) | Self::TooManyScopes(_) => ApiErrorCode::TooLarge,
            Self::Entropy(_) | Self::Store(_) => ApiErrorCode::Internal,
            Self::Unavailable => ApiErrorCode::Unavailable,
        }
    }
}

/// Who this person is now; `None` when the account is closed or gone.
///
/// # Errors
/// The store cannot be read.
pub fn identity(txn: &(impl ReadTxn + ?Sized), person: PersonId) -> Result<Option<Identity>, StoreError> {
    let held = row_store::find_person(txn, person)?;
    Ok(held.filter(|p| !p.disabled).map(|p| p.identity()))
}

/// Whether `viewer` may read the rows of `scope` as they are in this reading. What does not exist may not be
/// read, so that the answer tells nothing.
///
/// # Errors
/// The store cannot be read.
pub fn may_read(txn: &(impl ReadTxn + ?Sized), viewer: &Identity, scope: Scope) -> Result<bool, StoreError> {
    let facts = match scope {
        Scope::Experience(id) => experience_facts(txn, id)?,
        Scope::Module(_) | Scope::Edition(_) if row_store::head(txn, scope)?.head == 0 => return Ok(false),
        _ => ScopeFacts::Plain,
    };
    Ok(access::may_read(viewer, &scope, facts))
}

/// The fields of an experience on which its visibility depends; named as in the record.
#[derive(Deserialize)]
struct ExperienceFacts {
    #[serde(default)]
    author: Option<Author>,
    collectivity: CollectivityId,
    state: ExperienceState,
}

fn experience_facts(txn: &(impl ReadTxn + ?Sized), id: ExperienceId) -> Result<ScopeFacts, StoreError> {
    let key = RowKey::new(Scope::Experience(id), Kind::Experience, id);
    let held: Option<ExperienceFacts> = row_store::fields(txn, &key)?;
    Ok(held.map_or(ScopeFacts::Absent, |held| ScopeFacts::Experience {
        author: held.author.map(|author| author.person),
        collectivity: held.collectivity,
        state: held.state,
    }))
}
