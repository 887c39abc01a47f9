use std::collections::BTreeMap;
use std::net::SocketAddr;

use shared::ids::{DeviceId, Epoch};
use shared::scope::Scope;
use shared::wire::{Cursor, PROTOCOL, PullRequest, PullResponse, ScopeAnswer};

use super::error::{BenchError, BenchResult, During as _};
use super::fill::Device;
use super::load::{Ask, Wire};

/// What a device that holds everything says when it asks.
#[derive(Clone, Debug)]
pub(super) struct Held {
    device: DeviceId,
    epoch: Epoch,
    scopes: BTreeMap<Scope, Option<Cursor>>,
}

impl Held {
    /// Asks once from the beginning and goes on as if everything had been fetched.
    pub(super) fn by(address: SocketAddr, device: &Device, number: usize) -> BenchResult<Self> {
        let name = DeviceId::from_name(&device.secret);
        let first = PullRequest {
            protocol: PROTOCOL,
            device: Some(name),
            epoch: None,
            scopes: BTreeMap::new(),
            results_after: 0,
            sees: None,
        };
        let ask = Ask::post("/api/pull", written(&first)?)
            .by(device)
            .from(number)
            .plain();
        let answer = Wire::open(address)?.ask(&ask)?;
        if answer.status != 200 {
            return Err(BenchError(format!(
                "a first pull was answered with {}",
                answer.status
            )));
        }
        let answer: PullResponse = serde_json::from_slice(&answer.body).during("reading a first pull")?;
        let scopes = answer.standing.iter().map(|scope| {
            let after = match answer.scopes.get(scope) {
                Some(ScopeAnswer::Page { cursor, .. }) => cursor.after,
                _ => 0,
            };
            (*scope, Some(Cursor { after, before: None }))
        });
        Ok(Self {
            device: name,
            epoch: answer.epoch,
            scopes: scopes.collect(),
        })
    }

    /// The request of this device, with the last so many changes of the public scope still unknown to it.
    pub(super) fn behind_by(&self, rows: u64) -> BenchResult<String> {
        let mut scopes = self.scopes.clone();
        if let Some(Some(cursor)) = scopes.get_mut(&Scope::Public) {
            cursor.after = cursor.after.saturating_sub(rows);
        }
        written(&PullRequest {
            protocol: PROTOCOL,
            device: Some(self.device),
            epoch: Some(self.epoch),
            scopes,
            results_after: 0,
            sees: None,
        })
    }
}

pub(super) fn written(request: &impl serde::Serialize) -> BenchResult<String> {
    serde_json::to_string(request).during("writing a request")
}
