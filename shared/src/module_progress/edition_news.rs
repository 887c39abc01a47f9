use crate::records::{
    Attempt, Certificate, Edition, EditionNumber, EditionState, LessonHead, LessonProgress, ModuleCard,
};

/// What a learner has to know of editions other than the live one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditionNews {
    /// The quiz of an earlier edition is passed, and these of its lessons are left for its certificate.
    LessonsLeft {
        /// The edition.
        edition: EditionNumber,
        /// The lessons, in order.
        left: Vec<LessonHead>,
    },
    /// A certificate is there, and another edition has come out since.
    Renewed {
        /// The edition that the newest certificate is for.
        held: u32,
        /// How many lessons of the live edition were not completed.
        new_lessons: usize,
    },
}

impl EditionNews {
    /// Computes it from the rows of the learner; `None` when the live edition is all there is to know.
    pub fn of(
        card: &ModuleCard,
        editions: &[Edition],
        progress: &[LessonProgress],
        attempts: &[Attempt],
        certificates: &[Certificate],
    ) -> Option<Self> {
        let held = certificates
            .iter()
            .filter(|held| held.module == card.id)
            .map(|held| held.edition.edition)
            .max();
        let is_passed = |number: EditionNumber| {
            attempts.iter().any(|attempt| {
                attempt.module == card.id && attempt.passed && attempt.edition.edition == number.edition
            })
        };
        let earlier = editions
            .iter()
            .filter(|edition| edition.state != EditionState::Withdrawn && is_passed(edition.number))
            .filter(|edition| edition.number.edition < card.edition.edition)
            .filter(|edition| held.is_none_or(|held| edition.number.edition > held))
            .max_by_key(|edition| edition.number);
        if let Some(edition) = earlier {
            let left = lessons_left(&edition.lessons, progress);
            if !left.is_empty() {
                return Some(Self::LessonsLeft {
                    edition: edition.number,
                    left,
                });
            }
        }
        held.filter(|held| *held < card.edition.edition)
            .map(|held| Self::Renewed {
                held,
                new_lessons: lessons_left(&card.lessons, progress).len(),
            })
    }
}

/// The lessons that were not completed, in their order.
#[must_use]
pub fn lessons_left(lessons: &[LessonHead], progress: &[LessonProgress]) -> Vec<LessonHead> {
    let is_completed = |head: &&LessonHead| {
        progress
            .iter()
            .any(|row| row.lesson == head.id && row.completed.is_some())
    };
    lessons
        .iter()
        .filter(|head| !is_completed(head))
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{card, certificate, read, sat};
    use super::*;

    /// A module whose second edition lost its last lesson, with both editions.
    fn renewed() -> (ModuleCard, Vec<Edition>) {
        let mut first = Edition::of(&card("m", 1));
        first.state = EditionState::Past;
        let mut live = card("m", 1);
        live.edition = EditionNumber::FIRST.renewed();
        live.lessons.pop();
        let second = Edition::of(&live);
        (live, vec![second, first])
    }

    #[test]
    fn who_passed_an_earlier_quiz_is_told_what_is_left_of_that_edition() {
        let (live, editions) = renewed();
        let rows = [read("m", 1, 1, true), read("m", 2, 2, true)];
        let news = EditionNews::of(&live, &editions, &rows, &[sat("m", 90, 3)], &[]);
        let Some(EditionNews::LessonsLeft { edition, left }) = news else {
            panic!("{news:?}");
        };
        assert_eq!(edition, EditionNumber::FIRST);
        let left: Vec<u32> = left.iter().map(|head| head.number).collect();
        assert_eq!(left, [3]);
        // Without a passed quiz the live edition is the one to go on with.
        assert_eq!(
            EditionNews::of(&live, &editions, &rows, &[sat("m", 40, 3)], &[]),
            None
        );
        let mut withdrawn = editions;
        withdrawn[1].state = EditionState::Withdrawn;
        assert_eq!(
            EditionNews::of(&live, &withdrawn, &rows, &[sat("m", 90, 3)], &[]),
            None
        );
    }

    #[test]
    fn who_holds_a_certificate_is_told_of_a_newer_edition() {
        let (live, editions) = renewed();
        let rows = [read("m", 1, 1, true)];
        let news = EditionNews::of(&live, &editions, &rows, &[sat("m", 90, 3)], &[certificate("m")]);
        assert_eq!(
            news,
            Some(EditionNews::Renewed {
                held: 1,
                new_lessons: 1
            })
        );
        let first = card("m", 1);
        assert_eq!(
            EditionNews::of(&first, &[], &rows, &[], &[certificate("m")]),
            None
        );
    }
}
