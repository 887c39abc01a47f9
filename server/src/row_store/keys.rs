//! How scopes, rows and heads are written as bytes. Fixed for ever: a database file holds them.

use super::reading::{Head, Written, damaged};
use crate::store::StoreError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::ids::{CollectivityId, EditionId, ExperienceId, ModuleId, PersonId};
use shared::row::{Kind, Row, RowKey};
use shared::scope::Scope;
use uuid::Uuid;

/// A tag, then the id where there is one: no scope's key begins another's.
pub(crate) fn scope(scope: Scope) -> Vec<u8> {
    let (tag, id): (u8, Option<Uuid>) = match scope {
        Scope::Public => (1, None),
        Scope::Directory => (2, None),
        Scope::Network => (3, None),
        Scope::Administration => (4, None),
        Scope::Trainers => (5, None),
        Scope::Collectivity(id) => (16, Some(id.uuid())),
        Scope::Focal(id) => (17, Some(id.uuid())),
        Scope::Person(id) => (18, Some(id.uuid())),
        Scope::Module(id) => (19, Some(id.uuid())),
        Scope::Experience(id) => (20, Some(id.uuid())),
        Scope::Edition(id) => (21, Some(id.uuid())),
        Scope::ModuleDraft(id) => (22, Some(id.uuid())),
    };
    let mut key = vec![tag];
    if let Some(id) = id {
        key.extend_from_slice(id.as_bytes());
    }
    key
}

pub(super) fn decode_scope(key: &[u8]) -> Option<Scope> {
    let (tag, id) = key.split_first()?;
    if *tag < 16 && !id.is_empty() {
        return None;
    }
    let uuid = || Uuid::from_slice(id).ok();
    Some(match tag {
        1 => Scope::Public,
        2 => Scope::Directory,
        3 => Scope::Network,
        4 => Scope::Administration,
        5 => Scope::Trainers,
        16 => Scope::Collectivity(CollectivityId(uuid()?)),
        17 => Scope::Focal(CollectivityId(uuid()?)),
        18 => Scope::Person(PersonId(uuid()?)),
        19 => Scope::Module(ModuleId(uuid()?)),
        20 => Scope::Experience(ExperienceId(uuid()?)),
        21 => Scope::Edition(EditionId(uuid()?)),
        22 => Scope::ModuleDraft(ModuleId(uuid()?)),
        _ => return None,
    })
}

/// The scope that a key begins with, and what follows it.
pub(super) fn split_scope(key: &[u8]) -> Option<(Scope, &[u8])> {
    let length = if *key.first()? < 16 { 1 } else { 17 };
    let (scope, rest) = key.split_at_checked(length)?;
    Some((decode_scope(scope)?, rest))
}

/// The scope in the key of a row.
pub(super) fn scope_of_row(key: &[u8]) -> Option<Scope> {
    let length = if key.first()? < &16 { 1 } else { 17 };
    decode_scope(key.get(..length)?)
}

/// All rows of one kind in one scope begin with this. The zero keeps `module` apart from `module-card`.
pub(super) fn kind(of: Scope, kind: &str) -> Vec<u8> {
    let mut key = scope(of);
    key.extend_from_slice(kind.as_bytes());
    key.push(0);
    key
}

pub(super) fn row(of: &RowKey) -> Vec<u8> {
    let mut key = kind(of.scope, &of.kind);
    key.extend_from_slice(of.id.as_bytes());
    key
}

/// The kind and id in the key of a row of `of`.
pub(super) fn decode_row_place(of: Scope, key: &[u8]) -> Result<(String, Uuid), StoreError> {
    let wrong = || StoreError::Corrupted(format!("a row key of {of} is not one"));
    let rest = key.strip_prefix(scope(of).as_slice()).ok_or_else(wrong)?;
    let at = rest.iter().position(|byte| *byte == 0).ok_or_else(wrong)?;
    let (kind, id) = rest.split_at(at);
    let kind = std::str::from_utf8(kind).map_err(damaged)?.to_owned();
    let id = id
        .get(1..)
        .and_then(|id| Uuid::from_slice(id).ok())
        .ok_or_else(wrong)?;
    Ok((kind, id))
}

pub(super) fn order(of: Scope, seq: u64) -> Vec<u8> {
    let mut key = scope(of);
    key.extend_from_slice(&seq.to_be_bytes());
    key
}

pub(super) fn encode_head(head: Head) -> Vec<u8> {
    [head.head.to_be_bytes(), head.floor.to_be_bytes()].concat()
}

pub(super) fn decode_head(value: &[u8]) -> Option<Head> {
    let (head, floor) = value.split_at_checked(8)?;
    Some(Head {
        head: u64::from_be_bytes(head.try_into().ok()?),
        floor: u64::from_be_bytes(floor.try_into().ok()?),
    })
}

/// Seq, schema and whether there is a body.
const ROW_HEAD: usize = size_of::<u64>() + size_of::<u16>() + 1;

/// [`ROW_HEAD`] and the body as JSON. Kind and id are in the key.
pub(super) fn encode_row<B: Serialize>(row: &Row<B>) -> Result<Vec<u8>, StoreError> {
    let mut value = row.seq.to_be_bytes().to_vec();
    value.extend_from_slice(&row.schema.to_be_bytes());
    value.push(u8::from(row.body.is_some()));
    if let Some(body) = &row.body {
        serde_json::to_writer(&mut value, body).map_err(damaged)?;
    }
    Ok(value)
}

/// The length of [`encode_row`] with this body.
pub(super) fn row_bytes(body: &Written) -> usize {
    ROW_HEAD + body.get().len()
}

/// The row of a stored value, its body read as `B`.
pub(super) fn decode_row<B: DeserializeOwned>(
    kind: String,
    id: Uuid,
    value: &[u8],
) -> Result<Row<B>, StoreError> {
    let (seq, schema, body) = split_row(value)?;
    let body = body
        .map(|body| serde_json::from_slice::<B>(body).map_err(damaged))
        .transpose()?;
    Ok(Row {
        kind,
        id,
        seq,
        schema,
        body,
    })
}

/// Seq, schema and the JSON of the body, where there is one.
pub(super) fn split_row(value: &[u8]) -> Result<(u64, u16, Option<&[u8]>), StoreError> {
    let wrong = || StoreError::Corrupted("a row is too short".to_owned());
    let (seq, rest) = value.split_at_checked(8).ok_or_else(wrong)?;
    let (schema, rest) = rest.split_at_checked(2).ok_or_else(wrong)?;
    let (has_body, body) = rest.split_first().ok_or_else(wrong)?;
    let seq = u64::from_be_bytes(seq.try_into().map_err(damaged)?);
    let schema = u16::from_be_bytes(schema.try_into().map_err(damaged)?);
    Ok((seq, schema, (*has_body != 0).then_some(body)))
}

/// A row of a kind this version knows, as its record.
pub(super) fn decode_record(kind: Kind, row: Row) -> Result<Option<shared::row::Record>, StoreError> {
    row.body
        .map(|body| shared::row::Record::from_value(kind, body).map_err(damaged))
        .transpose()
}
