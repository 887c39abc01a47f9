//! What travels inside the public pages.

use crate::row::Row;
use crate::scope::Scope;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The rows that a page which the server wrote was written from. They stand in the page as JSON, so that the app can
/// show the same page before it has asked the server for anything. `B` is the body of a row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "B: serde::de::DeserializeOwned"))]
pub struct EmbeddedRows<B = Value> {
    /// One entry for each scope that the page shows rows of.
    #[serde(deserialize_with = "crate::json::known_items")]
    pub scopes: Vec<EmbeddedScope<B>>,
}

/// Rows of one scope, as a visitor's pull would bring them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EmbeddedScope<B = Value> {
    /// The scope.
    pub scope: Scope,
    /// The rows that the page shows, latest state only and without those that were deleted. One that is missing may
    /// still exist.
    pub rows: Vec<Row<B>>,
}
