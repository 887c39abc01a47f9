//! Where a learner stands in a module, computed from the rows that the device holds.

use shared::ids::ModuleId;
use shared::records::{Attempt, Certificate, LessonProgress, ModuleCard, Roles};
use shared::time::Timestamp;
use shared::vocabulary::{Audience, CollectivityRole, NetworkRole};

/// How far a module is, as the catalogue filters by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Stage {
    /// Nothing was read yet.
    NotStarted,
    /// Something was read or sat.
    InProgress,
    /// Every lesson is completed and the quiz is passed.
    Completed,
}

impl Stage {
    /// Every stage, in the order in which a learner goes through them.
    pub(crate) const ALL: [Self; 3] = [Self::NotStarted, Self::InProgress, Self::Completed];

    /// The word in addresses.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::InProgress => "in-progress",
            Self::Completed => "completed",
        }
    }

    /// The stage whose word this is.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }
}

/// How far somebody is in one lesson.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct LessonProgressState {
    /// The furthest block reached; `None` when it was never opened.
    pub(crate) block: Option<u32>,
    /// Whether it was completed.
    pub(crate) is_completed: bool,
    /// The last reading.
    updated: Option<Timestamp>,
}

/// How far somebody is in one module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ModuleProgress {
    /// Which module.
    pub(crate) module: ModuleId,
    /// One per lesson, in the order of the module.
    pub(crate) lessons: Vec<LessonProgressState>,
    /// How often the quiz of the live edition was sat.
    pub(crate) attempts: usize,
    /// The best score, in percent.
    pub(crate) best_percent: Option<u8>,
    /// Whether one of the attempts reached the pass mark.
    pub(crate) is_passed: bool,
    /// Number of the certificate for the newest edition, once the server issued it.
    pub(crate) certificate: Option<String>,
    /// The last sign of work on it.
    pub(crate) touched: Option<Timestamp>,
}

/// The one thing to do next in a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NextStep {
    /// Read the lesson at this place (from 0); `begun` when some of it was read.
    Lesson {
        /// Its place in the module.
        place: usize,
        /// Whether some of it was read.
        begun: bool,
    },
    /// Sit the quiz, again after a failure.
    Quiz {
        /// Whether it was sat before.
        again: bool,
    },
    /// Look at the certificate.
    Certificate {
        /// Its number.
        number: String,
    },
    /// All is done here; the certificate comes once the server has seen it.
    AwaitCertificate,
}

impl ModuleProgress {
    /// Computes it from the rows of the learner; rows of other modules and of lessons that left the module do
    /// not count.
    pub(crate) fn of(
        card: &ModuleCard,
        progress: &[LessonProgress],
        attempts: &[Attempt],
        certificates: &[Certificate],
    ) -> Self {
        let lessons: Vec<LessonProgressState> = card
            .lessons
            .iter()
            .map(|head| {
                progress
                    .iter()
                    .find(|row| row.lesson == head.id)
                    .map(|row| LessonProgressState {
                        block: Some(row.block),
                        is_completed: row.completed.is_some(),
                        updated: Some(row.updated),
                    })
                    .unwrap_or_default()
            })
            .collect();
        let own: Vec<&Attempt> = attempts
            .iter()
            .filter(|attempt| attempt.module == card.id)
            // Another edition has another quiz.
            .filter(|attempt| attempt.edition.edition == card.edition.edition)
            .collect();
        let touched = lessons
            .iter()
            .filter_map(|lesson| lesson.updated)
            .chain(own.iter().map(|attempt| attempt.at))
            .max();
        Self {
            module: card.id,
            attempts: own.len(),
            best_percent: own.iter().map(|attempt| attempt.percent).max(),
            is_passed: own.iter().any(|attempt| attempt.passed),
            certificate: certificates
                .iter()
                .filter(|held| held.module == card.id)
                .max_by_key(|held| held.edition)
                .map(|held| held.number.clone()),
            lessons,
            touched,
        }
    }

    /// How many lessons were completed.
    pub(crate) fn lessons_completed(&self) -> usize {
        self.lessons.iter().filter(|lesson| lesson.is_completed).count()
    }

    /// Whether no lesson is left to complete.
    pub(crate) fn has_all_lessons(&self) -> bool {
        self.lessons_completed() == self.lessons.len()
    }

    /// How far it is. A certificate stays a certificate when lessons were added to the module since.
    pub(crate) fn stage(&self) -> Stage {
        if self.certificate.is_some() || (self.is_passed && self.has_all_lessons()) {
            Stage::Completed
        } else if self.touched.is_some() {
            Stage::InProgress
        } else {
            Stage::NotStarted
        }
    }

    /// Completed steps and all steps: the lessons and the quiz.
    pub(crate) fn steps(&self) -> (usize, usize) {
        (
            self.lessons_completed() + usize::from(self.is_passed),
            self.lessons.len() + 1,
        )
    }

    /// The lesson to open: the one that was being read last, else the first that is not completed.
    pub(crate) fn next_lesson(&self) -> Option<usize> {
        let open = || {
            self.lessons
                .iter()
                .enumerate()
                .filter(|(_, lesson)| !lesson.is_completed)
        };
        open()
            .filter(|(_, lesson)| lesson.updated.is_some())
            .max_by_key(|(_, lesson)| lesson.updated)
            .or_else(|| open().next())
            .map(|(place, _)| place)
    }

    /// What to do next.
    pub(crate) fn next_step(&self) -> NextStep {
        if let Some(number) = &self.certificate {
            return NextStep::Certificate {
                number: number.clone(),
            };
        }
        if let Some(place) = self.next_lesson() {
            let begun = self
                .lessons
                .get(place)
                .is_some_and(|lesson| lesson.block.is_some());
            return NextStep::Lesson { place, begun };
        }
        if self.is_passed {
            NextStep::AwaitCertificate
        } else {
            NextStep::Quiz {
                again: self.attempts > 0,
            }
        }
    }
}

/// Which module to carry on with: the one touched last among those in progress.
pub(crate) fn carry_on(module_progresses: &[ModuleProgress]) -> Option<&ModuleProgress> {
    module_progresses
        .iter()
        .filter(|module_progress| module_progress.stage() == Stage::InProgress)
        .max_by_key(|module_progress| module_progress.touched)
}

/// Which module to begin, of those that were not started: in the order of the catalogue, the first for who the person
/// is; then one for everybody; one for focal points alone comes last for everybody else.
pub(crate) fn begin_with<'a>(
    modules: &'a [(ModuleCard, ModuleProgress)],
    own: &[Audience],
) -> Option<&'a (ModuleCard, ModuleProgress)> {
    modules
        .iter()
        .filter(|(_, module_progress)| module_progress.stage() == Stage::NotStarted)
        .min_by_key(|(card, _)| {
            let is_for_own = card.audience.iter().any(|audience| own.contains(audience));
            let is_for_focal_points_alone = card.audience == [Audience::FocalPoint];
            (!is_for_own, !is_for_own && is_for_focal_points_alone)
        })
}

/// Which of the audiences of modules a person belongs to, as far as their roles tell.
pub(crate) fn audiences_of(roles: &Roles) -> Vec<Audience> {
    let is_member = roles
        .collectivities
        .values()
        .any(|role| *role == CollectivityRole::Member);
    [
        (roles.focal_point_of().next().is_some(), Audience::FocalPoint),
        (roles.network.contains(&NetworkRole::Trainer), Audience::Trainer),
        (is_member, Audience::Staff),
    ]
    .into_iter()
    .filter_map(|(is_one, audience)| is_one.then_some(audience))
    .collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use shared::ids::{AttemptId, CertificateId, LessonId, PersonId};
    use shared::lang::{Lang, Translated};
    use shared::records::{LessonHead, PartialDate};
    use shared::vocabulary::Principle;

    pub(crate) fn card(slug: &str, order: u32) -> ModuleCard {
        ModuleCard {
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

    pub(crate) fn read(slug: &str, lesson: u32, at: i64, done: bool) -> LessonProgress {
        LessonProgress {
            module: ModuleId::from_name(slug),
            lesson: LessonId::of_module(slug, &format!("l{lesson}")),
            block: 2,
            completed: done.then_some(Timestamp(at)),
            updated: Timestamp(at),
        }
    }

    pub(crate) fn sat(slug: &str, percent: u8, at: i64) -> Attempt {
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

    pub(crate) fn certificate(slug: &str) -> Certificate {
        Certificate {
            id: CertificateId::from_name(slug),
            number: "MTQ-2026-7F3K-9QXW".into(),
            person: PersonId::from_name("p"),
            person_name: "سعاد".into(),
            lang: Lang::Ar,
            collectivity: None,
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
}
