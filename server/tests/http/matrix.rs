//! Role × route × object. The routes come from the router and the roles from the vocabulary: a route or a role
//! that nobody wrote an expectation for fails here.

use std::collections::{BTreeMap, BTreeSet};

use crate::test_hub::{EXPERIENCE, MODULE, TestHub};
use axum::body::Body;
use serde_json::{Value, json};
use server::accounts::secrets::SecretHash;
use server::router::ROUTES;
use server::row_store::RowStore;
use shared::apply::View as _;
use shared::ids::{CertificateId, CollectivityId, DeviceId, ExperienceId, InvitationId, ModuleId, PersonId};
use shared::lang::{Lang, Translated};
use shared::mutation::{ArchiveExperience, InvitePerson, SaveDraft, SubmitExperience};
use shared::records::{Certificate, Change, InvitedAs, Section};
use shared::scope::Scope;
use shared::vocabulary::{CollectivityRole, NetworkRole, Principle};

/// Everybody who can knock. `closed` holds the cookie of an account that was closed.
const EVERYBODY: &[&str] = &[
    "visitor",
    "member",
    "focal",
    "other-member",
    "other-focal",
    "trainer",
    "partner",
    "administrator",
    "closed",
];
const STRANGERS: &[&str] = &["visitor", "closed"];

const CERTIFICATE: &str = "MTQ-2026-7F3K-9QXW";
const NOBODY: &str = "01890000-0000-7000-8000-000000000000";

#[test]
fn every_role_of_the_vocabulary_is_somebody_here() {
    for role in NetworkRole::ALL {
        assert!(EVERYBODY.contains(&role.word()), "{}", role.word());
    }
    for role in CollectivityRole::ALL {
        let short = role.word().trim_end_matches("-point");
        assert!(EVERYBODY.contains(&short), "{}", role.word());
    }
}

/// What a request to a route looks like, and what it must answer: `usual`, apart from the people named.
struct Case {
    route: (&'static str, &'static str),
    object: &'static str,
    path: String,
    body: Option<Value>,
    usual: u16,
    others: Vec<(&'static [&'static str], u16)>,
}

fn case(method: &'static str, route: &'static str, object: &'static str, usual: u16) -> Case {
    Case {
        route: (method, route),
        object,
        path: route.to_owned(),
        body: None,
        usual,
        others: Vec::new(),
    }
}

impl Case {
    fn at(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    fn with(mut self, body: Value) -> Self {
        self.body = Some(body);
        self
    }

    fn but(mut self, people: &'static [&'static str], status: u16) -> Self {
        self.others.push((people, status));
        self
    }

    fn expected(&self, person: &str) -> u16 {
        self.others
            .iter()
            .find(|(people, _)| people.contains(&person))
            .map_or(self.usual, |(_, status)| *status)
    }
}

fn push_from(device: DeviceId) -> Value {
    json!({ "protocol": 1, "device": device, "epoch": null, "mutations": [] })
}

fn cases(device_of_member: DeviceId) -> Vec<Case> {
    let new_device = json!({ "protocol": 1, "device": NOBODY, "epoch": null, "mutations": [] });
    let pull = |device: Value| json!({ "protocol": 1, "device": device, "epoch": null, "scopes": {} });
    let secret = |text: &str| json!({ "secret": text });
    let wrong_password = json!({ "email": "nobody@commune.ma", "password": "x", "device_name": "" });
    let accepting = json!({
        "secret": "ended", "name": "x", "email": "x@y.ma", "password": "long enough", "lang": "ar",
        "device_name": "",
    });
    vec![
        case("POST", "/api/push", "a new device", 200)
            .with(new_device)
            .but(STRANGERS, 401),
        case("POST", "/api/push", "the member's device", 409)
            .with(push_from(device_of_member))
            .but(STRANGERS, 401)
            .but(&["member"], 200),
        case("POST", "/api/pull", "no device", 200).with(pull(Value::Null)),
        case("POST", "/api/pull", "the member's device", 409)
            .with(pull(json!(device_of_member)))
            .but(STRANGERS, 200)
            .but(&["member"], 200),
        case("GET", "/api/poke", "what may be read", 200),
        case("GET", "/api/hub", "the hub", 200),
        case("GET", "/api/session", "the own session", 200)
            .but(&["visitor"], 401)
            .but(&["closed"], 403),
        case("POST", "/api/session/keep", "the own session", 204)
            .with(json!({ "keep": true }))
            .but(STRANGERS, 401),
        case("POST", "/api/sign-in", "no account", 401).with(wrong_password),
        case("POST", "/api/sign-in/demonstration", "no demonstration", 404).with(secret("x")),
        case("POST", "/api/invitation/look", "an open invitation", 200).with(secret("open")),
        case(
            "POST",
            "/api/invitation/look",
            "an invitation that never was",
            410,
        )
        .with(secret("x")),
        case(
            "POST",
            "/api/invitation/accept",
            "an invitation that never was",
            410,
        )
        .with(accepting),
        // Whom a link is made for is tried in `recovery.rs`.
        case("POST", "/api/recovery/issue", "nobody's account", 403)
            .with(json!({ "person": NOBODY }))
            .but(STRANGERS, 401),
        case("POST", "/api/recovery/look", "a link that never was", 410).with(secret("x")),
        case("POST", "/api/recovery", "a link that never was", 410)
            .with(json!({ "secret": "x", "password": "long enough", "device_name": "" })),
        case("POST", "/api/account/password", "a wrong password", 401)
            .with(json!({ "current": "x", "new": "long enough" })),
        case("GET", "/api/account/sessions", "the own sessions", 200).but(STRANGERS, 401),
        case(
            "DELETE",
            "/api/account/sessions/{id}",
            "the member's session",
            404,
        )
        .at("/api/account/sessions/MEMBERS")
        .but(STRANGERS, 401)
        .but(&["member"], 204),
        case("GET", "/api/certificates/{number}", "a certificate", 200)
            .at(format!("/api/certificates/{CERTIFICATE}")),
        case("GET", "/api/certificates/{number}", "one that never was", 404)
            .at("/api/certificates/MTQ-2026-AAAA-AAAA"),
        case("GET", "/api/experiences/{slug}", "an archived experience", 404)
            .at(format!("/api/experiences/{EXPERIENCE}"))
            .but(&["member", "focal", "administrator"], 200),
        case("GET", "/api/experiences/{slug}", "one that never was", 404).at("/api/experiences/nothing"),
        case("GET", "/api/people", "everybody", 403)
            .but(STRANGERS, 401)
            .but(&["administrator"], 200),
        case("GET", "/api/people/{id}", "nobody", 403)
            .at(format!("/api/people/{NOBODY}"))
            .but(STRANGERS, 401)
            .but(&["administrator"], 404),
        case("GET", "/api/people/{id}", "the member", 403)
            .at("/api/people/MEMBER")
            .but(STRANGERS, 401)
            .but(&["administrator"], 200),
        case("GET", "/api/search", "what everybody may read", 200).at("/api/search?q=budget&lang=fr"),
        // Last of all: nobody is signed in after it.
        case("POST", "/api/sign-out", "the own session", 204).with(json!({})),
    ]
}

/// A hub where the one published experience was archived, and where the member has a draft and a submission.
async fn prepared() -> TestHub {
    let hub = TestHub::init().await.with_everybody().await;
    let experience = ExperienceId::from_name(EXPERIENCE);
    hub.as_person("focal")
        .does(ArchiveExperience { experience })
        .await;
    hub.as_person("focal").does(invitation()).await;
    for name in ["draft", "submitted"] {
        let saving = SaveDraft {
            experience: ExperienceId::from_name(name),
            collectivity: CollectivityId::from_name("tinghir"),
            changes: complete_draft(),
        };
        hub.as_person("member").does(saving).await;
    }
    let submitting = SubmitExperience {
        experience: ExperienceId::from_name("submitted"),
    };
    hub.as_person("member").does(submitting).await;
    let holder = hub.person("member").id;
    hub.write(move |txn| {
        let mut rows = RowStore::new(txn);
        rows.put(Scope::Person(holder), certificate(holder).into());
        rows.finish().unwrap();
    })
    .await;
    hub
}

fn invitation() -> InvitePerson {
    InvitePerson {
        invitation: InvitationId::from_name("open"),
        secret_hash: SecretHash::of("open").hexadecimal(),
        offers: InvitedAs::Collectivity {
            collectivity: CollectivityId::from_name("tinghir"),
            role: CollectivityRole::Member,
        },
        name: String::new(),
        email: String::new(),
        lang: Lang::Ar,
    }
}

/// Enough to be submitted.
fn complete_draft() -> Vec<Change> {
    let texts = [
        Section::Title,
        Section::Summary,
        Section::Problem,
        Section::Solution,
    ]
    .map(|section| Change::Text {
        section,
        lang: Lang::Fr,
        text: "Un texte".to_owned(),
        seen: Vec::new(),
    });
    let principles = Change::Principles {
        value: vec![Principle::Transparency],
    };
    texts.into_iter().chain([principles]).collect()
}

fn certificate(person: PersonId) -> Certificate {
    Certificate {
        id: CertificateId::from_name("one"),
        number: CERTIFICATE.to_owned(),
        person,
        person_name: "member".to_owned(),
        lang: Lang::Ar,
        collectivity: None,
        lies_in: None,
        module: ModuleId::from_name(MODULE),
        module_title: Translated::new("وحدة", "Module", "Module"),
        minutes: 40,
        percent: 90,
        issued: shared::time::Timestamp(1_795_434_000_000),
        edition: Default::default(),
    }
}

#[tokio::test]
async fn every_route_answers_every_role_as_expected_for_every_object() {
    let hub = prepared().await;
    let device_of_member = DeviceId::from_name("member");
    let lines: Vec<Value> = hub.as_person("member").get("/api/account/sessions").await.json();
    let session_of_member = lines[0]["id"].as_str().unwrap();

    let cases = cases(device_of_member);
    let tried: BTreeSet<_> = cases.iter().map(|case| case.route).collect();
    let routes: BTreeSet<_> = ROUTES.iter().map(|route| (route.method, route.path)).collect();
    assert_eq!(
        tried, routes,
        "each route of the router has its expectations here"
    );

    let mut wrong = Vec::new();
    for case in &cases {
        let path = case.path.replace("MEMBERS", session_of_member);
        let path = path.replace("MEMBER", &hub.person("member").id.to_string());
        // One of the objects is the member's session, which the member ends: the member comes last.
        let (last, first): (Vec<_>, Vec<_>) = EVERYBODY.iter().partition(|name| **name == "member");
        for person in first.into_iter().chain(last) {
            let is_new_device = case.object == "a new device";
            let body = case.body.clone().map(|mut body| {
                if is_new_device {
                    body["device"] = json!(DeviceId::from_name(&format!("new of {person}")));
                }
                Body::from(body.to_string())
            });
            let actor = hub.as_person(person);
            let response = actor
                .open(case.route.0, &path, body.unwrap_or_else(Body::empty))
                .await;
            let status = response.status().as_u16();
            if status != case.expected(person) {
                let expected = case.expected(person);
                let (method, route) = case.route;
                wrong.push(format!(
                    "{method} {route}, {}, {person}: {status}, not {expected}",
                    case.object
                ));
            }
        }
        // The member's session was one of the objects.
        if case.route.0 == "DELETE" {
            reopen_session_of_member(&hub).await;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

async fn reopen_session_of_member(hub: &TestHub) {
    let (hash, session) = hub.session_of("member");
    hub.write(move |txn| server::accounts::sessions::open(txn, hash, &session).unwrap())
        .await;
}

#[tokio::test]
async fn every_scope_is_read_by_those_it_is_written_for_and_by_nobody_else() {
    let hub = prepared().await;
    let tinghir = CollectivityId::from_name("tinghir");
    let signed_in: &[&str] = &[
        "member",
        "focal",
        "other-member",
        "other-focal",
        "trainer",
        "partner",
        "administrator",
    ];
    let experience = |name: &str| Scope::Experience(ExperienceId::from_name(name));
    let readers: Vec<(Scope, &[&str])> = vec![
        (Scope::Public, EVERYBODY),
        (Scope::Directory, EVERYBODY),
        (Scope::Module(ModuleId::from_name(MODULE)), EVERYBODY),
        (Scope::Module(ModuleId::from_name("nothing")), &[]),
        (Scope::Network, signed_in),
        (
            Scope::Collectivity(tinghir),
            &["member", "focal", "administrator"],
        ),
        (Scope::Focal(tinghir), &["focal"]),
        (Scope::Person(hub.person("member").id), &["member"]),
        (Scope::Person(hub.person("closed").id), &[]),
        (Scope::Person(PersonId::VISITOR), &[]),
        (Scope::Administration, &["administrator"]),
        (experience("draft"), &["member"]),
        (experience("submitted"), &["member", "focal"]),
        (experience(EXPERIENCE), &["member", "focal", "administrator"]),
        (experience("nothing"), &[]),
    ];
    let wanted: BTreeMap<_, Option<()>> = readers.iter().map(|(scope, _)| (*scope, None)).collect();
    let mut wrong = Vec::new();
    for person in EVERYBODY {
        let body = json!({ "protocol": 1, "device": null, "epoch": null, "scopes": wanted });
        let mut answered = BTreeSet::new();
        let mut denied = BTreeSet::new();
        let answer: Value = hub.as_person(person).post("/api/pull", body).await.json();
        for (scope, page) in answer["scopes"].as_object().unwrap() {
            let is_denied = page["scope"] == "denied";
            let to = if is_denied { &mut denied } else { &mut answered };
            to.insert(scope.parse::<Scope>().unwrap());
        }
        for (scope, readers) in &readers {
            let expected = readers.contains(person);
            if answered.contains(scope) != expected || denied.contains(scope) == expected {
                wrong.push(format!("{person} reads {scope}: not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
