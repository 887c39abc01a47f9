//! A member forgets the password: the focal point makes a link, the member sets a new one, and is told who made it.

use rstest::rstest;
use shared::lang::Lang;
use tests::browser::{BrowserHub, beginning, filled, written};

/// The people of the demonstration.
const FOCAL_POINT: &str = "فاطمة الزهراء أيت علي";
const MEMBER: &str = "يوسف أوحساين";
const PASSWORD: &str = "أربع كلمات أعرفها وحدي";

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::french(Lang::Fr)]
#[tokio::test]
async fn a_forgotten_password_is_set_anew_with_the_link_of_the_focal_point(#[case] lang: Lang) {
    let hub = BrowserHub::open("recovery", 2).await;
    let elsewhere = hub.signed_in("member", lang).await;

    let focal_point = hub.signed_in("focal-point", lang).await;
    focal_point.opens("/people").await;
    focal_point.is_at("people-title").await;
    focal_point.presses_beside(MEMBER, "people-manage").await;
    focal_point.presses("people-recovery-do").await;
    focal_point
        .sees(filled("people-recovery-ask", [("name", &MEMBER)]))
        .await;
    focal_point.finds_nothing_wrong_with_the_page().await;
    focal_point.presses("people-recovery-yes").await;
    let link = focal_point.finds_a_link_with("/recovery#").await;
    focal_point.finds_nothing_wrong_with_the_page().await;
    drop(focal_point);

    let member = hub.somebody("member at a new device", lang).await;
    member.opens("/sign-in").await;
    member.follows("account-forgotten-title").await;
    member.arrives_at("account-forgotten-title").await;
    member.finds_nothing_wrong_with_the_page().await;
    // As a messenger lengthened it.
    // The link is in the language of the member, who goes on in the one of this story.
    let link = link.replace("/ar/recovery#", &format!("/{}/recovery#", lang.code()));
    member.opens_the_link(&format!("{link}.")).await;
    member.is_at("account-recovery-title").await;
    member.sees(written(FOCAL_POINT)).await;
    member.writes(beginning("account-password-next"), "court").await;
    member.presses("account-recovery-do").await;
    member.is_led_to_what_failed().await;
    member.finds_nothing_wrong_with_the_page().await;
    member.writes(beginning("account-password-next"), PASSWORD).await;
    member.presses("account-recovery-do").await;
    member.arrives_at("account-recovery-done-title").await;
    member
        .sees(filled("account-recovery-told", [("name", &FOCAL_POINT)]))
        .await;
    member.is_signed_in().await;

    // The session of before has ended.
    elsewhere.expects_failed_requests();
    elsewhere.opens("/attention").await;
    elsewhere.sees("common-saved-signed-out").await;
    drop(elsewhere);

    // The first page says it until it was looked at.
    let told = filled("home-waiting-recovery", [("name", &FOCAL_POINT)]);
    member.opens("").await;
    member.sees(told.clone()).await;
    member.follows("home-waiting-recovery-action").await;
    member.sees("account-recoveries-title").await;
    member.finds_nothing_wrong_with_the_page().await;
    member.opens("").await;
    member.sees("home-waiting-title").await;
    member.sees_no_more(told).await;
}
