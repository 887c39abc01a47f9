//! What must hold for everything a device may send: it is decoded or refused, what is decoded is applied or
//! refused, what is applied can be read again, and nothing panics.

use std::collections::BTreeMap;

use shared::apply::{Context, IdIssuer, Overlay, Side, View, apply, store_person};
use shared::ids::{CertificateId, CollectivityId, ExperienceId, LessonId, ModuleId, PersonId};
use shared::lang::{Lang, Translated};
use shared::mutation::Mutation;
use shared::records::{
    Choice, Collectivity, Experience, ExperienceContent, Identity, InvitedAs, LessonHead, ModuleCard, Pair,
    PartialDate, Person, Question, QuestionKind, Quiz, Roles, Section,
};
use shared::row::{Kind, Record, RowKey};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::{CollectivityKind, CollectivityRole, ExperienceState, NetworkRole, Principle};
use shared::wire::PushRequest;
use uuid::Uuid;

const NOW: Timestamp = Timestamp(1_795_392_000_000);

/// Decodes the bytes as a push and decides it as a server does; whether it was a push at all.
pub(crate) fn check(bytes: &[u8]) -> usize {
    let Ok(request) = serde_json::from_slice::<PushRequest>(bytes) else {
        return 0;
    };
    let mut hub = Hub::new();
    let mut applied = 0;
    for envelope in request.mutations {
        let Ok(mutation) = serde_json::from_value::<Mutation>(envelope.mutation) else {
            continue;
        };
        let again = serde_json::to_value(&mutation).and_then(serde_json::from_value::<Mutation>);
        assert!(
            again.is_ok_and(|again| again == mutation),
            "decoding is the inverse of encoding: {mutation:?}"
        );
        let at = envelope.at.clamped_by(NOW);
        applied += usize::from(hub.decide(&mutation, envelope.id, at));
    }
    applied
}

/// A small hub in which the ids of the seeds mean something.
struct Hub {
    rows: Rows,
    id_issuer: CountingIdIssuer,
    actors: Vec<Identity>,
}

impl Hub {
    fn new() -> Self {
        let mut hub = Self {
            rows: Rows::default(),
            id_issuer: CountingIdIssuer(0),
            actors: vec![Identity::visitor()],
        };
        let [here, elsewhere] = [0x11, 0x12].map(|number| CollectivityId(id(number)));
        for (place, joined) in [(here, Some("2024-02".to_owned())), (elsewhere, None)] {
            let collectivity = collectivity(place, joined);
            hub.rows.put(Scope::Directory, collectivity.clone().into());
            if collectivity.is_member() {
                hub.rows.put(Scope::Public, collectivity.into());
            }
        }
        let member = |role| InvitedAs::Collectivity {
            collectivity: here,
            role,
        };
        hub.person(1, member(CollectivityRole::Member));
        hub.person(2, member(CollectivityRole::FocalPoint));
        hub.person(
            3,
            InvitedAs::Network {
                role: NetworkRole::Administrator,
            },
        );
        hub.person(
            4,
            InvitedAs::Network {
                role: NetworkRole::Administrator,
            },
        );
        hub.module();
        hub.experience(here);
        hub
    }

    fn person(&mut self, number: u128, role: InvitedAs) {
        let person = Person {
            id: PersonId(id(number)),
            name: format!("شخص {number}"),
            email: format!("p{number}@example.ma"),
            lang: Lang::Ar,
            roles: Roles::invited_as(role),
            joined: NOW,
            disabled: false,
        };
        self.actors.push(person.identity());
        store_person(&mut self.rows, None, &person);
    }

    fn module(&mut self) {
        let module = ModuleId(id(0x31));
        let text = || Translated::new("نص", "texte", "text");
        let choice = |correct| Choice {
            text: text(),
            correct,
        };
        let kinds = [
            QuestionKind::Single(vec![choice(false), choice(true)]),
            QuestionKind::Multiple(vec![choice(true), choice(false), choice(true)]),
            QuestionKind::TrueFalse(vec![choice(true), choice(false)]),
            QuestionKind::Ordering(vec![text(), text(), text()]),
            QuestionKind::Matching(vec![
                Pair {
                    left: text(),
                    right: text(),
                },
                Pair {
                    left: text(),
                    right: text(),
                },
            ]),
        ];
        let questions: Vec<Question> = kinds
            .into_iter()
            .map(|kind| Question {
                text: text(),
                kind,
                explanation: text(),
                lesson: Some(1),
            })
            .collect();
        let head = |number: u32| LessonHead {
            id: LessonId(id(0x31 + u128::from(number))),
            number,
            slug: format!("lesson-{number}"),
            title: text(),
        };
        let card = ModuleCard {
            archived: false,
            id: module,
            slug: "module".to_owned(),
            order: 1,
            title: text(),
            summary: text(),
            principles: vec![Principle::Transparency],
            audience: Vec::new(),
            minutes: 10,
            languages: Lang::ALL.to_vec(),
            lessons: vec![head(1), head(2)],
            pass_percent: 80,
            questions: 5,
            updated: NOW,
            updated_on: PartialDate::default(),
            edition: Default::default(),
        };
        self.rows.put(Scope::Public, card.into());
        self.rows.put(
            Scope::Module(module),
            Quiz {
                module,
                pass_percent: 80,
                questions,
                edition: Default::default(),
            }
            .into(),
        );
    }

    fn experience(&mut self, collectivity: CollectivityId) {
        let mut content = ExperienceContent {
            principles: vec![Principle::Transparency],
            ..Default::default()
        };
        content.texts.insert(
            Section::Title,
            Translated::new("تجربة", "Expérience", "Experience"),
        );
        let experience = Experience {
            id: ExperienceId(id(0x21)),
            slug: Some("experience".to_owned()),
            collectivity,
            author: None,
            state: ExperienceState::Published,
            revision: 0,
            content,
            previous: None,
            created: NOW,
            updated: NOW,
            submitted: None,
            published: Some(NOW),
            decision: None,
            versions: Vec::new(),
            writers: Vec::new(),
            library_dates: None,
        };
        shared::apply::store_experience(&mut self.rows, &experience);
    }

    /// Lets everybody try, on both sides, and keeps what the first one is allowed to do.
    fn decide(&mut self, mutation: &Mutation, id: shared::ids::MutationId, at: Timestamp) -> bool {
        for actor in &self.actors {
            let mut predicted = Overlay::new(&self.rows);
            let mut context = Context {
                actor,
                id,
                device: shared::ids::DeviceId::from_name("phone"),
                at,
                now: NOW,
                side: Side::Predict,
            };
            // What the app predicts is thrown away; it only must not panic.
            let _ = apply(&mut predicted, &mut context, mutation);

            let mut decided = Overlay::new(&self.rows);
            let mut context = Context {
                actor,
                id,
                device: shared::ids::DeviceId::from_name("phone"),
                at,
                now: NOW,
                side: Side::Decide(&mut self.id_issuer),
            };
            if apply(&mut decided, &mut context, mutation).is_err() {
                continue;
            }
            for (key, change) in decided.into_changes() {
                let Some(record) = change else {
                    self.rows.delete(&key);
                    continue;
                };
                let again = record
                    .to_value()
                    .ok()
                    .and_then(|body| Record::from_value(record.kind(), body).ok());
                assert!(
                    again.is_some_and(|again| again == record),
                    "what is stored can be read: {record:?}"
                );
                self.rows.put(key.scope, record);
            }
            return true;
        }
        false
    }
}

/// The ids that the seeds use.
fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn collectivity(id: CollectivityId, joined: Option<String>) -> Collectivity {
    Collectivity {
        id,
        slug: format!("place-{}", u8::from(joined.is_some())),
        kind: CollectivityKind::Commune,
        code: "08.577.01.11".to_owned(),
        region: "08".to_owned(),
        name: Translated::new("تنغير", "Tinghir", "Tinghir"),
        province: None,
        shares_name: false,
        population: None,
        joined,
        source: None,
    }
}

#[derive(Default)]
struct Rows(BTreeMap<RowKey, Record>);

impl View for Rows {
    fn get(&self, key: &RowKey) -> Option<Record> {
        self.0.get(key).cloned()
    }

    fn list(&self, scope: Scope, kind: Kind) -> Vec<Record> {
        let of_kind = |key: &RowKey| key.scope == scope && key.kind == kind.word();
        self.0
            .iter()
            .filter(|(key, _)| of_kind(key))
            .map(|(_, record)| record.clone())
            .collect()
    }

    fn put(&mut self, scope: Scope, record: Record) {
        self.0.insert(RowKey::of(scope, &record), record);
    }

    fn delete(&mut self, key: &RowKey) {
        self.0.remove(key);
    }
}

struct CountingIdIssuer(u32);

impl IdIssuer for CountingIdIssuer {
    fn certificate(&mut self, _now: Timestamp) -> (CertificateId, String) {
        self.0 += 1;
        (
            CertificateId::from_name(&self.0.to_string()),
            format!("MTQ-{}", self.0),
        )
    }

    fn slug(&mut self, _experience: &Experience) -> String {
        self.0 += 1;
        format!("experience-{}", self.0)
    }
}
