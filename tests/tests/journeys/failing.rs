//! Each form that is sent with something wrong leads to its message: on a phone the button is far below it.

use shared::lang::Lang;
use tests::browser::{BrowserHub, Person, Width, beginning};

const EXPERIENCE: &str = "/experiences/tinghir-participatory-budget";

/// On the narrowest phone, where the least is in sight.
async fn on_a_phone(person: &Person) {
    person.makes_the_window(Width::Phone).await;
}

#[tokio::test]
async fn signing_in_leads_to_what_is_wrong() {
    let hub = BrowserHub::open("a failed sign-in", 1).await;
    let visitor = hub.visitor(Lang::Fr).await;
    on_a_phone(&visitor).await;
    visitor.opens("/sign-in").await;
    visitor.is_at("account-sign-in-title").await;
    visitor.presses("account-sign-in-do").await;
    visitor.is_led_to_what_failed().await;

    visitor.expects_failed_requests();
    visitor
        .writes(beginning("account-email"), "amina@commune.example")
        .await;
    visitor
        .writes(beginning("account-password"), "pas la bonne")
        .await;
    // The same words twice are found twice.
    for _ in 0..2 {
        visitor.presses("account-sign-in-do").await;
        visitor.sees("error-wrong_credentials").await;
        visitor.is_led_to_what_failed().await;
    }
    visitor.expects_no_more_failed_requests().await;
}

#[tokio::test]
async fn the_forms_of_an_account_lead_to_what_is_wrong() {
    let hub = BrowserHub::open("failed forms of an account", 1).await;
    let member = hub.signed_in("member", Lang::Ar).await;
    on_a_phone(&member).await;
    member.opens("/account").await;
    member.is_at("account-title").await;
    member.writes(beginning("account-name"), "\u{200b}\u{3164}").await;
    member.presses("account-profile-save").await;
    member.is_led_to_what_failed().await;

    member.presses("account-change-password").await;
    member.is_led_to_what_failed().await;
    member.expects_failed_requests();
    member
        .writes(beginning("account-password-current"), "pas la bonne")
        .await;
    member
        .writes(beginning("account-password-next"), "une phrase assez longue")
        .await;
    member.presses("account-change-password").await;
    member.sees("account-password-wrong").await;
    member.is_led_to_what_failed().await;
    member.expects_no_more_failed_requests().await;

    member.opens(EXPERIENCE).await;
    member.presses("experiences-comment-send").await;
    member.is_led_to_what_failed().await;
}

#[tokio::test]
async fn the_forms_of_those_in_charge_lead_to_what_is_wrong() {
    let hub = BrowserHub::open("failed forms of those in charge", 1).await;
    let focal_point = hub.signed_in("focal-point", Lang::Fr).await;
    on_a_phone(&focal_point).await;
    focal_point.opens("/people").await;
    focal_point.is_at("people-title").await;
    focal_point.presses("people-invite").await;
    focal_point
        .writes(beginning("account-email"), "sansarobase")
        .await;
    focal_point.presses("people-invite-do").await;
    focal_point.is_led_to_what_failed().await;
    // A reload finds the dialog open, with what was typed.
    focal_point.reloads().await;
    focal_point
        .reads_in_the_field(beginning("account-email"), "sansarobase")
        .await;
    focal_point
        .writes(beginning("account-email"), "amina@commune.example")
        .await;
    focal_point.presses("people-invite-do").await;
    let link = focal_point.finds_a_link_with("/invitation#").await;
    focal_point.presses("people-link-done").await;
    focal_point.is_told_that_everything_is_sent().await;
    drop(focal_point);

    let invited = hub.somebody("invited", Lang::Fr).await;
    on_a_phone(&invited).await;
    invited.opens_the_link(&link).await;
    invited.is_at("account-invitation-join").await;
    invited.presses("account-invitation-accept").await;
    invited.is_led_to_what_failed().await;
}
