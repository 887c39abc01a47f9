use crate::ids::{PersonId, RecoveryId};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// A link with which somebody can set a forgotten password anew, as the person and the coordinators see that it was
/// made: its maker could have used it. The secret is in the link alone, the hash of it beside the rows. Rows:
/// `person:P`, `administration`. Written by the server alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recovery {
    /// Made by the server.
    pub id: RecoveryId,
    /// Whose password.
    pub person: PersonId,
    /// Who made the link; `None` for the operator of the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// Their name; empty for the operator of the server.
    #[serde(default)]
    pub by_name: String,
    /// When it was made.
    pub created: Timestamp,
    /// Until when it can be used, unless it was replaced or its maker lost the power.
    pub expires: Timestamp,
    /// When a password was set with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used: Option<Timestamp>,
}

impl Recovery {
    /// Whether a password can still be set with it at `now`, as far as it says itself.
    #[must_use]
    pub fn is_open_at(&self, now: Timestamp) -> bool {
        self.used.is_none() && now < self.expires
    }
}
