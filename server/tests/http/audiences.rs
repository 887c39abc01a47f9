//! Who may read each field of each kind of row, compared with what each role pulls and with what the pages hold.

mod fields;
mod story;

use fields::fields_of;
use story::{PRIVATE, tell_a_story};

use std::collections::{BTreeMap, BTreeSet};

use crate::public_pages::places;
use crate::test_hub::{TestHub, member_of};
use serde_json::{Value, json};
use server::row_store::{self};
use shared::ids::CollectivityId;
use shared::lang::Lang;
use shared::row::Kind;
use shared::scope::Scope;

/// `member` wrote the experience and learns; `colleague` is another member of the same collectivity.
const EVERYBODY: &[&str] = &[
    "visitor",
    "member",
    "colleague",
    "focal",
    "other-member",
    "other-focal",
    "trainer",
    "partner",
    "administrator",
];
const COLLEAGUES: &[&str] = &["member", "colleague", "focal", "administrator"];
const FOCAL_POINTS: &[&str] = &["focal"];
const INVITERS: &[&str] = &["focal", "administrator"];
const AUTHOR_AND_FOCAL_POINTS: &[&str] = &["member", "focal"];
const ONESELF: &[&str] = &["member"];
const ONESELF_AND_COORDINATORS: &[&str] = &["member", "administrator"];
const TRAINERS: &[&str] = &["trainer", "administrator"];
const COORDINATORS: &[&str] = &["administrator"];

/// The audience of every field. A field that is not here fails the test: decide first who may read it.
const TABLE: &[(Kind, &[&str], &str)] = &[
    (
        Kind::Collectivity,
        EVERYBODY,
        "id slug kind code region name province shares_name population joined source",
    ),
    (
        Kind::ModuleCard,
        EVERYBODY,
        "id slug order title summary principles audience minutes languages lessons pass_percent questions updated updated_on edition archived",
    ),
    (Kind::Module, EVERYBODY, "id objectives licence sources"),
    (Kind::Lesson, EVERYBODY, "id module number text"),
    // Right answers included: a device without network has to grade.
    (Kind::Quiz, EVERYBODY, "module pass_percent questions edition"),
    (
        Kind::Edition,
        EVERYBODY,
        "id module number published state title minutes lessons reason what writers reader",
    ),
    (
        Kind::ModuleDraft,
        TRAINERS,
        "id title base original state revision principles audience minutes pass_percent licence sources lessons questions writers returned created updated",
    ),
    (
        Kind::DraftText,
        TRAINERS,
        "module place lang text translates by at versions",
    ),
    (
        Kind::LessonProgress,
        ONESELF,
        "module lesson block completed updated",
    ),
    (
        Kind::Attempt,
        ONESELF,
        "id module lang answers right questions percent passed at edition",
    ),
    // A person who is told its number may see what is printed on it, over another address.
    (
        Kind::Certificate,
        ONESELF,
        "id number person person_name lang collectivity lies_in module module_title minutes percent issued edition",
    ),
    (
        Kind::TrainingRecord,
        FOCAL_POINTS,
        "person name module lessons_completed lessons attempts best_percent certificate updated",
    ),
    (
        Kind::ExperienceCard,
        EVERYBODY,
        "id slug collectivity kind principles title summary languages started published",
    ),
    (
        Kind::Experience,
        EVERYBODY,
        "id slug collectivity author state revision content created updated published library_dates",
    ),
    (
        Kind::Experience,
        AUTHOR_AND_FOCAL_POINTS,
        "previous submitted decision writers",
    ),
    // A draft with versions to choose from cannot be submitted.
    (Kind::Experience, ONESELF, "versions"),
    (
        Kind::Review,
        AUTHOR_AND_FOCAL_POINTS,
        "experience revision decision correction revised proposal",
    ),
    (
        Kind::Comment,
        EVERYBODY,
        "id experience reply_to author text lang at removed",
    ),
    (Kind::Reuse, EVERYBODY, "id experience author note lang at"),
    (Kind::Bookmark, ONESELF, "experience at"),
    (
        Kind::Person,
        // Coordinators ask for whom they look for: `people.rs`.
        AUTHOR_AND_FOCAL_POINTS,
        "id name email lang roles joined disabled",
    ),
    (Kind::PersonCard, COLLEAGUES, "id name roles"),
    (
        Kind::Invitation,
        INVITERS,
        "id secret_hash offers name lang by by_name created expires state",
    ),
    (Kind::Invitation, FOCAL_POINTS, "email"),
    // The person learns who could have entered; the hash of the secret is in no row.
    (
        Kind::Recovery,
        ONESELF_AND_COORDINATORS,
        "id person by by_name created expires used",
    ),
    (
        Kind::Report,
        COORDINATORS,
        "id target reason note by at resolution removed_comment",
    ),
];

#[test]
fn every_field_of_every_kind_has_an_audience() {
    for kind in Kind::ALL {
        let listed: Vec<&str> = listed(*kind).map(|(field, _)| field).collect();
        let once: BTreeSet<&str> = listed.iter().copied().collect();
        assert_eq!(once.len(), listed.len(), "{kind:?} lists a field twice");
        let held: BTreeSet<&str> = fields_of(*kind).iter().copied().collect();
        assert!(!held.is_empty(), "{kind:?}");
        assert_eq!(once, held, "the fields of {kind:?}");
    }
}

#[tokio::test]
async fn each_field_is_pulled_by_its_audience_alone_and_no_page_tells_more() {
    let hub = TestHub::init()
        .await
        .with_everybody()
        .await
        .with_person("colleague", member_of("tinghir"))
        .await;
    let experience = tell_a_story(&hub).await;

    let mut readers: BTreeMap<(Kind, String), BTreeSet<&str>> = BTreeMap::new();
    for name in EVERYBODY {
        for row in rows_of(&hub, name).await {
            let kind = Kind::from_word(row["kind"].as_str().unwrap()).unwrap();
            let fields = row["body"].as_object().unwrap();
            // Everybody reads their own; the question is who reads somebody else's.
            let is_person = matches!(kind, Kind::Person | Kind::PersonCard);
            if is_person && fields["id"] != json!(hub.person("member").id) {
                continue;
            }
            let says_something = |value: &Value| !value.is_null() && *value != json!("");
            for (field, _) in fields.iter().filter(|(_, value)| says_something(value)) {
                readers.entry((kind, field.clone())).or_default().insert(name);
            }
        }
    }
    let mut wrong = Vec::new();
    for kind in Kind::ALL {
        for (field, audience) in listed(*kind) {
            let wanted: BTreeSet<&str> = audience.iter().copied().collect();
            let found = readers.remove(&(*kind, field.to_owned())).unwrap_or_default();
            if wanted != found {
                wrong.push(format!("{}.{field}: {found:?}, not {wanted:?}", kind.word()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(readers.is_empty(), "{readers:?}");

    let mut paths: Vec<String> = places().into_iter().map(|(path, _)| path).collect();
    let slug = experience.slug.unwrap();
    paths.push(format!("/experiences/{slug}"));
    for path in paths {
        for lang in Lang::ALL {
            let address = format!("/{}{path}", lang.code());
            let page = hub.as_visitor().get(&address).await;
            assert_eq!(page.status.as_u16(), 200, "{address}");
            let text = page.text();
            for marker in [PRIVATE, "@commune.ma"] {
                assert!(!text.contains(marker), "{address} holds {marker}");
            }
            let shows_it = path.ends_with(&slug);
            assert!(!shows_it || text.contains("said-in-public"), "{address}");
        }
    }
}

/// Every row that somebody gets who asks for all there is.
async fn rows_of(hub: &TestHub, name: &str) -> Vec<Value> {
    let scopes = hub.write(|txn| row_store::scopes(&*txn).unwrap()).await;
    let mut wanted: BTreeMap<Scope, Value> = scopes
        .into_iter()
        .map(|(scope, _)| (scope, Value::Null))
        .collect();
    let mut rows = Vec::new();
    while !wanted.is_empty() {
        let asked = std::mem::take(&mut wanted);
        let body = json!({ "protocol": 1, "device": null, "epoch": null, "scopes": asked });
        let answer: Value = hub.as_person(name).post("/api/pull", body).await.json();
        for scope in asked.keys() {
            let page = &answer["scopes"][scope.to_string()];
            let held = page["rows"].as_array().into_iter().flatten();
            rows.extend(held.filter(|row| row.get("body").is_some()).cloned());
            if page["more"] == json!(true) {
                wanted.insert(*scope, page["cursor"].clone());
            }
        }
    }
    rows
}

fn tinghir() -> CollectivityId {
    CollectivityId::from_name("tinghir")
}

fn listed(kind: Kind) -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    TABLE
        .iter()
        .filter(move |(of, ..)| *of == kind)
        .flat_map(|(_, audience, fields)| fields.split(' ').map(|field| (field, *audience)))
}
