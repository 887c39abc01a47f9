//! From the first page to an answered question without a mouse.

use fantoccini::key::Key;
use rstest::rstest;
use shared::lang::Lang;
use tests::browser::{BrowserHub, LibraryAnswer, Role, module_of_the_library, right_answers, written};

const MODULE: &str = "first-30-days";

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::english(Lang::En)]
#[tokio::test]
async fn a_module_is_taken_by_keyboard_alone(#[case] lang: Lang) {
    let hub = BrowserHub::open("by keyboard", 1).await;
    let module = module_of_the_library(MODULE);
    let learner = hub.visitor(lang).await;

    learner.tabs_to(Role::Link, "common-place-learn").await;
    learner.strikes(Key::Enter).await;
    learner.is_at("learn-title").await;
    // The focus moved to the heading, so that Tab goes on from there.
    learner.has_the_focus_on_the_heading().await;
    let title = learner.reads(&module.card.title);
    learner.tabs_to(Role::Link, written(title.clone())).await;
    learner.strikes(Key::Enter).await;
    learner.is_at(written(title)).await;
    learner.tabs_to(Role::Link, "learn-module-start").await;
    learner.strikes(Key::Enter).await;
    let lesson = learner.reads(&module.card.lessons[0].title);
    learner.is_at(written(lesson)).await;
    learner.has_the_focus_on_the_heading().await;
    learner.finds(Role::Button, "learn-lesson-complete-next").await;
    learner.tabs_to(Role::Button, "learn-lesson-complete-next").await;
    learner.strikes(Key::Enter).await;
    learner
        .is_at(written(learner.reads(&module.card.lessons[1].title)))
        .await;
    learner.tabs_to(Role::Link, "learn-lesson-to-quiz").await;
    learner.strikes(Key::Enter).await;

    let question = &module.quiz.questions[0];
    learner.is_at(written(learner.reads(&question.text))).await;
    let LibraryAnswer::Choices(choices) = right_answers(question, lang) else {
        panic!("the first question offers choices");
    };
    learner.moves_to_the_choice(&choices[0]).await;
    learner.tabs_to(Role::Button, "learn-quiz-next").await;
    learner.strikes(Key::Enter).await;
    learner
        .is_at(written(learner.reads(&module.quiz.questions[1].text)))
        .await;
}
