//! How far a learner is in a module, computed from the learner's rows: for what a device shows and for what the server decides.

mod edition_news;

pub use edition_news::{EditionNews, lessons_left};

use crate::ids::ModuleId;
use crate::records::{Attempt, Certificate, LessonProgress, ModuleCard, Roles};
use crate::time::Timestamp;
use crate::vocabulary::{Audience, CollectivityRole, NetworkRole};

/// How far a module is, as the catalogue filters by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Nothing was read yet.
    NotStarted,
    /// Something was read or sat.
    InProgress,
    /// Every lesson is completed and the quiz is passed.
    Completed,
}

impl Stage {
    /// Every stage, in the order in which a learner goes through them.
    pub const ALL: [Self; 3] = [Self::NotStarted, Self::InProgress, Self::Completed];

    /// The word in addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::InProgress => "in-progress",
            Self::Completed => "completed",
        }
    }

    /// The stage whose word this is.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }
}

/// How far somebody is in one lesson.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LessonProgressState {
    /// The furthest block reached; `None` when it was never opened.
    pub block: Option<u32>,
    /// Whether it was completed.
    pub is_completed: bool,
    /// The last reading.
    updated: Option<Timestamp>,
}

/// How far somebody is in one module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModuleProgress {
    /// Which module.
    pub module: ModuleId,
    /// One per lesson, in the order of the module.
    pub lessons: Vec<LessonProgressState>,
    /// How often the quiz of the live edition was sat.
    pub attempts: usize,
    /// The best score, in percent.
    pub best_percent: Option<u8>,
    /// Whether one of the attempts reached the pass mark.
    pub is_passed: bool,
    /// Number of the certificate for the newest edition, once the server issued it.
    pub certificate: Option<String>,
    /// The last sign of work on it.
    pub touched: Option<Timestamp>,
}

/// The one thing to do next in a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextStep {
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
    #[must_use]
    pub fn of(
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
    #[must_use]
    pub fn lessons_completed(&self) -> usize {
        self.lessons.iter().filter(|lesson| lesson.is_completed).count()
    }

    /// Whether no lesson is left to complete.
    #[must_use]
    pub fn has_all_lessons(&self) -> bool {
        self.lessons_completed() == self.lessons.len()
    }

    /// How far it is. A certificate stays a certificate when lessons were added to the module since.
    #[must_use]
    pub fn stage(&self) -> Stage {
        if self.certificate.is_some() || (self.is_passed && self.has_all_lessons()) {
            Stage::Completed
        } else if self.touched.is_some() {
            Stage::InProgress
        } else {
            Stage::NotStarted
        }
    }

    /// Completed steps and all steps: the lessons and the quiz.
    #[must_use]
    pub fn steps(&self) -> (usize, usize) {
        (
            self.lessons_completed() + usize::from(self.is_passed),
            self.lessons.len() + 1,
        )
    }

    /// The lesson to open: the one that was being read last, else the first that is not completed.
    #[must_use]
    pub fn next_lesson(&self) -> Option<usize> {
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
    #[must_use]
    pub fn next_step(&self) -> NextStep {
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
#[must_use]
pub fn carry_on(module_progresses: &[ModuleProgress]) -> Option<&ModuleProgress> {
    module_progresses
        .iter()
        .filter(|module_progress| module_progress.stage() == Stage::InProgress)
        .max_by_key(|module_progress| module_progress.touched)
}

/// Which module to begin, of those that were not started: in the order of the catalogue, the first for who the person
/// is; then one for everybody; one for focal points alone comes last for everybody else.
#[must_use]
pub fn begin_with<'a>(
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
#[must_use]
pub fn audiences_of(roles: &Roles) -> Vec<Audience> {
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
mod tests;
