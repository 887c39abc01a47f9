use super::Client;
use super::rows::{Key, kind_range};
use crate::json;
use crate::row::{Kind, Record, RecordType, Row};
use crate::scope::Scope;
use crate::time::Timestamp;
use crate::wire::EmbeddedRows;
use serde_json::Value;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The rows that came with a page, embedded to a replica until it holds their scopes itself.
///
/// They are shown and never stored, and no prediction is made from them. Each is read when it is first asked for, and
/// only by code that knows its type: the code that reads every kind of row is large, and a first page shows few kinds.
#[derive(Clone, Debug, Default)]
pub struct EmbeddedReplica {
    rows: BTreeMap<Key, EmbeddedRow>,
    /// The scopes of which something is embedded.
    scopes: BTreeSet<Scope>,
}

#[derive(Clone, Debug)]
struct EmbeddedRow {
    body: Value,
    /// `None` inside: the body does not have the shape of its kind.
    record: OnceCell<Option<Record>>,
}

impl EmbeddedRow {
    fn read<T: RecordType>(&self) -> Option<&T> {
        let record = self
            .record
            .get_or_init(|| Some(json::from_value::<T>(self.body.clone()).ok()?.into()));
        T::of(record.as_ref()?)
    }
}

impl EmbeddedReplica {
    /// Takes the rows of a page. Kinds that this version does not know are left out.
    #[must_use]
    pub fn of(page: EmbeddedRows) -> Self {
        let mut embedded = Self::default();
        for part in page.scopes {
            embedded.scopes.insert(part.scope);
            embedded.rows.extend(
                part.rows
                    .into_iter()
                    .filter_map(|row| Self::place(part.scope, row)),
            );
        }
        embedded
    }

    fn place(scope: Scope, row: Row) -> Option<(Key, EmbeddedRow)> {
        let key = Key {
            scope,
            kind: Kind::from_word(&row.kind)?,
            id: row.id,
        };
        let record = OnceCell::new();
        let body = row.body?;
        Some((key, EmbeddedRow { body, record }))
    }

    /// Whether something is embedded of this scope.
    #[must_use]
    pub fn embed(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope)
    }

    /// Whether nothing is embedded any more.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.scopes.is_empty()
    }

    /// The record that the person sees at this place: what the replica has, or else what is embedded.
    #[must_use]
    pub fn find<'a, T: RecordType>(
        &'a self,
        client: &'a Client,
        scope: Scope,
        id: impl Into<Uuid>,
    ) -> Option<&'a T> {
        let key = Key {
            scope,
            kind: T::KIND,
            id: id.into(),
        };
        client.find(scope, key.id).or_else(|| self.rows.get(&key)?.read())
    }

    /// All records of one type that the person sees in a scope: what the replica has, then what is embedded besides.
    pub fn all<'a, T: RecordType>(&'a self, client: &'a Client, scope: Scope) -> impl Iterator<Item = &'a T> {
        let besides = self
            .rows
            .range(kind_range(scope, T::KIND))
            .filter(move |(key, _)| client.find::<T>(scope, key.id).is_none())
            .filter_map(|(_, embedded)| embedded.read());
        client.all(scope).chain(besides)
    }

    /// Gives back the scopes that the replica holds by now to their last row, as the server had them `since` the page
    /// was written, or knows to be closed to this person. Returns the places where rows were embedded.
    ///
    /// What a device kept from an earlier visit is older than the page, and may lack what the page shows.
    pub fn give_back(&mut self, client: &Client, since: Timestamp) -> Vec<(Scope, Kind)> {
        let is_as_new = |scope: &Scope| {
            let held = client.scopes().get(scope);
            held.is_some_and(|held| held.cursor.before.is_none() && held.synced_at >= since)
        };
        let over: Vec<Scope> = self
            .scopes
            .iter()
            .copied()
            .filter(|scope| is_as_new(scope) || client.is_denied(*scope))
            .collect();
        let mut places = Vec::new();
        for scope in over {
            self.scopes.remove(&scope);
            places.extend(
                Kind::ALL
                    .iter()
                    .filter(|kind| self.rows.range(kind_range(scope, **kind)).next().is_some())
                    .map(|kind| (scope, *kind)),
            );
            self.rows.retain(|key, _| key.scope != scope);
        }
        places
    }
}
