use proptest::prelude::*;
use rstest::rstest;
use std::collections::BTreeSet;

use super::*;
use crate::ids::{AttemptId, ModuleId};
use crate::lang::{Lang, Translated};
use crate::records::Pair;

fn text(words: &str) -> Translated {
    Translated::only(Lang::Fr, words)
}

fn choices(correct: &[bool]) -> Vec<Choice> {
    correct
        .iter()
        .map(|&correct| Choice {
            text: text("choix"),
            correct,
        })
        .collect()
}

fn pairs(count: usize) -> Vec<Pair> {
    (0..count)
        .map(|n| Pair {
            left: text(&format!("g{n}")),
            right: text(&format!("d{n}")),
        })
        .collect()
}

fn question(kind: QuestionKind) -> Question {
    Question {
        text: text("?"),
        kind,
        explanation: text("parce que"),
        lesson: None,
    }
}

fn single() -> Question {
    question(QuestionKind::Single(choices(&[false, true, false])))
}
fn multiple() -> Question {
    question(QuestionKind::Multiple(choices(&[true, false, true])))
}
fn true_false() -> Question {
    question(QuestionKind::TrueFalse(choices(&[true, false])))
}
fn ordering() -> Question {
    question(QuestionKind::Ordering(vec![
        text("un"),
        text("deux"),
        text("trois"),
    ]))
}
fn matching() -> Question {
    question(QuestionKind::Matching(pairs(3)))
}

fn quiz(questions: Vec<Question>, pass_percent: u8) -> Quiz {
    Quiz {
        module: ModuleId::from_name("essai"),
        pass_percent,
        questions,
        edition: crate::records::EditionNumber::FIRST,
    }
}

#[rstest]
#[case::the_right_choice(single(), Answer::One(1), Some(true))]
#[case::another_choice(single(), Answer::One(0), Some(false))]
#[case::no_such_choice(single(), Answer::One(3), None)]
#[case::single_answered_as_multiple(single(), Answer::Many(vec![1]), None)]
#[case::all_right_choices(multiple(), Answer::Many(vec![0, 2]), Some(true))]
#[case::all_right_choices_in_any_order(multiple(), Answer::Many(vec![2, 0]), Some(true))]
#[case::one_is_missing(multiple(), Answer::Many(vec![0]), Some(false))]
#[case::one_too_many(multiple(), Answer::Many(vec![0, 1, 2]), Some(false))]
#[case::none_taken(multiple(), Answer::Many(vec![]), Some(false))]
#[case::one_taken_twice(multiple(), Answer::Many(vec![0, 0]), None)]
#[case::one_that_does_not_exist(multiple(), Answer::Many(vec![0, 9]), None)]
#[case::true_it_is(true_false(), Answer::One(0), Some(true))]
#[case::false_it_is_not(true_false(), Answer::One(1), Some(false))]
#[case::neither(true_false(), Answer::One(2), None)]
#[case::the_right_order(ordering(), Answer::Order(vec![0, 1, 2]), Some(true))]
#[case::another_order(ordering(), Answer::Order(vec![1, 0, 2]), Some(false))]
#[case::an_item_is_missing(ordering(), Answer::Order(vec![0, 1]), None)]
#[case::an_item_twice(ordering(), Answer::Order(vec![0, 1, 1]), None)]
#[case::an_item_that_does_not_exist(ordering(), Answer::Order(vec![0, 1, 3]), None)]
#[case::ordering_answered_as_matching(ordering(), Answer::Match(vec![0, 1, 2]), None)]
#[case::everything_with_its_own(matching(), Answer::Match(vec![0, 1, 2]), Some(true))]
#[case::two_exchanged(matching(), Answer::Match(vec![0, 2, 1]), Some(false))]
#[case::a_side_given_twice(matching(), Answer::Match(vec![0, 0, 1]), None)]
#[case::skipped(matching(), Answer::Skipped, Some(false))]
fn a_question_is_right_as_a_whole_or_not(
    #[case] question: Question,
    #[case] answer: Answer,
    #[case] expected: Option<bool>,
) {
    assert_eq!(is_right(&question, &answer), expected);
    let graded = grade(&quiz(vec![question], 80), std::slice::from_ref(&answer));
    match expected {
        Some(right) => assert_eq!(graded.unwrap().verdicts, [right]),
        None => assert_eq!(graded, Err(AnswersDoNotFit::Shape { question: 0 })),
    }
}

#[rstest]
#[case::none_of_six(0, 6, 0, false)]
#[case::four_of_six(4, 6, 66, false)]
#[case::five_of_six(5, 6, 83, true)]
#[case::four_of_five(4, 5, 80, true)]
#[case::just_under(79, 99, 79, false)]
#[case::all(6, 6, 100, true)]
fn the_percentage_is_rounded_down_and_decides(
    #[case] right: usize,
    #[case] asked: usize,
    #[case] percent: u8,
    #[case] passed: bool,
) {
    let answers: Vec<Answer> = (0..asked).map(|n| Answer::One(u8::from(n < right))).collect();
    let grade = grade(&quiz(vec![single(); asked], 80), &answers).unwrap();
    assert_eq!(
        (grade.right as usize, grade.percent, grade.passed),
        (right, percent, passed)
    );
}

#[test]
fn answers_of_another_quiz_are_not_graded() {
    let two = quiz(vec![single(), ordering()], 80);
    assert_eq!(
        grade(&two, &[Answer::One(1)]),
        Err(AnswersDoNotFit::Count { given: 1, asked: 2 })
    );
    assert_eq!(
        grade(&two, &[Answer::One(1), Answer::One(1)]),
        Err(AnswersDoNotFit::Shape { question: 1 })
    );
    assert!(
        !grade(&quiz(vec![], 0), &[]).unwrap().passed,
        "an empty quiz is not a way to a certificate"
    );
}

#[test]
fn a_failed_quiz_says_which_lessons_to_reread() {
    let mut questions = vec![single(), single(), single(), ordering()];
    for (question, lesson) in questions.iter_mut().zip([Some(3), Some(1), Some(3), None]) {
        question.lesson = lesson;
    }
    let quiz = quiz(questions, 80);
    let answers = [Answer::One(0), Answer::One(1), Answer::Skipped, Answer::Skipped];
    let grade = grade(&quiz, &answers).unwrap();
    assert_eq!(lessons_to_reread(&quiz, &grade), BTreeSet::from([3]));
}

#[test]
fn a_sitting_is_shown_the_same_way_again_and_another_sitting_differently() {
    let kind = QuestionKind::Single(choices(&[false; 8]));
    let attempt = |n: u8| AttemptId::new(1_795_392_000_000, [n; 10]);
    assert_eq!(
        shown_order(&kind, seed(attempt(1), 4)),
        shown_order(&kind, seed(attempt(1), 4))
    );
    let orders: BTreeSet<Vec<u8>> = (0..20).map(|n| shown_order(&kind, seed(attempt(n), 4))).collect();
    assert!(orders.len() >= 18, "{orders:?}");
    // What a device shows must not change with a new version of the app in the middle of a sitting.
    assert_eq!(shown_order(&kind, 2026), [7, 5, 0, 4, 1, 6, 2, 3]);
}

#[test]
fn every_first_place_comes_up_about_as_often() {
    let kind = QuestionKind::Multiple(choices(&[false; 4]));
    let mut first = [0_u32; 4];
    for n in 0..4_000 {
        first[usize::from(shown_order(&kind, n)[0])] += 1;
    }
    assert!(
        first.iter().all(|count| (850..1_150).contains(count)),
        "{first:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_shown_in_the_right_order(seed in any::<u64>(), count in 2_usize..20) {
        for kind in [QuestionKind::Ordering(vec![text("x"); count]), QuestionKind::Matching(pairs(count))] {
            let shown = shown_order(&kind, seed);
            prop_assert!(!shown.is_sorted());
            // An answer that follows what is shown is a well-formed answer, and a wrong one.
            let answer = match kind {
                QuestionKind::Ordering(_) => Answer::Order(shown),
                _ => Answer::Match(shown),
            };
            prop_assert_eq!(is_right(&question(kind), &answer), Some(false));
        }
    }

    #[test]
    fn true_and_false_keep_their_places(seed in any::<u64>()) {
        prop_assert_eq!(shown_order(&QuestionKind::TrueFalse(choices(&[true, false])), seed), [0, 1]);
    }
}
