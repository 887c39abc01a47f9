use crate::row::Row;
use crate::scope::Scope;
use serde::{Deserialize, Serialize};

/// What a page that the server wrote was written from. It stands in the page as JSON, so that the app can show the
/// same page before it has asked the server for anything.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PageRows {
    /// Scope by scope.
    pub scopes: Vec<LentScope>,
}

/// Rows of one scope, as a visitor may read them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LentScope {
    /// Which.
    pub scope: Scope,
    /// Whether these are all rows of the scope.
    pub is_whole: bool,
    /// The rows, as in a pull; none is deleted.
    pub rows: Vec<Row>,
}
