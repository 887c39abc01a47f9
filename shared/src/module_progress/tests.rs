use super::*;
use crate::ids::{AttemptId, CertificateId, LessonId, PersonId};
use crate::lang::{Lang, Translated};
use crate::records::{LessonHead, PartialDate};
use crate::vocabulary::Principle;

pub(super) fn card(slug: &str, order: u32) -> ModuleCard {
    ModuleCard {
        archived: false,
        id: ModuleId::from_name(slug),
        slug: slug.to_owned(),
        order,
        title: Translated::new("وحدة", "Module", "Module"),
        summary: Translated::default(),
        principles: vec![Principle::Transparency],
        audience: vec![Audience::FocalPoint],
        minutes: 60,
        languages: vec![Lang::Ar, Lang::Fr],
        lessons: (1..=3)
            .map(|number| LessonHead {
                id: LessonId::of_module(slug, &format!("l{number}")),
                number,
                slug: format!("l{number}"),
                title: Translated::only(Lang::Ar, "درس"),
            })
            .collect(),
        pass_percent: 80,
        questions: 5,
        updated: Timestamp(0),
        updated_on: PartialDate::default(),
        edition: Default::default(),
    }
}

pub(super) fn read(slug: &str, lesson: u32, at: i64, done: bool) -> LessonProgress {
    LessonProgress {
        module: ModuleId::from_name(slug),
        lesson: LessonId::of_module(slug, &format!("l{lesson}")),
        block: 2,
        completed: done.then_some(Timestamp(at)),
        updated: Timestamp(at),
    }
}

pub(super) fn sat(slug: &str, percent: u8, at: i64) -> Attempt {
    Attempt {
        id: AttemptId::from_name(&format!("{slug}{at}")),
        module: ModuleId::from_name(slug),
        lang: Lang::Ar,
        answers: Vec::new(),
        right: 0,
        questions: 5,
        percent,
        passed: percent >= 80,
        at: Timestamp(at),
        edition: Default::default(),
    }
}

pub(super) fn certificate(slug: &str) -> Certificate {
    Certificate {
        id: CertificateId::from_name(slug),
        number: "MTQ-2026-7F3K-9QXW".into(),
        person: PersonId::from_name("p"),
        person_name: "سعاد".into(),
        lang: Lang::Ar,
        collectivity: None,
        lies_in: None,
        module: ModuleId::from_name(slug),
        module_title: Translated::default(),
        minutes: 60,
        percent: 80,
        issued: Timestamp(9),
        edition: Default::default(),
    }
}

#[test]
fn a_module_nobody_opened_begins_with_its_first_lesson() {
    let module_progress = ModuleProgress::of(&card("m", 1), &[read("other", 1, 5, true)], &[], &[]);
    assert_eq!(module_progress.stage(), Stage::NotStarted);
    assert_eq!(
        module_progress.next_step(),
        NextStep::Lesson {
            place: 0,
            begun: false
        }
    );
    assert_eq!(module_progress.steps(), (0, 4));
}

#[test]
fn the_lesson_read_last_comes_first_even_when_an_earlier_one_is_open() {
    let rows = [read("m", 1, 5, false), read("m", 3, 9, false)];
    let module_progress = ModuleProgress::of(&card("m", 1), &rows, &[], &[]);
    assert_eq!(
        module_progress.next_step(),
        NextStep::Lesson {
            place: 2,
            begun: true
        }
    );
    assert_eq!(module_progress.stage(), Stage::InProgress);
}

#[test]
fn after_the_lessons_the_quiz_and_after_a_failure_the_quiz_again() {
    let rows = [
        read("m", 1, 1, true),
        read("m", 2, 2, true),
        read("m", 3, 3, true),
    ];
    let before = ModuleProgress::of(&card("m", 1), &rows, &[], &[]);
    assert_eq!(before.next_step(), NextStep::Quiz { again: false });
    let failed = ModuleProgress::of(&card("m", 1), &rows, &[sat("m", 60, 4)], &[]);
    assert_eq!(failed.next_step(), NextStep::Quiz { again: true });
    assert_eq!(failed.best_percent, Some(60));
}

#[test]
fn a_passed_quiz_with_a_lesson_left_is_not_complete() {
    let rows = [read("m", 1, 1, true), read("m", 2, 2, true)];
    let module_progress = ModuleProgress::of(&card("m", 1), &rows, &[sat("m", 90, 4)], &[]);
    assert_eq!(module_progress.stage(), Stage::InProgress);
    assert_eq!(
        module_progress.next_step(),
        NextStep::Lesson {
            place: 2,
            begun: false
        }
    );
}

#[test]
fn all_done_waits_for_the_certificate_and_then_shows_it() {
    let rows = [
        read("m", 1, 1, true),
        read("m", 2, 2, true),
        read("m", 3, 3, true),
    ];
    let attempts = [sat("m", 90, 4), sat("m", 40, 5)];
    let waiting = ModuleProgress::of(&card("m", 1), &rows, &attempts, &[]);
    assert_eq!(waiting.stage(), Stage::Completed);
    assert_eq!(waiting.next_step(), NextStep::AwaitCertificate);
    let issued = ModuleProgress::of(&card("m", 1), &rows, &attempts, &[certificate("m")]);
    assert_eq!(
        issued.next_step(),
        NextStep::Certificate {
            number: "MTQ-2026-7F3K-9QXW".into()
        }
    );
}

#[test]
fn one_carries_on_with_what_was_touched_last_and_begins_with_the_first_untouched() {
    let rows = [
        read("a", 1, 5, false),
        read("b", 1, 9, false),
        read("c", 1, 10, true),
    ];
    let module_progresses: Vec<ModuleProgress> = ["a", "b", "d"]
        .iter()
        .map(|slug| ModuleProgress::of(&card(slug, 1), &rows, &[], &[]))
        .collect();
    assert_eq!(
        carry_on(&module_progresses).map(|s| s.module),
        Some(ModuleId::from_name("b"))
    );
    assert_eq!(carry_on(&[]), None);
}

#[test]
fn one_begins_with_the_first_module_for_who_one_is_and_not_with_one_for_focal_points_alone() {
    let module = |slug: &str, audience: &[Audience]| {
        let mut card = card(slug, 1);
        card.audience = audience.to_vec();
        let progress = ModuleProgress::of(&card, &[], &[], &[]);
        (card, progress)
    };
    let modules = [
        module("first-days", &[Audience::FocalPoint]),
        module("workshop", &[Audience::Trainer, Audience::FocalPoint]),
        module("law", &[Audience::FocalPoint, Audience::Staff]),
    ];
    let first = |own: &[Audience]| begin_with(&modules, own).map(|(card, _)| card.slug.as_str());
    assert_eq!(first(&[Audience::FocalPoint]), Some("first-days"));
    assert_eq!(first(&[Audience::Staff]), Some("law"));
    assert_eq!(first(&[Audience::Trainer]), Some("workshop"));
    assert_eq!(first(&[]), Some("workshop"));
    let [only_for_focal_points, ..] = modules;
    assert!(begin_with(&[only_for_focal_points], &[]).is_some());
}
