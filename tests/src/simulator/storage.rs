use serde_json::Value;
use shared::client::{Persisted, StorageOp, StoreName, Stored};
use std::collections::BTreeMap;

/// A device's storage: what would be in IndexedDB.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Storage(BTreeMap<(StoreName, String), Value>);

impl Storage {
    /// One transaction.
    pub(super) fn write(&mut self, ops: Vec<StorageOp>) {
        for op in ops {
            match op {
                StorageOp::Put { store, key, value } => {
                    self.0.insert((store, key), value);
                }
                StorageOp::Delete { store, key } => {
                    self.0.remove(&(store, key));
                }
                StorageOp::DeletePrefix { store, prefix } => {
                    self.0
                        .retain(|(held, key), _| *held != store || !key.starts_with(&prefix));
                }
            }
        }
    }

    pub(super) fn read(&self) -> Persisted {
        let values = self.0.iter().map(|((store, key), value)| Stored {
            store: *store,
            key: key.clone(),
            value: value.clone(),
        });
        Persisted {
            values: values.collect(),
        }
    }

    pub(super) fn of(&self, store: StoreName) -> impl Iterator<Item = (&str, &Value)> {
        self.0
            .iter()
            .filter(move |((held, _), _)| *held == store)
            .map(|((_, key), value)| (key.as_str(), value))
    }
}
