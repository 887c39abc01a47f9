//! A device that has no room left: it says so, what was written stays, and is saved once there is room.

use shared::lang::Lang;
use tests::browser::BrowserHub;

const TITLE: &str = "Un budget que tout le monde lit";

#[tokio::test]
async fn on_a_full_device_nothing_that_was_written_is_lost() {
    let hub = BrowserHub::open("full device", 1).await;
    let mut member = hub.signed_in("member", Lang::Fr).await;
    member.says_that_this_is_their_own_device().await;
    member.is_told_that_everything_is_sent().await;
    member.opens("/experiences/write").await;
    member.is_at("experiences-write-title").await;

    member.has_room_left(Some(1)).await;
    member.writes_in(Lang::Fr, "section-title", TITLE).await;
    member.presses("experiences-step-next").await;
    member.sees("error-storage").await;
    member.presses("experiences-step-back").await;
    member
        .reads_in_the_field_of(Lang::Fr, "section-title", TITLE)
        .await;
    // What the device could not keep is not said to be saved, and survives a reload of the tab all the same.
    member.reloads().await;
    member
        .reads_in_the_field_of(Lang::Fr, "section-title", TITLE)
        .await;

    member.has_room_left(None).await;
    member.presses("experiences-step-next").await;
    member.sees_no_more("error-storage").await;
    member.is_told_that_everything_is_sent().await;
    member.restarts_the_browser().await;
    member.opens("/mine").await;
    member.sees(tests::browser::written(TITLE)).await;
}
