//! Modules that are written here: two people in one text, and what a module still lacks.

use crate::module_drafts::*;
use shared::authoring::{DraftProblem, problems};
use shared::ids::*;
use shared::lang::Lang;
use shared::mutation::*;
use shared::records::*;
use shared::refusal::RefusalCode;

#[test]
fn two_who_write_one_text_both_find_their_words_and_two_languages_do_not_meet() {
    let mut world = world();
    world.is_written();
    let place = DraftPlace::LessonText(lesson("two"));
    let before = world.draft_texts().get(place, Lang::Ar).to_owned();
    world.writes_from("ghali", place, Lang::Fr, "Texte", "").unwrap();
    world
        .writes_from("fatima", place, Lang::Ar, "نص فاطمة", &before)
        .unwrap();
    world
        .writes_from("ghali", place, Lang::Ar, "نص غالي", &before)
        .unwrap();
    let texts = world.draft_texts();
    assert_eq!(texts.get(place, Lang::Fr), "Texte");
    let row = texts.row(place, Lang::Ar).unwrap();
    assert_eq!((row.text.as_str(), row.by.name.as_str()), ("نص فاطمة", "fatima"));
    let versions: Vec<(&str, &str)> = row
        .versions
        .iter()
        .map(|version| (version.text.as_str(), version.by.name.as_str()))
        .collect();
    assert_eq!(versions, [("نص غالي", "ghali")]);
    assert_eq!(world.offers("fatima"), Err(RefusalCode::Undecided));
    // The translation was made from what stood there before.
    assert!(texts.is_behind(place, Lang::Fr, Lang::Ar));

    let both = SaveModuleText {
        module: module(),
        place,
        lang: Lang::Ar,
        text: "نصهما معا".into(),
        seen: vec![TextMark::of("نص فاطمة"), TextMark::of("نص غالي")],
        translates: None,
    };
    world.act("fatima", both).unwrap();
    assert_eq!(world.draft_texts().row(place, Lang::Ar).unwrap().versions, []);
    world.writes("ghali", place, Lang::Fr, "Texte revu");
    assert!(!world.draft_texts().is_behind(place, Lang::Fr, Lang::Ar));
}

#[test]
fn what_is_missing_is_named_in_the_language_nearest_to_complete() {
    let mut world = world();
    world.is_written();
    let place = DraftPlace::LessonTitle(lesson("two"));
    world.writes("fatima", place, Lang::Ar, "\u{200b}");
    world.writes("fatima", DraftPlace::Title, Lang::Fr, "Titre");
    let found = problems(&world.draft(), &world.draft_texts());
    assert_eq!(found, [DraftProblem::NoText(place, Lang::Ar)]);
    assert_eq!(world.offers("fatima"), Err(RefusalCode::Missing));
}

#[test]
fn a_question_without_a_right_answer_and_a_link_to_a_lesson_that_was_taken_out_are_named() {
    let mut world = world();
    world.is_written();
    let mut wrong = question(QuestionDraftKind::Multiple);
    wrong.parts.iter_mut().for_each(|part| part.correct = false);
    world.changes(
        "fatima",
        OutlineChange::Question {
            question: wrong,
            at: 0,
        },
    );
    let mut short = question(QuestionDraftKind::Ordering);
    short.parts[1].removed = true;
    world.changes(
        "fatima",
        OutlineChange::Question {
            question: short,
            at: 0,
        },
    );
    world.changes("fatima", OutlineChange::RemoveLesson(lesson("two")));
    let found = problems(&world.draft(), &world.draft_texts());
    assert_eq!(
        found,
        [
            DraftProblem::Parts(question_id("ordering")),
            DraftProblem::NoRightChoice(question_id("multiple")),
            DraftProblem::UnknownLesson(DraftPlace::LessonText(lesson("one")), Lang::Ar, 2),
        ]
    );
    // A lesson that is put back has its texts and its number.
    world.changes(
        "fatima",
        OutlineChange::Lesson {
            lesson: lesson("two"),
            at: 0,
        },
    );
    let draft = world.draft();
    let numbers: Vec<u32> = draft.lessons().map(|lesson| lesson.number).collect();
    assert_eq!(numbers, [2, 1]);
}

#[test]
fn exactly_one_choice_of_a_single_question_is_right() {
    let mut world = world();
    world.is_written();
    let mut two = question(QuestionDraftKind::Single);
    two.parts.iter_mut().for_each(|part| part.correct = true);
    world.changes("fatima", OutlineChange::Question { question: two, at: 0 });
    let right: Vec<bool> = world.draft().questions[0]
        .parts
        .iter()
        .map(|part| part.correct)
        .collect();
    assert_eq!(right, [true, false]);
}

#[test]
fn an_answer_that_somebody_added_meanwhile_is_kept() {
    let mut world = world();
    world.is_written();
    let before = question(QuestionDraftKind::Single);
    let mut more = before.clone();
    more.parts.push(PartDraft {
        id: PartId::from_name("c"),
        correct: false,
        removed: false,
    });
    world.changes(
        "fatima",
        OutlineChange::Question {
            question: more,
            at: 0,
        },
    );
    let mut other = before;
    other.parts.reverse();
    world.changes(
        "ghali",
        OutlineChange::Question {
            question: other,
            at: 0,
        },
    );
    let draft = world.draft();
    let parts: Vec<PartId> = draft.questions[0].parts().map(|part| part.id).collect();
    assert_eq!(parts, ["b", "a", "c"].map(PartId::from_name));
}
