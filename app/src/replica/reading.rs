use super::state::inner;
use leptos::prelude::*;
use shared::client::{Outgoing, RefusedChange};
use shared::records::Identity;
use shared::row::RecordType;
use shared::scope::Scope;
use uuid::Uuid;

/// The replica of the person who uses this device. Cheap to copy, may be captured by any closure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Replica;

/// A record that can be shown: any that the replica holds.
pub(crate) trait Reading: RecordType + PartialEq + Send + Sync {}
impl<T: RecordType + PartialEq + Send + Sync> Reading for T {}

/// The replica. Not a context, so that event handlers and futures may ask too.
pub(crate) const fn use_replica() -> Replica {
    Replica
}

impl Replica {
    /// All records of a type in a scope, the person's own changes included, in the order of their ids. Tracked:
    /// for use inside a reactive closure.
    pub(crate) fn list<T: Reading>(self, scope: Scope) -> Vec<T> {
        #[cfg(feature = "ssr")]
        if let Some(rows) = crate::row_reader::rows() {
            let records = rows.list(scope, T::KIND);
            return records
                .iter()
                .filter_map(|record| T::of(record).cloned())
                .collect();
        }
        let inner = inner();
        inner.rows.readers.track_rows(scope, T::KIND);
        inner.rows.client().all::<T>(scope).cloned().collect()
    }

    /// The same, borrowed: where there may be thousands and few are needed. Tracked. `read` can ask the replica for more,
    /// but not change it.
    pub(crate) fn with_list<T: Reading, R>(
        self,
        scope: Scope,
        read: impl for<'a> FnOnce(Box<dyn Iterator<Item = &'a T> + 'a>) -> R,
    ) -> R {
        #[cfg(feature = "ssr")]
        if let Some(rows) = crate::row_reader::rows() {
            let records = rows.list(scope, T::KIND);
            return read(Box::new(records.iter().filter_map(T::of)));
        }
        let inner = inner();
        inner.rows.readers.track_rows(scope, T::KIND);
        read(Box::new(inner.rows.client().all::<T>(scope)))
    }

    /// How often the records of a type in a scope may have changed since the page was opened: the same number as
    /// before means the same records. Tracked.
    pub(crate) fn edition<T: Reading>(self, scope: Scope) -> u64 {
        inner().rows.readers.edition(scope, T::KIND).get()
    }

    /// One record, the person's own changes included. Tracked: for use inside a reactive closure.
    pub(crate) fn get<T: Reading>(self, scope: Scope, id: impl Into<Uuid>) -> Option<T> {
        #[cfg(feature = "ssr")]
        if let Some(rows) = crate::row_reader::rows() {
            return T::of(&rows.find(scope, T::KIND, id.into())?).cloned();
        }
        let inner = inner();
        inner.rows.readers.track_rows(scope, T::KIND);
        inner.rows.client().find::<T>(scope, id).cloned()
    }

    /// The same, borrowed: where it is only looked at. Tracked. `read` can ask the replica for more, but not change it.
    pub(crate) fn with_one<T: Reading, R>(
        self,
        scope: Scope,
        id: impl Into<Uuid>,
        read: impl FnOnce(Option<&T>) -> R,
    ) -> R {
        #[cfg(feature = "ssr")]
        if let Some(rows) = crate::row_reader::rows() {
            let record = rows.find(scope, T::KIND, id.into());
            return read(record.as_ref().and_then(T::of));
        }
        let inner = inner();
        inner.rows.readers.track_rows(scope, T::KIND);
        read(inner.rows.client().find::<T>(scope, id))
    }

    /// All records of a type in a scope, as a signal.
    pub(crate) fn all<T: Reading>(self, scope: Scope) -> Memo<Vec<T>> {
        Memo::new(move |_| self.list(scope))
    }

    /// One record, as a signal.
    pub(crate) fn one<T: Reading>(self, scope: Scope, id: impl Into<Uuid>) -> Memo<Option<T>> {
        let id = id.into();
        Memo::new(move |_| self.get(scope, id))
    }

    /// Who acts on this device, with the roles the server last told; for `shared::access::may`.
    pub(crate) fn identity(self) -> Memo<Identity> {
        let identity = inner().rows.readers.identity();
        Memo::new(move |_| identity.get())
    }

    /// The changes that were refused and not yet dismissed, oldest first. Tracked.
    pub(crate) fn attention(self) -> Vec<RefusedChange> {
        let inner = inner();
        inner.rows.readers.track_status();
        inner.rows.client().refused().cloned().collect()
    }

    /// The changes that the server has not answered yet, oldest first. Tracked.
    pub(crate) fn waiting(self) -> Vec<Outgoing> {
        let inner = inner();
        inner.rows.readers.track_status();
        inner.rows.client().waiting().cloned().collect()
    }
}
