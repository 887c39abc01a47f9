//! Somebody comes by a link that was shared: the page is there, then the app with the same page, and what keeps the
//! replica going only afterwards.

use rstest::rstest;
use std::time::{Duration, Instant};
use tests::browser::{BrowserHub, Line, Visitor, Width, has_bundles};

#[rstest]
#[case::home("ar", "")]
#[case::experience("fr", "/experiences/tinghir-participatory-budget")]
#[case::list("en", "/experiences")]
#[tokio::test]
async fn the_app_shows_the_page_with_the_rows_that_came_with_it(#[case] lang: &str, #[case] path: &str) {
    let hub = BrowserHub::open("arriving", 1).await;
    let visitor = Visitor::fresh().await.expect("a browser");
    visitor
        .watches_the_swap(Width::Phone)
        .await
        .expect("the swap is watched");
    let address = format!("{}/{lang}{path}", hub.origin());
    let visit = visitor.opens(&address).await.expect("the page opens");
    let forward = visit.forward_ms.expect("the app has come forward");
    // The code of the page is in one file where there are such files; what comes in packs comes later. So do the words
    // of pages for people who signed in.
    let files = visitor
        .asks(&format!(
            "return performance.getEntriesByType('resource').filter(one => one.startTime < {forward}).map(one => one.name)"
        ))
        .await;
    let ends = |end: &str| {
        let names = files
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|name| name.as_str());
        names.filter(|name| name.ends_with(end)).count()
    };
    if has_bundles() {
        assert_eq!((ends(".bundle.wasm"), ends(".pack")), (1, 0), "{files}");
    } else {
        assert!(ends(".pack") > 0, "{files}");
    }
    assert_eq!(ends(".later.ftl"), 0, "{files}");
    visitor
        .has_fetched_everything()
        .await
        .expect("the replica is filled");
    let asked = visitor
        .first_pull_ms()
        .await
        .expect("the replica asks for rows as well");
    assert!(
        asked >= forward,
        "asked after {asked} ms, forward after {forward} ms"
    );
    // What the replica brings changes nothing that can be seen.
    assert_eq!(visitor.saw_change_since_the_swap().await, [""; 0]);
    // The comparison sees a single word.
    visitor
        .asks("document.querySelector('main h1').append('!')")
        .await;
    assert_eq!(visitor.saw_change_since_the_swap().await.len(), 1);
}

/// A line on which everything takes its time to begin.
const SLOW: Line = Line {
    bits_per_second: 20_000_000,
    latency_ms: 1_000,
};

#[tokio::test]
async fn where_somebody_goes_before_the_rows_came_nothing_is_said_to_be_missing() {
    let hub = BrowserHub::open("arriving-early", 1).await;
    let visitor = Visitor::fresh().await.expect("a browser");
    visitor.on(SLOW).await.expect("the line is slow");
    let address = format!("{}/fr/about", hub.origin());
    visitor.opens(&address).await.expect("the page opens");
    assert_eq!(visitor.first_pull_ms().await, None, "no row was asked for yet");
    visitor
        .clicks("a[href='/fr/learn']")
        .await
        .expect("the catalogue is opened");
    let begun = Instant::now();
    loop {
        let seen = visitor
            .asks(
                "const main = document.querySelector('main');\
                 return [main.querySelectorAll('.empty').length, main.querySelectorAll('a[href^=\"/fr/learn/\"]').length]",
            )
            .await;
        let [empty, modules] = [0, 1].map(|at| seen.get(at).and_then(serde_json::Value::as_u64).unwrap_or(0));
        assert_eq!(
            empty,
            0,
            "modules are said to be missing after {:?}",
            begun.elapsed()
        );
        if modules > 0 {
            break;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "no modules: {seen}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn a_page_that_was_left_before_it_came_changes_nothing() {
    let hub = BrowserHub::open("arriving-late", 1).await;
    let visitor = Visitor::fresh().await.expect("a browser");
    let address = format!("{}/fr/about", hub.origin());
    visitor.opens(&address).await.expect("the page opens");
    let title = visitor.asks("return document.title").await;
    visitor.on(SLOW).await.expect("the line becomes slow");
    visitor
        .clicks("a[href='/fr/network']")
        .await
        .expect("the directory is asked for");
    let waiting = visitor
        .asks("return document.querySelector('main [aria-busy]') !== null")
        .await;
    assert_eq!(waiting, true, "the directory is still to come");
    visitor.asks("history.back()").await;
    // Longer than the part takes that nobody waits for any more.
    tokio::time::sleep(Duration::from_secs(8)).await;
    assert_eq!(visitor.asks("return location.pathname").await, "/fr/about");
    assert_eq!(visitor.asks("return document.title").await, title);
}

#[tokio::test]
async fn a_change_is_made_with_the_rows_that_came_with_the_page() {
    let hub = BrowserHub::open("arriving-change", 1).await;
    let visitor = Visitor::fresh().await.expect("a browser");
    visitor.on(SLOW).await.expect("the line is slow");
    let module = "/fr/learn/first-30-days";
    let address = format!("{}{module}/five-principles-on-one-page", hub.origin());
    visitor.opens(&address).await.expect("the lesson opens");
    // From now on no other row arrives.
    visitor
        .asks(
            "const fetched = window.fetch;\
             window.fetch = (asked, ...more) => String(asked.url ?? asked).includes('/api/pull')\
                 ? new Promise(() => {})\
                 : fetched.call(window, asked, ...more)",
        )
        .await;
    assert_eq!(visitor.first_pull_ms().await, None, "no row was asked for yet");
    visitor
        .clicks("nav.pager button")
        .await
        .expect("the lesson is completed");
    let begun = Instant::now();
    // The way on is only taken once the change is saved.
    while visitor.asks("return location.pathname").await == format!("{module}/five-principles-on-one-page") {
        let failures = visitor
            .asks("return document.querySelectorAll('main .notice--error').length")
            .await;
        assert_eq!(failures, 0, "the change is refused after {:?}", begun.elapsed());
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "the change waits for rows"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(visitor.first_pull_ms().await, None, "rows were asked for");
}
