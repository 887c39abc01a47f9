//! The public pages as somebody without scripts and as a program reads them.

mod embedded;
mod rows;

use crate::test_hub::{Answer, EXPERIENCE, MODULE, ORIGIN, TestHub, TestOptions};
use serde_json::Value;
use shared::lang::Lang;

const LESSON: &str = "your-role-and-the-network";

pub(crate) fn places() -> Vec<(String, &'static str)> {
    [
        ("", "WebSite"),
        ("/learn", "ItemList"),
        (&format!("/learn/{MODULE}"), "Course"),
        (&format!("/learn/{MODULE}/{LESSON}"), "LearningResource"),
        ("/experiences", "ItemList"),
        (&format!("/experiences/{EXPERIENCE}"), "Article"),
        ("/network", "Organization"),
        ("/network/tinghir", "Organization"),
        ("/network/tetouan", "Organization"),
        ("/about", "Organization"),
        ("/glossary", "DefinedTermSet"),
    ]
    .map(|(path, kind)| (path.to_owned(), kind))
    .into()
}

/// What stands between two marks, each time.
fn all_between<'a>(page: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    page.split(from)
        .skip(1)
        .map(|rest| {
            rest.split_once(to)
                .unwrap_or_else(|| panic!("{from} without {to}"))
                .0
        })
        .collect()
}

fn only_between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let found = all_between(page, from, to);
    assert_eq!(found.len(), 1, "{from} in {page}");
    found[0]
}

fn data_of(page: &str) -> Vec<Value> {
    all_between(
        page,
        "<script type=\"application/ld+json\" data-page=\"\">",
        "</script>",
    )
    .into_iter()
    .map(|data| serde_json::from_str(data).unwrap_or_else(|error| panic!("{error}: {data}")))
    .collect()
}

/// Tags that are opened are closed, in their order: a browser has nothing to repair.
fn check_nesting(page: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in all_between(page, "<", ">") {
        if tag.starts_with('!') || tag.starts_with('?') {
            continue;
        }
        let name = tag.split_whitespace().next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{tag} in {page}"),
            None if ["meta", "link", "br", "hr", "img", "input"].contains(&name) => {}
            None => open.push(name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

async fn page(hub: &TestHub, path: &str) -> Answer {
    hub.as_visitor().get(path).await
}

/// An element whose language is declared has the direction of that language: a text of Arabic that begins with a
/// Latin word or a number is still set from right to left.
fn check_directions(html: &str, address: &str) {
    for tag in html.split('<').filter_map(|rest| rest.split('>').next()) {
        let lang = Lang::ALL
            .into_iter()
            .find(|lang| tag.contains(&format!(" lang=\"{}\"", lang.code())));
        if let Some(lang) = lang {
            let dir = format!(" dir=\"{}\"", lang.dir());
            assert!(tag.contains(&dir), "{address}: {tag}");
        }
    }
}

#[tokio::test]
async fn every_public_page_is_whole_in_every_language() {
    let hub = TestHub::init().await;
    for (path, kind) in places() {
        for lang in Lang::ALL {
            let code = lang.code();
            let address = format!("/{code}{path}");
            let answer = page(&hub, &address).await;
            let text = answer.text();
            assert_eq!(answer.status.as_u16(), 200, "{address}: {text}");
            assert_eq!(answer.header("content-language"), code);
            assert_eq!(answer.header("content-type"), "text/html; charset=utf-8");
            assert_eq!(answer.header("cache-control"), "no-cache");
            assert_eq!(answer.header("vary"), "accept-encoding");
            assert!(answer.header("etag").starts_with("W/\""), "{address}");
            let root = format!("<html lang=\"{code}\" dir=\"{}\">", lang.dir());
            assert!(text.contains(&root), "{address}");
            check_nesting(&text);
            check_directions(&text, &address);

            let heading = only_between(&text, "<h1", "</h1>");
            assert!(
                heading.split_once('>').unwrap().1.chars().count() > 3,
                "{heading}"
            );
            assert!(!only_between(&text, "<title>", "</title>").is_empty());
            assert!(!text.contains('⟦'), "a message is missing: {address}");
            for part in [
                "<a href=\"#main\" class=\"skip-link\">",
                "<main id=\"main\" tabindex=\"-1\" class=\"main\">",
                "class=\"places no-print\">",
                "<footer",
                "<noscript>",
                "<meta name=\"description\" content=\"",
                "<meta property=\"og:title\" content=\"",
                "src=\"/b/1f/boot.js\"",
            ] {
                assert!(text.contains(part), "{part} is not in {address}");
            }

            let canonical = only_between(&text, "<link rel=\"canonical\" href=\"", "\"");
            assert_eq!(canonical, format!("{ORIGIN}{address}"));
            for other in Lang::ALL {
                let other = other.code();
                let alternate = format!(
                    "<link rel=\"alternate\" href=\"{ORIGIN}/{other}{path}\" data-page=\"\" hreflang=\"{other}\">"
                );
                assert!(text.contains(&alternate), "{alternate} is not in {address}");
                assert!(
                    text.contains(&format!("href=\"/{other}{path}\" lang=\"{other}\"")),
                    "{address} leads to {other}"
                );
            }
            assert!(text.contains("hreflang=\"x-default\""), "{address}");
            let kinds: Vec<Value> = data_of(&text).iter().map(|data| data["@type"].clone()).collect();
            assert!(kinds.contains(&kind.into()), "{address}: {kinds:?}");
        }
    }
}

#[tokio::test]
async fn the_text_of_a_page_is_there_without_the_app() {
    let hub = TestHub::init().await;
    for (path, parts) in [
        ("/fr", ["Point focal", "Tinghir", "region-map__tile"].as_slice()),
        ("/fr/learn", &["premiers jours", "language-badge"]),
        (
            "/fr/learn/first-30-days/your-role-and-the-network",
            &[
                "id=\"block-0\"",
                "aria-current=\"page\"",
                "/fr/learn/first-30-days/quiz",
            ],
        ),
        (
            "/ar/experiences",
            &["href=\"/ar/experiences/tinghir-participatory-budget\""],
        ),
        (
            "/ar/experiences/tinghir-participatory-budget",
            &[
                "data-place=\"solution\"",
                "href=\"/ar/network/tinghir\"",
                "hreflang=\"fr\"",
            ],
        ),
        ("/en/network", &["href=\"/en/network/agadir\""]),
        (
            "/en/network/tinghir",
            &["href=\"/en/experiences/tinghir-participatory-budget\""],
        ),
    ] {
        let text = page(&hub, path).await.text();
        for part in parts {
            assert!(text.contains(part), "{part} is not in {path}: {text}");
        }
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_found_and_says_so() {
    let hub = TestHub::init().await;
    for path in [
        "/fr/nothing",
        "/ar/learn/no-such-module",
        "/fr/learn/first-30-days/no-such-lesson",
        "/en/experiences/no-such-experience",
        "/fr/network/no-such-place",
        "/fr/certificates/MTQ-2026-0000-0000",
    ] {
        let answer = page(&hub, path).await;
        let text = answer.text();
        assert_eq!(answer.status.as_u16(), 404, "{path}");
        assert!(
            text.contains("<meta name=\"robots\" content=\"noindex\""),
            "{path}"
        );
        assert!(
            !text.contains("rel=\"canonical\"") && data_of(&text).is_empty(),
            "{path}"
        );
        only_between(&text, "<h1", "</h1>");
        check_nesting(&text);
        assert!(
            text.contains("src=\"/b/1f/boot.js\""),
            "the app starts all the same: {path}"
        );
    }
}

#[tokio::test]
async fn pages_that_only_the_app_has_come_without_content() {
    let hub = TestHub::init().await;
    for path in [
        "/fr/mine",
        "/ar/sign-in",
        "/fr/experiences/write",
        "/fr/learn/first-30-days/quiz",
    ] {
        let answer = page(&hub, path).await;
        assert_eq!(answer.status.as_u16(), 200, "{path}");
        let text = answer.text();
        assert!(
            text.contains("<main id=\"opening\" class=\"empty\">"),
            "{path}: {text}"
        );
        assert!(!text.contains("data-page"), "{path}");
    }
}

#[tokio::test]
async fn programs_find_every_public_page() {
    let hub = TestHub::init().await;
    let robots = page(&hub, "/robots.txt").await;
    assert_eq!(robots.header("content-type"), "text/plain; charset=utf-8");
    assert!(robots.text().contains("Disallow: /api/\n"));
    assert!(
        robots
            .text()
            .contains(&format!("Sitemap: {ORIGIN}/sitemap.xml\n"))
    );
    let sitemap = page(&hub, "/sitemap.xml").await;
    assert_eq!(sitemap.header("content-type"), "application/xml; charset=utf-8");
    let text = sitemap.text();
    let addresses = all_between(&text, "<loc>", "</loc>");
    assert_eq!(addresses.len() % 3, 0);
    for (path, _) in places().into_iter().filter(|(path, _)| !path.contains("tetouan")) {
        for lang in Lang::ALL {
            let address = format!("{ORIGIN}/{}{path}", lang.code());
            assert!(addresses.contains(&address.as_str()), "{address}");
            assert!(text.contains(&format!("hreflang=\"{}\" href=\"{address}\"", lang.code())));
        }
    }
    for address in addresses {
        let path = address.strip_prefix(ORIGIN).unwrap();
        assert_eq!(page(&hub, path).await.status.as_u16(), 200, "{path}");
    }
    assert_eq!(page(&hub, "/sitemap-2.xml").await.status.as_u16(), 404);
}

#[tokio::test]
async fn pages_travel_small_and_only_when_they_changed() {
    let hub = TestHub::init().await;
    let plain = page(&hub, "/ar/learn/first-30-days").await;
    let small = hub
        .as_visitor()
        .saying("accept-encoding", "gzip, br")
        .get("/ar/learn/first-30-days")
        .await;
    assert_eq!(small.header("content-encoding"), "br");
    assert!(small.body.len() * 3 < plain.body.len(), "{}", small.body.len());
    assert_eq!(small.header("etag"), plain.header("etag"));
    let held = hub
        .as_visitor()
        .saying("if-none-match", plain.header("etag"))
        .get("/ar/learn/first-30-days")
        .await;
    assert_eq!((held.status.as_u16(), held.body.len()), (304, 0));
}

#[tokio::test]
async fn a_demonstration_says_so_on_every_page() {
    let hub = TestHub::with(TestOptions {
        demonstration: true,
        ..TestOptions::default()
    })
    .await;
    let plain = TestHub::init().await;
    let banner = "class=\"demo-banner\"";
    for (path, _) in places() {
        for lang in Lang::ALL {
            let path = format!("/{}{path}", lang.code());
            assert!(page(&hub, &path).await.text().contains(banner), "{path}");
            assert!(!page(&plain, &path).await.text().contains(banner), "{path}");
        }
    }
}
