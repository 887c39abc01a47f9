//! The app as a browser gets it: the way to a language, its pages with the right status, its files.

use crate::test_hub::TestHub;
use axum::body::Body;

#[tokio::test]
async fn the_bare_address_leads_to_the_language_that_the_browser_likes_best() {
    let hub = TestHub::init().await;
    let cases = [
        ("/", "fr-MA,fr;q=0.9,en;q=0.8", "/fr"),
        ("/", "en", "/en"),
        ("/", "", "/ar"),
        ("/", "de", "/ar"),
        ("/experiences/", "fr", "/fr/experiences"),
        (
            "/certificates/MTQ-2026-7F3K-9QXW",
            "ar",
            "/ar/certificates/MTQ-2026-7F3K-9QXW",
        ),
    ];
    for (path, likes, place) in cases {
        let answer = hub.as_visitor().saying("accept-language", likes).get(path).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("location")),
            (302, place),
            "{path} {likes}"
        );
        assert_eq!(answer.header("vary"), "accept-language");
    }
}

#[tokio::test]
async fn a_page_of_the_app_is_there_and_another_is_not_found_in_the_same_language() {
    let hub = TestHub::init().await;
    let cases = [
        ("/ar", 200, "ar"),
        ("/fr/", 200, "fr"),
        ("/en/learn/first-30-days/quiz", 200, "en"),
        ("/fr/experiences/write", 200, "fr"),
        ("/ar/nothing", 404, "ar"),
        ("/fr/learn/a/b/c", 404, "fr"),
    ];
    for (path, status, lang) in cases {
        let answer = hub.as_visitor().get(path).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("content-language")),
            (status, lang),
            "{path}"
        );
        assert!(
            answer.text().contains(&format!("<html lang=\"{lang}\"")),
            "{path}"
        );
        assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
}

#[tokio::test]
async fn a_person_on_a_wrong_turn_gets_a_page_and_a_program_gets_none() {
    let hub = TestHub::init().await;
    let person = hub
        .as_visitor()
        .saying("accept", "text/html,*/*;q=0.8")
        .saying("accept-language", "en")
        .get("/nothing/here")
        .await;
    assert_eq!(
        (person.status.as_u16(), person.header("content-language")),
        (404, "en")
    );
    for path in [
        "/b/0e/app.js",
        "/favicon.ico",
        "/index.ar.html",
        "/b/../Cargo.toml",
        "/%2e%2e/lock",
    ] {
        let program = hub.as_visitor().saying("accept", "*/*").get(path).await;
        assert_eq!(program.refusal(), (404, "not_found".to_owned()), "{path}");
    }
}

#[tokio::test]
async fn files_of_a_build_are_kept_for_ever_in_the_smallest_form() {
    let hub = TestHub::init().await;
    for (accepts, encoding, text) in [
        ("gzip, deflate, br", "br", "brotli"),
        ("gzip", "gzip", "gzip"),
        ("", "", "export default 1; export default 1;"),
    ] {
        let file = hub
            .as_visitor()
            .saying("accept-encoding", accepts)
            .get("/b/1f/app.js")
            .await;
        assert_eq!(file.header("content-encoding"), encoding);
        assert_eq!(file.text(), text);
        assert_eq!(file.header("content-type"), "text/javascript; charset=utf-8");
        assert_eq!(
            file.header("cache-control"),
            "public, max-age=31536000, immutable"
        );
        assert_eq!(file.header("vary"), "accept-encoding");
    }
}

#[tokio::test]
async fn what_the_browser_holds_already_does_not_travel_again() {
    let hub = TestHub::init().await;
    let page = hub.as_visitor().get("/ar").await;
    let tag = page.header("etag").to_owned();
    let again = hub.as_visitor().saying("if-none-match", &tag).get("/ar").await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    let changed = hub
        .as_visitor()
        .saying("if-none-match", "W/\"other\"")
        .get("/ar")
        .await;
    assert_eq!(changed.status.as_u16(), 200);
    let lost = hub
        .as_visitor()
        .saying("if-none-match", &tag)
        .get("/ar/nothing")
        .await;
    assert_eq!(
        lost.status.as_u16(),
        404,
        "a page that is not found stays not found"
    );

    let head = hub.as_visitor().send("HEAD", "/ar", Body::empty()).await;
    assert_eq!((head.status.as_u16(), head.body.len()), (200, 0));
    assert_eq!(head.header("etag"), tag);
}
