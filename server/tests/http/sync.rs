//! Push and pull through the door; what they decide is tried where it is decided.

use crate::test_hub::{CONTACT, MODULE, TestHub, in_network, member_of, push_of, right_answer};
use axum::http::StatusCode;
use serde_json::{Value, json};
use shared::ids::{AttemptId, DeviceId, ModuleId, MutationId};
use shared::lang::Lang;
use shared::mutation::{RecordLesson, SubmitAttempt, UpdateProfile};
use shared::row::{Kind, Record, Row};
use shared::scope::Scope;
use shared::vocabulary::NetworkRole;
use shared::wire::{Envelope, HubSettings, Outcome, PullResponse, PushResponse, ScopeAnswer};

fn pull(device: Option<DeviceId>) -> Value {
    json!({ "protocol": 1, "device": device, "epoch": null, "scopes": {} })
}

#[tokio::test]
async fn a_push_is_answered_once_and_offered_again_has_the_same_answer() {
    let hub = TestHub::init()
        .await
        .with_person("amina", member_of("tinghir"))
        .await;
    let device = DeviceId::from_name("phone");
    let renaming = UpdateProfile {
        name: "Amina Tazi".to_owned(),
        lang: Lang::Ar,
    };
    let envelope = Envelope::new(MutationId::from_name("one"), 1, hub.now(), &renaming.into()).unwrap();
    let amina = hub.as_person("amina");
    let first: PushResponse = amina
        .post("/api/push", push_of(device, vec![envelope.clone()]))
        .await
        .json();
    assert_eq!(first.results[0].outcome, Outcome::Applied);
    let again: PushResponse = amina
        .post("/api/push", push_of(device, vec![envelope]))
        .await
        .json();
    assert_eq!(again, first);

    let session: Value = amina.get("/api/session").await.json();
    assert_eq!(session["person"]["name"], "Amina Tazi");
    let pulled: PullResponse = amina.post("/api/pull", pull(Some(device))).await.json();
    assert_eq!(pulled.results, first.results, "the result rides in the pull too");
    assert_eq!(pulled.viewer.unwrap().name, "Amina Tazi");
}

#[tokio::test]
async fn a_mutation_that_nobody_can_read_is_refused_alone() {
    let hub = TestHub::init()
        .await
        .with_person("amina", member_of("tinghir"))
        .await;
    let envelope = |n: u64, mutation: Value| json!({ "id": MutationId::from_name(&n.to_string()), "n": n, "schema": 1, "at": hub.now(), "mutation": mutation });
    let push = json!({
        "protocol": 1, "device": DeviceId::from_name("phone"), "epoch": null,
        "mutations": [
            envelope(1, json!({ "do": "update-profile", "with": { "name": "x", "lang": "ar", "role": "all" } })),
            envelope(2, json!({ "do": "update-profile", "with": { "name": "x".repeat(500), "lang": "ar" } })),
            envelope(3, json!({ "do": "update-profile", "with": { "name": "Amina", "lang": "ar" } })),
        ],
    });
    let answer = hub.as_person("amina").post("/api/push", push).await;
    assert_eq!(answer.status, StatusCode::OK);
    let results = answer.json::<Value>()["results"].clone();
    let outcomes: Vec<_> = results
        .as_array()
        .unwrap()
        .iter()
        .map(|result| result["refusal"]["code"].as_str().unwrap_or("applied"))
        .collect();
    assert_eq!(outcomes, ["malformed", "too_long", "applied"]);
}

#[tokio::test]
async fn a_visitor_pulls_the_public_rows_compressed_where_the_browser_takes_it() {
    let hub = TestHub::init().await;
    let plain = hub.as_visitor().post("/api/pull", pull(None)).await;
    let pulled: PullResponse = plain.json();
    assert!(pulled.viewer.is_none());
    let (_, page) = pulled.scopes.into_iter().next().unwrap();
    let ScopeAnswer::Page { rows, .. } = page else {
        panic!("{page:?}");
    };
    for kind in [Kind::ModuleCard, Kind::ExperienceCard, Kind::Collectivity] {
        assert!(rows.iter().any(|row| row.kind == kind.word()), "{}", kind.word());
    }
    assert_eq!(plain.header("content-encoding"), "");
    assert_eq!(plain.header("vary"), "accept-encoding");

    let small = hub
        .as_visitor()
        .saying("accept-encoding", "gzip, br")
        .post("/api/pull", pull(None))
        .await;
    assert_eq!(small.header("content-encoding"), "br");
    assert!(
        small.body.len() * 2 < plain.body.len(),
        "{} of {}",
        small.body.len(),
        plain.body.len()
    );
    let mut text = Vec::new();
    brotli::BrotliDecompress(&mut &small.body[..], &mut text).unwrap();
    let same: PullResponse = serde_json::from_slice(&text).unwrap();
    assert_eq!(same.epoch, pulled.epoch);

    let tiny = hub
        .as_visitor()
        .saying("accept-encoding", "br")
        .get("/api/hub")
        .await;
    assert_eq!(tiny.header("content-encoding"), "");
}

#[tokio::test]
async fn the_hub_says_before_anybody_signs_in_whom_to_ask_for_an_invitation() {
    let hub = TestHub::init().await;
    let told: HubSettings = hub.as_visitor().get("/api/hub").await.json();
    assert_eq!(told.contact.as_deref(), Some(CONTACT));
}

/// Takes the whole module and answers its quiz rightly; the number of the certificate.
async fn earn_certificate(hub: &TestHub, name: &str) -> String {
    let learner = hub.as_person(name);
    let module = ModuleId::from_name(MODULE);
    let scope = Scope::Module(module);
    let wanted =
        json!({ "protocol": 1, "device": null, "epoch": null, "scopes": { scope.to_string(): null } });
    let pulled: PullResponse = learner.post("/api/pull", wanted).await.json();
    let ScopeAnswer::Page { rows, .. } = &pulled.scopes[&scope] else {
        panic!("a module is everybody's");
    };
    for record in rows.iter().filter_map(Row::record) {
        if let Record::Lesson(lesson) = record {
            let lesson = lesson.id;
            learner
                .does(RecordLesson {
                    module,
                    lesson,
                    block: 1,
                    completed: true,
                })
                .await;
        }
    }
    let quiz = rows
        .iter()
        .filter_map(Row::record)
        .find_map(|record| match record {
            Record::Quiz(quiz) => Some(quiz),
            _ => None,
        });
    let answers = quiz.unwrap().questions.iter().map(right_answer).collect();
    let attempt = AttemptId::from_name(name);
    learner
        .does(SubmitAttempt {
            attempt,
            module,
            lang: Lang::Fr,
            answers,
            edition: Default::default(),
        })
        .await;
    let own: PullResponse = learner.post("/api/pull", pull(None)).await.json();
    let ScopeAnswer::Page { rows, .. } = &own.scopes[&Scope::Person(hub.person(name).id)] else {
        panic!("one's own rows are one's own");
    };
    let certificate = rows
        .iter()
        .filter_map(Row::record)
        .find_map(|record| match record {
            Record::Certificate(certificate) => Some(certificate.number),
            _ => None,
        });
    certificate.unwrap()
}

#[tokio::test]
async fn a_certificate_is_found_however_its_number_is_typed() {
    let hub = TestHub::init()
        .await
        .with_person("trainer", in_network(NetworkRole::Trainer))
        .await;
    let number = earn_certificate(&hub, "trainer").await;
    for typed in [
        number.clone(),
        number.to_lowercase(),
        format!("%20{}%20", number.replace('-', "%E2%80%93")),
    ] {
        let answer = hub.as_visitor().get(&format!("/api/certificates/{typed}")).await;
        let found: Value = answer.json();
        assert_eq!(found["number"], number, "{typed}");
        assert_eq!(found["person_name"], "trainer");
        assert!(found["percent"].as_u64().unwrap() >= 70, "{found}");
    }
}
