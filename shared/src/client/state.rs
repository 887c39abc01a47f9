use crate::ids::{DeviceId, Epoch, MutationId};
use crate::json::{self, Malformed};
use crate::mutation::Mutation;
use crate::records::Identity;
use crate::refusal::Refusal;
use crate::row::DeviceCounter;
use crate::time::Timestamp;
use crate::wire::{Cursor, Envelope};
use serde::{Deserialize, Serialize};

/// The version of everything a client stores. A newer one is left alone.
pub(super) const STORED_VERSION: u16 = 1;

/// What a replica knows about itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    /// The version of the stored shapes.
    pub version: u16,
    /// The replica's id on the server.
    pub device: DeviceId,
    /// The life of the database that the rows come from; `None` asks for everything anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub epoch: Option<Epoch>,
    /// Whose replica this is, with the roles the server last told.
    pub viewer: Identity,
    /// The number of the next change.
    pub next_n: DeviceCounter,
    /// The place of the next change among all that this replica ever made; survives a new device id.
    pub next_order: u64,
    /// When the server's answer to a change was last known, by the device's clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<Timestamp>,
    /// When everything held was last known to be as the server has it, by the device's clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub synced_at: Option<Timestamp>,
}

impl Meta {
    pub(super) fn new(device: DeviceId, viewer: Identity) -> Self {
        Self {
            version: STORED_VERSION,
            device,
            epoch: None,
            viewer,
            next_n: 1,
            next_order: 1,
            sent_at: None,
            synced_at: None,
        }
    }
}

/// How much of a scope is held, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldScope {
    /// What to ask from.
    pub cursor: Cursor,
    /// When it was last known to be as the server has it, by the device's clock. Stored only when the cursor
    /// moves, so that a quiet hub costs a phone no writing.
    pub synced_at: Timestamp,
}

/// How far a change has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum OutgoingState {
    /// Saved on this device; the server has not answered.
    Waiting,
    /// The server applied it; its rows have not all come back.
    Acknowledged {
        /// When the answer was known, by the device's clock.
        at: Timestamp,
    },
}

/// A change on its way to the server, or remembered after it got there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "FlatOutgoing")]
pub struct Outgoing {
    /// What is sent, raw: an older app must be able to send what a newer one wrote.
    pub envelope: Envelope,
    /// Its place among all changes this replica ever made.
    pub order: u64,
    /// How far it has come.
    #[serde(flatten)]
    pub state: OutgoingState,
    /// The mutation, when this version knows it.
    #[serde(skip)]
    mutation: Option<Mutation>,
}

/// A change as it is read back: serde's own way of reading `flatten` is large (see [`crate::json`]).
#[derive(Deserialize)]
struct FlatOutgoing {
    envelope: Envelope,
    order: u64,
    state: StateWord,
    #[serde(default)]
    at: Option<Timestamp>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum StateWord {
    Waiting,
    Acknowledged,
}

impl TryFrom<FlatOutgoing> for Outgoing {
    type Error = Malformed;

    fn try_from(flat: FlatOutgoing) -> Result<Self, Malformed> {
        let state = match (flat.state, flat.at) {
            (StateWord::Waiting, _) => OutgoingState::Waiting,
            (StateWord::Acknowledged, Some(at)) => OutgoingState::Acknowledged { at },
            (StateWord::Acknowledged, None) => return Err(Malformed),
        };
        Ok(Self {
            envelope: flat.envelope,
            order: flat.order,
            state,
            mutation: None,
        })
    }
}

impl Outgoing {
    pub(super) fn new(envelope: Envelope, order: u64) -> Self {
        Self {
            envelope,
            order,
            state: OutgoingState::Waiting,
            mutation: None,
        }
        .understood()
    }

    /// Reads the mutation out of the envelope, after deserialisation.
    pub(super) fn understood(mut self) -> Self {
        self.mutation = json::from_value(self.envelope.mutation.clone()).ok();
        self
    }

    /// The change's uuid.
    #[must_use]
    pub fn id(&self) -> MutationId {
        self.envelope.id
    }

    /// The mutation, when this version knows it.
    #[must_use]
    pub fn mutation(&self) -> Option<&Mutation> {
        self.mutation.as_ref()
    }
}

/// A change that the server refused, kept with the person's words until they dismiss it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RefusedChange {
    /// What was sent, words included.
    pub envelope: Envelope,
    /// Its place among all changes this replica ever made.
    pub order: u64,
    /// Why.
    pub refusal: Refusal,
    /// When the refusal was known, by the device's clock.
    pub at: Timestamp,
}

impl RefusedChange {
    /// The change's uuid.
    #[must_use]
    pub fn id(&self) -> MutationId {
        self.envelope.id
    }

    /// The mutation, when this version knows it.
    #[must_use]
    pub fn mutation(&self) -> Option<Mutation> {
        json::from_value(self.envelope.mutation.clone()).ok()
    }
}

/// Why nothing is sent at present. Everything is kept; [`super::Client::resume`] goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pause {
    /// The session has ended, or somebody else is signed in.
    NotSignedIn,
    /// The next change was written with a newer app than the server knows.
    ServerIsOlder,
}

/// What the sync indicator says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SyncStatus {
    /// Changes saved on this device and not sent yet.
    pub waiting: usize,
    /// Changes that the server has and whose rows are on their way back.
    pub acknowledged: usize,
    /// Changes that need the person's attention.
    pub refused: usize,
    /// When the server last answered a change, by the device's clock.
    pub sent_at: Option<Timestamp>,
    /// When everything held was last known to be as the server has it, by the device's clock.
    pub synced_at: Option<Timestamp>,
    /// Why nothing is sent at present.
    pub pause: Option<Pause>,
}
