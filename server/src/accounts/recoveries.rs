//! Links with which a forgotten password is set anew: on a hub without mail somebody with power over the account makes
//! one and passes it on. Beside the rows stands the hash of each secret, as long as its link can be used.

use shared::access::{self, Action};
use shared::apply::{View as _, store_recovery};
use shared::ids::{PersonId, RecoveryId};
use shared::records::{Person, Recovery};
use shared::row::{Kind, RowKey};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::wire::RecoveryOffer;
use uuid::Uuid;

use super::credentials::{self, Credentials};
use super::secrets::SecretHash;
use crate::authority;
use crate::entropy::{Entropy, EntropyError};
use crate::row_store::{self, RowStore};
use crate::store::{Direction, ReadTxn, Span, StoreError, Table, WriteTxn};

/// How many links are remembered for each person: the oldest makes room.
const KEPT: usize = 20;

/// Why a link cannot be made or used.
#[derive(Debug, thiserror::Error)]
pub enum RecoveryError {
    /// The link was used, replaced, has expired or never was, or its maker lost the power; which one is not said.
    #[error("the link cannot be used")]
    Ended,
    /// There is no such account that could be recovered, or the maker has no power over it.
    #[error("there is no such account, or it is closed, or this person may not recover it")]
    NotAllowed,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No id can be made.
    #[error(transparent)]
    Entropy(#[from] EntropyError),
}

/// Makes a link for the account of `person`, which ends those made before. `by` is who makes it, as they are in this
/// transaction, and nobody for the operator of the server, who may recover every account that is not closed.
///
/// # Errors
/// [`RecoveryError::NotAllowed`], or the store or the randomness failed.
pub fn issue(
    txn: &mut dyn WriteTxn,
    secret: SecretHash,
    by: Option<&Person>,
    person: PersonId,
    now: Timestamp,
    entropy: &mut dyn Entropy,
) -> Result<Recovery, RecoveryError> {
    let person = row_store::find_person(&*txn, person)?.filter(|person| !person.disabled);
    let person = person.ok_or(RecoveryError::NotAllowed)?;
    if let Some(by) = by {
        access::may(&by.identity(), Action::Recover(&person)).map_err(|_| RecoveryError::NotAllowed)?;
    }
    end_open(txn, person.id)?;
    let mut random = [0; 10];
    entropy.fill(&mut random)?;
    let recovery = Recovery {
        id: RecoveryId::new(u64::try_from(now.0).unwrap_or_default(), random),
        person: person.id,
        by: by.map(|by| by.id),
        by_name: by.map(|by| by.name.clone()).unwrap_or_default(),
        created: now,
        expires: now.plus_ms(Timestamp::RECOVERY_LIFE_MS),
        used: None,
    };
    let held = [*person.id.uuid().as_bytes(), *recovery.id.uuid().as_bytes()].concat();
    txn.put(Table::Recoveries, &secret.0, &held)?;
    write(txn, &recovery)?;
    Ok(recovery)
}

/// The link with this secret and whose account it opens, if it can still be used: the account is not closed, and the
/// maker still has the power that they had.
///
/// # Errors
/// The store cannot be read.
pub fn find_open(
    txn: &(impl ReadTxn + ?Sized),
    secret: SecretHash,
    now: Timestamp,
) -> Result<Option<(Recovery, Person)>, StoreError> {
    let Some(held) = txn.get(Table::Recoveries, &secret.0)? else {
        return Ok(None);
    };
    let (person, id) = read_entry(&held)?;
    let recovery = row_store::find::<Recovery>(txn, Scope::Person(person), id)?;
    let person = row_store::find_person(txn, person)?.filter(|person| !person.disabled);
    let (Some(recovery), Some(person)) = (recovery.filter(|found| found.is_open_at(now)), person) else {
        return Ok(None);
    };
    if let Some(by) = recovery.by {
        let by = authority::identity(txn, by)?;
        if by.is_none_or(|by| access::may(&by, Action::Recover(&person)).is_err()) {
            return Ok(None);
        }
    }
    Ok(Some((recovery, person)))
}

/// What the page says before the password is typed.
#[must_use]
pub fn offer((recovery, person): (Recovery, Person)) -> RecoveryOffer {
    RecoveryOffer {
        name: person.name,
        email: person.email,
        by_name: recovery.by_name,
        expires: recovery.expires,
    }
}

/// Sets the password with a link, uses the link up, and ends every session of the account.
///
/// # Errors
/// [`RecoveryError::Ended`], or the store failed; the transaction must then be thrown away.
pub fn use_up(
    txn: &mut dyn WriteTxn,
    secret: SecretHash,
    credentials: &Credentials,
    now: Timestamp,
) -> Result<Person, RecoveryError> {
    let (mut recovery, person) = find_open(&*txn, secret, now)?.ok_or(RecoveryError::Ended)?;
    super::end_ways_in(txn, person.id)?;
    credentials::keep(txn, person.id, credentials)?;
    recovery.used = Some(now);
    write(txn, &recovery)?;
    Ok(person)
}

/// Ends the links of a person that can still be used.
///
/// # Errors
/// The store failed.
pub fn end_open(txn: &mut dyn WriteTxn, person: PersonId) -> Result<(), StoreError> {
    let open = txn.range(Table::Recoveries, &Span::all(), Direction::Forward, usize::MAX)?;
    for (key, value) in open {
        if read_entry(&value)?.0 == person {
            txn.delete(Table::Recoveries, &key)?;
        }
    }
    Ok(())
}

fn write(txn: &mut dyn WriteTxn, recovery: &Recovery) -> Result<(), StoreError> {
    let own = Scope::Person(recovery.person);
    let mut held: Vec<Recovery> = row_store::all(&*txn, own)?;
    held.retain(|held| held.id != recovery.id);
    held.sort_by_key(|held| std::cmp::Reverse(held.created));
    let mut rows = RowStore::new(txn);
    for oldest in held.into_iter().skip(KEPT - 1) {
        for scope in [own, Scope::Administration] {
            rows.delete(&RowKey::new(scope, Kind::Recovery, oldest.id));
        }
    }
    store_recovery(&mut rows, recovery);
    rows.finish().map(drop)
}

fn read_entry(value: &[u8]) -> Result<(PersonId, RecoveryId), StoreError> {
    let damaged = || StoreError::Corrupted("a link of recovery is not one".to_owned());
    let (person, id) = value.split_at_checked(16).ok_or_else(damaged)?;
    let uuid = |bytes| Uuid::from_slice(bytes).map_err(|_| damaged());
    Ok((PersonId(uuid(person)?), RecoveryId(uuid(id)?)))
}

/// Looks whether an entry of the table of recoveries can be read.
pub(crate) fn check_entry(value: &[u8]) -> Result<(), StoreError> {
    read_entry(value).map(drop)
}
