//! What the tabs of one person tell each other.

use super::writing::NotSaved;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use shared::client::{Outgoing, Passing, StorageOp, Stored};
use shared::ids::MutationId;
use shared::json;
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::wire::EmbeddedRows;
use std::collections::BTreeSet;
use uuid::Uuid;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// One message. All tabs of one replica hear it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "kebab-case")]
pub(super) enum Message {
    /// A tab joins and wants to know what is not on the disk.
    Hello { tab: Uuid },
    /// The leader's answer.
    Welcome {
        tab: Uuid,
        memory: Vec<Stored>,
        passing: Passing,
        is_online: bool,
    },
    /// The leader made a transition, and it is durable.
    Made {
        ops: Vec<StorageOp>,
        passing: Passing,
        is_online: bool,
    },
    /// A tab has become the leader: join again, and ask again what was not answered.
    Leading,
    /// A tab wants a change.
    Intent {
        id: MutationId,
        at: Timestamp,
        mutation: Value,
    },
    /// What became of it.
    Answer {
        id: MutationId,
        outcome: Result<(), NotSaved>,
    },
    /// A tab has seen a refused change.
    Dismiss { id: MutationId },
    /// The documents that a tab shows.
    Wanted { tab: Uuid, scopes: BTreeSet<Scope> },
    /// The rows that came with the page of a tab, which was opened at this time by the device's clock.
    Embedded { page: EmbeddedRows, at: Timestamp },
    /// What a visitor did before signing in.
    Adopt { changes: Vec<Outgoing> },
    /// Sign-in happened, or somebody asks to try again now.
    Resume,
    /// The key to what is sealed is another one: the person signed in again.
    Seal { secret: String },
    /// Whether the device is the person's own; where it is not, the key to what is sealed.
    OwnDevice { is_own: bool, seal: Option<String> },
}

shared::tagged!(Message, "say");

/// A channel between tabs; closes when dropped.
pub(super) struct Channel {
    channel: BroadcastChannel,
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}

impl Channel {
    /// Joins; `None` where the browser has no such thing.
    pub(super) fn join<M: DeserializeOwned>(name: &str, mut hear: impl FnMut(M) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(name).ok()?;
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            // A tab of another version may say things that this one does not know.
            if let Some(text) = event.data().as_string()
                && let Ok(message) = json::from_str(&text)
            {
                hear(message);
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Some(Self {
            channel,
            _listener: listener,
        })
    }

    pub(super) fn say(&self, message: &impl Serialize) {
        if let Ok(text) = serde_json::to_string(message) {
            // It fails only once the channel is closed.
            let _ = self.channel.post_message(&text.into());
        }
    }
}
