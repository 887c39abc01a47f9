//! A forgotten password on a hub without mail: who makes the link, what it opens, and when it opens nothing any more.

use crate::test_hub::{Answer, TestHub};
use rstest::rstest;
use serde_json::{Value, json};
use server::accounts::recoveries;
use server::accounts::secrets::Secret;
use server::entropy::OsEntropy;
use server::row_store;
use server::store::{Direction, Span, Table};
use shared::ids::CollectivityId;
use shared::mutation::{GrantRole, RevokeRole, SetDisabled};
use shared::records::{InvitedAs, Recovery};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::{CollectivityRole, NetworkRole};

const NEW: &str = "une phrase toute neuve";

async fn issue(hub: &TestHub, by: &str, whose: &str) -> Answer {
    let person = hub.person(whose).id;
    hub.as_person(by)
        .post("/api/recovery/issue", json!({ "person": person }))
        .await
}

async fn link(hub: &TestHub, by: &str, whose: &str) -> String {
    let answer = issue(hub, by, whose).await;
    assert_eq!(answer.status.as_u16(), 200, "{}", answer.text());
    answer.json::<Value>()["secret"].as_str().unwrap().to_owned()
}

async fn look(hub: &TestHub, secret: &str) -> Answer {
    hub.as_visitor()
        .post("/api/recovery/look", json!({ "secret": secret }))
        .await
}

async fn recover(hub: &TestHub, secret: &str, password: &str) -> Answer {
    let body = json!({ "secret": secret, "password": password, "device_name": "phone" });
    hub.as_visitor().post("/api/recovery", body).await
}

async fn sign_in(hub: &TestHub, name: &str, password: &str) -> (u16, String) {
    let body = json!({ "email": format!("{name}@commune.ma"), "password": password, "device_name": "" });
    let answer = hub.as_visitor().post("/api/sign-in", body).await;
    if answer.status.is_success() {
        (200, String::new())
    } else {
        answer.refusal()
    }
}

async fn is_signed_in(hub: &TestHub, name: &str) -> bool {
    hub.as_person(name).get("/api/session").await.status.is_success()
}

async fn links_of(hub: &TestHub, name: &str) -> Vec<Recovery> {
    let scope = Scope::Person(hub.person(name).id);
    hub.write(move |txn| row_store::all(&*txn, scope).unwrap()).await
}

fn ended() -> (u16, String) {
    (410, "recovery_ended".to_owned())
}

#[tokio::test]
async fn a_member_sets_a_new_password_with_the_link_of_the_focal_point_once() {
    let hub = TestHub::init().await.with_everybody().await;
    let secret = link(&hub, "focal", "member").await;
    // Looking, also by those who open every link of a message, uses nothing up.
    for _ in 0..20 {
        let offer: Value = look(&hub, &secret).await.json();
        assert_eq!(
            (&offer["name"], &offer["by_name"]),
            (&json!("member"), &json!("focal"))
        );
        let page = hub.as_visitor().get("/fr/recovery").await;
        assert_eq!(page.status.as_u16(), 200);
    }
    assert_eq!(recover(&hub, &secret, "court").await.status.as_u16(), 422);
    assert!(is_signed_in(&hub, "member").await, "nothing ended yet");

    // As a messenger lengthened it.
    let answer = recover(&hub, &format!("{secret}.&utm_source=m"), NEW).await;
    assert_eq!(answer.status.as_u16(), 200, "{}", answer.text());
    assert!(
        !is_signed_in(&hub, "member").await,
        "the session of before has ended"
    );
    let now = hub.as_visitor().holding(&answer).get("/api/session").await;
    assert_eq!(now.status.as_u16(), 200);
    assert_eq!(sign_in(&hub, "member", NEW).await.0, 200);
    assert_eq!(
        recover(&hub, &secret, "encore une autre").await.refusal(),
        ended()
    );
    assert_eq!(look(&hub, &secret).await.refusal(), ended());

    // The person and the coordinators read who made it.
    let links = links_of(&hub, "member").await;
    assert_eq!(links.len(), 1);
    assert_eq!(
        (links[0].by_name.as_str(), links[0].used),
        ("focal", Some(hub.now()))
    );
    let logged: Vec<Recovery> = hub
        .write(|txn| row_store::all(&*txn, Scope::Administration).unwrap())
        .await;
    assert_eq!(logged, links);
}

#[tokio::test]
async fn the_secret_is_kept_nowhere() {
    let hub = TestHub::init().await.with_everybody().await;
    let secret = link(&hub, "focal", "member").await;
    let held = hub
        .write(|txn| {
            let entries = Table::ALL.iter().flat_map(|table| {
                txn.range(*table, &Span::all(), Direction::Forward, usize::MAX)
                    .unwrap()
            });
            entries
                .map(|(key, value)| [key, value].concat())
                .collect::<Vec<_>>()
        })
        .await;
    assert!(held.len() > 50);
    let is_in = |part: &str| {
        held.iter()
            .any(|entry| entry.windows(part.len()).any(|window| window == part.as_bytes()))
    };
    assert!(!is_in(&secret));
    assert!(is_in("\"by_name\":\"focal\""), "the search finds what is there");
}

#[rstest]
#[case::by_time("time")]
#[case::by_a_newer_link("newer")]
#[case::when_its_maker_loses_the_role("maker")]
#[case::when_its_maker_is_closed("maker-closed")]
#[case::when_the_person_gains_power("power")]
#[case::when_the_account_is_closed("closed")]
#[tokio::test]
async fn a_link_ends(#[case] by: &str) {
    let hub = TestHub::init().await.with_everybody().await;
    let secret = link(&hub, "focal", "member").await;
    let member = hub.person("member").id;
    let focal = hub.person("focal").id;
    let in_tinghir = |role| InvitedAs::Collectivity {
        collectivity: CollectivityId::from_name("tinghir"),
        role,
    };
    let administrator = hub.as_person("administrator");
    let mut replaced = None;
    match by {
        "time" => hub.let_pass(Timestamp::RECOVERY_LIFE_MS),
        "newer" => replaced = Some(link(&hub, "administrator", "member").await),
        "maker" => {
            let role = in_tinghir(CollectivityRole::FocalPoint);
            administrator.does(RevokeRole { person: focal, role }).await;
        }
        "maker-closed" => {
            let disabled = true;
            administrator
                .does(SetDisabled {
                    person: focal,
                    disabled,
                })
                .await;
        }
        "power" => {
            let role = InvitedAs::Network {
                role: NetworkRole::Trainer,
            };
            administrator.does(GrantRole { person: member, role }).await;
        }
        _ => {
            for disabled in [true, false] {
                administrator
                    .does(SetDisabled {
                        person: member,
                        disabled,
                    })
                    .await;
            }
        }
    }
    assert_eq!(look(&hub, &secret).await.refusal(), ended());
    assert_eq!(recover(&hub, &secret, NEW).await.refusal(), ended());
    assert_ne!(sign_in(&hub, "member", NEW).await.0, 200);
    if let Some(newer) = replaced {
        assert_eq!(recover(&hub, &newer, NEW).await.status.as_u16(), 200);
    }
}

#[tokio::test]
async fn a_link_ends_when_the_person_changes_the_password() {
    let hub = TestHub::init().await.with_everybody().await;
    let first = link(&hub, "focal", "member").await;
    let came_in = recover(&hub, &first, NEW).await;
    let second = link(&hub, "focal", "member").await;
    let body = json!({ "current": NEW, "new": "une phrase à moi seule" });
    let member = hub.as_visitor().holding(&came_in);
    let changed = member.post("/api/account/password", body).await;
    assert_eq!(changed.status.as_u16(), 204, "{}", changed.text());
    assert_eq!(recover(&hub, &second, NEW).await.refusal(), ended());
}

#[rstest]
#[case("focal", "member", 200)]
#[case("focal", "other-member", 403)]
#[case("focal", "other-focal", 403)]
#[case("focal", "administrator", 403)]
#[case("focal", "closed", 403)]
#[case("focal", "focal", 403)]
#[case("member", "focal", 403)]
#[case("partner", "member", 403)]
#[case("visitor", "member", 401)]
#[case("administrator", "focal", 200)]
#[case("administrator", "trainer", 200)]
#[case("administrator", "administrator", 403)]
#[tokio::test]
async fn nobody_makes_a_link_to_more_power_than_they_have(
    #[case] by: &str,
    #[case] whose: &str,
    #[case] status: u16,
) {
    let hub = TestHub::init().await.with_everybody().await;
    assert_eq!(issue(&hub, by, whose).await.status.as_u16(), status);
    let made = usize::from(status == 200);
    assert_eq!(links_of(&hub, whose).await.len(), made);
}

#[tokio::test]
async fn links_cannot_be_made_without_end_and_the_last_ones_are_remembered() {
    let hub = TestHub::init().await.with_everybody().await;
    let mut made = 0;
    while issue(&hub, "focal", "member").await.status.as_u16() == 200 {
        made += 1;
        assert!(made <= 10, "a limit");
    }
    assert_eq!(issue(&hub, "focal", "member").await.status.as_u16(), 429);
    let (member, now) = (hub.person("member").id, hub.now());
    hub.write(move |txn| {
        for _ in 0..30 {
            let hash = Secret::new(&mut OsEntropy).unwrap().hash();
            recoveries::issue(txn, hash, None, member, now.plus_ms(1), &mut OsEntropy).unwrap();
        }
    })
    .await;
    let links = links_of(&hub, "member").await;
    assert_eq!(links.len(), 20);
    assert!(links.iter().all(|link| link.by.is_none()), "the oldest made room");
}

#[tokio::test]
async fn the_operator_recovers_an_administrator() {
    let hub = TestHub::init().await.with_everybody().await;
    let (administrator, now) = (hub.person("administrator").id, hub.now());
    let secret = Secret::new(&mut OsEntropy).unwrap();
    let hash = secret.hash();
    hub.write(move |txn| {
        recoveries::issue(txn, hash, None, administrator, now, &mut OsEntropy).unwrap();
    })
    .await;
    let answer = recover(&hub, secret.text(), NEW).await;
    assert_eq!(answer.status.as_u16(), 200, "{}", answer.text());
    assert_eq!(sign_in(&hub, "administrator", NEW).await.0, 200);
    assert_eq!(links_of(&hub, "administrator").await[0].by_name, "");
}
