//! A storage that fails while somebody writes, and pages that the browser keeps in order to go back to them.

use std::time::Duration;

use shared::lang::Lang;
use tests::browser::{BrowserHub, written};

/// Longer than the pause of the keys after which a draft is saved.
const A_SAVE_IS_TRIED: Duration = Duration::from_secs(3);

#[tokio::test]
async fn what_is_typed_outlives_a_storage_that_refuses_and_a_connection_that_is_lost() {
    let mut hub = BrowserHub::open("failing storage", 1).await;
    let mut member = hub.signed_in("member", Lang::Fr).await;
    member.says_that_this_is_their_own_device().await;
    member.has_kept_the_app().await;
    member.can_lose_the_database().await;
    member.opens("/experiences/write").await;
    member.is_at("experiences-write-title").await;
    member.writes_in(Lang::Fr, "section-title", "Premier titre").await;
    member.sees_no_more("experiences-typing").await;
    member.is_told_that_everything_is_sent().await;

    // The field stays as it is while the storage refuses, and is saved when it no longer does.
    member.has_a_storage_that_refuses(true).await;
    member
        .writes_in(Lang::Fr, "section-title", "Deuxième titre")
        .await;
    member.reads_for(A_SAVE_IS_TRIED).await;
    member
        .reads_in_the_field_of(Lang::Fr, "section-title", "Deuxième titre")
        .await;
    member.reloads().await;
    member
        .reads_in_the_field_of(Lang::Fr, "section-title", "Deuxième titre")
        .await;
    member.is_told_that_everything_is_sent().await;

    hub.stops();
    member.expects_failed_requests();
    member.loses_the_database().await;
    member
        .writes_in(Lang::Fr, "section-title", "Troisième titre")
        .await;
    member.sees_no_more("experiences-typing").await;
    member.is_told_that_changes_wait().await;
    // The next page has it from the disk, and from nowhere else.
    member.restarts_the_browser().await;
    member.opens("/mine").await;
    member.sees(written("Troisième titre")).await;

    // A page that comes back is a new one, with a database that nothing holds up.
    let before = member.page_was_loaded_at().await;
    member.is_kept_and_comes_back().await;
    member.has_a_page_loaded_after(before).await;
    member.sees(written("Troisième titre")).await;
    hub.starts_again();
    member.is_told_that_everything_is_sent().await;
}

#[tokio::test]
async fn a_draft_that_is_not_here_is_not_an_empty_draft() {
    let mut hub = BrowserHub::open("draft elsewhere", 1).await;
    let member = hub.signed_in("member", Lang::Fr).await;
    member.has_kept_the_app().await;
    member.opens("/experiences/write").await;
    member.is_at("experiences-write-title").await;
    member
        .writes_in(Lang::Fr, "section-title", "Un titre envoyé")
        .await;
    member.sees_no_more("experiences-typing").await;
    member.is_told_that_everything_is_sent().await;
    hub.stops();
    member.expects_failed_requests();
    member.reloads().await;
    member.sees("experiences-offline-title").await;
    hub.starts_again();
    member
        .reads_in_the_field_of(Lang::Fr, "section-title", "Un titre envoyé")
        .await;
}
