//! Who may sign in, and who is signed in: passwords, sessions, invitations, recovery.
//!
//! Everything here works on a transaction that it is given; the clock and randomness are brought by the caller.

pub mod addresses;
pub mod credentials;
pub mod invitations;
pub mod known_devices;
pub mod passwords;
pub mod recoveries;
pub mod secrets;
pub mod sessions;

use shared::ids::PersonId;

use crate::store::{StoreError, WriteTxn};

/// Ends every way in that a person has but the password, because the account is closed, for good: an account that is
/// opened again later begins anew.
///
/// # Errors
/// The store failed.
pub fn close(txn: &mut dyn WriteTxn, person: PersonId) -> Result<(), StoreError> {
    for (session, _) in sessions::of_person(&*txn, person)? {
        sessions::close(txn, session)?;
    }
    end_ways_in(txn, person)
}

/// Ends every way in that a person has but the password.
///
/// # Errors
/// The store failed.
fn end_ways_in(txn: &mut dyn WriteTxn, person: PersonId) -> Result<(), StoreError> {
    for (session, _) in sessions::of_person(&*txn, person)? {
        sessions::end(txn, session)?;
    }
    recoveries::end_open(txn, person)?;
    known_devices::forget(txn, person, |_| true)
}
