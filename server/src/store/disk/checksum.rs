//! Each value on disk ends with a checksum of its table, key and bytes. redb keeps checksums of its pages and looks
//! at them only when it repairs a file, so a flipped bit in a text would otherwise be handed out as the text.

use crate::store::{StoreError, Table};

/// CRC-32: finds every run of up to 32 damaged bits, and costs next to nothing beside reading the page.
const LENGTH: usize = size_of::<u32>();

fn checksum(table: Table, key: &[u8], value: &[u8]) -> [u8; LENGTH] {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(table.word().as_bytes());
    hasher.update(&[0]);
    hasher.update(&(key.len() as u64).to_le_bytes());
    hasher.update(key);
    hasher.update(value);
    hasher.finalize().to_le_bytes()
}

/// The value as it is stored.
pub(super) fn add(table: Table, key: &[u8], value: &[u8]) -> Vec<u8> {
    let mut stored = Vec::with_capacity(value.len() + LENGTH);
    stored.extend_from_slice(value);
    stored.extend_from_slice(&checksum(table, key, value));
    stored
}

/// The value of what is stored.
pub(super) fn check<'a>(table: Table, key: &[u8], stored: &'a [u8]) -> Result<&'a [u8], StoreError> {
    stored
        .len()
        .checked_sub(LENGTH)
        .and_then(|length| stored.split_at_checked(length))
        .filter(|(value, held)| checksum(table, key, value) == *held)
        .map(|(value, _)| value)
        .ok_or_else(|| StoreError::DamagedEntry {
            table,
            key: key.to_vec(),
        })
}
