//! What somebody wrote on a shared computer cannot be found on its disk by the next one: not after they signed out, not
//! after their session was ended from elsewhere, not after the browser was killed.
//!
//! The files of the profile are searched byte by byte, as text of one byte and of two bytes a character. The databases
//! of the browser compress some of their blocks; a word that occurs nowhere before is stored as it is in there too, at
//! its first occurrence in a block, which is why the words are random. On one's own device the same search finds them:
//! that is the control.

use std::time::{SystemTime, UNIX_EPOCH};

use rstest::rstest;
use shared::lang::Lang;
use tests::browser::{BrowserHub, Person, filled};

/// Words that occur nowhere else.
struct Canaries {
    /// In a draft that was sent.
    sent: String,
    /// In the same draft, after the server was gone.
    waiting: String,
    /// Typed into a form and not sent.
    typed: String,
}

impl Canaries {
    fn new() -> Self {
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .expect("it is after 1970");
        let mut seed = now.subsec_nanos() ^ std::process::id().wrapping_mul(0x9E37_79B9);
        let mut word = |letters: &str| -> String {
            let letters: Vec<char> = letters.chars().collect();
            (0..24)
                .map(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    letters[(seed >> 16) as usize % letters.len()]
                })
                .collect()
        };
        Self {
            sent: word("ابتثجحخدرزسشصضطعغفقكلمنهوي"),
            waiting: word("bcdfghjklmnpqrstvwxz"),
            typed: word("bcdfghjklmnpqrstvwxz"),
        }
    }

    fn all(&self) -> [&str; 3] {
        [&self.sent, &self.waiting, &self.typed]
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    SignOut,
    SessionEndedElsewhere,
    Kill,
}

#[rstest]
#[case::after_signing_out(End::SignOut)]
#[case::after_the_session_was_ended_elsewhere(End::SessionEndedElsewhere)]
#[case::after_the_browser_was_killed(End::Kill)]
#[tokio::test]
async fn the_next_one_finds_nothing_on_a_shared_computer(#[case] end: End) {
    let mut hub = BrowserHub::open("traces", 2).await;
    let mut first = hub.signed_in("member", Lang::Ar).await;
    first.expects_failed_requests();
    first.has_kept_the_app().await;
    let canaries = Canaries::new();
    works(&first, &mut hub, &canaries, "offline-shared").await;
    match end {
        End::SignOut => {
            first.opens("/account").await;
            first.presses("common-sign-out").await;
            first.sees("common-sign-out-shared").await;
            first.presses("common-sign-out-anyway").await;
            first.is_at("home-heading").await;
        }
        End::SessionEndedElsewhere => {
            hub.starts_again();
            let elsewhere = hub.signed_in("member", Lang::Fr).await;
            elsewhere.opens("/account").await;
            elsewhere.presses_the_first("account-session-end").await;
            elsewhere.sees("account-session-ended").await;
            first.opens("").await;
            first.sees("common-saved-signed-out").await;
        }
        End::Kill => {}
    }
    let found = first.finds_on_the_disk_after_a_kill(&canaries.all());
    assert!(found.is_empty(), "{found:#?}");
}

#[tokio::test]
async fn on_ones_own_device_the_same_search_finds_the_words() {
    let mut hub = BrowserHub::open("traces on an own device", 1).await;
    let mut owner = hub.signed_in("member", Lang::Ar).await;
    owner.says_that_this_is_their_own_device().await;
    owner.expects_failed_requests();
    let canaries = Canaries::new();
    works(&owner, &mut hub, &canaries, "experiences-write-title").await;
    let found = owner.finds_on_the_disk_after_a_kill(&canaries.all());
    for word in [&canaries.sent, &canaries.waiting] {
        assert!(
            found.iter().any(|place| place.contains(word.as_str())),
            "{word}: {found:#?}"
        );
    }
}

/// What is waiting on a shared computer survives a reload, and arrives.
#[rstest]
#[case::arabic(Lang::Ar)]
#[case::french(Lang::Fr)]
#[tokio::test]
async fn on_a_shared_computer_a_reload_loses_nothing_and_another_tab_shows_the_same(#[case] lang: Lang) {
    let mut hub = BrowserHub::open("a shared computer", 1).await;
    let member = hub.signed_in("member", lang).await;
    member.expects_failed_requests();
    member.has_kept_the_app().await;
    let canaries = Canaries::new();
    works(&member, &mut hub, &canaries, "offline-shared").await;
    // What was sent is not here any more: the draft is not empty, and the page says so.
    member.reloads().await;
    member.sees("experiences-write-incomplete").await;
    member
        .reads_in_the_field_of(Lang::Ar, "section-summary", &canaries.waiting)
        .await;
    member.opens("/attention").await;
    member.is_signed_in().await;
    member.sees(filled("common-saved-waiting", [("count", &1)])).await;
    member.sees_no_more("account-attention-nothing-waits").await;
    // A second tab has neither the rows nor the key; the first one gives it both.
    let first_tab = member.this_tab().await;
    member.opens_another_tab().await;
    member.opens("/attention").await;
    member.is_signed_in().await;
    member.sees(filled("common-saved-waiting", [("count", &1)])).await;
    member.sees_no_more("account-attention-nothing-waits").await;
    member.looks_at(first_tab).await;
    hub.starts_again();
    member.reloads().await;
    member.is_told_that_everything_is_sent().await;
    member.sees("account-attention-nothing-waits").await;
}

/// Writes a draft that is sent, goes on with it without a server, and leaves a form half filled in.
async fn works(author: &Person, hub: &mut BrowserHub, canaries: &Canaries, said_before: &'static str) {
    author.opens("/experiences/tinghir-participatory-budget").await;
    author.writes("experiences-comment-yours", &canaries.typed).await;
    author.opens("/experiences/write").await;
    author.is_at("experiences-write-title").await;
    author.sees(said_before).await;
    author
        .chooses("experiences-first-language", "experiences-language-ar")
        .await;
    author.writes_in(Lang::Ar, "section-title", &canaries.sent).await;
    author.sees_no_more("experiences-typing").await;
    author.is_told_that_everything_is_sent().await;
    hub.stops();
    author
        .writes_in(Lang::Ar, "section-summary", &canaries.waiting)
        .await;
    author.sees_no_more("experiences-typing").await;
    author.sees(filled("common-saved-waiting", [("count", &1)])).await;
}
