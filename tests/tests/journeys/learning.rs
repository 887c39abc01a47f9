//! Journeys 3 and 9: a module, its quiz and its certificate, on two devices; and the stranger who verifies it.

use std::time::Duration;

use rstest::rstest;
use shared::lang::Lang;
use tests::browser::{BrowserHub, Person, Role, beginning, filled, module_of_the_library, written};

use crate::quiz::{answers, sits_the_quiz};

const MODULE: &str = "first-30-days";

/// A lesson that is left sooner was only looked into: its position is not kept.
const LONGER_THAN_A_GLANCE: Duration = Duration::from_millis(2_500);

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::french(Lang::Fr)]
#[tokio::test]
async fn a_module_is_begun_on_one_device_and_certified_on_another(#[case] lang: Lang) {
    let hub = BrowserHub::open("journey 3", 2).await;
    let module = module_of_the_library(MODULE);
    let [first, second, third, fourth] = module.card.lessons.as_slice() else {
        panic!("the module has four lessons");
    };

    let office = hub.signed_in("member", lang).await;
    office.follows("common-place-learn").await;
    office.arrives_at("learn-title").await;
    office.follows(written(office.reads(&module.card.title))).await;
    office.arrives_at(written(office.reads(&module.card.title))).await;
    office.follows("learn-module-start").await;
    office.arrives_at(written(office.reads(&first.title))).await;
    office.presses("learn-lesson-complete-next").await;
    office.is_at(written(office.reads(&second.title))).await;
    office.presses("learn-lesson-complete-next").await;
    office.is_at(written(office.reads(&third.title))).await;
    // In the middle of the third one the telephone rings.
    office.reads_on_to_block(8).await;
    let reached = office.has_read_to().await;
    assert!(
        reached >= 8,
        "the lesson knows that block 8 was read, not {reached}"
    );
    office.reads_for(LONGER_THAN_A_GLANCE).await;
    office.follows(written(office.reads(&module.card.title))).await;
    office.is_at(written(office.reads(&module.card.title))).await;
    office.sees("learn-lesson-state-begun").await;
    office.is_told_that_everything_is_sent().await;

    let home = hub.signed_in("member", lang).await;
    home.follows("common-place-mine").await;
    home.arrives_at("learn-mine-title").await;
    home.sees(filled("learn-card-steps", [("done", &2), ("all", &5)]))
        .await;
    home.follows(written(home.reads(&module.card.title))).await;
    home.is_at(written(home.reads(&module.card.title))).await;
    let next = home.reads(&third.title);
    home.follows(filled("learn-module-continue", [("lesson", &next)]))
        .await;
    home.is_at(written(next)).await;
    home.finds_the_place_again(reached).await;
    home.presses("learn-lesson-complete-next").await;
    home.is_at(written(home.reads(&fourth.title))).await;
    home.presses("learn-lesson-complete-quiz").await;
    sits_the_quiz(&home, module, 0).await;
    home.arrives_at("learn-quiz-passed").await;
    home.sees("learn-quiz-certificate-ready").await;
    home.follows("learn-module-see-certificate").await;
    home.arrives_at("learn-certificate-title").await;
    home.sees("learn-certificate-valid-title").await;
    home.sees(written(home.reads(&module.card.title))).await;
    let certificate = home.place().await;

    // The first device learns of all that without being touched.
    office.opens("/mine").await;
    office.sees("learn-card-completed").await;
    drop(office);

    let stranger = hub.visitor(lang).await;
    stranger.opens(&certificate).await;
    stranger.is_at("learn-certificate-title").await;
    stranger.sees("learn-certificate-valid-title").await;
    stranger.sees(written(PERSON)).await;

    // Who has no account is told who invites, with words to ask with.
    stranger.opens("/sign-in").await;
    stranger.is_at("account-sign-in-title").await;
    stranger.unfolds("account-no-account-title").await;
    stranger.sees("account-ask-coordination").await;
    stranger.sees(beginning("account-ask-copy")).await;
    stranger.finds_nothing_wrong_with_the_page().await;
}

/// The member of the demonstration; a certificate never alters a name.
const PERSON: &str = "يوسف أوحساين";

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::english(Lang::En)]
#[tokio::test]
async fn a_stranger_is_told_that_a_number_belongs_to_no_certificate(#[case] lang: Lang) {
    let hub = BrowserHub::open("journey 9", 1).await;
    let stranger = hub.visitor(lang).await;
    // The server answers "not found", and the browser notes that on its console.
    stranger.expects_failed_requests();
    stranger.opens("/certificates/MTQ-2026-2222-2222").await;
    stranger.arrives_at("learn-certificate-unknown-title").await;
    stranger.sees("learn-certificate-unknown-text").await;
    stranger
        .writes("learn-certificate-try-number", "mtq-2026 -3333-3333")
        .await;
    stranger.presses("learn-certificate-try-action").await;
    stranger.is_at_place("/certificates/MTQ-2026-3333-3333").await;
    stranger.is_at("learn-certificate-unknown-title").await;
}

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::french(Lang::Fr)]
#[tokio::test]
async fn what_is_done_while_the_network_is_away_is_kept_and_sent(#[case] lang: Lang) {
    let hub = BrowserHub::open("the network drops", 1).await;
    let module = module_of_the_library(MODULE);
    let learner = hub.signed_in("member", lang).await;
    opens_lesson(&learner, 0).await;
    // A moment after the first page the whole app is on the device.
    learner.has_kept_the_app().await;
    learner.is_told_that_everything_is_sent().await;

    learner.loses_the_network().await;
    learner.presses("learn-lesson-complete-next").await;
    learner
        .is_at(written(learner.reads(&module.card.lessons[1].title)))
        .await;
    learner.is_told_that_changes_wait().await;
    // The quiz came with the module, so it can be opened and answered as well.
    learner.follows("learn-lesson-to-quiz").await;
    let question = &module.quiz.questions[0];
    learner.is_at(written(learner.reads(&question.text))).await;
    answers(&learner, question).await;
    learner.goes_back().await;
    learner
        .is_at(written(learner.reads(&module.card.lessons[1].title)))
        .await;

    learner.has_the_network_again().await;
    learner.is_told_that_everything_is_sent().await;
    learner.expects_no_more_failed_requests().await;
    drop(learner);

    // A person who signs in on a browser that never saw any of that finds it.
    let again = hub.signed_in("member", lang).await;
    again.opens(&format!("/learn/{MODULE}")).await;
    again.sees("learn-lesson-state-done").await;
}

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::english(Lang::En)]
#[tokio::test]
async fn two_tabs_of_one_person_show_the_same(#[case] lang: Lang) {
    let hub = BrowserHub::open("two tabs", 1).await;
    let module = module_of_the_library(MODULE);
    let learner = hub.signed_in("member", lang).await;
    learner.opens(&format!("/learn/{MODULE}")).await;
    let overview = learner.this_tab().await;

    let reading = learner.opens_another_tab().await;
    opens_lesson(&learner, 0).await;
    learner.presses("learn-lesson-complete-next").await;
    learner
        .is_at(written(learner.reads(&module.card.lessons[1].title)))
        .await;
    learner.is_told_that_everything_is_sent().await;

    learner.looks_at(overview.clone()).await;
    learner.sees("learn-lesson-state-done").await;
    learner.is_told_that_everything_is_sent().await;

    // The other way round: the tab that was open first does something, the second one shows it.
    learner
        .follows(written(learner.reads(&module.card.lessons[1].title)))
        .await;
    learner
        .is_at(written(learner.reads(&module.card.lessons[1].title)))
        .await;
    learner.presses("learn-lesson-complete-next").await;
    learner
        .is_at(written(learner.reads(&module.card.lessons[2].title)))
        .await;
    learner.looks_at(reading).await;
    learner.sees("learn-lesson-is-complete").await;
}

async fn opens_lesson(learner: &Person, place: usize) {
    let lesson = &module_of_the_library(MODULE).card.lessons[place];
    learner.opens(&format!("/learn/{MODULE}/{}", lesson.slug)).await;
    learner.is_at(written(learner.reads(&lesson.title))).await;
    learner.finds(Role::Button, "learn-lesson-complete-next").await;
}
