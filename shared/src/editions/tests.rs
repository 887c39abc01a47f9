use super::*;
use crate::ids::{LessonId, ModuleId};
use crate::lang::Lang;
use crate::records::{EditionNumber, Lesson, Module, Pair, PartialDate, Source};
use crate::time::Timestamp;
use crate::vocabulary::Principle;
use rstest::rstest;

const LESSON: &str =
    "The law gives everybody a right to ask for a document. The answer comes within twenty days.";

fn whole() -> WholeModule {
    let id = ModuleId::from_name("m");
    let texts = |en: &str| Translated::only(Lang::En, en);
    let lesson = LessonId::of_module("m", "a");
    let choice = |text, correct| Choice {
        text: texts(text),
        correct,
    };
    let question = |kind| Question {
        text: texts("What does the law say about documents?"),
        kind,
        explanation: texts("The law says so in its first article, and in the next one once more."),
        lesson: None,
    };
    WholeModule {
        card: ModuleCard {
            archived: false,
            id,
            slug: "m".into(),
            order: 1,
            title: texts("Access to information"),
            summary: texts("What everybody may ask for."),
            principles: vec![Principle::Transparency],
            audience: vec![],
            minutes: 20,
            languages: vec![Lang::En],
            lessons: vec![LessonHead {
                id: lesson,
                number: 1,
                slug: "a".into(),
                title: texts("The law"),
            }],
            pass_percent: 80,
            questions: 3,
            updated: Timestamp(0),
            updated_on: PartialDate::default(),
            edition: EditionNumber::FIRST,
        },
        module: Module {
            id,
            objectives: vec![texts("Answer a request in time.")],
            licence: "CC-BY-4.0".into(),
            sources: vec![],
        },
        lessons: vec![Lesson {
            id: lesson,
            module: id,
            number: 1,
            text: texts(LESSON),
        }],
        quiz: Quiz {
            module: id,
            pass_percent: 80,
            questions: vec![
                question(QuestionKind::Single(vec![
                    choice("Everybody may ask for documents", true),
                    choice("Nobody may ask for documents", false),
                ])),
                question(QuestionKind::Ordering(vec![texts("Ask"), texts("Wait")])),
                question(QuestionKind::Matching(vec![Pair {
                    left: texts("Law"),
                    right: texts("Parliament"),
                }])),
            ],
            edition: EditionNumber::FIRST,
        },
    }
}

fn first_choices(whole: &mut WholeModule) -> &mut Vec<Choice> {
    match &mut whole.quiz.questions[0].kind {
        QuestionKind::Single(choices) => choices,
        _ => panic!("the first question has one right choice"),
    }
}

fn set(text: &mut Translated, en: &str) {
    text.set(Lang::En, en);
}

#[rstest]
#[case::its_place(|m: &mut WholeModule| m.card.order = 4)]
#[case::its_principles(|m: &mut WholeModule| m.card.principles.clear())]
#[case::its_date(|m: &mut WholeModule| m.card.updated = Timestamp(7))]
#[case::what_the_catalogue_says(|m: &mut WholeModule| set(&mut m.card.summary, "Other words altogether"))]
#[case::its_number(|m: &mut WholeModule| m.quiz.edition = EditionNumber::FIRST.renewed())]
fn what_only_a_catalogue_says_is_no_change(#[case] change: fn(&mut WholeModule)) {
    let (before, mut after) = (whole(), whole());
    change(&mut after);
    assert_eq!(compare(&before, &after), ModuleChange::None);
}

#[rstest]
#[case::one_word_of_a_lesson(|m: &mut WholeModule| set(&mut m.lessons[0].text, &LESSON.replace("twenty", "thirty")))]
#[case::a_misspelt_title(|m: &mut WholeModule| set(&mut m.card.title, "Access to informations"))]
#[case::a_misspelt_choice(|m: &mut WholeModule| set(&mut first_choices(m)[0].text, "Everybody may ask for document"))]
#[case::a_translation(|m: &mut WholeModule| m.lessons[0].text.set(Lang::Fr, "La loi"))]
#[case::its_length(|m: &mut WholeModule| m.card.minutes = 25)]
#[case::a_source(|m: &mut WholeModule| m.module.sources.push(Source { title: "Loi".into(), url: "https://loi.example".into() }))]
#[case::a_lesson_to_reread(|m: &mut WholeModule| m.quiz.questions[0].lesson = Some(1))]
fn a_correction_moves_nobodys_goal(#[case] change: fn(&mut WholeModule)) {
    let (before, mut after) = (whole(), whole());
    change(&mut after);
    assert_eq!(compare(&before, &after), ModuleChange::Correction);
}

#[rstest]
#[case::another_right_answer(|m: &mut WholeModule| first_choices(m).iter_mut().for_each(|c| c.correct = !c.correct))]
#[case::choices_in_another_order(|m: &mut WholeModule| first_choices(m).reverse())]
#[case::one_choice_more(|m: &mut WholeModule| { let more = first_choices(m)[1].clone(); first_choices(m).push(more) })]
#[case::a_choice_turned_round(|m: &mut WholeModule| set(&mut first_choices(m)[1].text, "Somebody may ask for documents"))]
#[case::a_not_in_a_question(|m: &mut WholeModule| set(&mut m.quiz.questions[0].text, "What does the law not say about documents?"))]
#[case::items_in_another_order(|m: &mut WholeModule| if let QuestionKind::Ordering(items) = &mut m.quiz.questions[1].kind { items.reverse() })]
#[case::another_pair(|m: &mut WholeModule| if let QuestionKind::Matching(pairs) = &mut m.quiz.questions[2].kind { set(&mut pairs[0].right, "Council") })]
#[case::one_question_less(|m: &mut WholeModule| drop(m.quiz.questions.pop()))]
#[case::another_kind_of_question(|m: &mut WholeModule| { let choices = first_choices(m).clone(); m.quiz.questions[0].kind = QuestionKind::Multiple(choices) })]
#[case::a_higher_pass_mark(|m: &mut WholeModule| m.quiz.pass_percent = 90)]
#[case::a_lesson_less(|m: &mut WholeModule| { m.lessons.clear(); m.card.lessons.clear() })]
#[case::a_lesson_read_again(|m: &mut WholeModule| { let id = LessonId::of_module("m", "b"); m.lessons[0].id = id; m.card.lessons[0].id = id })]
#[case::a_lesson_written_anew(|m: &mut WholeModule| set(&mut m.lessons[0].text, "Something else is said in this lesson now, and nothing of it was there."))]
#[case::a_fifth_of_a_lesson(|m: &mut WholeModule| set(&mut m.lessons[0].text, &LESSON.replace("comes within twenty days", "follows after some months")))]
#[case::a_lesson_grown_by_a_fifth(|m: &mut WholeModule| set(&mut m.lessons[0].text, &format!("{LESSON} Nobody has to say why.")))]
#[case::a_translation_gone(|m: &mut WholeModule| { m.lessons[0].text.set(Lang::En, ""); m.lessons[0].text.set(Lang::Fr, "La loi") })]
fn what_moves_a_goal_is_another_edition(#[case] change: fn(&mut WholeModule)) {
    let (before, mut after) = (whole(), whole());
    change(&mut after);
    assert_eq!(compare(&before, &after), ModuleChange::Edition);
}
