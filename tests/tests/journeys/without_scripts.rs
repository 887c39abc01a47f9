//! Every public page does its work where no script runs: in a browser that has them off, and in one that shows text alone.

use rstest::rstest;
use shared::lang::Lang;
use tests::browser::{BrowserHub, Visitor, Words, text_of_page};

const CARDS: &str = "main li.card";
/// The button that only the page without scripts has.
const SUBMIT: &str = "form.filters noscript button";
const CERTIFICATE: &str = "MTQ-2026-2222-2222";

#[rstest]
#[case::arabic(Lang::Ar, Lang::Fr)]
#[case::french(Lang::Fr, Lang::En)]
#[case::english(Lang::En, Lang::Ar)]
#[tokio::test]
async fn lists_are_filtered_and_searched_and_languages_are_links(#[case] lang: Lang, #[case] other: Lang) {
    let hub = BrowserHub::open("without scripts", 1).await;
    let visitor = Visitor::fresh().await.expect("a browser");
    visitor.runs_no_scripts().await.expect("scripts are off");
    let page = |lang: Lang, path: &str| format!("{}/{}{path}", hub.origin(), lang.code());

    // Experiences by principle, then by words as well, then in another language.
    visitor.goes_to(&page(lang, "/experiences")).await.unwrap();
    let all = visitor.words_of(CARDS).await.unwrap().len();
    visitor.presses("details.filter-panel summary").await.unwrap();
    let box_to_tick = "input[name=principle][value=citizen-participation]";
    visitor.presses(box_to_tick).await.unwrap();
    visitor.presses(SUBMIT).await.unwrap();
    visitor.is_at("principle=citizen-participation").await.unwrap();
    let some = visitor.words_of(CARDS).await.unwrap().len();
    assert!(some > 0 && some < all, "{some} of {all} experiences are shown");
    visitor
        .presses(&format!("header a[hreflang={}]", other.code()))
        .await
        .unwrap();
    visitor
        .is_at(&page(other, "/experiences?principle=citizen-participation"))
        .await
        .unwrap();
    assert_eq!(visitor.words_of(CARDS).await.unwrap().len(), some);

    visitor.goes_to(&page(lang, "/experiences")).await.unwrap();
    visitor
        .types_into("main input[name=q]", "tinghir\n")
        .await
        .unwrap();
    visitor.is_at("q=tinghir").await.unwrap();
    let found = visitor.words_of("main .card__title a").await.unwrap();
    assert_eq!(found.len(), 1, "{found:?}");

    // Words of a text, in the search over everything.
    visitor.goes_to(&page(lang, "/search")).await.unwrap();
    visitor
        .types_into("#search", "headquarters workshop\n")
        .await
        .unwrap();
    visitor.is_at("q=headquarters").await.unwrap();
    visitor
        .presses("main a[href$='/experiences/tinghir-participatory-budget']")
        .await
        .unwrap();
    visitor
        .is_at(&page(lang, "/experiences/tinghir-participatory-budget"))
        .await
        .unwrap();

    // A collectivity, by its name.
    visitor.goes_to(&page(lang, "/network")).await.unwrap();
    visitor.presses("details.filter-panel summary").await.unwrap();
    visitor.types_into("#network-words", "Tinghir").await.unwrap();
    visitor.presses(SUBMIT).await.unwrap();
    visitor.is_at("q=Tinghir").await.unwrap();
    visitor.presses("main a[href$='/network/tinghir']").await.unwrap();
    visitor.is_at(&page(lang, "/network/tinghir")).await.unwrap();

    // The number of a certificate.
    visitor
        .goes_to(&page(lang, "/certificates/MTQ-2026-3333-3333"))
        .await
        .unwrap();
    visitor
        .types_into("#certificate-number", CERTIFICATE)
        .await
        .unwrap();
    visitor.presses("form.lookup button[type=submit]").await.unwrap();
    visitor
        .is_at(&page(lang, &format!("/certificates/{CERTIFICATE}")))
        .await
        .unwrap();
    let title = Words::of(lang).say(&"learn-certificate-unknown-title".into());
    assert_eq!(visitor.words_of("h1").await.unwrap(), [title]);
}

#[tokio::test]
async fn a_text_browser_reads_the_pages_in_each_language() {
    let hub = BrowserHub::open("text browser", 1).await;
    for lang in Lang::ALL {
        let page = |path: &str| text_of_page(&format!("{}/{}{path}", hub.origin(), lang.code()));
        let words = Words::of(lang);
        for (path, keys) in [
            (
                "/experiences",
                ["experiences-list-title", "common-apply-filters"].as_slice(),
            ),
            ("/network?q=Tinghir", &["network-title", "common-apply-filters"]),
            (
                "/certificates/MTQ-2026-2222-2222",
                &["learn-certificate-unknown-title"],
            ),
        ] {
            let text = page(path);
            for key in keys {
                let wanted = words.say(&(*key).into());
                assert!(text.contains(&wanted), "{path} does not say “{wanted}”:\n{text}");
            }
        }
        // What the app alone can do is not offered, and what is read comes without doubled or empty parts.
        let lesson = page("/learn/first-30-days/five-principles-on-one-page");
        assert!(
            lesson.lines().filter(|line| line.len() > 60).count() > 15,
            "{lesson}"
        );
    }
}
