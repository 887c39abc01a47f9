//! The page that the server writes and the page that the app shows in its place are the same: the same elements with
//! the same words, each at the same place on the screen.

use rstest::rstest;
use shared::lang::Lang;
use tests::browser::{BrowserHub, Visitor, Width};

/// Every public page, with an address where it has content.
const PAGES: [&str; 12] = [
    "",
    "/learn",
    "/learn/first-30-days",
    "/learn/first-30-days/editions",
    "/learn/first-30-days/editions/1.0",
    "/learn/first-30-days/five-principles-on-one-page",
    "/experiences",
    "/experiences/tinghir-participatory-budget",
    "/network",
    "/network/tinghir",
    "/about",
    "/glossary",
];

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::french(Lang::Fr)]
#[case::english(Lang::En)]
#[tokio::test]
async fn the_app_takes_the_place_of_the_same_page(#[case] lang: Lang) {
    let hub = BrowserHub::open("one view", 1).await;
    let mut faults = Vec::new();
    for width in Width::BOTH {
        let visitor = Visitor::fresh().await.expect("a browser");
        visitor
            .watches_the_swap(width)
            .await
            .expect("the swap is watched");
        for page in PAGES {
            // What was read before would be shown as well.
            visitor
                .forgets_everything_of(hub.origin())
                .await
                .expect("a browser that has seen nothing yet");
            let address = format!("{}/{}{page}", hub.origin(), lang.code());
            let visit = visitor.opens(&address).await.expect("the page opens");
            let forward = visit.forward_ms.expect("the app has come forward");
            let asked = visitor.first_pull_ms().await;
            if asked.is_some_and(|asked| asked < forward) {
                faults.push(format!(
                    "{address}: rows were asked for before the app came forward"
                ));
            }
            let (lines, differences) = visitor.saw_the_swap().await;
            assert!(lines > 10, "{address}: the server wrote only {lines} lines");
            faults.extend(
                differences
                    .into_iter()
                    .map(|difference| format!("{address} at {width:?}: {difference}")),
            );
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}
