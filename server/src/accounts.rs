//! Who may sign in, and who is signed in: passwords, sessions, invitations.
//!
//! Everything here works on a transaction that it is given; the clock and randomness are brought by the caller.

pub mod addresses;
pub mod credentials;
pub mod invitations;
pub mod known_devices;
pub mod passwords;
pub mod secrets;
pub mod sessions;

use shared::ids::PersonId;

use crate::store::{StoreError, WriteTxn};

/// Ends every way in that a person has but the password, for good: an account that is opened again later begins anew.
///
/// # Errors
/// The store failed.
pub fn close(txn: &mut dyn WriteTxn, person: PersonId) -> Result<(), StoreError> {
    for (session, _) in sessions::of_person(&*txn, person)? {
        sessions::end(txn, session)?;
    }
    known_devices::forget(txn, person, |_| true)
}
