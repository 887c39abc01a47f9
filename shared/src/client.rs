//! The device's side of synchronisation as a state machine without I/O, clock or randomness.
//!
//! A [`Client`] is one replica of one person (or of a visitor): the rows the server confirmed, the person's own
//! changes that are on their way, and the changes that were refused. What the person sees is the confirmed rows
//! with [`apply`](crate::apply::apply) run over the changes on their way; nothing predicted is ever stored. Until the
//! server has confirmed them, the rows that came with a page ([`Embedded`]) are shown and predicted from as well.
//!
//! # What the driver must keep
//!
//! 1. Every transition returns the [`StorageOp`]s that make it durable. They are written **in their order, in one
//!    storage transaction, and transitions are written in the order in which they were made.**
//! 2. **No request leaves before everything that was returned earlier is durable**: wait for the storage, then ask
//!    for [`Client::push_request`] or [`Client::pull_request`], then send. So the server never decides on a change
//!    that the device could forget.
//! 3. A person is told "saved on this device" only when the transaction of [`Client::mutate`] completed, and so is
//!    [`Client::on_stored`]; if it failed, [`Client::retract`] takes the change back out of the picture.
//! 4. An answer is handed over together with the request it answers. It may come late, twice, after a newer one,
//!    or never.
//!
//! When to ask and what to say next is decided by [`SyncLoop`], when the event stream is opened again by
//! [`StreamRetry`].
//!
//! # Why a crash at any moment is harmless
//!
//! A crash loses the transitions that were not durable and nothing else, because each transition is one
//! transaction. A lost transition of `mutate` was never said to be saved. A lost transition of an answer is the
//! same as an answer that never came: the cursor did not move, so the rows come again; the change still waits, so
//! it is offered again under the same uuid and has its effect once.
//!
//! A storage that is revived from an older copy, or exists twice, offers a number that the server has already
//! decided for another change. The server answers with the result it has, which names that other change; the
//! client then takes a new device id, derived from the change it could not place so that no two copies take the
//! same one, and offers what it holds again under the same uuids.
//!
//! A restored server has a new epoch. The client drops its rows, takes a new device id and offers the changes it
//! holds again, the acknowledged ones it still remembers first: the backup may be older than they are.

mod backoff;
mod change;
mod documents;
mod embedded;
mod joining;
mod mirror;
mod outbox;
mod prediction;
mod pull;
mod push;
mod renewal;
mod rows;
mod state;
mod storage;
mod stream;
mod sync_loop;
mod view;

pub use backoff::{Backoff, spread};
pub use change::{Changed, Transition};
pub use documents::DOCUMENTS_MOST;
pub use embedded::Embedded;
pub use mirror::Passing;
pub use state::{HeldScope, Meta, Outgoing, OutgoingState, Pause, RefusedChange, SyncStatus};
pub use storage::{Persisted, RestoreError, StorageOp, StoreName, Stored};
pub use stream::StreamRetry;
pub use sync_loop::{Moment, NextStep, SyncLoop, Trouble};
pub use view::ClientView;

use crate::ids::{DeviceId, Epoch, MutationId};
use crate::mutation::Mutation;
use crate::records::Identity;
use crate::row::{DeviceCounter, Record, RecordType, RowKey};
use crate::scope::Scope;
use crate::time::Timestamp;
use prediction::Predictions;
use rows::Rows;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// How many acknowledged changes a device remembers, to offer them again should the server be restored from a
/// backup that is older than they are.
pub const SENT_MOST: usize = 1_000;

/// One replica. See the [module](self) for the contract with its driver.
#[derive(Clone, Debug)]
pub struct Client {
    meta: Meta,
    scopes: BTreeMap<Scope, HeldScope>,
    confirmed: Rows,
    embedded: Embedded,
    outbox: BTreeMap<DeviceCounter, Outgoing>,
    /// By [`Outgoing::order`].
    sent: BTreeMap<u64, Outgoing>,
    /// By the order in which the person made them.
    refused: BTreeMap<u64, RefusedChange>,
    predictions: Predictions,
    denied: BTreeSet<Scope>,
    pause: Option<Pause>,
    round: pull::Round,
    joining: joining::Joining,
}

impl Client {
    /// How many bytes of JSON the confirmed rows of a scope make: about what keeping them takes.
    #[must_use]
    pub fn size_of(&self, scope: Scope) -> usize {
        self.confirmed
            .all()
            .filter(|(key, _)| key.scope == scope)
            .filter_map(|(_, record)| Some(record.to_value().ok()?.to_string().len()))
            .sum()
    }

    /// The writes that put down again what is the person's own: what the replica knows about itself, and every change
    /// that it holds. For a storage that keeps these in another form from now on.
    #[must_use]
    pub fn own_again(&self) -> Vec<StorageOp> {
        let mut ops = vec![StorageOp::put_meta(&self.meta)];
        ops.extend(self.outbox.values().map(StorageOp::put_outgoing));
        ops.extend(self.sent.values().map(StorageOp::put_sent));
        ops.extend(self.refused.values().map(StorageOp::put_refused));
        ops
    }

    /// A new replica. `device` is random and belongs to this person for ever; a visitor's is never told to the
    /// server.
    #[must_use]
    pub fn begin(device: DeviceId, viewer: Identity) -> (Self, Vec<StorageOp>) {
        let client = Self::with_meta(Meta::new(device, viewer));
        let ops = vec![StorageOp::put_meta(&client.meta)];
        (client, ops)
    }

    /// What stands for a replica until it is brought back from storage: a visitor's, with what came with the page. Nothing
    /// in it is stored.
    #[must_use]
    pub fn awaited(device: DeviceId, embedded: Embedded) -> Self {
        Self {
            embedded,
            ..Self::with_meta(Meta::new(device, Identity::visitor()))
        }
    }

    fn with_meta(meta: Meta) -> Self {
        Self {
            meta,
            scopes: BTreeMap::new(),
            confirmed: Rows::default(),
            embedded: Embedded::default(),
            outbox: BTreeMap::new(),
            sent: BTreeMap::new(),
            refused: BTreeMap::new(),
            predictions: Predictions::default(),
            denied: BTreeSet::new(),
            pause: None,
            round: pull::Round::default(),
            joining: joining::Joining::default(),
        }
    }

    /// Brings a replica back from what storage holds. Rows and changes that this version cannot read stay in
    /// storage untouched; changes on their way are still offered.
    ///
    /// # Errors
    /// [`RestoreError`] when there is no replica, or one of a newer version that this one must not touch.
    pub fn restore(persisted: Persisted) -> Result<Self, RestoreError> {
        let read = persisted.read()?;
        let mut client = Self::with_meta(read.meta);
        client.scopes = read.scopes.into_iter().collect();
        // The date of a whole round is written down once, see `date_scopes`.
        for held in client.scopes.values_mut() {
            held.synced_at = held.synced_at.max(client.meta.synced_at.unwrap_or_default());
        }
        for (scope, row) in read.rows {
            client.confirmed.take(scope, &row);
        }
        client.outbox = read
            .outbox
            .into_iter()
            .map(|change| (change.envelope.n, change))
            .collect();
        client.joining = joining::Joining::after_restart(&client.outbox);
        client.sent = read
            .sent
            .into_iter()
            .map(|change| (change.order, change))
            .collect();
        client.refused = read
            .refused
            .into_iter()
            .map(|change| (change.order, change))
            .collect();
        client.predict_again();
        Ok(client)
    }

    /// Who this replica belongs to, with the roles the server last told.
    #[must_use]
    pub fn viewer(&self) -> &Identity {
        &self.meta.viewer
    }

    /// The replica's id on the server.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        self.meta.device
    }

    /// The life of the server's database that the rows come from; `None` before the first pull.
    #[must_use]
    pub fn epoch(&self) -> Option<Epoch> {
        self.meta.epoch
    }

    /// The scopes held, with how much of each.
    #[must_use]
    pub fn scopes(&self) -> &BTreeMap<Scope, HeldScope> {
        &self.scopes
    }

    /// Whether this scope is held to its last row, as far as the server has told.
    #[must_use]
    pub fn holds_whole(&self, scope: Scope) -> bool {
        self.scopes
            .get(&scope)
            .is_some_and(|held| held.cursor.before.is_none())
    }

    /// Whether the server said that this scope does not exist or may not be read, when it was last asked for.
    #[must_use]
    pub fn is_denied(&self, scope: Scope) -> bool {
        self.denied.contains(&scope)
    }

    /// The record the person sees at this place: confirmed, predicted from their own changes, or else embedded in the page.
    #[must_use]
    pub fn find<T: RecordType>(&self, scope: Scope, id: impl Into<Uuid>) -> Option<&T> {
        let key = rows::Key {
            scope,
            kind: T::KIND,
            id: id.into(),
        };
        match self.predictions.change(&key) {
            Some(change) => T::of(change.as_ref()?),
            None => match self.confirmed.get(&key) {
                Some(record) => T::of(record),
                None => self.embedded.find(&key),
            },
        }
    }

    /// All records of one type that the person sees in a scope: confirmed ones first, then what is predicted, then what is
    /// embedded besides, each in the order of their ids.
    pub fn all<T: RecordType>(&self, scope: Scope) -> impl Iterator<Item = &T> {
        let predicted = self.predictions.of_kind(scope, T::KIND);
        let embedded = self.embedded.all::<T>(scope);
        self.confirmed
            .of_kind(scope, T::KIND)
            .filter(|(key, _)| !self.predictions.covers(key))
            .map(|(_, record)| record)
            .chain(predicted.filter_map(|(_, change)| change.as_ref()))
            .filter_map(|record| T::of(record))
            .chain(embedded.filter_map(|(key, record)| {
                let is_beside = !self.predictions.covers(key) && self.confirmed.get(key).is_none();
                is_beside.then_some(record)
            }))
    }

    /// Every row that the person sees, in the order of their keys.
    #[must_use]
    pub fn everything(&self) -> BTreeMap<RowKey, &Record> {
        let confirmed = self.confirmed.all().map(|(key, record)| (key, Some(record)));
        let predicted = self.predictions.all().map(|(key, change)| (key, change.as_ref()));
        let seen: BTreeMap<_, _> = confirmed.chain(predicted).collect();
        seen.into_iter()
            .filter_map(|(key, record)| Some((RowKey::new(key.scope, key.kind, key.id), record?.as_ref())))
            .collect()
    }

    /// What the person sees, as the rules read it. What is written to it stays in it.
    #[must_use]
    pub fn view(&self) -> ClientView<'_> {
        ClientView::new(&self.confirmed, &self.embedded, &self.predictions)
    }

    /// The changes on their way, oldest first.
    pub fn outbox(&self) -> impl Iterator<Item = &Outgoing> {
        self.outbox.values()
    }

    /// The changes that the server has not answered yet, oldest first.
    pub fn waiting(&self) -> impl Iterator<Item = &Outgoing> {
        self.outbox()
            .filter(|change| change.state == OutgoingState::Waiting)
    }

    /// The changes that the server applied but whose rows have not come back yet, oldest first.
    pub fn acknowledged(&self) -> impl Iterator<Item = &Outgoing> {
        self.outbox()
            .filter(|change| change.state != OutgoingState::Waiting)
    }

    /// The changes that were refused and not yet dismissed, oldest first.
    pub fn refused(&self) -> impl Iterator<Item = &RefusedChange> {
        self.refused.values()
    }

    /// The acknowledged changes that are remembered for a restored server, oldest first.
    pub fn remembered(&self) -> impl Iterator<Item = &Outgoing> {
        self.sent.values()
    }

    /// What the sync indicator says.
    #[must_use]
    pub fn status(&self) -> SyncStatus {
        SyncStatus {
            waiting: self.waiting().count(),
            acknowledged: self.acknowledged().count(),
            refused: self.refused.len(),
            sent_at: self.meta.sent_at,
            synced_at: self.meta.synced_at,
            pause: self.pause,
        }
    }

    /// Says that the session has ended: nothing is sent until [`Client::resume`], and nothing is lost.
    pub fn on_signed_out(&mut self) -> Transition {
        self.stop(Pause::NotSignedIn)
    }

    /// Ends a pause: after signing in again, at the start of the app, or when the server may have been upgraded.
    pub fn resume(&mut self) -> Transition {
        let changed = self.pause.take().is_some();
        Transition::of_status(changed, self.can_push(), true)
    }

    fn stop(&mut self, pause: Pause) -> Transition {
        let changed = self.pause.replace(pause) != Some(pause);
        Transition::of_status(changed, false, false)
    }

    /// Drops what is held of a document that is no longer opened or kept. Standing scopes stay.
    pub fn forget(&mut self, scope: Scope) -> Transition {
        let mut step = change::Step::default();
        if scope.is_on_demand() && self.scopes.contains_key(&scope) {
            self.drop_scope(&mut step, scope);
        }
        self.finish(step)
    }

    /// The refusal that this mutation would probably meet now, without making it.
    ///
    /// # Errors
    /// The predicted [`Refusal`](crate::refusal::Refusal).
    pub fn would_accept(&self, mutation: &Mutation, at: Timestamp) -> Result<(), crate::refusal::Refusal> {
        self.predict(MutationId(Uuid::nil()), at, mutation).map(|_| ())
    }
}

#[cfg(test)]
mod tests;
