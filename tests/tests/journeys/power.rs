//! Nobody gets or loses power by one press: each change names the power and the person, and asks. The last administrator
//! stays.

use fantoccini::key::Key;
use shared::lang::Lang;
use tests::browser::{BrowserHub, Person, Phrase, Role, filled, written};

/// People of the demonstration.
const PARTNER: &str = "Claire Fournier";
const ADMINISTRATOR: &str = "سلمى بنعيسى";
const MEMBER: &str = "يوسف أوحساين";

async fn manages(coordinator: &Person, name: &str) {
    coordinator.opens("/administration").await;
    coordinator.is_at("admin-title").await;
    coordinator.turns_to("admin-tab-people").await;
    coordinator.presses_beside(name, "people-manage").await;
    coordinator.sees("admin-roles-give").await;
}

fn question(hub: &BrowserHub, key: &'static str, name: &str, role: &'static str) -> Phrase {
    let role = hub.say(Lang::Fr, role);
    filled(key, [("name", &name), ("role", &role)])
}

#[tokio::test]
async fn a_role_is_given_after_a_question_that_escape_answers_with_no() {
    let hub = BrowserHub::open("a role is given", 1).await;
    let coordinator = hub.signed_in("administrator", Lang::Fr).await;
    manages(&coordinator, PARTNER).await;
    let asked = question(&hub, "people-power-grant-title", PARTNER, "network-role-trainer");
    coordinator.presses("network-role-trainer").await;
    coordinator.sees(asked.clone()).await;
    coordinator.sees("people-power-can-trainer").await;
    coordinator.finds_nothing_wrong_with_the_page().await;
    coordinator.strikes(Key::Escape).await;
    coordinator.sees_no_more(asked.clone()).await;
    let (_, focused) = coordinator.focused().await;
    assert_eq!(
        focused,
        hub.say(Lang::Fr, "network-role-trainer"),
        "the focus returns"
    );
    coordinator.finds(Role::Button, "network-role-trainer").await;

    coordinator.presses("network-role-trainer").await;
    coordinator.sees(asked).await;
    coordinator.presses("people-power-grant").await;
    let taken = format!(
        "{} · {}",
        hub.say(Lang::Fr, "admin-role-take"),
        hub.say(Lang::Fr, "network-role-trainer")
    );
    coordinator.finds(Role::Button, written(taken)).await;
    coordinator.has_the_focus_at(PARTNER).await;
    coordinator.is_told_that_everything_is_sent().await;
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let hub = BrowserHub::open("the last administrator", 1).await;
    let coordinator = hub.signed_in("administrator", Lang::Fr).await;
    manages(&coordinator, ADMINISTRATOR).await;
    let administrator = hub.say(Lang::Fr, "network-role-administrator");
    coordinator
        .presses_beside(&administrator, "admin-role-take")
        .await;
    coordinator
        .sees(question(
            &hub,
            "people-power-revoke-title",
            ADMINISTRATOR,
            "network-role-administrator",
        ))
        .await;
    coordinator.sees("people-power-cannot-administrator").await;
    coordinator.presses("people-power-revoke").await;
    coordinator.sees("refusal-last_administrator").await;
    coordinator.is_led_to_what_failed().await;

    coordinator.presses("admin-account-close").await;
    coordinator
        .sees(filled("admin-account-close-ask", [("name", &ADMINISTRATOR)]))
        .await;
    coordinator.presses("admin-account-close-do").await;
    coordinator.sees("refusal-last_administrator").await;
    coordinator.is_led_to_what_failed().await;
}

#[tokio::test]
async fn a_focal_point_names_a_colleague_after_a_question() {
    let hub = BrowserHub::open("a focal point is named", 1).await;
    let focal_point = hub.signed_in("focal-point", Lang::Fr).await;
    focal_point.opens("/people").await;
    focal_point.is_at("people-title").await;
    focal_point.presses_beside(MEMBER, "people-manage").await;
    focal_point.presses("people-to-focal").await;
    focal_point.sees("people-power-can-focal-point").await;
    focal_point.finds_nothing_wrong_with_the_page().await;
    focal_point.presses("people-power-grant").await;
    focal_point.is_told_that_everything_is_sent().await;
    focal_point.presses_beside(MEMBER, "people-manage").await;
    focal_point.presses("people-to-member").await;
    focal_point.sees("people-power-cannot-focal-point").await;
}

#[tokio::test]
async fn a_closed_account_is_told_so_where_it_was_open() {
    let hub = BrowserHub::open("a closed account", 2).await;
    let member = hub.signed_in("member", Lang::Fr).await;
    let coordinator = hub.signed_in("administrator", Lang::Fr).await;
    manages(&coordinator, MEMBER).await;
    coordinator.presses("admin-account-close").await;
    coordinator.presses("admin-account-close-do").await;
    coordinator.finds(Role::Button, "admin-account-open").await;
    coordinator.is_told_that_everything_is_sent().await;
    drop(coordinator);
    member.expects_failed_requests();
    member.opens("/attention").await;
    member.sees("error-account_closed").await;
}

#[tokio::test]
async fn people_are_found_on_the_server_and_named_from_its_answer() {
    let hub = BrowserHub::open("people are found", 1).await;
    let coordinator = hub.signed_in("administrator", Lang::Ar).await;
    coordinator.opens("/administration").await;
    coordinator.is_at("admin-title").await;
    coordinator.turns_to("admin-tab-people").await;
    coordinator.sees(written(MEMBER)).await;
    coordinator.writes("admin-people-search", "fourn").await;
    coordinator.sees_no_more(written(MEMBER)).await;
    coordinator.sees(written(PARTNER)).await;
    coordinator
        .sees(filled("admin-people-results", [("count", &1)]))
        .await;
    coordinator.writes("admin-people-search", "zzz").await;
    coordinator.sees("admin-people-none").await;

    coordinator.expects_failed_requests();
    coordinator.loses_the_network().await;
    coordinator.writes("admin-people-search", "اوحسا").await;
    coordinator.sees("admin-people-offline").await;
    coordinator.finds_nothing_wrong_with_the_page().await;
    coordinator.finds(Role::Button, "common-retry").await;
    // What could not be asked is asked again with the network.
    coordinator.has_the_network_again().await;
    coordinator.sees(written(MEMBER)).await;
    coordinator.expects_no_more_failed_requests().await;

    coordinator
        .turns_to(filled("admin-tab-members", [("count", &30)]))
        .await;
    coordinator.presses_the_first("admin-name-focal").await;
    coordinator.writes("admin-people-search", "four").await;
    coordinator.presses_beside(PARTNER, "people-to-focal").await;
    coordinator.sees("people-power-can-focal-point").await;
    coordinator.finds_nothing_wrong_with_the_page().await;
    coordinator.presses("people-power-grant").await;
    coordinator.is_told_that_everything_is_sent().await;
    // The list of members names them.
    coordinator.sees(written(PARTNER)).await;
}
