//! A device that has no room left: it says so, what was written stays, and is saved once there is room.

use std::time::Duration;

use shared::lang::Lang;
use tests::browser::{BrowserHub, written};

const TITLE: &str = "Un budget que tout le monde lit";

/// Chromium asks for the limit anew only after this long; until then it counts on the room that it saw before.
const LIMIT_IS_FELT: Duration = Duration::from_secs(32);

#[tokio::test]
async fn on_a_full_device_nothing_that_was_written_is_lost() {
    let mut hub = BrowserHub::open("full device", 1).await;
    let mut member = hub.signed_in("member", Lang::Fr).await;
    member.says_that_this_is_their_own_device().await;
    member.has_kept_the_app().await;
    member.opens("/experiences/write").await;
    member.is_at("experiences-write-title").await;
    member.is_told_that_everything_is_sent().await;
    hub.stops();
    member.expects_failed_requests();

    member.has_room_left(Some(1)).await;
    member.reads_for(LIMIT_IS_FELT).await;
    member.writes_in(Lang::Fr, "section-title", TITLE).await;
    member.presses("experiences-step-next").await;
    member.sees("error-storage").await;
    member.presses("experiences-step-back").await;
    member
        .reads_in_the_field_of(Lang::Fr, "section-title", TITLE)
        .await;
    // It outlives the page, if not the tab.
    member.reloads().await;
    member
        .reads_in_the_field_of(Lang::Fr, "section-title", TITLE)
        .await;

    member.has_room_left(None).await;
    member.presses("experiences-step-next").await;
    member.sees_no_more("error-storage").await;
    member.is_told_that_changes_wait().await;
    member.restarts_the_browser().await;
    hub.starts_again();
    member.opens("/mine").await;
    member.is_told_that_everything_is_sent().await;
    member.sees(written(TITLE)).await;
}
