//! Who does nothing asks for nothing. Counted in simulated time, for every role and trouble, in `tests/tests/idle.rs`;
//! here is what only a browser has: its timers, its event stream, its tabs.

use std::time::Duration;

use fantoccini::wd::WindowHandle;
use shared::lang::Lang;
use tests::browser::{BrowserHub, Person, library, module_of_the_library, written};

const MODULE: &str = "first-30-days";
/// After this, what was begun has ended.
const SETTLED: Duration = Duration::from_secs(4);
const IDLE: Duration = Duration::from_secs(15);
/// Tries to open the event stream, while the server is away: after 5, 10 and 20 seconds.
const TRIES_MOST: usize = 4;
const NOTHING: [Vec<String>; 3] = [Vec::new(), Vec::new(), Vec::new()];

#[tokio::test]
async fn who_does_nothing_asks_for_nothing() {
    let mut hub = BrowserHub::open("nothing happens", 2).await;
    let visitor = hub.visitor(Lang::Ar).await;
    reads_a_lesson(&visitor).await;

    let member = hub.signed_in("member", Lang::Ar).await;
    let first = member.this_tab().await;
    let second = member.opens_another_tab().await;
    reads_a_lesson(&member).await;
    member.is_told_that_everything_is_sent().await;
    let tabs = [first.clone(), second];
    let asked = asked_in_an_idle_time(&visitor, &member, &tabs).await;
    assert_eq!(asked, NOTHING, "on a shared computer");

    member.looks_at(first).await;
    member.says_that_this_is_their_own_device().await;
    member
        .holds_documents(library().modules.len() + library().experiences.len())
        .await;
    let asked = asked_in_an_idle_time(&visitor, &member, &tabs).await;
    assert_eq!(asked, NOTHING, "on the member's own device");

    visitor.expects_failed_requests();
    member.expects_failed_requests();
    hub.stops();
    let asked = asked_in_an_idle_time(&visitor, &member, &tabs).await;
    assert!(
        asked.iter().all(|tab| tab.len() <= TRIES_MOST),
        "without a server: {asked:?}"
    );
    hub.starts_again();
    member.reloads().await;
    member.is_told_that_everything_is_sent().await;
}

async fn reads_a_lesson(reader: &Person) {
    let lessons = &module_of_the_library(MODULE).card.lessons;
    reader
        .opens(&format!("/learn/{MODULE}/{}", lessons[0].slug))
        .await;
    reader.is_at(written(reader.reads(&lessons[0].title))).await;
    reader.presses("learn-lesson-complete-next").await;
    reader.is_at(written(reader.reads(&lessons[1].title))).await;
    // What a visitor did waits on the device, for a sign-in that may never come.
    reader.follows("common-place-experiences").await;
    reader.is_at("experiences-list-title").await;
}

/// What the visitor's tab and the member's two ask for while nobody touches them.
async fn asked_in_an_idle_time(
    visitor: &Person,
    member: &Person,
    tabs: &[WindowHandle; 2],
) -> [Vec<String>; 3] {
    tokio::time::sleep(SETTLED + IDLE).await;
    [
        visitor.has_asked(&visitor.this_tab().await, IDLE).await,
        member.has_asked(&tabs[0], IDLE).await,
        member.has_asked(&tabs[1], IDLE).await,
    ]
}
