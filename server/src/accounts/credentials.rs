//! What signing in needs of a person: the address and the password's hash.

use serde::{Deserialize, Serialize};
use shared::ids::PersonId;
use uuid::Uuid;

use super::known_devices::KnownDevice;
use crate::store::{ReadTxn, StoreError, Table, WriteTxn};

/// What is kept of a person beside the rows, for signing in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credentials {
    /// The password's hash as a PHC string; none for the people of a demonstration, who use their links.
    pub password: Option<String>,
    /// Devices that have signed in; the one used last is the last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub devices: Vec<KnownDevice>,
}

impl Credentials {
    /// Those of a new account or a new password: no device has signed in with it.
    #[must_use]
    pub const fn new(password: Option<String>) -> Self {
        Self {
            password,
            devices: Vec::new(),
        }
    }
}

/// Who has this address, in the form that [`super::addresses::clean`] gives it.
///
/// # Errors
/// The store cannot be read.
pub fn find_by_email(txn: &(impl ReadTxn + ?Sized), email: &str) -> Result<Option<PersonId>, StoreError> {
    txn.get(Table::Emails, email.as_bytes())?
        .map(|id| {
            Uuid::from_slice(&id)
                .map(PersonId)
                .map_err(|error| StoreError::Corrupted(error.to_string()))
        })
        .transpose()
}

/// What this person signs in with.
///
/// # Errors
/// The store cannot be read.
pub fn find(txn: &(impl ReadTxn + ?Sized), person: PersonId) -> Result<Option<Credentials>, StoreError> {
    txn.get(Table::Accounts, person.uuid().as_bytes())?
        .map(|value| serde_json::from_slice(&value).map_err(|error| StoreError::Corrupted(error.to_string())))
        .transpose()
}

/// Sets what a person signs in with.
///
/// # Errors
/// The store failed.
pub fn keep(txn: &mut dyn WriteTxn, person: PersonId, credentials: &Credentials) -> Result<(), StoreError> {
    let value = serde_json::to_vec(credentials).map_err(|error| StoreError::Corrupted(error.to_string()))?;
    txn.put(Table::Accounts, person.uuid().as_bytes(), &value)
}

/// Gives an address to a person. The caller has looked whether it is free, in the same transaction.
///
/// # Errors
/// The store failed.
pub fn claim_email(txn: &mut dyn WriteTxn, email: &str, person: PersonId) -> Result<(), StoreError> {
    txn.put(Table::Emails, email.as_bytes(), person.uuid().as_bytes())
}

/// Looks whether an entry of the tables of accounts can be read.
pub(crate) fn check_entry(table: Table, value: &[u8]) -> Result<(), StoreError> {
    let corrupted = |error: &dyn std::fmt::Display| StoreError::Corrupted(error.to_string());
    if table == Table::Accounts {
        serde_json::from_slice::<Credentials>(value).map_err(|error| corrupted(&error))?;
    } else {
        Uuid::from_slice(value).map_err(|error| corrupted(&error))?;
    }
    Ok(())
}
