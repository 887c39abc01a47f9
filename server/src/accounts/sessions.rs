//! Sessions: who is signed in where. Only the hash of the cookie's secret is kept.

use serde::{Deserialize, Serialize};
use shared::ids::PersonId;
use shared::time::Timestamp;
use shared::wire::SessionLine;

use super::known_devices::KnownDevice;
use super::secrets::{SecretHash, hexadecimal};
use crate::store::{Direction, ReadTxn, Span, StoreError, Table, WriteTxn};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const HOUR_MS: i64 = 60 * 60 * 1000;

/// A session that is not used for this long has ended.
pub const IDLE_MS: i64 = 30 * DAY_MS;

/// A session ends after this long however much it is used.
pub const LONGEST_MS: i64 = 180 * DAY_MS;

/// The most characters kept of what a device calls itself.
const DEVICE_NAME_MOST: usize = 80;

/// The most sessions one person holds; a further sign-in ends the one that was silent longest.
const PER_PERSON_MOST: usize = 32;

/// One sign-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Who signed in.
    pub person: PersonId,
    /// What the device called itself.
    pub device_name: String,
    /// When.
    pub created: Timestamp,
    /// When it last spoke with the server, to the hour.
    pub seen: Timestamp,
    /// What the account knows the device by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<KnownDevice>,
    /// Whether it ended because the account was closed: kept so that the device can be told.
    #[serde(default, skip_serializing_if = "is_false")]
    pub closed: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde calls")]
const fn is_false(value: &bool) -> bool {
    !*value
}

impl Session {
    /// A session that begins now.
    #[must_use]
    pub fn begin(person: PersonId, device_name: &str, now: Timestamp) -> Self {
        let device_name = shared::limits::clean_name(
            "device_name",
            &device_name.chars().take(DEVICE_NAME_MOST).collect::<String>(),
        )
        .unwrap_or_default();
        Self {
            person,
            device_name,
            created: now,
            seen: to_the_hour(now),
            device: None,
            closed: false,
        }
    }

    /// The session, begun on a device that the account knows.
    #[must_use]
    pub fn on(mut self, device: KnownDevice) -> Self {
        self.device = Some(device);
        self
    }

    /// Whether it has not ended by time.
    #[must_use]
    pub fn is_alive_at(&self, now: Timestamp) -> bool {
        now < self.seen.plus_ms(IDLE_MS + HOUR_MS) && now < self.created.plus_ms(LONGEST_MS)
    }

    /// Whether the hour of its last use has changed, which is worth a write.
    #[must_use]
    pub fn is_seen_anew_at(&self, now: Timestamp) -> bool {
        self.seen < to_the_hour(now)
    }
}

/// To the hour: finer would be a diary of the person, and a write at every request.
fn to_the_hour(now: Timestamp) -> Timestamp {
    Timestamp(now.0 - now.0.rem_euclid(HOUR_MS))
}

/// A session's place in its person's list, then in the table: `s` + hash → session, `p` + person + hash → nothing.
fn session_key(hash: SecretHash) -> Vec<u8> {
    [b"s".as_slice(), &hash.0].concat()
}

fn person_prefix(person: PersonId) -> Vec<u8> {
    [b"p".as_slice(), person.uuid().as_bytes()].concat()
}

fn person_key(person: PersonId, hash: SecretHash) -> Vec<u8> {
    [person_prefix(person).as_slice(), &hash.0].concat()
}

/// The name by which a session is ended: half of its hash, useless for signing in.
#[must_use]
pub fn session_id(hash: SecretHash) -> String {
    let (half, _) = hash.0.split_at(16);
    hexadecimal(half)
}

/// Opens a session.
///
/// # Errors
/// The store failed.
pub fn open(txn: &mut dyn WriteTxn, hash: SecretHash, session: &Session) -> Result<(), StoreError> {
    let mut held = of_person(txn, session.person)?;
    held.sort_by_key(|(_, session)| session.seen);
    let too_many = (held.len() + 1).saturating_sub(PER_PERSON_MOST);
    for (oldest, _) in held.into_iter().take(too_many) {
        end(txn, oldest)?;
    }
    keep(txn, hash, session)?;
    txn.put(Table::Sessions, &person_key(session.person, hash), &[])
}

fn keep(txn: &mut dyn WriteTxn, hash: SecretHash, session: &Session) -> Result<(), StoreError> {
    let value = serde_json::to_vec(session).map_err(|error| StoreError::Corrupted(error.to_string()))?;
    txn.put(Table::Sessions, &session_key(hash), &value)
}

/// The session with this secret, if it has not ended.
///
/// # Errors
/// The store cannot be read.
pub fn find(
    txn: &(impl ReadTxn + ?Sized),
    hash: SecretHash,
    now: Timestamp,
) -> Result<Option<Session>, StoreError> {
    Ok(read(txn, hash)?.filter(|session| !session.closed && session.is_alive_at(now)))
}

fn read(txn: &(impl ReadTxn + ?Sized), hash: SecretHash) -> Result<Option<Session>, StoreError> {
    txn.get(Table::Sessions, &session_key(hash))?
        .map(|value| serde_json::from_slice(&value).map_err(|error| StoreError::Corrupted(error.to_string())))
        .transpose()
}

/// What the account knows the device of this session by.
///
/// # Errors
/// The store cannot be read.
pub fn device_of(txn: &(impl ReadTxn + ?Sized), hash: SecretHash) -> Result<Option<KnownDevice>, StoreError> {
    Ok(read(txn, hash)?.and_then(|session| session.device))
}

/// Notes that the session was used in this hour.
///
/// # Errors
/// The store failed.
pub fn touch(txn: &mut dyn WriteTxn, hash: SecretHash, now: Timestamp) -> Result<(), StoreError> {
    if let Some(mut session) = find(txn, hash, now)? {
        session.seen = to_the_hour(now);
        keep(txn, hash, &session)?;
    }
    Ok(())
}

/// Ends a session; nothing happens when it has ended already.
///
/// # Errors
/// The store failed.
pub fn end(txn: &mut dyn WriteTxn, hash: SecretHash) -> Result<(), StoreError> {
    if let Some(session) = read(txn, hash)? {
        txn.delete(Table::Sessions, &person_key(session.person, hash))?;
        txn.delete(Table::Sessions, &session_key(hash))?;
    }
    Ok(())
}

/// Ends a session because the account is closed.
///
/// # Errors
/// The store failed.
pub fn close(txn: &mut dyn WriteTxn, hash: SecretHash) -> Result<(), StoreError> {
    if let Some(mut session) = read(txn, hash)? {
        end(txn, hash)?;
        session.closed = true;
        session.device = None;
        keep(txn, hash, &session)?;
    }
    Ok(())
}

/// With whose account a session was closed, if it ended by that.
///
/// # Errors
/// The store cannot be read.
pub fn closed_with(txn: &(impl ReadTxn + ?Sized), hash: SecretHash) -> Result<Option<PersonId>, StoreError> {
    Ok(read(txn, hash)?
        .filter(|session| session.closed)
        .map(|session| session.person))
}

/// Every session of a person with its hash, ended by time or not.
///
/// # Errors
/// The store cannot be read.
pub fn of_person(
    txn: &(impl ReadTxn + ?Sized),
    person: PersonId,
) -> Result<Vec<(SecretHash, Session)>, StoreError> {
    let prefix = person_prefix(person);
    let entries = txn.range(
        Table::Sessions,
        &Span::prefix(&prefix),
        Direction::Forward,
        usize::MAX,
    )?;
    let mut sessions = Vec::new();
    for (key, _) in entries {
        let hash = key
            .strip_prefix(prefix.as_slice())
            .and_then(|hash| hash.try_into().ok())
            .map(SecretHash)
            .ok_or_else(|| StoreError::Corrupted("a session's key is not one".to_owned()))?;
        if let Some(session) = read(txn, hash)? {
            sessions.push((hash, session));
        }
    }
    Ok(sessions)
}

/// The sessions of a person as they are listed to that person, the one used last first.
///
/// # Errors
/// The store cannot be read.
pub fn lines(
    txn: &(impl ReadTxn + ?Sized),
    person: PersonId,
    asking: SecretHash,
    now: Timestamp,
) -> Result<Vec<SessionLine>, StoreError> {
    let mut lines: Vec<_> = of_person(txn, person)?
        .into_iter()
        .filter(|(_, session)| session.is_alive_at(now))
        .map(|(hash, session)| SessionLine {
            id: session_id(hash),
            device_name: session.device_name,
            created: session.created,
            seen: session.seen,
            current: hash == asking,
        })
        .collect();
    lines.sort_by_key(|line| std::cmp::Reverse((line.current, line.seen, line.created)));
    Ok(lines)
}

/// Ends all sessions of a person but one, as after a change of password.
///
/// # Errors
/// The store failed.
pub fn end_others(txn: &mut dyn WriteTxn, person: PersonId, but: SecretHash) -> Result<(), StoreError> {
    for (hash, _) in of_person(txn, person)? {
        if hash != but {
            end(txn, hash)?;
        }
    }
    Ok(())
}

/// Looks whether an entry of the table of sessions can be read.
pub(crate) fn check_entry(key: &[u8], value: &[u8]) -> Result<(), StoreError> {
    if key.starts_with(b"s") {
        serde_json::from_slice::<Session>(value).map_err(|error| StoreError::Corrupted(error.to_string()))?;
    }
    Ok(())
}
