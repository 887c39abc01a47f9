//! Reading what a newer server says: what this version has no word for is left out, and the rest is read.

use super::from_value;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::collections::BTreeMap;

/// The items of a list that this version can read. For serde's `deserialize_with`.
///
/// # Errors
/// It is no list.
pub fn known_items<'de, D: Deserializer<'de>, T: DeserializeOwned, C: FromIterator<T>>(
    deserializer: D,
) -> Result<C, D::Error> {
    let items = Vec::<Value>::deserialize(deserializer)?;
    Ok(items
        .into_iter()
        .filter_map(|item| from_value(item).ok())
        .collect())
}

/// The entries of a map of which this version can read both key and value. For serde's `deserialize_with`.
///
/// # Errors
/// It is no map.
pub fn known_entries<'de, D: Deserializer<'de>, K: DeserializeOwned + Ord, V: DeserializeOwned>(
    deserializer: D,
) -> Result<BTreeMap<K, V>, D::Error> {
    let entries = BTreeMap::<String, Value>::deserialize(deserializer)?;
    Ok(entries
        .into_iter()
        .filter_map(|(key, value)| Some((from_value(Value::String(key)).ok()?, from_value(value).ok()?)))
        .collect())
}
