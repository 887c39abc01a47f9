//! Devices that have signed in to an account before. Such a device keeps its way in while others try passwords for the
//! account: it has limits of its own. What its cookie holds signs nobody in and says nothing of anybody.

use serde::{Deserialize, Serialize};
use shared::ids::PersonId;

use super::credentials;
use super::secrets::SecretHash;
use crate::store::{ReadTxn, StoreError, WriteTxn};

/// The most devices of one account; a further one takes the place of the one that did not sign in for longest.
const PER_PERSON_MOST: usize = 16;

/// What is kept of a device that has signed in: 64 hexadecimal digits. It is a hash of the cookie's secret and the
/// person, so that it is worth nothing for another account, and does not tell which accounts share a browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownDevice(String);

impl KnownDevice {
    /// The device whose cookie holds `secret`, for the account of `person`.
    #[must_use]
    pub fn new(person: PersonId, secret: &str) -> Self {
        let person = person.uuid();
        Self(SecretHash::of(&format!("multaqa device 1 {person} {secret}")).hexadecimal())
    }

    /// What limits count it by.
    #[must_use]
    pub fn key(&self) -> SecretHash {
        SecretHash::of(&self.0)
    }
}

/// Whether the device has signed in to this account.
///
/// # Errors
/// The store cannot be read.
pub fn is_known(
    txn: &(impl ReadTxn + ?Sized),
    person: PersonId,
    device: &KnownDevice,
) -> Result<bool, StoreError> {
    Ok(credentials::find(txn, person)?.is_some_and(|held| held.devices.contains(device)))
}

/// Notes that the device signed in.
///
/// # Errors
/// The store failed.
pub fn remember(txn: &mut dyn WriteTxn, person: PersonId, device: KnownDevice) -> Result<(), StoreError> {
    let Some(mut held) = credentials::find(&*txn, person)? else {
        return Ok(());
    };
    held.devices.retain(|one| *one != device);
    let too_many = (held.devices.len() + 1).saturating_sub(PER_PERSON_MOST);
    held.devices.drain(..too_many);
    held.devices.push(device);
    credentials::keep(txn, person, &held)
}

/// Forgets the devices of a person that `is_meant` names.
///
/// # Errors
/// The store failed.
pub fn forget(
    txn: &mut dyn WriteTxn,
    person: PersonId,
    is_meant: impl Fn(&KnownDevice) -> bool,
) -> Result<(), StoreError> {
    let Some(mut held) = credentials::find(&*txn, person)? else {
        return Ok(());
    };
    let before = held.devices.len();
    held.devices.retain(|one| !is_meant(one));
    if held.devices.len() < before {
        credentials::keep(txn, person, &held)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::credentials::Credentials;
    use crate::store::{MemoryStore, Store as _};

    #[test]
    fn a_device_is_known_to_its_account_alone_until_it_is_forgotten_or_many_others_came() {
        let (amina, driss) = (PersonId::from_name("amina"), PersonId::from_name("driss"));
        let store = MemoryStore::default();
        let mut txn = store.write().unwrap();
        for person in [amina, driss] {
            credentials::keep(&mut *txn, person, &Credentials::new(None)).unwrap();
        }
        let device = |number: usize| KnownDevice::new(amina, &format!("secret {number}"));
        for number in 0..=PER_PERSON_MOST {
            remember(&mut *txn, amina, device(number)).unwrap();
            remember(&mut *txn, amina, device(1)).unwrap();
        }
        let known: Vec<_> = (0..=PER_PERSON_MOST)
            .filter(|number| is_known(&*txn, amina, &device(*number)).unwrap())
            .collect();
        let expected: Vec<_> = (1..=PER_PERSON_MOST).collect();
        assert_eq!(known, expected, "the first to come, and the least used, is gone");
        assert!(!is_known(&*txn, driss, &KnownDevice::new(driss, "secret 1")).unwrap());
        assert!(!is_known(&*txn, driss, &device(1)).unwrap());

        forget(&mut *txn, amina, |one| *one != device(1)).unwrap();
        assert_eq!(
            credentials::find(&*txn, amina).unwrap().unwrap().devices,
            [device(1)]
        );
    }
}
