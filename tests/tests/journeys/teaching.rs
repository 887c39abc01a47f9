//! Journey 6: a trainer writes a module, somebody else reads and publishes it, and everybody finds it.

use shared::lang::Lang;
use tests::browser::{BrowserHub, Person, Width, beginning, filled, written};

const TITLE: &str = "استقبال المرتفقين بالجماعة";
const LESSON: &str = "قبل الاستقبال";

#[tokio::test]
async fn a_module_is_written_read_by_somebody_else_and_taught() {
    let hub = BrowserHub::open("journey 6", 2).await;
    let trainer = hub.signed_in("trainer", Lang::Ar).await;
    trainer.opens("/teach").await;
    trainer.arrives_at("teach-title").await;
    trainer.finds_nothing_wrong_with_the_page().await;
    trainer.presses("teach-begin").await;
    trainer.arrives_at("teach-untitled").await;
    trainer.sees("teach-missing").await;
    trainer.writes_in(Lang::Ar, "teach-place-title", TITLE).await;
    trainer
        .writes_in(Lang::Ar, "teach-place-summary", "كيف نستقبل المرتفقين ونوجههم.")
        .await;
    trainer
        .writes_in(Lang::Ar, "teach-place-objectives", "استقبال المرتفق بلباقة")
        .await;
    trainer
        .writes_in(Lang::Fr, "teach-place-title", "Accueillir les usagers")
        .await;
    trainer.ticks(beginning("principle-transparency")).await;
    trainer.ticks("audience-staff").await;
    trainer.writes("teach-minutes", "٣٠").await;
    trainer.is_told_that_everything_is_sent().await;
    trainer.finds_nothing_wrong_with_the_page().await;

    trainer.presses("teach-lesson-add").await;
    trainer.arrives_at("teach-lesson-untitled").await;
    trainer
        .writes_in(Lang::Ar, "teach-place-lesson-title-here", LESSON)
        .await;
    trainer
        .writes_in(Lang::Ar, "teach-place-lesson-text-here", "نهيئ فضاء الاستقبال.")
        .await;
    trainer.presses_the_first("teach-mark-list").await;
    trainer.is_told_that_everything_is_sent().await;
    // What was written is kept by itself: the page may be loaded again in the middle of the work.
    trainer.reloads().await;
    trainer.arrives_at(written(LESSON)).await;
    trainer
        .reads_in_the_field_of(Lang::Ar, "teach-place-lesson-text-here", "- نهيئ فضاء الاستقبال.")
        .await;
    trainer.presses("teach-preview").await;
    trainer.sees(written("نهيئ فضاء الاستقبال.")).await;
    trainer.finds_nothing_wrong_with_the_page().await;
    trainer.follows("teach-to-module").await;
    trainer.arrives_at(written(TITLE)).await;

    writes_a_question(&trainer).await;
    trainer.sees("teach-complete").await;
    trainer.presses("teach-offer").await;
    trainer.sees("teach-offered-text").await;
    trainer.is_told_that_everything_is_sent().await;
    // Nobody publishes what they wrote themselves.
    trainer.follows("teach-read-it").await;
    trainer.arrives_at("teach-review").await;
    trainer.sees("teach-own-work").await;
    drop(trainer);

    let reader = hub.signed_in("administrator", Lang::Fr).await;
    reader.opens("/teach").await;
    reader.arrives_at("teach-title").await;
    reader.follows(written(TITLE)).await;
    reader.arrives_at(written(TITLE)).await;
    reader.follows("teach-read-it").await;
    reader.arrives_at("teach-review").await;
    reader.sees("teach-change-new").await;
    reader.sees(written("Accueillir les usagers")).await;
    reader.makes_the_window(Width::Phone).await;
    reader.finds_nothing_wrong_with_the_page().await;
    reader.makes_the_window(Width::Desk).await;
    reader.writes("teach-what", "Première édition").await;
    reader.presses("teach-publish").await;
    reader.arrives_at("teach-title").await;
    reader.is_told_that_everything_is_sent().await;
    reader.sees("teach-drafts-none").await;
    drop(reader);

    let visitor = hub.visitor(Lang::Ar).await;
    visitor.opens("/learn").await;
    visitor.follows(written(TITLE)).await;
    visitor.arrives_at(written(TITLE)).await;
    visitor.follows(written(LESSON)).await;
    visitor.arrives_at(written(LESSON)).await;
    visitor.sees(written("نهيئ فضاء الاستقبال.")).await;
}

async fn writes_a_question(trainer: &Person) {
    trainer.follows(filled("teach-quiz-link", [("count", &0)])).await;
    trainer.arrives_at("teach-quiz").await;
    trainer.presses("teach-kind-single").await;
    trainer
        .writes_in(Lang::Ar, "teach-question-text", "بماذا نبدأ؟")
        .await;
    for (number, text) in [(1, "بالتحية"), (2, "بطلب الوثائق")] {
        let label = filled("teach-part-choice", [("number", &number)]);
        trainer.writes_in(Lang::Ar, label, text).await;
    }
    trainer
        .writes_in(Lang::Ar, "teach-question-explanation", "التحية تطمئن المرتفق.")
        .await;
    trainer.is_told_that_everything_is_sent().await;
    trainer.finds_nothing_wrong_with_the_page().await;
    trainer.follows("teach-to-module").await;
    trainer.arrives_at(written(TITLE)).await;
}

#[tokio::test]
async fn two_trainers_who_write_one_text_both_keep_their_words() {
    let hub = BrowserHub::open("two trainers", 2).await;
    let [trainer, colleague] = [
        hub.signed_in("trainer", Lang::Ar).await,
        hub.signed_in("administrator", Lang::Ar).await,
    ];
    trainer.opens("/teach").await;
    trainer.arrives_at("teach-title").await;
    trainer.presses("teach-begin").await;
    trainer.arrives_at("teach-untitled").await;
    trainer
        .writes_in(Lang::Ar, "teach-place-summary", "ملخص أول")
        .await;
    trainer.is_told_that_everything_is_sent().await;

    colleague.opens("/teach").await;
    colleague.arrives_at("teach-title").await;
    colleague.follows("teach-untitled").await;
    colleague.arrives_at("teach-untitled").await;
    colleague
        .reads_in_the_field_of(Lang::Ar, "teach-place-summary", "ملخص أول")
        .await;
    trainer.loses_the_network().await;
    trainer
        .writes_in(Lang::Ar, "teach-place-summary", "ملخص المكون")
        .await;
    trainer.is_told_that_changes_wait().await;
    colleague
        .writes_in(Lang::Ar, "teach-place-summary", "ملخص الزميلة")
        .await;
    colleague.is_told_that_everything_is_sent().await;
    trainer.has_the_network_again().await;
    trainer.sees("teach-versions-title").await;
    trainer.sees(written("ملخص الزميلة")).await;
    trainer
        .reads_in_the_field_of(Lang::Ar, "teach-place-summary", "ملخص المكون")
        .await;
    trainer.finds_nothing_wrong_with_the_page().await;
    trainer.presses("teach-version-keep").await;
    trainer.sees_no_more("teach-versions-title").await;
    trainer.is_told_that_everything_is_sent().await;
    // Nothing is replaced under the caret.
    colleague.writes_in(Lang::Ar, "teach-place-title", "عنوان").await;
    colleague
        .reads_in_the_field_of(Lang::Ar, "teach-place-summary", "ملخص المكون")
        .await;
}
