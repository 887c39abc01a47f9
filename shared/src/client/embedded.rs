use super::change::Step;
use super::rows::{Key, kind_range};
use super::{Client, Transition};
use crate::json;
use crate::row::{Kind, Record, RecordType, Row};
use crate::scope::Scope;
use crate::time::Timestamp;
use crate::wire::{EmbeddedRows, EmbeddedScope};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The rows that came with a page. A replica shows them, and predicts changes from them, until it holds their scopes
/// itself; they are never stored.
///
/// Each is read when it is first asked for. What is shown is read by code that knows its type: the code that reads every
/// kind of row is large, and a first page shows few kinds. Only predictions need it.
#[derive(Clone, Debug, Default)]
pub struct Embedded {
    rows: BTreeMap<Key, EmbeddedRow>,
    /// The scopes of which something is embedded, with when their page was opened.
    scopes: BTreeMap<Scope, Timestamp>,
}

#[derive(Clone, Debug)]
struct EmbeddedRow {
    row: Row,
    /// `None` inside: the body does not have the shape of its kind.
    record: OnceCell<Option<Arc<Record>>>,
}

impl Embedded {
    /// Takes the rows of a page that was opened at `at`, by the device's clock. Kinds that this version does not know are
    /// left out.
    #[must_use]
    pub fn of(page: EmbeddedRows, at: Timestamp) -> Self {
        let mut embedded = Self::default();
        for EmbeddedScope { scope, rows } in page.scopes {
            embedded.scopes.insert(scope, at);
            embedded.rows.extend(rows.into_iter().filter_map(|row| {
                let kind = Kind::from_word(&row.kind)?;
                let key = Key {
                    scope,
                    kind,
                    id: row.id,
                };
                let record = OnceCell::new();
                Some((key, EmbeddedRow { row, record }))
            }));
        }
        embedded
    }

    /// The rows and when the newest of their pages was opened, for another replica of this device; `None` where nothing is
    /// embedded.
    #[must_use]
    pub fn page(&self) -> Option<(EmbeddedRows, Timestamp)> {
        let rows_of = |scope| {
            let all = Kind::ALL.iter().flat_map(move |kind| self.of_kind(scope, *kind));
            all.map(|(_, embedded)| embedded.row.clone()).collect()
        };
        let scopes = self.scopes.keys().map(|scope| EmbeddedScope {
            scope: *scope,
            rows: rows_of(*scope),
        });
        let page = EmbeddedRows {
            scopes: scopes.collect(),
        };
        Some((page, *self.scopes.values().max()?))
    }

    /// Whether something is embedded of this scope.
    #[must_use]
    pub fn has(&self, scope: Scope) -> bool {
        self.scopes.contains_key(&scope)
    }

    /// Whether nothing is embedded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.scopes.is_empty()
    }

    pub(super) fn find<T: RecordType>(&self, key: &Key) -> Option<&T> {
        self.rows.get(key)?.read()
    }

    /// All records of one type in a scope, with their places.
    pub(super) fn all<T: RecordType>(&self, scope: Scope) -> impl Iterator<Item = (&Key, &T)> {
        self.of_kind(scope, T::KIND)
            .filter_map(|(key, embedded)| Some((key, embedded.read()?)))
    }

    /// The record at this place, whatever its kind.
    pub(super) fn record(&self, key: &Key) -> Option<&Arc<Record>> {
        self.rows.get(key)?.record()
    }

    /// All records of one kind in a scope, with their places.
    pub(super) fn records(&self, scope: Scope, kind: Kind) -> impl Iterator<Item = (&Key, &Arc<Record>)> {
        self.of_kind(scope, kind)
            .filter_map(|(key, embedded)| Some((key, embedded.record()?)))
    }

    fn of_kind(&self, scope: Scope, kind: Kind) -> impl Iterator<Item = (&Key, &EmbeddedRow)> {
        self.rows.range(kind_range(scope, kind))
    }
}

impl EmbeddedRow {
    fn read<T: RecordType>(&self) -> Option<&T> {
        let body = || json::from_value::<T>(self.row.body.clone()?).ok();
        let record = self.record.get_or_init(|| Some(Arc::new(body()?.into())));
        T::of(record.as_ref()?)
    }

    fn record(&self) -> Option<&Arc<Record>> {
        let record = self.record.get_or_init(|| self.row.record().map(Arc::new));
        record.as_ref()
    }
}

impl Client {
    /// What came with the page, until it is held.
    #[must_use]
    pub fn embedded(&self) -> &Embedded {
        &self.embedded
    }

    /// Hands over what came with the page, to the replica that takes the place of this one.
    #[must_use]
    pub fn take_embedded(&mut self) -> Embedded {
        std::mem::take(&mut self.embedded)
    }

    /// Shows the rows that came with a page, and predicts from them, until their scopes are held.
    pub fn embed(&mut self, page: Embedded) -> Transition {
        let mut step = Step::default();
        for key in page.rows.keys() {
            step.touch_embedded(self, key);
        }
        step.scopes = true;
        self.embedded.rows.extend(page.rows);
        self.embedded.scopes.extend(page.scopes);
        self.finish(step)
    }

    /// Gives up what is embedded of the scopes that are held by now to their last row, as the server had them since their
    /// page was opened, or that are known to be closed to this person.
    ///
    /// What a device kept from an earlier visit is older than the page, and may lack what the page shows.
    pub(super) fn drop_embedded(&mut self, step: &mut Step) {
        let is_over = |(scope, since): (&Scope, &Timestamp)| {
            let held = self.scopes.get(scope);
            let is_as_new = held.is_some_and(|held| held.cursor.before.is_none() && held.synced_at >= *since);
            (is_as_new || self.is_denied(*scope)).then_some(*scope)
        };
        let over: Vec<Scope> = self.embedded.scopes.iter().filter_map(is_over).collect();
        for scope in over {
            step.scopes |= self.embedded.scopes.remove(&scope).is_some();
            let keys = self.embedded.rows.keys().filter(|key| key.scope == scope);
            for key in keys.copied().collect::<Vec<_>>() {
                step.touch_embedded(self, &key);
                self.embedded.rows.remove(&key);
            }
        }
    }
}
