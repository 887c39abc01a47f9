//! What the last import brought, so that the next one can tell a change in the folder from a change by people.

use crate::store::{ReadTxn, StoreError, Table, WriteTxn};
use serde::Serialize;
use sha2::{Digest, Sha256};
use shared::ids::{CollectivityId, ExperienceId, ModuleId};
use uuid::Uuid;

const GLOSSARY: &[u8] = b"imported/glossary";

fn key(kind: &str, id: Uuid) -> Vec<u8> {
    format!("imported/{kind}/{id}").into_bytes()
}

/// A short name for content, the same for the same content.
pub(super) fn digest(content: &impl Serialize) -> Result<Vec<u8>, StoreError> {
    let json = serde_json::to_vec(content).map_err(|error| StoreError::Corrupted(error.to_string()))?;
    Ok(Sha256::digest(json).to_vec())
}

/// The month of joining that the last import named; `None` when it named none or never was.
pub(super) fn membership(
    txn: &(impl ReadTxn + ?Sized),
    id: CollectivityId,
) -> Result<Option<String>, StoreError> {
    let held = txn.get(Table::Meta, &key("membership", id.uuid()))?;
    held.map(|month| String::from_utf8(month).map_err(|error| StoreError::Corrupted(error.to_string())))
        .transpose()
}

pub(super) fn set_membership(
    txn: &mut dyn WriteTxn,
    id: CollectivityId,
    joined: Option<&str>,
) -> Result<(), StoreError> {
    let key = key("membership", id.uuid());
    match joined {
        Some(month) => txn.put(Table::Meta, &key, month.as_bytes()),
        None => txn.delete(Table::Meta, &key),
    }
}

/// The digest of the content that the last import brought.
pub(super) fn experience(
    txn: &(impl ReadTxn + ?Sized),
    id: ExperienceId,
) -> Result<Option<Vec<u8>>, StoreError> {
    txn.get(Table::Meta, &key("experience", id.uuid()))
}

pub(super) fn set_experience(
    txn: &mut dyn WriteTxn,
    id: ExperienceId,
    digest: &[u8],
) -> Result<(), StoreError> {
    txn.put(Table::Meta, &key("experience", id.uuid()), digest)
}

/// The digest of the module with everything that belongs to it that the last import brought.
pub(super) fn module(txn: &(impl ReadTxn + ?Sized), id: ModuleId) -> Result<Option<Vec<u8>>, StoreError> {
    txn.get(Table::Meta, &key("module", id.uuid()))
}

pub(super) fn set_module(txn: &mut dyn WriteTxn, id: ModuleId, digest: &[u8]) -> Result<(), StoreError> {
    txn.put(Table::Meta, &key("module", id.uuid()), digest)
}

/// The file of the glossary. Nothing in the hub reads its terms; it is kept to be exported again.
pub(super) fn glossary(txn: &(impl ReadTxn + ?Sized)) -> Result<Option<Vec<u8>>, StoreError> {
    txn.get(Table::Meta, GLOSSARY)
}

pub(super) fn set_glossary(txn: &mut dyn WriteTxn, file: &[u8]) -> Result<(), StoreError> {
    txn.put(Table::Meta, GLOSSARY, file)
}
