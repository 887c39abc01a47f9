//! What keyboards, messengers and documents do to an address, a password, a link and a number, and who is let in by it.

use crate::test_hub::{Answer, TestHub, in_network};
use serde_json::json;
use server::accounts::credentials::{self, Credentials};
use server::accounts::invitations::invite_administrator;
use server::accounts::secrets::Secret;
use server::entropy::OsEntropy;
use shared::vocabulary::NetworkRole;

const PASSWORD: &str = "L’été à Essaouira 2026";

async fn invited(hub: &TestHub) -> String {
    let secret = Secret::new(&mut OsEntropy).unwrap();
    let (hash, now) = (secret.hash(), hub.now());
    hub.write(move |txn| invite_administrator(txn, hash, now, &mut OsEntropy).unwrap())
        .await;
    secret.text().to_owned()
}

async fn accept(hub: &TestHub, secret: &str, name: &str, email: &str, password: &str) -> Answer {
    let body = json!({
        "secret": secret, "name": name, "email": email, "password": password, "lang": "fr", "device_name": "",
    });
    hub.as_visitor().post("/api/invitation/accept", body).await
}

async fn sign_in(hub: &TestHub, email: &str, password: &str) -> u16 {
    let body = json!({ "email": email, "password": password, "device_name": "" });
    hub.as_visitor().post("/api/sign-in", body).await.status.as_u16()
}

#[tokio::test]
async fn an_account_opens_and_is_entered_however_its_address_and_password_are_typed() {
    let hub = TestHub::init().await;
    let secret = invited(&hub).await;
    let answer = accept(
        &hub,
        &format!("\u{200f}{secret}."),
        "Amina \u{200b}Tazi",
        "\u{200f}Amina@Commune.example\u{200e}",
        "L’e\u{301}te\u{301} a\u{300}\u{a0}Essaouira 2026\u{200e}",
    )
    .await;
    assert_eq!(answer.status.as_u16(), 200, "{}", answer.text());
    assert_eq!(answer.json::<serde_json::Value>()["person"]["name"], "Amina Tazi");
    for email in [
        "amina@commune.example",
        " AMINA@commune.example\u{200f}",
        "am\u{ad}ina@commune.exam\u{2060}ple",
    ] {
        for password in [PASSWORD, "L’e\u{301}te\u{301} a\u{300} Essaouira ٢٠٢٦"] {
            assert_eq!(
                sign_in(&hub, email, password).await,
                200,
                "{email:?} {password:?}"
            );
        }
        assert_eq!(sign_in(&hub, email, "l’été à Essaouira 2026").await, 401);
    }
}

#[tokio::test]
async fn two_accounts_with_one_visible_address_are_not_opened() {
    let hub = TestHub::init().await;
    let first = invited(&hub).await;
    let answer = accept(&hub, &first, "Amina", "amina@commune.example", PASSWORD).await;
    assert_eq!(answer.status.as_u16(), 200);
    for email in [
        "\u{200f}amina@commune.example",
        "ami\u{200b}na@commune.example",
        "ａmina@commune.example",
    ] {
        let next = invited(&hub).await;
        let answer = accept(&hub, &next, "Amina", email, PASSWORD).await;
        assert_eq!(answer.status.as_u16(), 409, "{email:?}");
    }
}

#[tokio::test]
async fn nobody_is_named_by_what_cannot_be_seen() {
    let hub = TestHub::init().await;
    for name in ["\u{200b}", "\u{3164}", "\u{ad}\u{2060}", " \u{fe0f} "] {
        let secret = invited(&hub).await;
        let answer = accept(&hub, &secret, name, "amina@commune.example", PASSWORD).await;
        assert_eq!(answer.status.as_u16(), 422, "{name:?}");
        let refusal = &answer.json::<serde_json::Value>()["refusal"];
        assert_eq!(
            (&refusal["code"], &refusal["field"]),
            (&json!("missing"), &json!("name"))
        );
    }
}

/// A hash of before was made of what was typed, whatever its form.
#[tokio::test]
async fn a_password_of_before_opens_its_account() {
    let hub = TestHub::init().await;
    let hub = hub
        .with_person("administrator", in_network(NetworkRole::Administrator))
        .await;
    let person = hub.person("administrator").id;
    for before in ["e\u{301}te\u{301} en montagne", "رقم سري ١٢٣٤"] {
        use argon2::PasswordHasher as _;
        let hash = argon2::Argon2::default()
            .hash_password(before.as_bytes())
            .unwrap();
        let held = Credentials::new(Some(hash.to_string()));
        hub.write(move |txn| credentials::keep(txn, person, &held).unwrap())
            .await;
        assert_eq!(sign_in(&hub, "administrator@commune.ma", before).await, 200);
        assert_eq!(
            sign_in(&hub, "administrator@commune.ma", "autre chose").await,
            401
        );
    }
}
