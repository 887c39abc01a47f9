//! Journeys 8 and 2: a commune is admitted, its focal point is named by an invitation, accepts it and signs in.

use rstest::rstest;
use shared::lang::Lang;
use tests::browser::{BrowserHub, beginning, filled, library, written};

const NAME: &str = "رشيد الإدريسي";
const EMAIL: &str = "rachid@example.ma";
const PASSWORD: &str = "أربع كلمات أعرفها وحدي";

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::french(Lang::Fr)]
#[tokio::test]
async fn a_commune_is_admitted_and_its_focal_point_comes_in(#[case] lang: Lang) {
    let hub = BrowserHub::open("journey 8", 2).await;
    let commune = library()
        .collectivities
        .iter()
        .find(|one| one.slug == COMMUNE)
        .expect("the national list has it");
    assert!(!commune.is_member(), "{COMMUNE} is a member already");

    let coordinator = hub.signed_in("administrator", lang).await;
    let name = coordinator.reads(&commune.name);
    coordinator.opens("/administration").await;
    coordinator.arrives_at("admin-title").await;
    coordinator.unfolds("admin-admit").await;
    coordinator.writes("admin-admit-search", &name).await;
    coordinator.presses("admin-admit-do").await;
    coordinator.finds_nothing_wrong_with_the_page().await;
    coordinator.presses("admin-admit-confirm").await;
    coordinator.writes("network-search", &name).await;
    // Communes share names: each says where it lies.
    let province = commune.province.as_ref().expect("a commune lies in a province");
    let region = library()
        .collectivities
        .iter()
        .find(|one| one.code == commune.region)
        .expect("the list has the region");
    let (province, region) = (coordinator.reads(province), coordinator.reads(&region.name));
    let within = coordinator.say(filled(
        "network-in",
        [("province", &province), ("region", &region)],
    ));
    coordinator.sees(written(within.clone())).await;
    let named = coordinator.say(filled("network-named", [("name", &name), ("within", &within)]));
    coordinator
        .presses(filled("admin-name-focal-of", [("name", &named)]))
        .await;
    coordinator.presses("people-invite").await;
    coordinator.writes(beginning("account-name"), NAME).await;
    coordinator.writes(beginning("account-email"), EMAIL).await;
    coordinator.presses("people-invite-do").await;
    let link = coordinator.finds_a_link_with("/invitation#").await;
    coordinator.finds_nothing_wrong_with_the_page().await;
    coordinator.presses("people-link-done").await;
    coordinator.is_told_that_everything_is_sent().await;

    let invited = hub.somebody("focal point to be", lang).await;
    invited.opens_the_link(&link).await;
    invited.arrives_at("account-invitation-join").await;
    invited.reads_in_the_field(beginning("account-name"), NAME).await;
    invited
        .reads_in_the_field(beginning("account-email"), EMAIL)
        .await;
    invited.writes(beginning("account-password-new"), PASSWORD).await;
    invited.presses("account-invitation-accept").await;
    invited
        .arrives_at(filled("account-welcome-title", [("name", &NAME)]))
        .await;
    invited.has_the_focus_on_the_heading().await;
    invited.is_signed_in().await;
    invited.opens("/people").await;
    invited.is_at("people-title").await;
    invited.finds(tests::browser::Role::Button, "people-invite").await;

    // The link works once.
    invited.opens("/account").await;
    invited.presses("common-sign-out").await;
    invited.finds(tests::browser::Role::Link, "common-sign-in").await;
    invited.expects_failed_requests();
    invited.opens_the_link(&link).await;
    invited.is_at("account-invitation-ended-title").await;
    invited.expects_no_more_failed_requests().await;

    // The account stays, with the words that were chosen for it.
    invited.opens("/sign-in").await;
    invited.arrives_at("account-sign-in-title").await;
    invited.writes(beginning("account-email"), EMAIL).await;
    invited.writes(beginning("account-password"), PASSWORD).await;
    invited.presses("account-sign-in-do").await;
    invited.is_signed_in().await;
}

/// A commune of the national list that is no member.
const COMMUNE: &str = "bni-bouayach";
