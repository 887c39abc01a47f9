//! From the printed link to an account, and everything an account can do.

use crate::test_hub::{TestHub, TestOptions, focal_point_of, in_network, member_of};
use axum::http::StatusCode;
use serde_json::{Value, json};
use server::accounts::invitations::invite_administrator;
use server::accounts::secrets::{Secret, SecretHash};
use server::entropy::OsEntropy;
use server::rate::{Rate, Rates};
use shared::ids::{CollectivityId, InvitationId};
use shared::lang::Lang;
use shared::mutation::{EndMembership, InvitePerson, RevokeInvitation, RevokeRole, SetDisabled};
use shared::records::InvitedAs;
use shared::time::Timestamp;
use shared::vocabulary::{CollectivityRole, NetworkRole};
use shared::wire::SessionLine;

const PASSWORD: &str = "une phrase assez longue";

fn accepting(secret: &str, email: &str) -> Value {
    json!({
        "secret": secret, "name": " Amina\u{202E}  Tazi ", "email": email, "password": PASSWORD,
        "lang": "fr", "device_name": "Téléphone",
    })
}

fn signing_in(email: &str, password: &str) -> Value {
    json!({ "email": email, "password": password, "device_name": "Ordinateur" })
}

async fn printed_link(hub: &TestHub) -> String {
    let secret = Secret::new(&mut OsEntropy).unwrap();
    let (hash, now) = (secret.hash(), hub.now());
    hub.write(move |txn| invite_administrator(txn, hash, now, &mut OsEntropy).unwrap())
        .await;
    secret.text().to_owned()
}

fn invitation(secret: &str, slug: &str) -> InvitePerson {
    InvitePerson {
        invitation: InvitationId::from_name(secret),
        secret_hash: SecretHash::of(secret).hexadecimal(),
        offers: InvitedAs::Collectivity {
            collectivity: CollectivityId::from_name(slug),
            role: CollectivityRole::Member,
        },
        name: "Driss".to_owned(),
        email: "driss@commune.ma".to_owned(),
        lang: Lang::Ar,
    }
}

#[tokio::test]
async fn the_printed_link_opens_one_administrators_account_and_signs_in() {
    let hub = TestHub::init().await;
    let secret = printed_link(&hub).await;
    let visitor = hub.as_visitor();
    let looking = json!({ "secret": secret });

    let offer = visitor.post("/api/invitation/look", &looking).await;
    assert_eq!(offer.status, StatusCode::OK);
    let offer: Value = offer.json();
    assert_eq!(
        offer["offers"],
        json!({ "in": "network", "role": "administrator" })
    );
    assert_eq!(offer["by_name"], "");

    let accepted = visitor
        .post("/api/invitation/accept", accepting(&secret, "Amina@Commune.MA"))
        .await;
    assert_eq!(accepted.status, StatusCode::OK, "{}", accepted.text());
    let person: Value = accepted.json();
    assert_eq!(person["person"]["name"], "Amina Tazi");
    assert_eq!(person["person"]["email"], "amina@commune.ma");
    assert_eq!(person["person"]["roles"]["network"], json!(["administrator"]));
    let cookie = accepted.cookie().unwrap();
    assert!(cookie.starts_with("__Host-multaqa="), "{cookie}");
    assert!(
        cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure"),
        "{cookie}"
    );

    let session = hub.as_visitor().holding(&accepted).get("/api/session").await;
    assert_eq!(session.json::<Value>(), person);

    for (path, body) in [
        ("/api/invitation/look", looking),
        ("/api/invitation/accept", accepting(&secret, "second@commune.ma")),
    ] {
        let again = visitor.post(path, body).await;
        assert_eq!(again.refusal(), (410, "invitation_ended".to_owned()), "{path}");
    }
}

#[tokio::test]
async fn a_second_printed_link_ends_the_first() {
    let hub = TestHub::init().await;
    let first = printed_link(&hub).await;
    let second = printed_link(&hub).await;
    let look = async |secret: &str| {
        hub.as_visitor()
            .post("/api/invitation/look", json!({ "secret": secret }))
            .await
            .status
            .as_u16()
    };
    assert_eq!(look(&first).await, 410);
    assert_eq!(look(&second).await, 200);
}

#[tokio::test]
async fn an_invitation_ends_by_time_by_hand_and_with_the_membership() {
    let hub = TestHub::init()
        .await
        .with_person("administrator", in_network(NetworkRole::Administrator))
        .await
        .with_person("focal", focal_point_of("tinghir"))
        .await;
    let look = async |secret: &str| {
        let answer = hub
            .as_visitor()
            .post("/api/invitation/look", json!({ "secret": secret }))
            .await;
        (answer.status.as_u16(), answer.json::<Value>())
    };
    for secret in ["one", "two", "three"] {
        hub.as_person("focal").does(invitation(secret, "tinghir")).await;
    }
    let (status, offer) = look("one").await;
    assert_eq!(status, 200);
    assert_eq!(offer["collectivity"]["fr"], "Tinghir");
    assert_eq!(
        (&offer["name"], &offer["by_name"]),
        (&json!("Driss"), &json!("focal"))
    );

    let revoking = RevokeInvitation {
        invitation: InvitationId::from_name("one"),
    };
    hub.as_person("focal").does(revoking).await;
    assert_eq!(look("one").await.0, 410);

    let ending = EndMembership {
        collectivity: CollectivityId::from_name("tinghir"),
    };
    hub.as_person("administrator").does(ending).await;
    let accepted = hub
        .as_visitor()
        .post("/api/invitation/accept", accepting("two", "two@commune.ma"))
        .await;
    assert_eq!(accepted.refusal(), (410, "invitation_ended".to_owned()));

    hub.let_pass(Timestamp::INVITATION_LIFE_MS);
    assert_eq!(look("three").await.0, 410);
}

#[tokio::test]
async fn what_was_typed_wrong_is_named_and_uses_nothing_up() {
    let hub = TestHub::init()
        .await
        .with_person("taken", member_of("tinghir"))
        .await;
    let secret = printed_link(&hub).await;
    let cases = [
        ("name", json!("  "), (422, "refused"), "missing"),
        ("name", json!("x".repeat(121)), (422, "refused"), "too_long"),
        ("email", json!("amina"), (422, "refused"), "invalid"),
        ("password", json!("court"), (422, "refused"), "invalid"),
        (
            "password",
            json!("1234567890"),
            (422, "refused"),
            "guessable_password",
        ),
        (
            "password",
            json!("amina@commune.ma"),
            (422, "refused"),
            "guessable_password",
        ),
        ("password", json!("x".repeat(257)), (422, "refused"), "too_long"),
        ("lang", json!("de"), (400, "malformed"), ""),
        ("role", json!("administrator"), (400, "malformed"), ""),
        ("email", json!("taken@commune.ma"), (409, "email_taken"), ""),
    ];
    for (field, value, (status, code), refusal) in cases {
        let mut body = accepting(&secret, "amina@commune.ma");
        body[field] = value;
        let answer = hub.as_visitor().post("/api/invitation/accept", body).await;
        assert_eq!(answer.refusal(), (status, code.to_owned()), "{field}");
        if !refusal.is_empty() {
            let said = answer.json::<Value>();
            assert_eq!(said["refusal"]["code"], refusal, "{field}");
            assert_eq!(said["refusal"]["field"], field);
        }
        assert!(answer.cookie().is_none(), "{field}");
    }
    let accepted = hub
        .as_visitor()
        .post("/api/invitation/accept", accepting(&secret, "amina@commune.ma"))
        .await;
    assert_eq!(accepted.status, StatusCode::OK);
}

#[tokio::test]
async fn signing_in_and_out() {
    let hub = TestHub::init().await;
    let secret = printed_link(&hub).await;
    let first = hub
        .as_visitor()
        .post("/api/invitation/accept", accepting(&secret, "amina@commune.ma"))
        .await;

    for (email, password) in [
        ("amina@commune.ma", "une autre phrase longue"),
        ("nobody@commune.ma", PASSWORD),
        ("not an address", PASSWORD),
        ("", ""),
    ] {
        let wrong = hub
            .as_visitor()
            .post("/api/sign-in", signing_in(email, password))
            .await;
        assert_eq!(wrong.refusal(), (401, "wrong_credentials".to_owned()), "{email}");
        assert!(wrong.cookie().is_none());
    }

    let second = hub
        .as_visitor()
        .post("/api/sign-in", signing_in(" AMINA@commune.ma ", PASSWORD))
        .await;
    assert_eq!(second.status, StatusCode::OK, "{}", second.text());

    // Signing in where somebody was signed in takes that session's place.
    let third = hub
        .as_visitor()
        .holding(&second)
        .post("/api/sign-in", signing_in("amina@commune.ma", PASSWORD))
        .await;
    let session = hub.as_visitor().holding(&second).get("/api/session").await;
    assert_eq!(session.refusal(), (401, "not_signed_in".to_owned()));

    let out = hub
        .as_visitor()
        .holding(&third)
        .post("/api/sign-out", json!({}))
        .await;
    assert_eq!(out.status, StatusCode::NO_CONTENT);
    assert!(
        out.cookie()
            .unwrap()
            .starts_with("__Host-multaqa=; Path=/; Max-Age=0;")
    );
    let session = hub.as_visitor().holding(&third).get("/api/session").await;
    assert_eq!(session.refusal(), (401, "not_signed_in".to_owned()));

    let other = hub.as_visitor().holding(&first).get("/api/session").await;
    assert_eq!(other.status, StatusCode::OK, "another device stays signed in");
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions_and_the_old_password() {
    let hub = TestHub::init().await;
    let secret = printed_link(&hub).await;
    let phone = hub
        .as_visitor()
        .post("/api/invitation/accept", accepting(&secret, "amina@commune.ma"))
        .await;
    let desk = hub
        .as_visitor()
        .post("/api/sign-in", signing_in("amina@commune.ma", PASSWORD))
        .await;
    let change = |current: &str, new: &str| json!({ "current": current, "new": new });
    let new = "كلمة مرور جديدة";

    let at_desk = hub.as_visitor().holding(&desk);
    let wrong = at_desk
        .post("/api/account/password", change("pas celle-ci", new))
        .await;
    assert_eq!(wrong.refusal(), (401, "wrong_credentials".to_owned()));
    let short = at_desk
        .post("/api/account/password", change(PASSWORD, "court"))
        .await;
    assert_eq!(short.json::<Value>()["refusal"]["field"], "new");
    let own_name = at_desk
        .post("/api/account/password", change(PASSWORD, "AminaTazi2024"))
        .await;
    assert_eq!(
        own_name.json::<Value>()["refusal"],
        json!({ "code": "guessable_password", "field": "new" })
    );
    let changed = at_desk.post("/api/account/password", change(PASSWORD, new)).await;
    assert_eq!(changed.status, StatusCode::NO_CONTENT);

    assert_eq!(at_desk.get("/api/session").await.status, StatusCode::OK);
    let on_phone = hub.as_visitor().holding(&phone).get("/api/session").await;
    assert_eq!(on_phone.refusal(), (401, "not_signed_in".to_owned()));
    let sign_in = async |password: &str| {
        let answer = hub
            .as_visitor()
            .post("/api/sign-in", signing_in("amina@commune.ma", password))
            .await;
        answer.status.as_u16()
    };
    assert_eq!(sign_in(PASSWORD).await, 401);
    assert_eq!(sign_in(new).await, 200);
}

#[tokio::test]
async fn sessions_are_listed_and_ended_one_by_one_and_only_ones_own() {
    let hub = TestHub::init()
        .await
        .with_person("driss", member_of("tinghir"))
        .await;
    let secret = printed_link(&hub).await;
    let phone = hub
        .as_visitor()
        .post("/api/invitation/accept", accepting(&secret, "amina@commune.ma"))
        .await;
    hub.let_pass(60 * 60 * 1000);
    let desk = hub
        .as_visitor()
        .post("/api/sign-in", signing_in("amina@commune.ma", PASSWORD))
        .await;
    let at_desk = hub.as_visitor().holding(&desk);
    let lines: Vec<SessionLine> = at_desk.get("/api/account/sessions").await.json();
    let names: Vec<_> = lines
        .iter()
        .map(|line| (line.device_name.as_str(), line.current))
        .collect();
    assert_eq!(names, [("Ordinateur", true), ("Téléphone", false)]);
    assert!(
        !desk.cookie().unwrap().contains(&lines[0].id),
        "the id signs nobody in"
    );

    let of_phone = format!("/api/account/sessions/{}", lines[1].id);
    let stranger = hub.as_person("driss").delete(&of_phone).await;
    assert_eq!(stranger.refusal(), (404, "not_found".to_owned()));
    let ended = at_desk.delete(&of_phone).await;
    assert_eq!(ended.status, StatusCode::NO_CONTENT);
    assert!(ended.cookie().is_none());
    let on_phone = hub.as_visitor().holding(&phone).get("/api/session").await;
    assert_eq!(on_phone.refusal(), (401, "not_signed_in".to_owned()));
    assert_eq!(
        at_desk.delete(&of_phone).await.refusal(),
        (404, "not_found".to_owned())
    );

    let own = at_desk
        .delete(&format!("/api/account/sessions/{}", lines[0].id))
        .await;
    assert!(own.cookie().unwrap().contains("Max-Age=0"));
    assert_eq!(at_desk.get("/api/session").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_closed_account_and_a_lost_role_count_from_the_next_request() {
    let hub = TestHub::init()
        .await
        .with_person("administrator", in_network(NetworkRole::Administrator))
        .await
        .with_person("focal", focal_point_of("tinghir"))
        .await;
    let person = hub.person("focal").id;
    let pulls = async || {
        let body = json!({ "protocol": 1, "device": null, "epoch": null, "scopes": {} });
        let answer: Value = hub.as_person("focal").post("/api/pull", body).await.json();
        let standing = answer["standing"].as_array().unwrap().clone();
        let focal = standing
            .iter()
            .any(|scope| scope.as_str().unwrap().starts_with("focal:"));
        (standing.len(), focal)
    };
    assert_eq!(pulls().await, (5, true));
    let role = InvitedAs::Collectivity {
        collectivity: CollectivityId::from_name("tinghir"),
        role: CollectivityRole::FocalPoint,
    };
    hub.as_person("administrator")
        .does(RevokeRole { person, role })
        .await;
    assert_eq!(pulls().await, (3, false));
    let session: Value = hub.as_person("focal").get("/api/session").await.json();
    assert_eq!(session["person"]["roles"]["collectivities"], json!({}));

    let close = |disabled| SetDisabled { person, disabled };
    hub.as_person("administrator").does(close(true)).await;
    let session = async || hub.as_person("focal").get("/api/session").await.refusal();
    assert_eq!(session().await, (403, "account_closed".to_owned()));
    assert_eq!(pulls().await, (1, false), "what a visitor sees");
    // Opened again, the account begins anew.
    hub.as_person("administrator").does(close(false)).await;
    assert_eq!(session().await, (401, "not_signed_in".to_owned()));
}

#[tokio::test]
async fn somebody_whose_account_is_closed_is_told_so_only_with_the_right_password() {
    let hub = TestHub::init()
        .await
        .with_person("administrator", in_network(NetworkRole::Administrator))
        .await;
    let secret = printed_link(&hub).await;
    let accepted = hub
        .as_visitor()
        .post("/api/invitation/accept", accepting(&secret, "amina@commune.ma"))
        .await;
    let person = serde_json::from_value(accepted.json::<Value>()["person"]["id"].clone()).unwrap();
    hub.as_person("administrator")
        .does(SetDisabled {
            person,
            disabled: true,
        })
        .await;
    let sign_in = async |password: &str| {
        hub.as_visitor()
            .post("/api/sign-in", signing_in("amina@commune.ma", password))
            .await
            .refusal()
    };
    assert_eq!(
        sign_in("pas la bonne phrase").await,
        (401, "wrong_credentials".to_owned())
    );
    assert_eq!(sign_in(PASSWORD).await, (403, "account_closed".to_owned()));
}

#[tokio::test]
async fn a_session_ends_by_time_when_it_is_not_used() {
    const DAY_MS: i64 = 24 * 60 * 60 * 1000;
    let hub = TestHub::init()
        .await
        .with_person("amina", member_of("tinghir"))
        .await;
    for _ in 0..3 {
        hub.let_pass(29 * DAY_MS);
        let used = hub.as_person("amina").get("/api/session").await;
        assert_eq!(used.status, StatusCode::OK);
        // The note of its use is written beside the answer.
        hub.write(|_| ()).await;
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    hub.let_pass(31 * DAY_MS);
    let ended = hub.as_person("amina").get("/api/session").await;
    assert_eq!(ended.refusal(), (401, "not_signed_in".to_owned()));
}

#[tokio::test]
async fn passwords_are_tried_only_so_often_for_one_account_and_a_commune_shares_an_address() {
    let rates = Rates {
        pair: Rate {
            burst: 3,
            per_minute: 1,
        },
        ..Rates::default()
    };
    let hub = TestHub::with(TestOptions {
        rates,
        ..TestOptions::default()
    })
    .await;
    let sign_in = async |email: &str, from: &str| {
        hub.as_visitor()
            .from(from)
            .post("/api/sign-in", signing_in(email, "quelque chose de long"))
            .await
    };
    for _ in 0..3 {
        assert_eq!(
            sign_in("amina@commune.ma", "203.0.113.7").await.status.as_u16(),
            401
        );
    }
    let limited = sign_in("Amina@commune.ma", "203.0.113.7").await;
    assert_eq!(limited.refusal(), (429, "too_many_requests".to_owned()));
    assert!(limited.header("retry-after").parse::<u32>().unwrap() >= 30);
    assert_eq!(
        sign_in("driss@commune.ma", "203.0.113.7").await.status.as_u16(),
        401
    );
}

#[tokio::test]
async fn a_demonstration_signs_in_by_its_links_again_and_again_and_nothing_else_does() {
    let hub = TestHub::with(TestOptions {
        demonstration: true,
        ..TestOptions::default()
    })
    .await;
    let now = hub.now();
    let links = hub
        .write(move |txn| server::demonstration::begin(txn, now, &mut OsEntropy).unwrap())
        .await;
    let words: Vec<_> = links.iter().map(|link| link.word.as_str()).collect();
    assert_eq!(
        words,
        [
            "administrator",
            "focal-point",
            "member",
            "trainer",
            "partner",
            "other-focal-point"
        ]
    );
    let about: Value = hub.as_visitor().get("/api/hub").await.json();
    assert_eq!(about["demonstration"], true);
    for link in links.iter().chain(&links) {
        let body = json!({ "secret": link.secret });
        let answer = hub.as_visitor().post("/api/sign-in/demonstration", body).await;
        let said: Value = answer.json();
        assert_eq!(said["person"]["id"], json!(link.person), "{}", link.word);
        let session = hub.as_visitor().holding(&answer).get("/api/session").await;
        assert_eq!(session.json::<Value>(), said);
    }
    let wrong = hub
        .as_visitor()
        .post("/api/sign-in/demonstration", json!({ "secret": "guessed" }))
        .await;
    assert_eq!(wrong.refusal(), (401, "wrong_credentials".to_owned()));

    let again = hub
        .write(move |txn| server::demonstration::begin(txn, now, &mut OsEntropy).unwrap())
        .await;
    assert_eq!(again, links, "a second start prints the same links");
}

#[tokio::test]
async fn a_folder_that_holds_people_never_becomes_a_demonstration() {
    let hub = TestHub::init()
        .await
        .with_person("amina", member_of("tinghir"))
        .await;
    let now = hub.now();
    let refused = hub
        .write(move |txn| server::demonstration::begin(txn, now, &mut OsEntropy).unwrap_err())
        .await;
    assert!(refused.to_string().contains("already holds people"), "{refused}");
}
