use super::change::Step;
use super::rows::Key;
use super::storage::{read_meta, read_outgoing, row_place};
use super::{Client, Outgoing, Pause, RefusedChange, StorageOp, StoreName, Transition};
use crate::ids::MutationId;
use crate::json;
use crate::row::{Kind, Row};
use crate::scope::Scope;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;

/// What a replica knows and never stores, for the tabs that mirror it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Passing {
    /// The scopes that were denied when last asked for.
    pub denied: BTreeSet<Scope>,
    /// Why nothing is sent at present.
    pub pause: Option<Pause>,
}

impl Client {
    /// What [`Client::mirror`] needs besides the writes.
    #[must_use]
    pub fn passing(&self) -> Passing {
        Passing {
            denied: self.denied.clone(),
            pause: self.pause,
        }
    }

    /// Follows another instance of this same replica, which alone numbers, pushes and pulls: takes the writes of
    /// its transitions, in their order. Taking some of them twice is harmless when those that followed them are
    /// taken again as well. The transition returned has nothing to store.
    pub fn mirror(&mut self, ops: &[StorageOp], passing: &Passing) -> Transition {
        let mut step = Step::default();
        for op in ops {
            match op {
                StorageOp::Put { store, key, value } => self.mirror_put(&mut step, *store, key, value),
                StorageOp::Delete { store, key } => self.mirror_delete(&mut step, *store, key),
                StorageOp::DeletePrefix { store, prefix } => {
                    if let (StoreName::Rows, Some(scope)) = (store, op.scope()) {
                        debug_assert_eq!(*prefix, format!("{scope}/"), "rows are dropped by whole scopes");
                        for key in self.confirmed.keys_of(scope) {
                            step.touch(self, key);
                            self.confirmed.remove(&key);
                        }
                    }
                }
            }
        }
        step.scopes |= self.denied != passing.denied;
        self.denied.clone_from(&passing.denied);
        step.status |= self.pause != passing.pause;
        self.pause = passing.pause;
        let mut transition = self.finish(step);
        transition.ops.clear();
        (transition.push_next, transition.pull_next) = (false, false);
        transition
    }

    fn mirror_put(&mut self, step: &mut Step, store: StoreName, key: &str, value: &Value) {
        match store {
            StoreName::Meta => {
                if let Ok(meta) = read_meta(value) {
                    step.viewer |= meta.viewer != self.meta.viewer;
                    step.predict |= step.viewer;
                    step.status = true;
                    if let Some(at) = meta.synced_at
                        && meta.synced_at != self.meta.synced_at
                    {
                        self.date_scopes(at);
                    }
                    self.meta = meta;
                }
            }
            StoreName::Scopes => {
                if let (Ok(scope), Ok(held)) = (key.parse(), json::from_value(value.clone())) {
                    let was_whole = self.holds_whole(scope);
                    let is_gained = self.scopes.insert(scope, held).is_none();
                    step.scopes |= is_gained | (was_whole != self.holds_whole(scope));
                }
            }
            StoreName::Rows => {
                if let (Some((scope, _, _)), Ok(row)) =
                    (row_place(key), json::from_value::<Row>(value.clone()))
                {
                    if let Some(key) = super::rows::Rows::place(scope, &row) {
                        step.touch(self, key);
                    }
                    self.confirmed.take(scope, &row);
                }
            }
            StoreName::Outbox => {
                if let Some(change) = read_outgoing(value.clone()) {
                    self.forget_outgoing(change.id());
                    self.outbox.insert(change.envelope.n, change);
                    (step.predict, step.status) = (true, true);
                }
            }
            StoreName::Sent => {
                if let Some(change) = read_outgoing(value.clone()) {
                    self.sent.insert(change.order, change);
                }
            }
            StoreName::Refused => {
                if let Ok(change) = json::from_value::<RefusedChange>(value.clone()) {
                    self.refused.insert(change.order, change);
                    step.status = true;
                }
            }
        }
    }

    fn mirror_delete(&mut self, step: &mut Step, store: StoreName, key: &str) {
        let id = key.parse::<MutationId>().ok();
        match store {
            StoreName::Meta => {}
            StoreName::Scopes => {
                if let Ok(scope) = key.parse() {
                    step.scopes |= self.scopes.remove(&scope).is_some();
                }
            }
            StoreName::Rows => {
                if let Some((scope, kind, id)) = row_place(key)
                    && let Some(kind) = Kind::from_word(kind)
                {
                    let key = Key { scope, kind, id };
                    step.touch(self, key);
                    self.confirmed.remove(&key);
                }
            }
            StoreName::Outbox => {
                if let Some(id) = id {
                    self.forget_outgoing(id);
                    (step.predict, step.status) = (true, true);
                }
            }
            StoreName::Sent => {
                self.sent.retain(|_, change| Some(change.id()) != id);
            }
            StoreName::Refused => {
                self.refused.retain(|_, change| Some(change.id()) != id);
                step.status = true;
            }
        }
    }

    fn forget_outgoing(&mut self, id: MutationId) {
        self.outbox.retain(|_, change: &mut Outgoing| change.id() != id);
    }
}
