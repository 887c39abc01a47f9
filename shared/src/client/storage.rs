use super::state::{HeldScope, Meta, Outgoing, RefusedChange, STORED_VERSION};
use crate::ids::MutationId;
use crate::json;
use crate::row::Row;
use crate::scope::Scope;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// The stores of a replica. In a browser each is one IndexedDB object store with keys outside the values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StoreName {
    /// One value: [`Meta`].
    Meta,
    /// [`HeldScope`] by scope.
    Scopes,
    /// [`Row`] by `scope/kind/id`.
    Rows,
    /// [`Outgoing`] by uuid.
    Outbox,
    /// [`Outgoing`] by uuid, after the rows came back.
    Sent,
    /// [`RefusedChange`] by uuid.
    Refused,
}

impl StoreName {
    /// All stores.
    pub const ALL: [Self; 6] = [
        Self::Meta,
        Self::Scopes,
        Self::Rows,
        Self::Outbox,
        Self::Sent,
        Self::Refused,
    ];

    /// Whether it holds what is the person's own whatever its scope: their name and roles, and the words of their
    /// changes. A shared computer seals it.
    #[must_use]
    pub const fn is_own(self) -> bool {
        matches!(self, Self::Meta | Self::Outbox | Self::Sent | Self::Refused)
    }

    /// The store's name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Meta => "meta",
            Self::Scopes => "scopes",
            Self::Rows => "rows",
            Self::Outbox => "outbox",
            Self::Sent => "sent",
            Self::Refused => "refused",
        }
    }
}

/// One write. All writes of a transition belong in one transaction, in their order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "kebab-case")]
pub enum StorageOp {
    /// Writes a value, whether or not there was one.
    Put {
        /// Where.
        store: StoreName,
        /// Under which key.
        key: String,
        /// The value.
        value: Value,
    },
    /// Deletes a value; nothing happens when there is none.
    Delete {
        /// Where.
        store: StoreName,
        /// Which key.
        key: String,
    },
    /// Deletes every value whose key begins so.
    DeletePrefix {
        /// Where.
        store: StoreName,
        /// The beginning; never empty.
        prefix: String,
    },
}

crate::tagged!(StorageOp, "op");

const META_KEY: &str = "meta";

impl StorageOp {
    fn put(store: StoreName, key: String, value: &impl Serialize) -> Self {
        // The stored types have text keys only, so that serialising them cannot fail; a null would be read back
        // as "not there", never as something else.
        let value = serde_json::to_value(value).unwrap_or_default();
        Self::Put { store, key, value }
    }

    pub(super) fn put_meta(meta: &Meta) -> Self {
        Self::put(StoreName::Meta, META_KEY.to_owned(), meta)
    }

    pub(super) fn put_scope(scope: Scope, held: &HeldScope) -> Self {
        Self::put(StoreName::Scopes, scope.to_string(), held)
    }

    pub(super) fn put_row(scope: Scope, row: &Row) -> Self {
        Self::put(StoreName::Rows, row_key(scope, row), row)
    }

    pub(super) fn delete_row(scope: Scope, row: &Row) -> Self {
        Self::Delete {
            store: StoreName::Rows,
            key: row_key(scope, row),
        }
    }

    pub(super) fn drop_rows(scope: Scope) -> Self {
        Self::DeletePrefix {
            store: StoreName::Rows,
            prefix: format!("{scope}/"),
        }
    }

    pub(super) fn drop_scope(scope: Scope) -> Self {
        Self::Delete {
            store: StoreName::Scopes,
            key: scope.to_string(),
        }
    }

    pub(super) fn put_outgoing(change: &Outgoing) -> Self {
        Self::put(StoreName::Outbox, change.id().to_string(), change)
    }

    pub(super) fn delete_outgoing(id: MutationId) -> Self {
        Self::Delete {
            store: StoreName::Outbox,
            key: id.to_string(),
        }
    }

    pub(super) fn put_sent(change: &Outgoing) -> Self {
        Self::put(StoreName::Sent, change.id().to_string(), change)
    }

    pub(super) fn delete_sent(id: MutationId) -> Self {
        Self::Delete {
            store: StoreName::Sent,
            key: id.to_string(),
        }
    }

    pub(super) fn put_refused(change: &RefusedChange) -> Self {
        Self::put(StoreName::Refused, change.id().to_string(), change)
    }

    pub(super) fn delete_refused(id: MutationId) -> Self {
        Self::Delete {
            store: StoreName::Refused,
            key: id.to_string(),
        }
    }

    /// The scope whose rows or cursor this writes, if it does. On a shared computer the writes of scopes that are
    /// not always public stay in memory, cursors and rows alike.
    #[must_use]
    pub fn scope(&self) -> Option<Scope> {
        let (Self::Put { store, key, .. }
        | Self::Delete { store, key }
        | Self::DeletePrefix { store, prefix: key }) = self;
        match store {
            StoreName::Scopes => key.parse().ok(),
            StoreName::Rows => key.split('/').next()?.parse().ok(),
            _ => None,
        }
    }
}

/// Reads what [`row_key`] wrote.
pub(super) fn row_place(key: &str) -> Option<(Scope, &str, Uuid)> {
    let mut parts = key.split('/');
    Some((
        parts.next()?.parse().ok()?,
        parts.next()?,
        parts.next()?.parse().ok()?,
    ))
}

fn row_key(scope: Scope, row: &Row) -> String {
    format!("{scope}/{}/{}", row.kind, row.id)
}

/// One stored value, as it is read back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stored {
    /// Where it was.
    pub store: StoreName,
    /// Its key.
    pub key: String,
    /// It.
    pub value: Value,
}

/// Everything a storage holds of one replica, in any order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Persisted {
    /// The values of all stores.
    pub values: Vec<Stored>,
}

/// Why a replica cannot be brought back.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RestoreError {
    /// There is none: begin a new one.
    #[error("the storage holds no replica")]
    Empty,
    /// A newer version of the app wrote it; this one must not touch it.
    #[error("the replica was written by version {0} of its format")]
    Newer(u64),
    /// What the replica knows about itself cannot be read.
    #[error("the replica is damaged: {0}")]
    Damaged(String),
}

pub(super) struct ReadBack {
    pub(super) meta: Meta,
    pub(super) scopes: Vec<(Scope, HeldScope)>,
    pub(super) rows: Vec<(Scope, Row)>,
    pub(super) outbox: Vec<Outgoing>,
    pub(super) sent: Vec<Outgoing>,
    pub(super) refused: Vec<RefusedChange>,
}

impl Persisted {
    pub(super) fn read(self) -> Result<ReadBack, RestoreError> {
        let meta = self
            .values
            .iter()
            .find(|stored| stored.store == StoreName::Meta && stored.key == META_KEY)
            .ok_or(RestoreError::Empty)?;
        let mut back = ReadBack {
            meta: read_meta(&meta.value)?,
            scopes: Vec::new(),
            rows: Vec::new(),
            outbox: Vec::new(),
            sent: Vec::new(),
            refused: Vec::new(),
        };
        for Stored { store, key, value } in self.values {
            match store {
                StoreName::Meta => {}
                StoreName::Scopes => back.scopes.extend(read_scope(&key, value)),
                StoreName::Rows => back.rows.extend(read_row(&key, value)),
                StoreName::Outbox => back.outbox.extend(read_outgoing(value)),
                StoreName::Sent => back.sent.extend(read_outgoing(value)),
                StoreName::Refused => back.refused.extend(json::from_value::<RefusedChange>(value)),
            }
        }
        Ok(back)
    }
}

pub(super) fn read_meta(value: &Value) -> Result<Meta, RestoreError> {
    let version = value.get("version").and_then(Value::as_u64);
    if let Some(version) = version.filter(|version| *version > u64::from(STORED_VERSION)) {
        return Err(RestoreError::Newer(version));
    }
    json::from_value(value.clone()).map_err(|error| RestoreError::Damaged(error.to_string()))
}

fn read_scope(key: &str, value: Value) -> Option<(Scope, HeldScope)> {
    Some((key.parse().ok()?, json::from_value(value).ok()?))
}

fn read_row(key: &str, value: Value) -> Option<(Scope, Row)> {
    let scope = key.split('/').next()?.parse().ok()?;
    Some((scope, json::from_value(value).ok()?))
}

pub(super) fn read_outgoing(value: Value) -> Option<Outgoing> {
    json::from_value::<Outgoing>(value).ok().map(Outgoing::understood)
}
