//! Journey 10: the language is switched anywhere, and one stays where one was.

use rstest::rstest;
use shared::lang::Lang;
use tests::browser::{BrowserHub, Role, beginning, module_of_the_library, written};

const MODULE: &str = "first-30-days";

#[rstest]
#[case::arabic_to_french(Lang::Ar, Lang::Fr)]
#[case::french_to_english(Lang::Fr, Lang::En)]
#[case::english_to_arabic(Lang::En, Lang::Ar)]
#[tokio::test]
async fn the_language_is_switched_anywhere_and_the_place_stays(#[case] from: Lang, #[case] to: Lang) {
    let hub = BrowserHub::open("journey 10", 1).await;
    let module = module_of_the_library(MODULE);
    let reader = hub.visitor(from).await;

    // A catalogue with a filter on.
    reader.follows("common-place-learn").await;
    reader.is_at("learn-title").await;
    reader.ticks(beginning("principle-access-to-information")).await;
    reader.switches_to(to).await;
    reader.arrives_at("learn-title").await;
    reader.is_at_place("/learn").await;
    assert!(
        reader
            .has_ticked(Role::Checkbox, beginning("principle-access-to-information"))
            .await,
        "the filter is off after the switch"
    );

    // A lesson, in the middle of the text.
    let lesson = &module.card.lessons[1];
    reader.opens(&format!("/learn/{MODULE}/{}", lesson.slug)).await;
    reader.is_at(written(reader.reads(&lesson.title))).await;
    reader.reads_on_to_block(6).await;
    let (block, before) = reader.reading_place().await.expect("there is text in the window");
    reader.switches_to(from).await;
    reader.is_at(written(reader.reads(&lesson.title))).await;
    reader
        .is_at_place(&format!("/learn/{MODULE}/{}", lesson.slug))
        .await;
    let after = reader
        .top_of(&block)
        .await
        .expect("the block is there in each language");
    assert!(
        (after - before).abs() <= 48,
        "the paragraph {block} stood at {before} px and stands at {after} px after the switch"
    );

    // A form, half filled in.
    reader.expects_failed_requests();
    reader.opens("/certificates/MTQ-2026-2222-2222").await;
    reader.is_at("learn-certificate-unknown-title").await;
    reader.writes("learn-certificate-try-number", "MTQ-2026-44").await;
    reader.switches_to(to).await;
    reader.is_at("learn-certificate-unknown-title").await;
    reader
        .reads_in_the_field("learn-certificate-try-number", "MTQ-2026-44")
        .await;
}
