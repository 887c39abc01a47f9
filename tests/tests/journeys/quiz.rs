//! How somebody who knows a module sits its quiz.

use shared::records::{Question, QuestionKind, WholeModule};
use tests::browser::{LibraryAnswer, Person, Role, filled, right_answers, written};

/// Answers every question rightly, but for the first ones that are answered already, reads the answers over, and hands them in.
pub(crate) async fn sits_the_quiz(learner: &Person, module: &WholeModule, answered: usize) {
    let questions = &module.quiz.questions;
    for (place, question) in questions.iter().enumerate().skip(answered) {
        let asked = learner.reads(&question.text);
        if place == 0 || is_first_of_its_kind(questions, place) {
            // Each kind of question is a page of its own to look at.
            learner.arrives_at(written(asked)).await;
        } else {
            learner.is_at(written(asked)).await;
        }
        answers(learner, question).await;
        let onward = if place + 1 == questions.len() {
            "learn-quiz-to-review"
        } else {
            "learn-quiz-next"
        };
        learner.presses(onward).await;
    }
    learner.arrives_at("learn-quiz-review-title").await;
    learner.sees("learn-quiz-review-all").await;
    learner.presses("learn-quiz-hand-in").await;
}

fn is_first_of_its_kind(questions: &[Question], place: usize) -> bool {
    let kind = |question: &Question| std::mem::discriminant(&question.kind);
    questions
        .iter()
        .position(|other| kind(other) == kind(&questions[place]))
        == Some(place)
}

/// Answers the question on show rightly.
pub(crate) async fn answers(learner: &Person, question: &Question) {
    match right_answers(question, learner.lang()) {
        LibraryAnswer::Choices(choices) => {
            for choice in choices {
                if matches!(question.kind, QuestionKind::Multiple(_)) {
                    learner.ticks(written(choice)).await;
                } else {
                    learner.takes(written(choice)).await;
                }
            }
        }
        LibraryAnswer::Order(items) => puts_in_order(learner, &items).await,
        LibraryAnswer::Pairs(pairs) => {
            for (left, right) in pairs {
                learner.chooses(written(left), written(right)).await;
            }
        }
    }
}

/// Moves each item up to its place, the first one first.
async fn puts_in_order(learner: &Person, items: &[String]) {
    for (place, item) in items.iter().enumerate() {
        let earlier = filled("learn-quiz-earlier", [("item", item)]);
        let up = learner.say(earlier.clone());
        loop {
            let buttons = learner.names_of(Role::Button).await;
            let ups: Vec<&String> = items
                .iter()
                .map(|item| learner.say(filled("learn-quiz-earlier", [("item", item)])))
                .filter_map(|name| buttons.iter().find(|button| is_same(button, &name)))
                .collect();
            let mut in_order: Vec<&&String> = ups.iter().collect();
            in_order.sort_by_key(|name| buttons.iter().position(|button| button == **name));
            let now = in_order.iter().position(|name| is_same(name, &up));
            match now {
                Some(now) if now > place => learner.presses(earlier.clone()).await,
                Some(_) => break,
                None => panic!("“{item}” is not among the items: {buttons:?}"),
            }
        }
    }
}

/// Blanks and no-break blanks look the same.
fn is_same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}
