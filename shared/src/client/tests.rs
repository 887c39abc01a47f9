//! Stories of one replica and the answers it gets.

mod answers;
mod embedding;
mod joining;
mod mirroring;
mod offline;
mod resting;
mod scopes;
mod trouble;

use super::*;
use crate::ids::{CollectivityId, ExperienceId, PersonId};
use crate::lang::Translated;
use crate::mutation::{Mutation, SetBookmark};
use crate::records::{Bookmark, ExperienceCard, Identity, InvitedAs, PartialDate, Roles};
use crate::refusal::{Refusal, RefusalCode};
use crate::row::{Kind, ROW_SCHEMA, Row};
use crate::vocabulary::{ExperienceKind, NetworkRole};
use crate::wire::{
    Cursor, MutationResult, Outcome, PULL_SCOPES, PullRequest, PullResponse, PushRequest, PushResponse,
    ScopeAnswer, Stopped,
};

const NOW: Timestamp = Timestamp(1_795_392_000_000);

fn emma() -> Identity {
    Identity {
        person: PersonId::from_name("emma"),
        name: "Emma".into(),
        roles: Roles::invited_as(InvitedAs::Network {
            role: NetworkRole::Partner,
        }),
    }
}

fn own() -> Scope {
    Scope::Person(emma().person)
}

fn experience(name: &str) -> ExperienceId {
    ExperienceId::from_name(name)
}

fn card(name: &str) -> Record {
    ExperienceCard {
        id: experience(name),
        slug: name.into(),
        collectivity: CollectivityId::from_name("tinghir"),
        kind: ExperienceKind::Practice,
        principles: Vec::new(),
        title: Translated::new(name, name, name),
        summary: Translated::default(),
        languages: Vec::new(),
        started: PartialDate::default(),
        published: Timestamp(1),
    }
    .into()
}

fn bookmark(name: &str) -> Record {
    Bookmark {
        experience: experience(name),
        at: NOW,
    }
    .into()
}

fn row(seq: u64, record: &Record) -> Row {
    Row {
        kind: record.kind().word().into(),
        id: record.id(),
        seq,
        schema: ROW_SCHEMA,
        body: Some(record.to_value().unwrap()),
    }
}

fn gone(seq: u64, kind: Kind, id: impl Into<Uuid>) -> Row {
    Row {
        kind: kind.word().into(),
        id: id.into(),
        seq,
        schema: ROW_SCHEMA,
        body: None,
    }
}

fn page(after: u64, rows: Vec<Row>) -> ScopeAnswer {
    ScopeAnswer::Page {
        reset: false,
        rows,
        cursor: Cursor { after, before: None },
        more: false,
    }
}

fn epoch(name: &str) -> Epoch {
    Epoch::from_name(name)
}

/// An answer to Emma in which nothing has changed.
fn quiet(last_n: u64) -> PullResponse {
    PullResponse {
        epoch: epoch("first"),
        now: NOW,
        viewer: Some(emma()),
        standing: vec![Scope::Public, own(), Scope::Network],
        scopes: BTreeMap::new(),
        results: Vec::new(),
        last_n,
    }
}

fn with(mut answer: PullResponse, scope: Scope, told: ScopeAnswer) -> PullResponse {
    answer.scopes.insert(scope, told);
    answer
}

/// A transition whose writes the phone has stored.
struct Told(Transition);

impl std::ops::Deref for Told {
    type Target = Transition;
    fn deref(&self) -> &Transition {
        &self.0
    }
}

/// A replica on a phone: the client with a storage that keeps what it is told to keep.
struct Phone {
    client: Client,
    storage: BTreeMap<(StoreName, String), serde_json::Value>,
}

impl Phone {
    fn new(viewer: Identity) -> Self {
        let (client, ops) = Client::begin(DeviceId::from_name("phone"), viewer);
        let mut phone = Self {
            client,
            storage: BTreeMap::new(),
        };
        phone.store(ops);
        phone
    }

    /// Emma's phone after its first pull: the cards of two experiences.
    fn of_emma() -> Self {
        let mut phone = Self::new(emma());
        let answer = with(
            quiet(0),
            Scope::Public,
            page(2, vec![row(2, &card("well")), row(1, &card("budget"))]),
        );
        phone.pull(with(
            with(answer, own(), page(0, vec![])),
            Scope::Network,
            page(0, vec![]),
        ));
        phone
    }

    fn store(&mut self, ops: Vec<StorageOp>) {
        for op in ops {
            match op {
                StorageOp::Put { store, key, value } => {
                    self.storage.insert((store, key), value);
                }
                StorageOp::Delete { store, key } => {
                    self.storage.remove(&(store, key));
                }
                StorageOp::DeletePrefix { store, prefix } => self
                    .storage
                    .retain(|(held, key), _| *held != store || !key.starts_with(&prefix)),
            }
        }
    }

    fn took(&mut self, transition: Transition) -> Told {
        self.store(transition.ops.clone());
        Told(transition)
    }

    fn persisted(&self) -> Persisted {
        let values = self.storage.iter().map(|((store, key), value)| Stored {
            store: *store,
            key: key.clone(),
            value: value.clone(),
        });
        Persisted {
            values: values.collect(),
        }
    }

    /// The app is closed and opened again.
    fn restart(&mut self) {
        self.client = Client::restore(self.persisted()).unwrap();
    }

    fn pull(&mut self, answer: PullResponse) -> Told {
        let request = self.client.pull_request(&BTreeSet::new());
        self.answer_pull(&request, answer)
    }

    fn answer_pull(&mut self, request: &PullRequest, answer: PullResponse) -> Told {
        let transition = self.client.on_pull_response(request, answer, NOW);
        self.took(transition)
    }

    fn answer_push(&mut self, request: &PushRequest, answer: PushResponse) -> Told {
        let transition = self.client.on_push_response(request, answer, NOW);
        self.took(transition)
    }

    fn mark(&mut self, name: &str) -> MutationId {
        let id = MutationId::from_name(name);
        let experience = experience(name);
        let marked = SetBookmark {
            experience,
            marked: true,
        };
        let transition = self.client.mutate(id, NOW, marked).unwrap();
        self.took(transition);
        id
    }

    fn marks(&self) -> Vec<ExperienceId> {
        self.client
            .all::<Bookmark>(own())
            .map(|mark| mark.experience)
            .collect()
    }

    fn waiting(&self) -> Vec<(u64, MutationId)> {
        self.client
            .waiting()
            .map(|change| (change.envelope.n, change.id()))
            .collect()
    }
}

fn result(n: u64, id: MutationId, outcome: Outcome) -> MutationResult {
    MutationResult { n, id, outcome }
}

fn applied(n: u64, id: MutationId) -> MutationResult {
    result(n, id, Outcome::Applied)
}

fn refused(n: u64, id: MutationId, code: RefusalCode) -> MutationResult {
    let refusal = Refusal::new(code);
    result(n, id, Outcome::Refused { refusal })
}

fn answer(results: Vec<MutationResult>) -> PushResponse {
    PushResponse {
        epoch: epoch("first"),
        last_n: results.last().map_or(0, |result| result.n),
        results,
        stopped: None,
    }
}

fn stopped(why: Stopped, last_n: u64) -> PushResponse {
    PushResponse {
        epoch: epoch("first"),
        results: Vec::new(),
        last_n,
        stopped: Some(why),
    }
}
