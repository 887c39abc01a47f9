use super::rows::Key;
use super::{Client, StorageOp};
use crate::row::{Kind, Record};
use crate::scope::Scope;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a transition changed for the views.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// The scopes and kinds in which at least one visible row is different now.
    pub rows: BTreeSet<(Scope, Kind)>,
    /// Whether [`Client::status`], the outbox or the refused changes are different.
    pub status: bool,
    /// Whether the viewer's name or roles are different.
    pub viewer: bool,
    /// Whether scopes were gained, lost or denied.
    pub scopes: bool,
}

impl Changed {
    /// Whether anything is different.
    #[must_use]
    pub fn is_anything(&self) -> bool {
        *self != Self::default()
    }
}

/// The outcome of one step: what to store, what to show, what to do next.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use = "the writes have to be stored before the next request"]
pub struct Transition {
    /// To be written in this order, in one transaction, before any later request.
    pub ops: Vec<StorageOp>,
    /// What is different for the person.
    pub changed: Changed,
    /// Whether there is something that [`Client::push_request`] gives, to be pushed at once.
    pub push_next: bool,
    /// Whether there is something to pull at once.
    pub pull_next: bool,
}

impl Transition {
    pub(super) fn of_status(status: bool, push_next: bool, pull_next: bool) -> Self {
        Self {
            ops: Vec::new(),
            changed: Changed {
                status,
                ..Changed::default()
            },
            push_next,
            pull_next,
        }
    }
}

/// A transition while it is being worked out.
#[derive(Default)]
pub(super) struct Step {
    pub(super) ops: Vec<StorageOp>,
    /// What was visible at the touched places before.
    before: BTreeMap<Key, Option<Arc<Record>>>,
    /// Where what is embedded changed.
    rows: BTreeSet<(Scope, Kind)>,
    /// Whether a prediction rests on something that changed.
    pub(super) predict: bool,
    pub(super) meta: bool,
    pub(super) status: bool,
    pub(super) viewer: bool,
    pub(super) scopes: bool,
    pub(super) push_next: bool,
    pub(super) pull_next: bool,
}

impl Step {
    /// To be called before the confirmed row at `key` changes.
    pub(super) fn touch(&mut self, client: &Client, key: Key) {
        self.predict |= client.predictions.depend_on(&key);
        self.before
            .entry(key)
            .or_insert_with(|| client.visible(&key).cloned());
    }

    /// To be called before a row is embedded at `key`, or no longer. That the views are told where nothing changed is
    /// harmless; comparing would read rows that nobody asked for.
    pub(super) fn touch_embedded(&mut self, client: &Client, key: &Key) {
        self.predict |= client.predictions.depend_on(key);
        self.rows.insert((key.scope, key.kind));
    }
}

impl Client {
    /// Brings the predictions up to date and tells what became different.
    pub(super) fn finish(&mut self, mut step: Step) -> Transition {
        self.drop_embedded(&mut step);
        if step.predict {
            for key in self.predictions.keys() {
                step.touch(self, key);
            }
            self.predict_again();
            for key in self.predictions.keys() {
                // A place that is newly predicted and was not touched showed its confirmed or embedded row.
                let shown = self.unpredicted(&key).cloned();
                step.before.entry(key).or_insert(shown);
            }
        }
        let is_different =
            |(key, before): &(&Key, &Option<Arc<Record>>)| self.visible(key) != before.as_ref();
        let different = step.before.iter().filter(is_different);
        step.rows.extend(different.map(|(key, _)| (key.scope, key.kind)));
        if step.meta {
            step.ops.push(StorageOp::put_meta(&self.meta));
        }
        Transition {
            ops: step.ops,
            changed: Changed {
                rows: step.rows,
                status: step.status,
                viewer: step.viewer,
                scopes: step.scopes,
            },
            push_next: step.push_next && self.can_push(),
            pull_next: step.pull_next,
        }
    }
}
