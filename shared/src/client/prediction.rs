use super::rows::{Key, kind_range};
use super::view::{Changes, ClientView, Reads};
use super::{Client, Meta};
use crate::apply::{Context, Side, apply};
use crate::ids::MutationId;
use crate::mutation::Mutation;
use crate::refusal::Refusal;
use crate::row::{Kind, Record};
use crate::scope::Scope;
use crate::time::Timestamp;
use std::sync::Arc;

/// What the changes on their way make of the confirmed and embedded rows, and what that was worked out from.
#[derive(Clone, Debug, Default)]
pub(super) struct Predictions {
    changes: Changes,
    reads: Reads,
}

impl Predictions {
    pub(super) fn change(&self, key: &Key) -> Option<&Option<Arc<Record>>> {
        self.changes.get(key)
    }

    pub(super) fn covers(&self, key: &Key) -> bool {
        self.changes.contains_key(key)
    }

    pub(super) fn of_kind(
        &self,
        scope: Scope,
        kind: Kind,
    ) -> impl Iterator<Item = (&Key, &Option<Arc<Record>>)> {
        self.changes.range(kind_range(scope, kind))
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (&Key, &Option<Arc<Record>>)> {
        self.changes.iter()
    }

    pub(super) fn keys(&self) -> Vec<Key> {
        self.changes.keys().copied().collect()
    }

    /// Whether a change of the confirmed row at `key` can change what is predicted.
    pub(super) fn depend_on(&self, key: &Key) -> bool {
        self.reads.meet(key)
    }

    pub(super) fn add(&mut self, (changes, reads): (Changes, Reads)) {
        self.changes.extend(changes);
        self.reads.join(reads);
    }
}

fn run(
    mut view: ClientView<'_>,
    meta: &Meta,
    id: MutationId,
    at: Timestamp,
    mutation: &Mutation,
) -> Result<(Changes, Reads), (Refusal, Reads)> {
    let mut context = Context {
        actor: &meta.viewer,
        id,
        device: meta.device,
        at,
        now: at,
        side: Side::Predict,
    };
    let outcome = apply(&mut view, &mut context, mutation);
    let (changes, reads) = view.into_parts();
    match outcome {
        Ok(()) => Ok((changes, reads)),
        Err(refusal) => Err((refusal, reads)),
    }
}

impl Client {
    pub(super) fn visible(&self, key: &Key) -> Option<&Arc<Record>> {
        let change = self.predictions.change(key);
        change.map_or_else(|| self.unpredicted(key), Option::as_ref)
    }

    /// What is at this place without the person's own changes.
    pub(super) fn unpredicted(&self, key: &Key) -> Option<&Arc<Record>> {
        self.confirmed.get(key).or_else(|| self.embedded.record(key))
    }

    pub(super) fn predict(
        &self,
        id: MutationId,
        at: Timestamp,
        mutation: &Mutation,
    ) -> Result<(Changes, Reads), Refusal> {
        run(self.view(), &self.meta, id, at, mutation).map_err(|(refusal, _)| refusal)
    }

    /// Works out all predictions from the confirmed and embedded rows. A change that would be refused as things stand is left
    /// out of the picture but not out of the outbox: the server decides.
    pub(super) fn predict_again(&mut self) {
        let mut predictions = Predictions::default();
        for change in self.outbox.values() {
            let Some(mutation) = change.mutation() else {
                continue;
            };
            let view = ClientView::new(&self.confirmed, &self.embedded, &predictions);
            let envelope = &change.envelope;
            match run(view, &self.meta, envelope.id, envelope.at, mutation) {
                Ok(outcome) => predictions.add(outcome),
                // What it looked at may come to allow it.
                Err((_, reads)) => predictions.add((Changes::new(), reads)),
            }
        }
        self.predictions = predictions;
    }
}
