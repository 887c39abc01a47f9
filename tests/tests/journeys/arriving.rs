//! Somebody comes by a link that was shared: the page is there, then the app with the same page, and what keeps the
//! replica going only afterwards.

use rstest::rstest;
use tests::browser::{BrowserHub, Visitor};

#[rstest]
#[case::home("ar", "")]
#[case::catalogue("fr", "/learn")]
#[case::module("ar", "/learn/first-30-days")]
#[case::experience("ar", "/experiences/tinghir-participatory-budget")]
#[case::experience_in_french("fr", "/experiences/tinghir-participatory-budget")]
#[case::list("en", "/experiences")]
#[case::directory("ar", "/network")]
#[case::collectivity("fr", "/network/tinghir")]
#[case::about("en", "/about")]
#[case::glossary("ar", "/glossary")]
#[tokio::test]
async fn the_app_shows_the_page_with_the_rows_that_came_with_it(#[case] lang: &str, #[case] path: &str) {
    let hub = BrowserHub::open("arriving", 1).await;
    let visitor = Visitor::fresh().await.expect("a browser");
    let address = format!("{}/{lang}{path}", hub.origin());
    let visit = visitor.opens(&address).await.expect("the page opens");
    let forward = visit.forward_ms.expect("the app has come forward");
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
    let settled = visitor.sees().await;
    assert!(settled.shift <= 0.02, "{settled:?}");
}
