use crate::world::*;
use rstest::rstest;
use shared::apply::{ModulePublished, View, publish_module, read_module};
use shared::ids::*;
use shared::lang::{Lang, Translated};
use shared::mutation::*;
use shared::records::*;
use shared::refusal::RefusalCode::*;
use shared::row::RowKey;
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
        archived: false,
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
        edition: EditionNumber::FIRST,
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
        edition: EditionNumber::FIRST,
    };
    let texts = lessons.iter().zip(1..).map(|(id, number)| Lesson {
        id: *id,
        module,
        number,
        text: Translated::new("نص الدرس", "Le texte", "The text"),
    });
    let whole = WholeModule {
        card,
        module: Module {
            id: module,
            objectives: vec![],
            licence: "CC-BY-4.0".into(),
            sources: vec![],
        },
        lessons: texts.collect(),
        quiz,
    };
    publish_module(&mut world.rows, &whole, Timestamp(0));
    (module, lessons)
}

/// The module as it is taught.
fn taught(world: &World, module: ModuleId) -> WholeModule {
    let card = world.one(Scope::Public, module).unwrap();
    read_module(&world.rows, card).unwrap()
}

/// The next edition: its first choice is right instead of the second, its first lesson is gone, and another one came.
fn publish_second_edition(world: &mut World, module: ModuleId) -> LessonId {
    let mut whole = taught(world, module);
    if let QuestionKind::Single(choices) = &mut whole.quiz.questions[0].kind {
        choices
            .iter_mut()
            .for_each(|choice| choice.correct = !choice.correct);
    }
    let id = LessonId::of_module("m", "c");
    for (at, number) in [(0, 1), (1, 2)] {
        whole.card.lessons.swap(at, 1);
        whole.card.lessons[at].number = number;
    }
    whole.card.lessons.remove(1);
    whole.lessons.remove(0);
    whole.card.lessons.push(LessonHead {
        id,
        number: 2,
        slug: "c".into(),
        title: Translated::new("درس", "Leçon", "Lesson"),
    });
    whole.lessons.push(Lesson {
        id,
        module,
        number: 2,
        text: Translated::new("نص", "Texte", "Text"),
    });
    assert_eq!(
        publish_module(&mut world.rows, &whole, Timestamp(9)),
        ModulePublished::Changed
    );
    id
}

fn read_all(world: &mut World, module: ModuleId, lessons: &[LessonId]) {
    for lesson in lessons {
        let read = RecordLesson {
            module,
            lesson: *lesson,
            block: 3,
            completed: true,
        };
        world.act("amina", read).unwrap();
    }
}

fn numbers(world: &World, module: ModuleId) -> Vec<(String, EditionState)> {
    let mut editions = world.all::<Edition>(Scope::Module(module));
    editions.sort_by_key(|edition| edition.number);
    editions
        .iter()
        .map(|edition| (edition.number.to_string(), edition.state))
        .collect()
}

fn attempt(module: ModuleId, name: &str, choice: u8) -> SubmitAttempt {
    SubmitAttempt {
        attempt: AttemptId::from_name(name),
        module,
        lang: Lang::Ar,
        answers: vec![Answer::One(choice)],
        edition: EditionNumber::FIRST,
    }
}

fn attempt_of(edition: u32, module: ModuleId, name: &str, choice: u8) -> SubmitAttempt {
    SubmitAttempt {
        edition: EditionNumber {
            edition,
            correction: 0,
        },
        ..attempt(module, name, choice)
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
    world.rows.put(Scope::Public, card.clone().into());
    // A module from before there were editions: nothing says what it was.
    world
        .rows
        .delete(&RowKey::of(Scope::Module(module), &Edition::of(&card).into()));
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

#[test]
fn what_was_published_stays_as_it_came_out() {
    let mut world = World::new();
    let (module, [first, _]) = module(&mut world);
    let mut whole = taught(&world, module);
    assert_eq!(
        publish_module(&mut world.rows, &whole, Timestamp(5)),
        ModulePublished::Same
    );
    whole.card.order = 7;
    assert_eq!(
        publish_module(&mut world.rows, &whole, Timestamp(5)),
        ModulePublished::Changed
    );
    assert_eq!(numbers(&world, module), [("1.0".to_owned(), EditionState::Live)]);

    whole.lessons[0].text.set(Lang::Fr, "Le texte.");
    publish_module(&mut world.rows, &whole, Timestamp(6));
    publish_second_edition(&mut world, module);
    let states = numbers(&world, module);
    let states: Vec<_> = states
        .iter()
        .map(|(number, state)| (number.as_str(), *state))
        .collect();
    assert_eq!(
        states,
        [
            ("1.0", EditionState::Past),
            ("1.1", EditionState::Past),
            ("2.0", EditionState::Live)
        ]
    );
    let text = |world: &World, edition: u32, correction: u32| {
        let id = EditionId::of_module(module, EditionNumber { edition, correction });
        let lesson: Option<Lesson> = world.one(Scope::Edition(id), first);
        lesson.and_then(|lesson| lesson.text.fr)
    };
    assert_eq!(text(&world, 1, 0).as_deref(), Some("Le texte"));
    assert_eq!(text(&world, 1, 1).as_deref(), Some("Le texte."));
    assert_eq!(text(&world, 2, 0), None, "the lesson is no part of it");
    let taught = taught(&world, module);
    assert_eq!(taught.card.edition.to_string(), "2.0");
    assert_eq!(world.all::<Lesson>(Scope::Module(module)).len(), 2);
}

#[test]
fn a_quiz_is_graded_on_the_edition_it_was_sat_in_whenever_it_arrives() {
    let mut world = World::new();
    let (module, lessons) = module(&mut world);
    let own = Scope::Person(who("amina"));
    read_all(&mut world, module, &lessons);
    publish_second_edition(&mut world, module);
    // Sat before the second edition, on a device that was away; the same place is wrong there.
    world.act("amina", attempt(module, "late", 1)).unwrap();
    let late: Attempt = world.one(own, AttemptId::from_name("late")).unwrap();
    assert!(late.passed);
    let certificates = world.all::<Certificate>(own);
    assert_eq!(certificates.len(), 1);
    assert!(certificates[0].edition.is_first());
    assert_eq!(certificates[0].minutes, 20);

    world.act("amina", attempt_of(2, module, "new", 1)).unwrap();
    let new: Attempt = world.one(own, AttemptId::from_name("new")).unwrap();
    assert!(!new.passed);
    assert_eq!(
        world.act("amina", attempt_of(3, module, "none", 1)),
        Err(QuizChanged)
    );
}

#[test]
fn the_goal_of_an_edition_never_moves() {
    let mut world = World::new();
    let (module, [first, second]) = module(&mut world);
    let own = Scope::Person(who("amina"));
    read_all(&mut world, module, &[first]);
    world.act("amina", attempt(module, "right", 1)).unwrap();
    let third = publish_second_edition(&mut world, module);
    // One lesson is left for the first edition, two for the second: neither takes the other's place.
    let progress: LessonProgress = world.one(own, first).unwrap();
    assert!(progress.completed.is_some(), "nothing is uncompleted");
    read_all(&mut world, module, &[third]);
    assert!(world.all::<Certificate>(own).is_empty());
    read_all(&mut world, module, &[second]);
    let certified = |world: &World| {
        let mut all: Vec<_> = world.all::<Certificate>(own);
        all.sort_by_key(|held| held.edition);
        let all = all.iter().map(|held| (held.edition.edition, held.minutes));
        all.collect::<Vec<_>>()
    };
    assert_eq!(certified(&world), [(1, 20)]);
    world.act("amina", attempt_of(2, module, "again", 0)).unwrap();
    assert_eq!(
        certified(&world),
        [(1, 20), (2, 10)],
        "hours of a lesson count once"
    );
    world.act("amina", attempt_of(2, module, "once more", 0)).unwrap();
    assert_eq!(certified(&world).len(), 2);
}

#[test]
fn a_lesson_that_only_an_earlier_edition_has_still_counts_for_it() {
    let mut world = World::new();
    let (module, [first, second]) = module(&mut world);
    read_all(&mut world, module, &[second]);
    world.act("amina", attempt(module, "right", 1)).unwrap();
    publish_second_edition(&mut world, module);
    read_all(&mut world, module, &[first]);
    assert_eq!(world.all::<Certificate>(Scope::Person(who("amina"))).len(), 1);
}

#[test]
fn nobody_gets_a_certificate_for_a_withdrawn_edition() {
    let mut world = World::new();
    let (module, lessons) = module(&mut world);
    let own = Scope::Person(who("amina"));
    let withdraw = |edition, reason: &str| WithdrawEdition {
        module,
        edition,
        reason: reason.into(),
        lang: Lang::Ar,
    };
    assert_eq!(world.act("brahim", withdraw(1, "خطأ")), Err(NotAllowed));
    assert_eq!(world.act("driss", withdraw(2, "خطأ")), Err(NotFound));
    assert_eq!(world.act("driss", withdraw(1, " ")), Err(Missing));
    let mut whole = taught(&world, module);
    whole.card.minutes += 1;
    publish_module(&mut world.rows, &whole, Timestamp(2));
    world.act("driss", withdraw(1, "خطأ")).unwrap();
    assert_eq!(world.act("driss", withdraw(1, "خطأ")), Err(WrongState));
    let states = numbers(&world, module);
    assert!(
        states.iter().all(|(_, state)| *state == EditionState::Withdrawn),
        "{states:?}"
    );

    read_all(&mut world, module, &lessons);
    world.act("amina", attempt(module, "right", 1)).unwrap();
    assert!(
        world
            .one::<Attempt>(own, AttemptId::from_name("right"))
            .unwrap()
            .passed
    );
    assert!(world.all::<Certificate>(own).is_empty());

    // What would be a correction is another edition: the withdrawn one is not mended under its readers' eyes.
    whole.card.minutes += 1;
    publish_module(&mut world.rows, &whole, Timestamp(3));
    assert_eq!(taught(&world, module).card.edition.to_string(), "2.0");
    world.act("amina", attempt_of(2, module, "again", 1)).unwrap();
    assert_eq!(world.all::<Certificate>(own).len(), 1);
}

#[test]
fn a_certificate_stays_beside_its_score_when_another_edition_comes() {
    let mut world = World::new();
    let (module, lessons) = module(&mut world);
    read_all(&mut world, module, &lessons);
    world.act("amina", attempt(module, "right", 1)).unwrap();
    let third = publish_second_edition(&mut world, module);
    read_all(&mut world, module, &[third]);
    let seen: TrainingRecord = world
        .one(Scope::Focal(place(TINGHIR)), who("amina").training_row(module))
        .unwrap();
    assert!(seen.certificate.is_some());
    assert_eq!((seen.attempts, seen.best_percent), (1, Some(100)));
}

#[test]
fn many_corrections_do_not_add_up_to_an_edition_that_nobody_read() {
    let mut world = World::new();
    let (module, _) = module(&mut world);
    let mut whole = taught(&world, module);
    let words = |changed: usize| {
        let words = (0..20).map(|at| if at < changed { "nouveau" } else { "ancien" });
        words.collect::<Vec<_>>().join(" ")
    };
    whole.lessons[0].text.set(Lang::Fr, &words(0));
    publish_module(&mut world.rows, &whole, Timestamp(5));
    assert_eq!(taught(&world, module).card.edition.to_string(), "2.0");
    let mut numbers = Vec::new();
    for changed in [3, 6] {
        whole.lessons[0].text.set(Lang::Fr, &words(changed));
        publish_module(&mut world.rows, &whole, Timestamp(6));
        numbers.push(taught(&world, module).card.edition.to_string());
    }
    assert_eq!(
        numbers,
        ["2.1", "3.0"],
        "six words of twenty are more than a fifth"
    );
}
