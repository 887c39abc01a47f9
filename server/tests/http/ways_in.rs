//! While others try passwords for an account, its owner keeps a way in; and nobody learns from it who has an account.

use crate::test_hub::{Actor, Answer, TestHub, TestOptions, in_network};
use axum::http::header;
use serde_json::{Value, json};
use server::accounts::invitations::invite_administrator;
use server::accounts::secrets::Secret;
use server::entropy::OsEntropy;
use server::rate::{Rate, Rates};
use shared::mutation::SetDisabled;
use shared::vocabulary::NetworkRole;

const PASSWORD: &str = "une phrase assez longue";
const NEW_PASSWORD: &str = "كلمة مرور جديدة";
const OWNER: &str = "amina@commune.ma";
const NOBODY: &str = "nobody@commune.ma";
const SESSION: &str = "__Host-multaqa";
const DEVICE: &str = "__Host-multaqa-device";

/// Few tries for each, so that tests need few.
const FEW: Rates = Rates {
    address: Rate {
        burst: 10_000,
        per_minute: 10_000,
    },
    secrets: Rate {
        burst: 1_000,
        per_minute: 1_000,
    },
    pair: Rate {
        burst: 2,
        per_minute: 1,
    },
    account: Rate {
        burst: 6,
        per_minute: 1,
    },
    device: Rate {
        burst: 3,
        per_minute: 1,
    },
};

async fn hub() -> TestHub {
    let wishes = TestOptions {
        rates: FEW,
        ..TestOptions::default()
    };
    TestHub::with(wishes)
        .await
        .with_person("administrator", in_network(NetworkRole::Administrator))
        .await
}

/// Opens an account by a printed link; answered as a sign-in.
async fn open_account(hub: &TestHub, email: &str) -> Answer {
    let secret = Secret::new(&mut OsEntropy).unwrap();
    let (hash, now) = (secret.hash(), hub.now());
    hub.write(move |txn| invite_administrator(txn, hash, now, &mut OsEntropy).unwrap())
        .await;
    let body = json!({
        "secret": secret.text(), "name": "Somebody", "email": email, "password": PASSWORD, "lang": "fr",
        "device_name": "phone",
    });
    let answer = hub.as_visitor().post("/api/invitation/accept", body).await;
    assert_eq!(answer.status.as_u16(), 200, "{}", answer.text());
    answer
}

/// What an answer sets this cookie to, and all of the header.
fn given(answer: &Answer, name: &str) -> Option<(String, String)> {
    let headers = answer.headers.get_all(header::SET_COOKIE).iter();
    headers.map(|value| value.to_str().unwrap()).find_map(|header| {
        let (found, rest) = header.split_once('=')?;
        let (value, _) = rest.split_once(';')?;
        (found == name).then(|| (value.to_owned(), header.to_owned()))
    })
}

fn cookie(answer: &Answer, name: &str) -> String {
    format!("{name}={}", given(answer, name).unwrap().0)
}

async fn sign_in(actor: Actor<'_>, email: &str, password: &str) -> Answer {
    let body = json!({ "email": email, "password": password, "device_name": "" });
    actor.post("/api/sign-in", body).await
}

/// Tries passwords for the account from many addresses, until nobody unknown may any more.
async fn attack(hub: &TestHub, email: &str) {
    for number in 1..=8 {
        let from = hub.as_visitor().from(&format!("198.51.100.{number}"));
        let answer = sign_in(from, email, "pas la bonne phrase").await;
        let expected = if number <= 6 { 401 } else { 429 };
        assert_eq!(answer.status.as_u16(), expected, "{number}");
    }
}

async fn status(actor: Actor<'_>, email: &str, password: &str) -> u16 {
    sign_in(actor, email, password).await.status.as_u16()
}

#[tokio::test]
async fn wrong_passwords_from_elsewhere_do_not_keep_the_owner_out() {
    let hub = hub().await;
    open_account(&hub, OWNER).await;
    for _ in 0..5 {
        let stranger = hub.as_visitor().from("198.51.100.1");
        sign_in(stranger, OWNER, "pas la bonne phrase").await;
    }
    // The client that tries is slowed down; the owner is not, even from a device that was never seen.
    let stranger = hub.as_visitor().from("198.51.100.1");
    assert_eq!(status(stranger, OWNER, "pas la bonne phrase").await, 429);
    assert_eq!(status(hub.as_visitor(), OWNER, PASSWORD).await, 200);
}

#[tokio::test]
async fn a_device_that_has_signed_in_before_keeps_its_way_in_under_attack() {
    let hub = hub().await;
    let first = open_account(&hub, OWNER).await;
    attack(&hub, OWNER).await;
    let limited = sign_in(hub.as_visitor(), OWNER, PASSWORD).await;
    assert_eq!(limited.refusal(), (429, "too_many_requests".to_owned()));

    let device = cookie(&first, DEVICE);
    let on_device = || hub.as_visitor().saying("cookie", &device);
    let again = sign_in(on_device(), OWNER, PASSWORD).await;
    assert_eq!(again.status.as_u16(), 200);
    assert_eq!(given(&again, DEVICE), None, "it has one already");

    // It may not try without end either.
    assert_eq!(status(on_device(), OWNER, "pas la bonne phrase").await, 401);
    assert_eq!(status(on_device(), OWNER, "pas la bonne phrase").await, 401);
    assert_eq!(status(on_device(), OWNER, PASSWORD).await, 429);
}

#[tokio::test]
async fn the_cookie_of_a_device_is_worth_nothing_for_another_account_or_when_it_is_made_up() {
    let hub = hub().await;
    let of_owner = cookie(&open_account(&hub, OWNER).await, DEVICE);
    let of_other = cookie(&open_account(&hub, "driss@commune.ma").await, DEVICE);
    attack(&hub, OWNER).await;
    let made_up = format!("{DEVICE}={}", "0".repeat(64));
    let session = of_owner.replace(DEVICE, SESSION);
    for cookie in [&of_other, &made_up, &session, &format!("{DEVICE}=")] {
        let actor = hub.as_visitor().saying("cookie", cookie);
        assert_eq!(status(actor, OWNER, PASSWORD).await, 429, "{cookie}");
    }
    let device_as_session = hub
        .as_visitor()
        .saying("cookie", &session)
        .get("/api/session")
        .await;
    assert_eq!(device_as_session.status.as_u16(), 401, "it signs nobody in");

    // A person who signs in on the device of somebody else gets a secret of their own.
    let on_others = hub.as_visitor().saying("cookie", &of_owner);
    let signed_in = sign_in(on_others, "driss@commune.ma", PASSWORD).await;
    assert!(given(&signed_in, DEVICE).is_some());
}

#[tokio::test]
async fn answers_are_the_same_whether_there_is_an_account_or_not() {
    let hub = hub().await;
    let device = cookie(&open_account(&hub, "driss@commune.ma").await, DEVICE);
    open_account(&hub, OWNER).await;
    for (number, cookie) in [(1, ""), (2, device.as_str())] {
        let mut answers = Vec::new();
        for email in [OWNER, NOBODY] {
            let from = || hub.as_visitor().from(&format!("198.51.100.{number}"));
            for _ in 0..4 {
                let answer = sign_in(from().saying("cookie", cookie), email, "pas la bonne phrase").await;
                answers.push((answer.refusal(), answer.headers.contains_key(header::SET_COOKIE)));
            }
        }
        let (account, none) = answers.split_at(4);
        assert_eq!(account, none);
        assert_eq!(account[3].0, (429, "too_many_requests".to_owned()));
    }
}

#[tokio::test]
async fn a_device_is_forgotten_when_the_password_changes_elsewhere_or_its_session_is_ended_or_the_account_closed()
 {
    let hub = hub().await;
    let phone = open_account(&hub, OWNER).await;
    let desk = sign_in(hub.as_visitor(), OWNER, PASSWORD).await;
    let lost = sign_in(hub.as_visitor().from("203.0.113.8"), OWNER, PASSWORD).await;
    attack_rest(&hub).await;
    let knows = async |answer: &Answer, password: &str| {
        let actor = hub.as_visitor().saying("cookie", &cookie(answer, DEVICE));
        status(actor, OWNER, password).await == 200
    };
    assert!(knows(&lost, PASSWORD).await);

    let at_desk = hub.as_visitor().saying("cookie", &cookie(&desk, SESSION));
    let lines: Value = at_desk.get("/api/account/sessions").await.json();
    for line in lines.as_array().unwrap() {
        if line["current"] == false && line["device_name"] == "" {
            let path = format!("/api/account/sessions/{}", line["id"].as_str().unwrap());
            assert_eq!(at_desk.delete(&path).await.status.as_u16(), 204);
        }
    }
    assert!(!knows(&lost, PASSWORD).await, "its session was ended");
    assert!(knows(&phone, PASSWORD).await);

    let change = json!({ "current": PASSWORD, "new": NEW_PASSWORD });
    let changed = at_desk.post("/api/account/password", change).await;
    assert_eq!(changed.status.as_u16(), 204, "{}", changed.text());
    assert!(
        !knows(&phone, NEW_PASSWORD).await,
        "the password changed elsewhere"
    );
    assert!(knows(&desk, NEW_PASSWORD).await, "it was changed there");

    let person = serde_json::from_value(desk.json::<Value>()["person"]["id"].clone()).unwrap();
    for disabled in [true, false] {
        let administrator = hub.as_person("administrator");
        administrator.does(SetDisabled { person, disabled }).await;
    }
    assert!(!knows(&desk, NEW_PASSWORD).await, "the account was closed");
}

/// [`attack`], where two unknown devices have signed in already.
async fn attack_rest(hub: &TestHub) {
    for number in 1..=6 {
        let from = hub.as_visitor().from(&format!("198.51.100.{number}"));
        sign_in(from, OWNER, "pas la bonne phrase").await;
    }
    assert_eq!(
        status(hub.as_visitor().from("198.51.100.9"), OWNER, PASSWORD).await,
        429
    );
}

#[tokio::test]
async fn the_device_is_kept_with_the_session_on_ones_own_and_goes_with_the_browser_on_a_shared_one() {
    let hub = hub().await;
    let signed_in = open_account(&hub, OWNER).await;
    let (_, header) = given(&signed_in, DEVICE).unwrap();
    assert!(
        header.ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure"),
        "{header}"
    );
    assert!(!header.contains("Max-Age"), "gone with the browser");
    let both = format!("{}; {}", cookie(&signed_in, SESSION), cookie(&signed_in, DEVICE));
    let browser = hub.as_visitor().saying("cookie", &both);
    for (keep, expected) in [(true, "; Max-Age=15552000;"), (false, "; HttpOnly;")] {
        let answer = browser.post("/api/session/keep", json!({ "keep": keep })).await;
        let (value, header) = given(&answer, DEVICE).unwrap();
        assert_eq!(value, given(&signed_in, DEVICE).unwrap().0);
        assert!(header.contains(expected), "{header}");
        assert_eq!(header.contains("Max-Age"), keep, "{header}");
        assert!(given(&answer, SESSION).is_some());
    }
    let out = browser.post("/api/sign-out", json!({})).await;
    assert_eq!(given(&out, DEVICE), None, "it is for the next sign-in");
}
