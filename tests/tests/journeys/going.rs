//! Going from page to page by links and by the buttons of the browser.

use serde_json::{Value, json};
use shared::lang::Lang;
use std::time::{Duration, Instant};
use tests::browser::{BrowserHub, Visitor};

#[tokio::test]
async fn the_address_follows_links_also_after_back_and_forward() {
    let hub = BrowserHub::open("going", 1).await;
    let reader = hub.visitor(Lang::En).await;
    reader.opens("/about").await;
    reader.follows_a_link_to("/glossary").await;
    reader.is_at("glossary-title").await;
    reader.has_the_focus_on_the_heading().await;
    reader.follows_a_link_to("/network").await;
    reader.is_at("network-title").await;
    reader.goes_back().await;
    reader.is_at("glossary-title").await;
    reader.goes_forward().await;
    reader.is_at("network-title").await;
    // The page to which a link led before the last two steps.
    reader.follows_a_link_to("/glossary").await;
    reader.is_at("glossary-title").await;
    reader.is_at_place("/glossary").await;
    reader.goes_back().await;
    reader.is_at("network-title").await;
    reader.is_at_place("/network").await;
}

#[tokio::test]
async fn an_address_of_nothing_says_so_and_leads_back() {
    let hub = BrowserHub::open("going-nowhere", 1).await;
    let reader = hub.visitor(Lang::Fr).await;
    reader.expects_failed_requests();
    reader.opens("/about").await;
    reader.follows_a_link_to("/nothing-is-here").await;
    reader.is_at("common-not-found-title").await;
    reader.is_at_place("/nothing-is-here").await;
    reader.goes_back().await;
    reader.is_at("about-title").await;
    // A first piece that is no language belongs to the address.
    reader.opens_the_link(&format!("{}/xx/about", hub.origin())).await;
    reader.is_at("common-not-found-title").await;
}

#[tokio::test]
async fn places_on_a_page_and_files_are_left_to_the_browser() {
    let hub = BrowserHub::open("going-within", 1).await;
    let visitor = Visitor::fresh().await.expect("a browser");
    let address = format!("{}/en/about", hub.origin());
    visitor.opens(&address).await.expect("the page opens");
    visitor
        .asks("window.stays = true; document.querySelector('.skip-link').click()")
        .await;
    until(
        &visitor,
        "return [location.hash, document.activeElement.id, window.stays]",
        &json!(["#main", "main", true]),
    )
    .await;
    visitor
        .asks(
            "const link = document.createElement('a');\
             link.href = '/robots.txt';\
             document.body.append(link);\
             link.click()",
        )
        .await;
    until(
        &visitor,
        "return [location.pathname, document.contentType, Boolean(window.stays)]",
        &json!(["/robots.txt", "text/plain", false]),
    )
    .await;
}

/// Waits until a script answers so.
async fn until(visitor: &Visitor, script: &str, wanted: &Value) {
    let begun = Instant::now();
    loop {
        let answer = visitor.asks(script).await;
        if answer == *wanted {
            return;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "{script}: {answer}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}
