use super::AuthorityError;
use crate::store::{Direction, ReadTxn, Span, StoreError, Table, WriteTxn};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use shared::ids::{DeviceId, MutationId, PersonId, uuid_v7};
use shared::row::DeviceCounter;
use shared::time::Timestamp;
use shared::wire::{Envelope, MutationResult, Outcome};
use uuid::Uuid;

/// How many results are kept for a device: the newest. A device offers again only what has no answer yet, which is one
/// push of at most [`shared::wire::PUSH_MOST`] changes.
pub(super) const RESULTS_KEPT: u64 = 1_000;

/// How long the outcome of a mutation is remembered under its id, in milliseconds: 400 days. It is asked for when another
/// device or number brings a mutation that was decided before, which happens after a restored backup.
pub const OUTCOME_LIFE_MS: i64 = 400 * 24 * 60 * 60 * 1000;

/// What the server knows of a replica.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Device {
    pub(super) owner: PersonId,
    pub(super) last_n: DeviceCounter,
}

fn damaged(what: impl std::fmt::Display) -> StoreError {
    StoreError::Corrupted(what.to_string())
}

/// The device, provided it belongs to `person`; `None` when it was never heard of.
pub(super) fn of(
    txn: &(impl ReadTxn + ?Sized),
    id: DeviceId,
    person: PersonId,
) -> Result<Option<Device>, AuthorityError> {
    let Some(value) = txn.get(Table::Devices, id.uuid().as_bytes())? else {
        return Ok(None);
    };
    let device = decode(&value).ok_or_else(|| damaged(format_args!("{id:?} cannot be read")))?;
    if device.owner == person {
        Ok(Some(device))
    } else {
        Err(AuthorityError::DeviceTaken)
    }
}

pub(super) fn put(txn: &mut dyn WriteTxn, id: DeviceId, device: Device) -> Result<(), StoreError> {
    let mut value = device.owner.uuid().as_bytes().to_vec();
    value.extend_from_slice(&device.last_n.to_be_bytes());
    txn.put(Table::Devices, id.uuid().as_bytes(), &value)
}

fn decode(value: &[u8]) -> Option<Device> {
    let (owner, last_n) = value.split_at_checked(16)?;
    Some(Device {
        owner: PersonId(Uuid::from_slice(owner).ok()?),
        last_n: u64::from_be_bytes(last_n.try_into().ok()?),
    })
}

fn result_key(device: DeviceId, n: DeviceCounter) -> Vec<u8> {
    let mut key = device.uuid().as_bytes().to_vec();
    key.extend_from_slice(&n.to_be_bytes());
    key
}

pub(super) fn result(
    txn: &(impl ReadTxn + ?Sized),
    device: DeviceId,
    n: DeviceCounter,
) -> Result<Option<MutationResult>, StoreError> {
    txn.get(Table::Results, &result_key(device, n))?
        .map(|value| serde_json::from_slice(&value).map_err(damaged))
        .transpose()
}

/// At most `limit` results with a number above `after`, by number.
pub(super) fn results_after(
    txn: &(impl ReadTxn + ?Sized),
    device: DeviceId,
    after: DeviceCounter,
    limit: usize,
) -> Result<Vec<MutationResult>, StoreError> {
    let Some(from) = after.checked_add(1) else {
        return Ok(Vec::new());
    };
    let span = Span {
        from: result_key(device, from),
        to: Span::prefix(device.uuid().as_bytes()).to,
    };
    txn.range(Table::Results, &span, Direction::Forward, limit)?
        .into_iter()
        .map(|(_, value)| serde_json::from_slice(&value).map_err(damaged))
        .collect()
}

pub(super) fn put_result(
    txn: &mut dyn WriteTxn,
    device: DeviceId,
    result: &MutationResult,
) -> Result<(), StoreError> {
    let value = serde_json::to_vec(result).map_err(damaged)?;
    txn.put(Table::Results, &result_key(device, result.n), &value)
}

/// Forgets the results of a device but the newest [`RESULTS_KEPT`] of the numbers up to `last_n`.
pub(super) fn forget_results(
    txn: &mut dyn WriteTxn,
    device: DeviceId,
    last_n: DeviceCounter,
) -> Result<(), StoreError> {
    let Some(oldest_kept) = last_n.checked_sub(RESULTS_KEPT) else {
        return Ok(());
    };
    let span = Span {
        from: device.uuid().as_bytes().to_vec(),
        to: Some(result_key(device, oldest_kept.saturating_add(1))),
    };
    delete_range(txn, Table::Results, &span, usize::MAX)?;
    Ok(())
}

/// Forgets outcomes of mutations that are older than [`OUTCOME_LIFE_MS`], at most `most` of them. Returns how many.
/// A mutation's id begins with the time at which its device made it (UUID version 7), so that the table is sorted by age. A
/// device whose clock is wrong only loses, or keeps longer, the memory of its own mutations.
///
/// # Errors
/// The store failed; the transaction must be thrown away.
pub fn forget_old_outcomes(txn: &mut dyn WriteTxn, now: Timestamp, most: usize) -> Result<usize, StoreError> {
    let Ok(before) = u64::try_from(now.0.saturating_sub(OUTCOME_LIFE_MS)) else {
        return Ok(0);
    };
    let span = Span {
        from: Vec::new(),
        to: Some(uuid_v7(before, [0; 10]).as_bytes().to_vec()),
    };
    delete_range(txn, Table::Mutations, &span, most)
}

fn delete_range(txn: &mut dyn WriteTxn, table: Table, span: &Span, most: usize) -> Result<usize, StoreError> {
    let entries = txn.range(table, span, Direction::Forward, most)?;
    for (key, _) in &entries {
        txn.delete(table, key)?;
    }
    Ok(entries.len())
}

/// What became of a mutation, and whose it is: an id stands for one intent of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Decided {
    #[serde(flatten)]
    pub(super) outcome: Outcome,
    /// Who sent it; `None` where it was decided before this was written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    person: Option<PersonId>,
    /// The SHA-256 of its content in hexadecimal digits; `None` as above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    content: Option<String>,
}

impl Decided {
    pub(super) fn new(outcome: Outcome, person: PersonId, envelope: &Envelope) -> Result<Self, StoreError> {
        Ok(Self {
            outcome,
            person: Some(person),
            content: Some(content_hash(envelope)?),
        })
    }

    /// Whether this is what became of `envelope` when `person` sends it, by whatever device. The number and the
    /// device's clock do not matter: both may be others when it is offered again.
    pub(super) fn is_of(&self, person: PersonId, envelope: &Envelope) -> Result<bool, StoreError> {
        let is_theirs = self.person.is_none_or(|owner| owner == person);
        let is_same = match &self.content {
            Some(content) => *content == content_hash(envelope)?,
            None => true,
        };
        Ok(is_theirs && is_same)
    }
}

/// The same for the same JSON, whatever the order and the blanks it was sent with: `serde_json` keeps keys sorted.
fn content_hash(envelope: &Envelope) -> Result<String, StoreError> {
    let json = serde_json::to_vec(&envelope.mutation).map_err(damaged)?;
    Ok(Sha256::digest(json)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

/// What became of a mutation, whichever device brought it.
pub(super) fn decided(txn: &(impl ReadTxn + ?Sized), id: MutationId) -> Result<Option<Decided>, StoreError> {
    txn.get(Table::Mutations, id.uuid().as_bytes())?
        .map(|value| serde_json::from_slice(&value).map_err(damaged))
        .transpose()
}

pub(super) fn put_decided(
    txn: &mut dyn WriteTxn,
    id: MutationId,
    decided: &Decided,
) -> Result<(), StoreError> {
    let value = serde_json::to_vec(decided).map_err(damaged)?;
    txn.put(Table::Mutations, id.uuid().as_bytes(), &value)
}

/// Looks whether an entry of the tables of devices can be read.
pub(crate) fn check_entry(table: Table, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
    let is_readable = match table {
        Table::Devices => Uuid::from_slice(key).is_ok() && decode(value).is_some(),
        Table::Results => key.len() == 24 && serde_json::from_slice::<MutationResult>(value).is_ok(),
        _ => Uuid::from_slice(key).is_ok() && serde_json::from_slice::<Outcome>(value).is_ok(),
    };
    if is_readable {
        Ok(())
    } else {
        Err(damaged("it cannot be read"))
    }
}
