//! Journey 10: the language is switched anywhere, and one stays where one was.

use rstest::rstest;
use shared::lang::Lang;
use tests::browser::{BrowserHub, Role, Width, beginning, module_of_the_library, written};

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

#[rstest]
#[case::arabic_to_french(Lang::Ar, Lang::Fr)]
#[case::french_to_english(Lang::Fr, Lang::En)]
#[case::english_to_arabic(Lang::En, Lang::Ar)]
#[tokio::test]
async fn what_is_half_written_is_there_in_the_other_language(#[case] from: Lang, #[case] to: Lang) {
    const HALF_A_TITLE: &str = "Tinghir ouvre ses";
    const HALF_A_PROBLEM: &str = "Personne ne savait où";
    let hub = BrowserHub::open("journey 10, writing", 1).await;
    let author = hub.signed_in("member", from).await;
    author.follows("common-place-experiences").await;
    author.is_at("experiences-list-title").await;
    author.follows("experiences-write-action").await;
    author.is_at("experiences-write-title").await;
    author.writes_in(from, "section-title", HALF_A_TITLE).await;
    author.presses("experiences-step-next").await;
    author.writes_in(from, "section-problem", HALF_A_PROBLEM).await;
    let place = author.place().await;

    // In the middle of a sentence: nothing was saved by hand, no step was left.
    author.switches_to(to).await;
    author.is_at("experiences-write-title").await;
    author.is_at_place(&place).await;
    author
        .reads_in_the_field_of(from, "section-problem", HALF_A_PROBLEM)
        .await;
    author.presses("experiences-step-back").await;
    author
        .reads_in_the_field_of(from, "section-title", HALF_A_TITLE)
        .await;
}

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::french(Lang::Fr)]
#[case::english(Lang::En)]
#[tokio::test]
async fn the_other_languages_are_in_reach_in_the_middle_of_a_lesson_on_a_phone(#[case] lang: Lang) {
    let hub = BrowserHub::open("journey 10, on a phone", 1).await;
    let reader = hub.visitor(lang).await;
    let lesson = &module_of_the_library(MODULE).card.lessons[1];
    reader.makes_the_window(Width::Phone).await;
    reader.opens(&format!("/learn/{MODULE}/{}", lesson.slug)).await;
    reader.is_at(written(reader.reads(&lesson.title))).await;
    reader.reads_on_to_block(6).await;
    reader.sees_in_the_window("common-language").await;
    reader.sees_every_focus().await;
}
