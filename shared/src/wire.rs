//! What devices and server say to each other. JSON over HTTP; every shape here has a golden file.

mod api;
mod error;
mod page;
mod search;

pub use api::{
    AcceptInvitation, ChangePassword, DemonstrationSignIn, FoundPeople, HubSettings, InvitationOffer,
    IssueRecovery, IssuedRecovery, KeepSession, LookAtInvitation, LookAtRecovery, Recover, RecoveryOffer,
    SessionLine, SignInRequest, SignedIn, VerifiedCertificate,
};
pub use error::{ApiError, ApiErrorCode};
pub use page::{EmbeddedRows, EmbeddedScope};
pub use search::{FoundPlace, SearchAnswer, SearchHit};

use crate::ids::{DeviceId, Epoch, MutationId};
use crate::json::{self, Malformed};
use crate::limits::ChangeKind;
use crate::mutation::{MUTATION_SCHEMA, Mutation};
use crate::records::Identity;
use crate::refusal::Refusal;
use crate::row::{DeviceCounter, Row};
use crate::scope::Scope;
use crate::time::Timestamp;
use serde::de::DeserializeOwned;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::collections::BTreeMap;

/// The version of the envelope. A server answers a version it does not speak with `upgrade_app`.
pub const PROTOCOL: u16 = 1;

/// The version of the lists of words (scopes, roles, kinds of rows, refusals) that this app understands. Raised with each
/// release that adds to one, so that a server can tell what an app of yesterday leaves out.
pub const SEES: u16 = 1;

/// The most mutations one push may carry.
pub const PUSH_MOST: usize = 200;

/// The most bytes the JSON of one mutation's envelope may have: the longest texts of an experience in three
/// languages fit.
pub const MUTATION_BYTES: usize = 4 * 1024 * 1024;

/// The most bytes the mutations of one push may have together; a server takes at least this and some more for
/// the request around them.
pub const PUSH_BYTES: usize = MUTATION_BYTES + 1;

/// The most rows one pulled page holds over all scopes.
pub const PULL_MOST: usize = 500;

/// The most scopes one pull may name. A replica that holds more asks in several pulls.
pub const PULL_SCOPES: usize = 512;

/// A mutation on its way. The body stays raw until the server reads it, so that one it cannot read is refused
/// alone instead of blocking the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Envelope {
    /// Unique for ever: offering it twice has the effect of once.
    pub id: MutationId,
    /// The device's number for it.
    pub n: DeviceCounter,
    /// The version of the mutation list it was written with.
    pub schema: u16,
    /// What the device's clock said when the person acted.
    pub at: Timestamp,
    /// The [`Mutation`] as JSON.
    pub mutation: Value,
}

impl Envelope {
    /// Wraps a mutation of this version.
    ///
    /// # Errors
    /// Never for the mutations of this version; the signature is that of the serialiser.
    pub fn new(
        id: MutationId,
        n: DeviceCounter,
        at: Timestamp,
        mutation: &Mutation,
    ) -> Result<Self, serde_json::Error> {
        Ok(Self {
            id,
            n,
            schema: MUTATION_SCHEMA,
            at,
            mutation: serde_json::to_value(mutation)?,
        })
    }

    /// What the mutation counts as, whether it can be read or not.
    #[must_use]
    pub fn kind(&self) -> ChangeKind {
        let word = self.mutation.get("do").and_then(Value::as_str);
        ChangeKind::of(word.unwrap_or_default())
    }
}

/// `POST /api/push`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PushRequest {
    /// [`PROTOCOL`].
    pub protocol: u16,
    /// The replica these come from; belongs to one person for ever.
    pub device: DeviceId,
    /// The epoch the device last saw.
    pub epoch: Option<Epoch>,
    /// In the order of their numbers, without gaps.
    pub mutations: Vec<Envelope>,
}

/// What became of a mutation, for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "kebab-case")]
pub enum Outcome {
    /// It is in the rows.
    Applied,
    /// It is not, and why.
    Refused {
        /// Why.
        refusal: Refusal,
    },
}

crate::tagged!(Outcome, "outcome");

/// The one result of a mutation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "FlatResult")]
pub struct MutationResult {
    /// The device's number for it.
    pub n: DeviceCounter,
    /// The mutation.
    pub id: MutationId,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// A result as it is read: serde's own way of reading `flatten` is large (see [`crate::json`]).
#[derive(Deserialize)]
struct FlatResult {
    n: DeviceCounter,
    id: MutationId,
    outcome: String,
    #[serde(default)]
    refusal: Option<Refusal>,
}

impl TryFrom<FlatResult> for MutationResult {
    type Error = Malformed;

    fn try_from(flat: FlatResult) -> Result<Self, Malformed> {
        let outcome = match (flat.outcome.as_str(), flat.refusal) {
            ("applied", _) => Outcome::Applied,
            ("refused", Some(refusal)) => Outcome::Refused { refusal },
            ("refused", None) => return Err(Malformed),
            // Whatever became of it, it was decided; the person keeps the words and is told.
            _ => Outcome::Refused {
                refusal: Refusal::unrecognised(flat.outcome),
            },
        };
        Ok(Self {
            n: flat.n,
            id: flat.id,
            outcome,
        })
    }
}

/// Why the server stopped reading a push before its end. All are transient: nothing is used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stopped {
    /// A number is missing between `last_n` and the next mutation offered.
    Gap,
    /// The next mutation was written with a newer list than this server knows.
    NewerSchema,
    /// The database was restored since; pull first, then offer again what is held.
    EpochChanged,
    /// A reason that this version does not know.
    #[serde(other)]
    Unrecognised,
}

/// Answer to a push, sent after the commit is durable.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PushResponse {
    /// The server's epoch.
    pub epoch: Epoch,
    /// One result for each mutation read, in order.
    #[serde(deserialize_with = "json::known_items")]
    pub results: Vec<MutationResult>,
    /// The last number of this device that the server has decided.
    pub last_n: DeviceCounter,
    /// Set when it stopped early.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<Stopped>,
}

/// How much of a scope a device holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// Every change up to and including this `seq` is held, apart from what `before` still leaves out.
    pub after: u64,
    /// While the first pull (newest first) goes on: rows below this `seq` are still to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<u64>,
}

/// `POST /api/pull`
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PullRequest {
    /// [`PROTOCOL`].
    pub protocol: u16,
    /// The replica; a visitor has none that the server knows.
    pub device: Option<DeviceId>,
    /// The epoch the device last saw; another one than the server's resets every scope.
    pub epoch: Option<Epoch>,
    /// The scopes wanted, each with what is held of it; `null` asks from the beginning. Standing scopes that
    /// are left out are answered too.
    pub scopes: BTreeMap<Scope, Option<Cursor>>,
    /// Results with a number above this are wanted.
    #[serde(default)]
    pub results_after: DeviceCounter,
    /// [`SEES`] of the app; apps before it say nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sees: Option<u16>,
}

/// The field that says which of the forms of [`ScopeAnswer`] it is.
const ANSWER: &str = "scope";

/// What the server has for one scope; `B` is the body of its rows.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(remote = "Self", rename_all = "kebab-case")]
pub enum ScopeAnswer<B = Value> {
    /// Changes since the cursor.
    Page {
        /// Forget what is held of this scope before taking the rows.
        #[serde(default)]
        reset: bool,
        /// The rows, latest state only.
        rows: Vec<Row<B>>,
        /// What is held after taking them.
        cursor: Cursor,
        /// Whether there is more to ask for at once.
        #[serde(default)]
        more: bool,
    },
    /// It does not exist or may not be read: drop what is held of it.
    Denied,
}

/// Written by hand: an answer is most of what a server writes, and [`crate::tagged`] copies each row on its way.
impl<B: Serialize> Serialize for ScopeAnswer<B> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Page {
                reset,
                rows,
                cursor,
                more,
            } => {
                map.serialize_entry(ANSWER, "page")?;
                if *reset {
                    map.serialize_entry("reset", reset)?;
                }
                map.serialize_entry("rows", rows)?;
                map.serialize_entry("cursor", cursor)?;
                if *more {
                    map.serialize_entry("more", more)?;
                }
            }
            Self::Denied => map.serialize_entry(ANSWER, "denied")?,
        }
        map.end()
    }
}

impl<'de, B: Deserialize<'de>> Deserialize<'de> for ScopeAnswer<B> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::json::read_tagged(ANSWER, deserializer, |variant| Self::deserialize(variant))
    }
}

/// Answer to a pull; `B` is the body of its rows. Rows and results come from one reading of the database.
///
/// Scopes, forms of an answer and results that this version does not know are left out, so that an app of yesterday goes
/// on working with the rest of what a newer server says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "B: DeserializeOwned"))]
pub struct PullResponse<B = Value> {
    /// The server's epoch.
    pub epoch: Epoch,
    /// The server's clock.
    pub now: Timestamp,
    /// Who is signed in, as the server sees it; `None` for a visitor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub viewer: Option<Identity>,
    /// The scopes this viewer keeps without asking; a held standing scope that is missing here is lost.
    #[serde(deserialize_with = "json::known_items")]
    pub standing: Vec<Scope>,
    /// Scopes with something to say; a scope that was asked for and is missing has not changed.
    #[serde(deserialize_with = "json::known_entries")]
    pub scopes: BTreeMap<Scope, ScopeAnswer<B>>,
    /// Results of this device's own mutations.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "json::known_items"
    )]
    pub results: Vec<MutationResult>,
    /// The last number of this device that the server has decided.
    #[serde(default)]
    pub last_n: DeviceCounter,
}

/// One event of `GET /api/change_event`: something changed, ask if you care.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeEvent {
    /// Where.
    pub scope: Scope,
    /// The scope's new head.
    pub head: u64,
}
