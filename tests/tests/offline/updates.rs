//! A build comes whole or not at all, waits until it is wanted, and never takes the one before it along when it fails.

use std::time::Duration;

use rstest::rstest;
use shared::lang::Lang;
use tests::browser::{
    BrowserHub, OtherBuild, PORTAL_WORDS, Person, Portal, build_under_test, site_under_test,
};

/// How often the browser is killed while an update is under way: each time costs seconds, and where every change is
/// tried half of them must do.
fn kills() -> u64 {
    if std::env::var_os("CI").is_some() { 25 } else { 50 }
}

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::french(Lang::Fr)]
#[tokio::test]
async fn after_one_visit_the_app_opens_without_a_server(#[case] lang: Lang) {
    let mut hub = BrowserHub::open("one visit", 1).await;
    let mut visitor = hub.visitor(lang).await;
    visitor.is_at("home-heading").await;
    visitor.has_kept_the_app().await;
    hub.stops();
    visitor.expects_failed_requests();
    visitor.restarts_the_browser().await;
    visitor.opens("").await;
    visitor.is_at("home-heading").await;
    visitor.opens("/learn").await;
    visitor.is_at("learn-title").await;
    visitor.sees("common-saved-offline").await;

    // All languages are there, and so is every part of the build.
    let other = if lang == Lang::Fr { Lang::En } else { Lang::Fr };
    visitor.switches_to(other).await;
    visitor.is_at("learn-title").await;
    let (_, files) = build_under_test();
    let missing = visitor.misses_of_the_build(&files).await;
    assert!(missing.is_empty(), "not on the device: {missing:?}");
}

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::english(Lang::En)]
#[tokio::test]
async fn a_new_version_waits_until_it_is_wanted(#[case] lang: Lang) {
    let mut hub = BrowserHub::open("a new version", 1).await;
    let (old, _) = build_under_test();
    let new = OtherBuild::make();
    let visitor = hub.visitor(lang).await;
    visitor.has_kept_the_app().await;

    hub.is_updated_to(new.folder());
    visitor.expects_failed_requests();
    visitor.reloads().await;
    assert_eq!(visitor.build().await, old, "nobody agreed to the new version");
    visitor.sees("offline-new-version-text").await;
    visitor.finds_nothing_wrong_with_the_page().await;
    visitor.presses("offline-new-version-now").await;
    is_at_build(&visitor, new.name()).await;
    visitor.has_kept_the_app().await;
    visitor.sees_no_more("offline-new-version-text").await;
    let missing = visitor.misses_of_the_build(&new.files()).await;
    assert!(missing.is_empty(), "not on the device: {missing:?}");
}

#[tokio::test]
async fn a_new_version_that_is_put_off_comes_with_the_next_start() {
    let mut hub = BrowserHub::open("later", 1).await;
    let (old, old_files) = build_under_test();
    let new = OtherBuild::make();
    let mut visitor = hub.visitor(Lang::Ar).await;
    visitor.has_kept_the_app().await;
    hub.is_updated_to(new.folder());
    visitor.expects_failed_requests();
    visitor.reloads().await;
    visitor.presses("offline-new-version-later").await;
    visitor.sees_no_more("offline-new-version-text").await;
    visitor.opens("/learn").await;
    visitor.is_at("learn-title").await;
    assert_eq!(visitor.build().await, old, "two builds in one sitting");

    // Who opened the hub before the update and has no worker still finds the parts of their build on the server.
    let stranger = hub.visitor(Lang::Fr).await;
    let missing = stranger.misses_of_the_build(&old_files).await;
    assert!(missing.is_empty(), "not on the server: {missing:?}");
    drop(stranger);

    hub.stops();
    visitor.restarts_the_browser().await;
    visitor.opens("/learn").await;
    visitor.is_at("learn-title").await;
    assert_eq!(visitor.build().await, new.name());
}

#[tokio::test]
async fn a_poisoned_update_leaves_the_old_version_working_until_a_sound_one_comes() {
    let mut hub = BrowserHub::open("a poisoned update", 1).await;
    let (old, files) = build_under_test();
    let poisoned = OtherBuild::make().poisoned();
    let mut visitor = hub.visitor(Lang::Fr).await;
    visitor.has_kept_the_app().await;
    visitor.expects_failed_requests();

    // One file of the new build is something else.
    hub.is_updated_to(poisoned.folder());
    for _ in 0..2 {
        visitor.restarts_the_browser().await;
        visitor.opens("/learn").await;
        visitor.is_at("learn-title").await;
        visitor.has_the_browser_look_for_a_new_version().await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        assert_eq!(visitor.build().await, old);
        assert!(!visitor.is_seen(&visitor.say("offline-new-version-text")).await);
    }

    // The network answers everything with a page of its own.
    hub.stops();
    let portal = Portal::at(hub.address());
    for _ in 0..2 {
        visitor.restarts_the_browser().await;
        visitor.opens("/learn").await;
        visitor.is_at("learn-title").await;
        visitor.has_the_browser_look_for_a_new_version().await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        visitor.reloads().await;
        visitor.is_at("learn-title").await;
        assert_eq!(visitor.build().await, old);
        assert!(!visitor.is_seen(PORTAL_WORDS).await);
    }
    drop(portal);
    let missing = visitor.misses_of_the_build(&files).await;
    assert!(missing.is_empty(), "not on the device: {missing:?}");

    // The same build as it should be, on a network as it should be.
    let sound = OtherBuild::make();
    hub.is_updated_to(sound.folder());
    visitor.reloads().await;
    visitor.is_at("learn-title").await;
    visitor.has_the_browser_look_for_a_new_version().await;
    // Where the first try meets what is left of the other network, the page asks again after half a minute.
    for _ in 0..60 {
        if visitor.is_seen(&visitor.say("offline-new-version-text")).await {
            break;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    visitor.presses("offline-new-version-now").await;
    is_at_build(&visitor, sound.name()).await;
}

#[tokio::test]
async fn an_update_that_is_broken_off_again_and_again_leaves_one_whole_build() {
    let mut hub = BrowserHub::open("broken off", 1).await;
    let (old, old_files) = build_under_test();
    let new = OtherBuild::make();
    let mut visitor = hub.visitor(Lang::Ar).await;
    visitor.has_kept_the_app().await;
    visitor.expects_failed_requests();
    let mut seen_builds = vec![old.clone()];
    let kills = kills();
    for kill in 0..kills {
        // Whichever build is here, the other one is the update.
        let is_old = seen_builds.last().is_some_and(|build| *build == old);
        hub.is_updated_to(if is_old { new.folder() } else { site_under_test() });
        visitor.has_the_browser_look_for_a_new_version().await;
        // From the first request to long after the last one, on a slow machine as well.
        let after_ms = if kill % 25 == 24 {
            8_000
        } else {
            10 + 120 * (kill % 25)
        };
        tokio::time::sleep(Duration::from_millis(after_ms)).await;
        visitor.loses_the_browser().await;
        hub.stops();
        visitor.opens("/learn").await;
        visitor.is_at("learn-title").await;
        let build = visitor.build().await;
        let files = if build == old {
            old_files.clone()
        } else {
            new.files()
        };
        // Looking at every file takes longer than a kill: each time that a build has changed, and now and then.
        if kill % 5 == 0 || seen_builds.last() != Some(&build) {
            let missing = visitor.misses_of_the_build(&files).await;
            assert!(
                missing.is_empty(),
                "after kill {kill}, not on the device: {missing:?}"
            );
        }
        seen_builds.push(build);
    }
    assert!(
        seen_builds
            .iter()
            .all(|build| *build == old || build == new.name()),
        "{seen_builds:?}"
    );
    // Some came in time and some did not, or the kills were all too early or too late.
    let changes = seen_builds.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let kills = usize::try_from(kills).expect("a small number");
    assert!((1..kills).contains(&changes), "{changes} updates arrived");
    // Left in peace, the update arrives.
    let is_old = seen_builds.last().is_some_and(|build| *build == old);
    let wanted = if is_old { new.name() } else { &old };
    hub.is_updated_to(if is_old { new.folder() } else { site_under_test() });
    visitor.has_the_browser_look_for_a_new_version().await;
    visitor.presses("offline-new-version-now").await;
    is_at_build(&visitor, wanted).await;
}

#[rstest]
#[case::with_the_server(true)]
#[case::without_the_server(false)]
#[tokio::test]
async fn starting_afresh_leaves_nothing_behind(#[case] has_server: bool) {
    let mut hub = BrowserHub::open("afresh", 1).await;
    let visitor = hub.visitor(Lang::En).await;
    visitor.has_kept_the_app().await;
    visitor.expects_failed_requests();
    visitor.opens("/learn/first-30-days").await;
    if !has_server {
        hub.stops();
    }
    visitor.opens_the_page_without_the_app("/reset").await;
    for lang in Lang::ALL {
        assert!(
            visitor.is_seen(&hub.say(lang, "reset-title")).await,
            "not in {lang:?}"
        );
    }
    visitor.presses("reset-do").await;
    visitor.sees("reset-done").await;
    let left = visitor.what_the_browser_keeps().await;
    assert_eq!(left, "caches 0, databases 0, settings 0, workers 0");
    if has_server {
        visitor.opens("").await;
        visitor.is_at("home-heading").await;
        visitor.has_kept_the_app().await;
    }
}

async fn is_at_build(visitor: &Person, build: &str) {
    visitor.is_of_build(build).await;
    visitor.waits_until_the_page_is_settled().await;
}
