use crate::world::*;
use rstest::rstest;
use shared::apply::View;
use shared::ids::*;
use shared::lang::{Lang, Translated};
use shared::mutation::*;
use shared::records::*;
use shared::refusal::RefusalCode::*;
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::CollectivityKind;

fn module(world: &mut World) -> (ModuleId, [LessonId; 2]) {
    let module = ModuleId::from_name("m");
    let lessons = [LessonId::of_module("m", "a"), LessonId::of_module("m", "b")];
    let heads = lessons.iter().zip(1..).map(|(id, number)| LessonHead {
        id: *id,
        number,
        slug: number.to_string(),
        title: Translated::new("درس", "Leçon", "Lesson"),
    });
    let card = ModuleCard {
        id: module,
        slug: "m".into(),
        order: 1,
        title: Translated::new("وحدة", "Module", "Module"),
        summary: Translated::default(),
        principles: vec![],
        audience: vec![],
        minutes: 20,
        languages: Lang::ALL.to_vec(),
        lessons: heads.collect(),
        pass_percent: 80,
        questions: 1,
        updated: Timestamp(0),
        updated_on: PartialDate::default(),
    };
    let choice = |correct| Choice {
        text: Translated::new("أ", "a", "a"),
        correct,
    };
    let quiz = Quiz {
        module,
        pass_percent: 80,
        questions: vec![Question {
            text: Translated::new("س", "q", "q"),
            kind: QuestionKind::Single(vec![choice(false), choice(true)]),
            explanation: Translated::default(),
            lesson: None,
        }],
    };
    world.rows.put(Scope::Public, card.into());
    world.rows.put(Scope::Module(module), quiz.into());
    (module, lessons)
}

fn attempt(module: ModuleId, name: &str, choice: u8) -> SubmitAttempt {
    SubmitAttempt {
        attempt: AttemptId::from_name(name),
        module,
        lang: Lang::Ar,
        answers: vec![Answer::One(choice)],
    }
}

#[rstest]
#[case::quiz_last(false)]
#[case::quiz_first(true)]
fn a_certificate_needs_the_lessons_and_the_quiz_in_any_order_and_comes_once(#[case] quiz_first: bool) {
    let mut world = World::new();
    let (module, lessons) = module(&mut world);
    let own = Scope::Person(who("amina"));
    world.act("amina", attempt(module, "wrong", 0)).unwrap();
    let read = lessons.map(|lesson| RecordLesson {
        module,
        lesson,
        block: 3,
        completed: true,
    });
    if quiz_first {
        world.act("amina", attempt(module, "right", 1)).unwrap();
    }
    for lesson in read {
        assert!(
            world.all::<Certificate>(own).is_empty(),
            "not before everything is done"
        );
        world.act("amina", lesson).unwrap();
    }
    if !quiz_first {
        world.act("amina", attempt(module, "right", 1)).unwrap();
    }
    world.act("amina", attempt(module, "again", 1)).unwrap();
    let certificates = world.all::<Certificate>(own);
    assert_eq!(certificates.len(), 1);
    let seen: TrainingRecord = world
        .one(Scope::Focal(place(TINGHIR)), who("amina").training_row(module))
        .unwrap();
    assert_eq!(
        (seen.lessons_completed, seen.attempts, seen.best_percent),
        (2, 3, Some(100))
    );
    assert_eq!(seen.certificate.as_ref(), certificates.first().map(|c| &c.number));
}

#[test]
fn reading_backwards_loses_nothing() {
    let mut world = World::new();
    let (module, [lesson, _]) = module(&mut world);
    for (block, completed) in [(9, true), (2, false)] {
        world
            .act(
                "amina",
                RecordLesson {
                    module,
                    lesson,
                    block,
                    completed,
                },
            )
            .unwrap();
    }
    let progress: LessonProgress = world.one(Scope::Person(who("amina")), lesson).unwrap();
    assert_eq!(progress.block, 9);
    assert!(progress.completed.is_some());
}

#[test]
fn a_lesson_that_left_its_module_while_it_was_read_is_no_mistake() {
    let mut world = World::new();
    let (module, [kept, left]) = module(&mut world);
    let reading = |lesson, block| RecordLesson {
        module,
        lesson,
        block,
        completed: false,
    };
    world.act("amina", reading(kept, 1)).unwrap();
    let mut card: ModuleCard = world.one(Scope::Public, module).unwrap();
    card.lessons.clear();
    world.rows.put(Scope::Public, card.into());
    let own = Scope::Person(who("amina"));
    // Begun before it left: it goes on. Begun after: there is nothing to count it for.
    world.act("amina", reading(kept, 4)).unwrap();
    world.act("amina", reading(left, 4)).unwrap();
    let held: Vec<(LessonId, u32)> = world
        .all::<LessonProgress>(own)
        .iter()
        .map(|held| (held.lesson, held.block))
        .collect();
    assert_eq!(held, [(kept, 4)]);
    let nowhere = RecordLesson {
        module: ModuleId::from_name("nowhere"),
        ..reading(kept, 5)
    };
    assert_eq!(world.act("amina", nowhere), Err(NotFound));
}

#[test]
fn answers_to_another_quiz_are_refused_and_not_graded() {
    let mut world = World::new();
    let (module, _) = module(&mut world);
    assert_eq!(world.act("amina", attempt(module, "a", 7)), Err(QuizChanged));
}

#[test]
fn a_certificate_says_where_a_commune_lies_whose_name_another_has() {
    let province = Translated::new("تارودانت", "Taroudannt", "Taroudannt");
    let region = Translated::new("سوس ماسة", "Souss-Massa", "Souss-Massa");
    for shares_name in [false, true] {
        let mut world = World::new();
        let (module, lessons) = module(&mut world);
        let mut own: Collectivity = world.one(Scope::Directory, place(TINGHIR)).unwrap();
        own.province = Some(province.clone());
        own.shares_name = shares_name;
        let its_region = Collectivity {
            id: place("region"),
            kind: CollectivityKind::Region,
            name: region.clone(),
            province: None,
            ..own.clone()
        };
        world.rows.put(Scope::Directory, own.into());
        world.rows.put(Scope::Directory, its_region.into());
        for lesson in lessons {
            let read = RecordLesson {
                module,
                lesson,
                block: 3,
                completed: true,
            };
            world.act("amina", read).unwrap();
        }
        world.act("amina", attempt(module, "right", 1)).unwrap();
        let certificates = world.all::<Certificate>(Scope::Person(who("amina")));
        let expected = shares_name.then(|| Location {
            province: Some(province.clone()),
            region: Some(region.clone()),
        });
        assert_eq!(certificates.first().map(|held| &held.lies_in), Some(&expected));
    }
}
