//! Every page of the app, as everybody, in three languages, on a small phone in the dark theme and at a desk in
//! the light one: nothing is wrong with any of them.

use std::collections::{BTreeMap, BTreeSet};

use rstest::rstest;
use shared::lang::Lang;
use tests::browser::{BrowserHub, Person, Seen};

/// Each page of the app below the language, with an address that leads to it.
const PAGES: &[(&str, &str)] = &[
    ("", ""),
    ("learn", "/learn"),
    ("learn/:module", "/learn/first-30-days"),
    (
        "learn/:module/:lesson",
        "/learn/first-30-days/five-principles-on-one-page",
    ),
    ("learn/:module/editions", "/learn/first-30-days/editions"),
    (
        "learn/:module/editions/:edition",
        "/learn/first-30-days/editions/1.0",
    ),
    ("learn/:module/quiz", "/learn/first-30-days/quiz"),
    ("mine", "/mine"),
    ("certificates/:number", "/certificates/MTQ-2026-2222-2222"),
    ("experiences", "/experiences"),
    ("experiences/write", "/experiences/write"),
    (
        "experiences/write/:experience",
        "/experiences/write/01890a5d-ac96-774b-bcce-b302099a8057",
    ),
    (
        "experiences/:experience",
        "/experiences/tinghir-participatory-budget",
    ),
    ("validation", "/validation"),
    (
        "validation/:experience",
        "/validation/01890a5d-ac96-774b-bcce-b302099a8057",
    ),
    ("teach", "/teach"),
    ("teach/:module", "/teach/01890a5d-ac96-774b-bcce-b302099a8057"),
    (
        "teach/:module/quiz",
        "/teach/01890a5d-ac96-774b-bcce-b302099a8057/quiz",
    ),
    (
        "teach/:module/review",
        "/teach/01890a5d-ac96-774b-bcce-b302099a8057/review",
    ),
    (
        "teach/:module/lessons/:lesson",
        "/teach/01890a5d-ac96-774b-bcce-b302099a8057/lessons/01890a5d-ac96-774b-bcce-b302099a8058",
    ),
    ("network", "/network"),
    ("network/:collectivity", "/network/tinghir"),
    ("search", "/search"),
    ("invitation", "/invitation"),
    ("sign-in", "/sign-in"),
    ("forgotten", "/forgotten"),
    ("recovery", "/recovery"),
    ("account", "/account"),
    ("demonstration", "/demonstration"),
    ("attention", "/attention"),
    ("people", "/people"),
    ("administration", "/administration"),
    ("about", "/about"),
    ("glossary", "/glossary"),
    ("/*rest", "/nothing-is-here"),
];

/// Pages that ask the server for something that is not there: the browser notes its answer on the console.
const ASKS_IN_VAIN: [&str; 1] = ["certificates/:number"];

#[test]
fn every_route_of_the_app_is_walked() {
    let walked: BTreeSet<String> = PAGES.iter().map(|(route, _)| (*route).to_owned()).collect();
    let routes: BTreeSet<String> = app::server::page_patterns()
        // Everything else is the page that says that nothing is there.
        .chain(["/*rest"])
        .map(str::to_owned)
        .collect();
    assert_eq!(
        routes, walked,
        "the routes of the app, and those that are walked here"
    );
}

#[test]
fn the_server_has_a_page_for_every_route_of_the_app() {
    let unknown: Vec<&str> = PAGES
        .iter()
        .filter(|(route, address)| *route != "/*rest" && !server::router::is_app_page(address))
        .map(|(route, _)| *route)
        .collect();
    assert!(unknown.is_empty(), "the server answers 404 at {unknown:?}");
    assert!(!server::router::is_app_page("/nothing-is-here"));
}

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::french(Lang::Fr)]
#[case::english(Lang::En)]
#[tokio::test]
async fn nothing_is_wrong_with_any_page(#[case] lang: Lang) {
    let hub = BrowserHub::open("every page", 1).await;
    // Most pages are the same for several people; what was looked at once need not be looked at again.
    let seen = Seen::default();
    let mut faults = BTreeMap::new();
    let visitor = hub.visitor(lang).await;
    walks_everywhere(&visitor, "visitor", &seen, &mut faults).await;
    drop(visitor);
    for word in hub.people().map(str::to_owned).collect::<Vec<_>>() {
        let person = hub.signed_in(&word, lang).await;
        walks_everywhere(&person, &word, &seen, &mut faults).await;
    }
    let found: Vec<String> = faults
        .into_iter()
        .map(|(fault, places)| format!("{fault}\n      seen at {}", places.join(", ")))
        .collect();
    assert!(
        found.is_empty(),
        "{} faults in {}:\n  {}",
        found.len(),
        lang.code(),
        found.join("\n  ")
    );
}

async fn walks_everywhere(
    person: &Person,
    who: &str,
    seen: &Seen,
    faults: &mut BTreeMap<String, Vec<String>>,
) {
    for (route, address) in PAGES {
        if ASKS_IN_VAIN.contains(route) {
            person.expects_failed_requests();
        }
        person.follows_a_link_to(address).await;
        for (width, fault) in person.looks_the_page_over(seen).await {
            faults.entry(fault).or_default().push(format!(
                "/{}{address} as {who} at {width:?}",
                person.lang().code()
            ));
        }
        if ASKS_IN_VAIN.contains(route) {
            person.expects_no_more_failed_requests().await;
        }
    }
}
