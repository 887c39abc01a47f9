use super::failure::Failure;
use super::storage::Storage;
use shared::client::{Client, StorageOp, Transition};
use shared::ids::{DeviceId, ExperienceId, MutationId, PersonId};
use shared::records::{Experience, Identity};
use shared::scope::Scope;
use shared::time::Timestamp;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// One replica with its storage, and the driver between them.
pub(super) struct Device {
    pub(super) person: PersonId,
    /// Who the session says it is, with the roles of the day it began.
    pub(super) session: Identity,
    pub(super) client: Client,
    pub(super) storage: Storage,
    /// Transactions that are not durable yet, in their order.
    pub(super) unwritten: VecDeque<Unwritten>,
    pub(super) wanted: BTreeSet<Scope>,
    /// The drafts as another tab of it shows them.
    pub(super) shown: BTreeMap<ExperienceId, Experience>,
    /// How far its clock is wrong.
    pub(super) skew_ms: i64,
    /// Earlier states of its storage, one of which may come back.
    pub(super) copies: Vec<Storage>,
}

/// One transaction on its way to storage.
pub(super) struct Unwritten {
    pub(super) ops: Vec<StorageOp>,
    /// The change that the person is told is saved once this is durable.
    pub(super) saves: Option<MutationId>,
}

impl Device {
    pub(super) fn new(id: DeviceId, viewer: Identity) -> Self {
        let (client, ops) = Client::begin(id, viewer.clone());
        let mut storage = Storage::default();
        storage.write(ops);
        Self {
            person: viewer.person,
            session: viewer,
            client,
            storage,
            unwritten: VecDeque::new(),
            wanted: BTreeSet::new(),
            shown: BTreeMap::new(),
            skew_ms: 0,
            copies: Vec::new(),
        }
    }

    /// A second device with the same storage.
    pub(super) fn cloned(&self) -> Result<Self, Failure> {
        Ok(Self {
            person: self.person,
            session: self.session.clone(),
            client: restored(&self.storage)?,
            storage: self.storage.clone(),
            unwritten: VecDeque::new(),
            wanted: self.wanted.clone(),
            shown: BTreeMap::new(),
            skew_ms: self.skew_ms,
            copies: Vec::new(),
        })
    }

    pub(super) fn clock(&self, now: Timestamp) -> Timestamp {
        now.plus_ms(self.skew_ms)
    }

    pub(super) fn take(&mut self, transition: Transition, saves: Option<MutationId>) {
        if !transition.ops.is_empty() {
            self.unwritten.push_back(Unwritten {
                ops: transition.ops,
                saves,
            });
        }
    }

    /// Makes the oldest transaction durable. Returns the change that is saved by it.
    pub(super) fn write_one(&mut self) -> Option<MutationId> {
        let unwritten = self.unwritten.pop_front()?;
        self.storage.write(unwritten.ops);
        if let Some(id) = unwritten.saves {
            self.client.on_stored(id);
        }
        unwritten.saves
    }

    /// Everything in memory is gone; the app starts again from its storage.
    pub(super) fn crash(&mut self) -> Result<(), Failure> {
        self.unwritten.clear();
        self.client = restored(&self.storage)?;
        Ok(())
    }

    /// Checks that memory shows what storage would show: nothing visible depends on how it came about.
    pub(super) fn check_memory(&self) -> Result<(), Failure> {
        if !self.unwritten.is_empty() {
            return Ok(());
        }
        let fresh = restored(&self.storage)?;
        if !fresh.outbox().eq(self.client.outbox()) {
            return Err(Failure::new("the outbox in memory is not the stored one"));
        }
        if !fresh.refused().eq(self.client.refused()) || !fresh.remembered().eq(self.client.remembered()) {
            return Err(Failure::new(
                "what is refused or remembered is not what is stored",
            ));
        }
        let (held, fresh) = (self.client.everything(), fresh.everything());
        if held != fresh {
            let differs = held.iter().zip(&fresh).find(|(one, other)| one != other);
            return Err(Failure::new(format!(
                "memory shows something else than storage: {differs:?} ({} rows and {})",
                held.len(),
                fresh.len()
            )));
        }
        Ok(())
    }
}

pub(super) fn restored(storage: &Storage) -> Result<Client, Failure> {
    Client::restore(storage.read())
        .map_err(|error| Failure::new(format!("a replica cannot be restored: {error}")))
}
