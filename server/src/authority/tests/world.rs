//! A small network: two collectivities, one module, a few people.

use crate::authority::{self, AuthorityError};
use crate::entropy::{Entropy, EntropyError};
use crate::row_store::{self, RowStore};
use crate::store::{MemoryStore, Store};
use shared::apply::{View, store_person};
use shared::ids::{CollectivityId, DeviceId, Epoch, ExperienceId, LessonId, ModuleId, MutationId, PersonId};
use shared::lang::{Lang, Translated};
use shared::mutation::{Mutation, RecordLesson, SetBookmark};
use shared::records::{
    Choice, Collectivity, Identity, InvitedAs, LessonHead, ModuleCard, PartialDate, Person, Question,
    QuestionKind, Quiz, Roles,
};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::{CollectivityKind, CollectivityRole, NetworkRole};
use shared::wire::{
    Envelope, MutationResult, Outcome, PROTOCOL, PullRequest, PullResponse, PushRequest, PushResponse,
};
use std::collections::BTreeMap;

pub(super) const NOW: Timestamp = Timestamp(1_795_392_000_000);
pub(super) const MODULE: &str = "first-30-days";

/// Counts upwards: enough to tell draws apart, and the same every time.
pub(super) struct Counting(u8);

impl Entropy for Counting {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), EntropyError> {
        for byte in bytes {
            self.0 = self.0.wrapping_add(1);
            *byte = self.0;
        }
        Ok(())
    }
}

pub(super) struct World {
    pub(super) store: MemoryStore,
    pub(super) entropy: Counting,
}

pub(super) fn epoch() -> Epoch {
    Epoch::from_name("first")
}

pub(super) fn tinghir() -> CollectivityId {
    CollectivityId::from_name("tinghir")
}

pub(super) fn device(name: &str) -> DeviceId {
    DeviceId::from_name(name)
}

pub(super) fn person(name: &str) -> PersonId {
    PersonId::from_name(name)
}

pub(super) fn lesson(number: u32) -> LessonId {
    LessonId::of_module(MODULE, &number.to_string())
}

pub(super) fn visitor() -> Identity {
    Identity::visitor()
}

impl World {
    /// Amina and Brahim of Tinghir, Fatima its focal point, Omar the coordinator.
    pub(super) fn new() -> Self {
        let world = Self {
            store: MemoryStore::new(),
            entropy: Counting(0),
        };
        world.change(|row_store| {
            row_store::set_epoch(row_store.beside(), epoch()).unwrap();
            let member = |role| InvitedAs::Collectivity {
                collectivity: tinghir(),
                role,
            };
            let people = [
                ("amina", member(CollectivityRole::Member)),
                ("brahim", member(CollectivityRole::Member)),
                ("fatima", member(CollectivityRole::FocalPoint)),
                (
                    "omar",
                    InvitedAs::Network {
                        role: NetworkRole::Administrator,
                    },
                ),
            ];
            for (name, role) in people {
                store_person(row_store, None, &account(name, Roles::invited_as(role)));
            }
            let collectivity = collectivity();
            row_store.put(Scope::Directory, collectivity.clone().into());
            row_store.put(Scope::Public, collectivity.into());
            row_store.put(Scope::Public, card().into());
            row_store.put(Scope::Module(card().id), quiz().into());
        });
        world
    }

    pub(super) fn change(&self, work: impl FnOnce(&mut RowStore<'_>)) {
        let mut txn = self.store.write().unwrap();
        let mut row_store = RowStore::new(&mut *txn);
        work(&mut row_store);
        row_store.finish().unwrap();
        txn.commit().unwrap();
    }

    pub(super) fn identity(&self, name: &str) -> Identity {
        authority::identity(&*self.store.read().unwrap(), person(name))
            .unwrap()
            .unwrap()
    }

    pub(super) fn try_push(
        &mut self,
        name: &str,
        request: &PushRequest,
    ) -> Result<PushResponse, AuthorityError> {
        let actor = Identity {
            person: person(name),
            name: name.to_owned(),
            roles: Roles::default(),
        };
        let mut txn = self.store.write().unwrap();
        let answer = authority::push(&mut *txn, &actor, request, NOW, &mut self.entropy)?;
        txn.commit().unwrap();
        Ok(answer)
    }

    /// Pushes mutations with numbers from `first` and fresh ids named after device and number.
    pub(super) fn push(&mut self, name: &str, on: &str, first: u64, wanted: &[Mutation]) -> PushResponse {
        let mutations = wanted
            .iter()
            .zip(first..)
            .map(|(mutation, n)| envelope(&format!("{on}/{n}"), n, mutation))
            .collect();
        self.try_push(name, &push_request(on, mutations)).unwrap()
    }

    pub(super) fn pull(&self, viewer: &Identity, request: &PullRequest) -> PullResponse {
        authority::pull(&*self.store.read().unwrap(), viewer.person, request, NOW).unwrap()
    }

    /// Every row of every scope, to see that nothing changed.
    pub(super) fn picture(&self) -> Vec<(Scope, row_store::Head)> {
        row_store::scopes(&*self.store.read().unwrap()).unwrap()
    }
}

pub(super) fn account(name: &str, roles: Roles) -> Person {
    Person {
        id: person(name),
        name: name.to_owned(),
        email: format!("{name}@example.ma"),
        lang: Lang::Ar,
        roles,
        joined: NOW,
        disabled: false,
    }
}

pub(super) fn collectivity() -> Collectivity {
    Collectivity {
        id: tinghir(),
        slug: "tinghir".to_owned(),
        kind: CollectivityKind::Commune,
        code: "08.577.01.11".to_owned(),
        region: "08".to_owned(),
        name: Translated::new("تنغير", "Tinghir", "Tinghir"),
        province: None,
        shares_name: false,
        population: None,
        joined: Some("2023-05".to_owned()),
        source: None,
    }
}

pub(super) fn card() -> ModuleCard {
    ModuleCard {
        archived: false,
        id: ModuleId::from_name(MODULE),
        slug: MODULE.to_owned(),
        order: 1,
        title: Translated::new("أول ثلاثين يوما", "Les 30 premiers jours", "The first 30 days"),
        summary: Translated::default(),
        principles: Vec::new(),
        audience: Vec::new(),
        minutes: 40,
        languages: Lang::ALL.to_vec(),
        lessons: (1..=2)
            .map(|number| LessonHead {
                id: lesson(number),
                number,
                slug: number.to_string(),
                title: Translated::default(),
            })
            .collect(),
        pass_percent: 50,
        questions: 1,
        updated: NOW,
        updated_on: PartialDate::default(),
        edition: Default::default(),
    }
}

pub(super) fn quiz() -> Quiz {
    let choice = |correct| Choice {
        text: Translated::default(),
        correct,
    };
    let question = Question {
        text: Translated::default(),
        kind: QuestionKind::TrueFalse(vec![choice(true), choice(false)]),
        explanation: Translated::default(),
        lesson: None,
    };
    Quiz {
        module: card().id,
        pass_percent: 50,
        questions: vec![question],
        edition: Default::default(),
    }
}

pub(super) fn envelope(id: &str, n: u64, mutation: &Mutation) -> Envelope {
    Envelope::new(MutationId::from_name(id), n, NOW, mutation).unwrap()
}

pub(super) fn push_request(on: &str, mutations: Vec<Envelope>) -> PushRequest {
    PushRequest {
        protocol: PROTOCOL,
        device: device(on),
        epoch: Some(epoch()),
        mutations,
    }
}

pub(super) fn pull_request(on: Option<&str>) -> PullRequest {
    PullRequest {
        protocol: PROTOCOL,
        device: on.map(device),
        epoch: Some(epoch()),
        scopes: BTreeMap::new(),
        results_after: 0,
        sees: None,
    }
}

pub(super) fn read_lesson(number: u32, block: u32) -> Mutation {
    RecordLesson {
        module: card().id,
        lesson: lesson(number),
        block,
        completed: true,
    }
    .into()
}

/// Refused: there is no such experience.
pub(super) fn bookmark_nothing() -> Mutation {
    SetBookmark {
        experience: ExperienceId::from_name("nowhere"),
        marked: true,
    }
    .into()
}

pub(super) fn outcomes(results: &[MutationResult]) -> Vec<(u64, String)> {
    results
        .iter()
        .map(|result| {
            let outcome = match &result.outcome {
                Outcome::Applied => "applied".to_owned(),
                Outcome::Refused { refusal } => refusal.code.code().to_owned(),
            };
            (result.n, outcome)
        })
        .collect()
}
