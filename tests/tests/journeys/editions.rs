//! Acceptance 4 and 5 of teaching: another edition of a module comes out while somebody is in its quiz.

use shared::folder::{self, Library};
use shared::ids::LessonId;
use shared::lang::Lang;
use shared::records::{QuestionKind, WholeModule};
use tests::browser::{BrowserHub, filled, module_of_the_library, written};

use crate::quiz::{answers, sits_the_quiz};

const MODULE: &str = "first-30-days";

/// The module with a lesson more, in whose quiz nothing is right that was.
fn second_edition(module: &WholeModule) -> Library {
    let mut module = module.clone();
    for question in &mut module.quiz.questions {
        match &mut question.kind {
            QuestionKind::Single(choices)
            | QuestionKind::Multiple(choices)
            | QuestionKind::TrueFalse(choices) => {
                let right: Vec<bool> = choices.iter().map(|choice| choice.correct).collect();
                let moved = right.iter().cycle().skip(1);
                for (choice, correct) in choices.iter_mut().zip(moved) {
                    choice.correct = *correct;
                }
            }
            QuestionKind::Ordering(items) => items.rotate_left(1),
            QuestionKind::Matching(pairs) => {
                let mut right: Vec<_> = pairs.iter().map(|pair| pair.right.clone()).collect();
                right.rotate_left(1);
                for (pair, right) in pairs.iter_mut().zip(right) {
                    pair.right = right;
                }
            }
        }
    }
    let (mut head, mut lesson) = (module.card.lessons[0].clone(), module.lessons[0].clone());
    let number = u32::try_from(module.lessons.len() + 1).expect("a few lessons");
    head.slug = "one-more".to_owned();
    head.id = LessonId::of_module(MODULE, &head.slug);
    head.number = number;
    lesson.id = head.id;
    lesson.number = number;
    module.card.lessons.push(head);
    module.lessons.push(lesson);
    Library {
        modules: vec![module],
        ..Library::default()
    }
}

#[tokio::test]
async fn a_quiz_that_was_begun_is_graded_on_its_own_edition() {
    let hub = BrowserHub::open("editions", 2).await;
    let module = module_of_the_library(MODULE);
    let learner = hub.signed_in("member", Lang::Ar).await;
    let title = learner.reads(&module.card.title);
    for (place, head) in module.card.lessons.iter().enumerate() {
        learner.opens(&format!("/learn/{MODULE}/{}", head.slug)).await;
        learner.is_at(written(learner.reads(&head.title))).await;
        let is_last = place + 1 == module.card.lessons.len();
        learner
            .presses(if is_last {
                "learn-lesson-complete-quiz"
            } else {
                "learn-lesson-complete-next"
            })
            .await;
    }
    let first = &module.quiz.questions[0];
    learner.is_at(written(learner.reads(&first.text))).await;
    answers(&learner, first).await;

    hub.imports(&folder::write(&second_edition(module)));
    // What came out is public.
    let visitor = hub.visitor(Lang::Ar).await;
    visitor.opens(&format!("/learn/{MODULE}")).await;
    visitor.sees("learn-edition").await;
    drop(visitor);
    learner.reloads().await;

    learner.presses("learn-quiz-next").await;
    sits_the_quiz(&learner, module, 1).await;
    learner.arrives_at("learn-quiz-passed").await;
    learner.sees("learn-quiz-certificate-ready").await;
    learner.follows("learn-module-see-certificate").await;
    learner.arrives_at("learn-certificate-title").await;
    learner
        .sees(filled(
            "learn-certificate-newer-edition",
            [("of", &1), ("newer", &2)],
        ))
        .await;

    learner.opens(&format!("/learn/{MODULE}")).await;
    learner.is_at(written(title.clone())).await;
    learner
        .sees(filled(
            "learn-edition-renewed",
            [("held", &1), ("live", &2), ("count", &1)],
        ))
        .await;
    learner.follows("learn-editions-link").await;
    learner
        .arrives_at(filled("learn-editions-title", [("module", &title)]))
        .await;
    learner
        .follows(filled("learn-edition-name", [("number", &"1.0")]))
        .await;
    learner.arrives_at(written(title)).await;
    learner.sees("learn-edition-to-live").await;
    learner.sees("learn-lesson-is-complete").await;
}
