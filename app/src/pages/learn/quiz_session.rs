//! One quiz session of a quiz while it goes on: what was answered so far, kept so that a reload or another language
//! loses nothing.

use serde::{Deserialize, Serialize};
use shared::grading::{is_right, seed, shown_order};
use shared::ids::{AttemptId, ModuleId};
use shared::records::{Answer, Attempt, EditionNumber, Question, QuestionKind, Quiz};

/// What was answered to one question so far. Numbers are places in the question's own order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Draft {
    /// Nothing yet.
    Blank,
    /// The choice taken.
    One(u8),
    /// The choices taken.
    Many(Vec<u8>),
    /// The items in the order given.
    Order(Vec<u8>),
    /// For each left side, the right side chosen so far.
    Match(Vec<Option<u8>>),
}

/// Which way an item of an ordering moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Move {
    /// Towards the first place.
    Earlier,
    /// Towards the last place.
    Later,
}

/// A quiz session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct QuizSession {
    /// The attempt it will become; also decides in which order things are shown.
    pub(crate) attempt: AttemptId,
    /// Whose quiz.
    pub(crate) module: ModuleId,
    /// The edition whose quiz it is, and stays.
    #[serde(default)]
    pub(crate) edition: EditionNumber,
    /// One per question.
    pub(crate) drafts: Vec<Draft>,
    /// The question on the screen, from 0; as many as there are questions for the last look over the answers.
    pub(crate) place: usize,
    /// Whether it was handed in.
    pub(crate) is_handed_in: bool,
    /// How it came out, once it was handed in. Kept as well: the attempt of a visitor of a shared computer is out of reach
    /// after a reload without a network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) grade: Option<AttemptGrade>,
}

/// How an attempt was graded, as its row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AttemptGrade {
    /// Right answers.
    pub(crate) right: u32,
    /// Whole percent of right answers.
    pub(crate) percent: u8,
    /// Whether the pass mark was reached.
    pub(crate) passed: bool,
}

impl From<&Attempt> for AttemptGrade {
    fn from(attempt: &Attempt) -> Self {
        Self {
            right: attempt.right,
            percent: attempt.percent,
            passed: attempt.passed,
        }
    }
}

impl QuizSession {
    /// Begins a quiz session of this quiz.
    pub(crate) fn begin(attempt: AttemptId, quiz: &Quiz) -> Self {
        Self {
            attempt,
            module: quiz.module,
            edition: quiz.edition,
            drafts: vec![Draft::Blank; quiz.questions.len()],
            place: 0,
            is_handed_in: false,
            grade: None,
        }
    }

    /// Whether anything was answered or handed in.
    pub(crate) fn is_begun(&self) -> bool {
        self.is_handed_in || self.drafts.iter().any(|draft| *draft != Draft::Blank)
    }

    /// Whether a quiz session that was kept belongs to this quiz: corrections of it have the same questions.
    pub(crate) fn fits(&self, quiz: &Quiz) -> bool {
        self.module == quiz.module
            && self.edition.edition == quiz.edition.edition
            && self.drafts.len() == quiz.questions.len()
            && self
                .drafts
                .iter()
                .zip(&quiz.questions)
                .all(|(draft, question)| draft_fits(draft, question))
    }

    /// In which order the parts of a question are shown.
    pub(crate) fn order(&self, place: usize, question: &Question) -> Vec<u8> {
        shown_order(&question.kind, seed(self.attempt, place))
    }

    /// The items of an ordering as they stand now: as shown at first, then as moved.
    pub(crate) fn arrangement(&self, place: usize, question: &Question) -> Vec<u8> {
        match self.drafts.get(place) {
            Some(Draft::Order(order)) => order.clone(),
            _ => self.order(place, question),
        }
    }

    /// The pairs of a matching as they stand now.
    pub(crate) fn pairs(&self, place: usize, count: usize) -> Vec<Option<u8>> {
        match self.drafts.get(place) {
            Some(Draft::Match(given)) => given.clone(),
            _ => vec![None; count],
        }
    }

    fn set(&mut self, place: usize, draft: Draft) {
        if let Some(slot) = self.drafts.get_mut(place) {
            *slot = draft;
        }
    }

    /// Takes one choice.
    pub(crate) fn choose(&mut self, place: usize, choice: u8) {
        self.set(place, Draft::One(choice));
    }

    /// Takes or leaves one of several choices.
    pub(crate) fn toggle(&mut self, place: usize, choice: u8) {
        let mut taken = match self.drafts.get(place) {
            Some(Draft::Many(taken)) => taken.clone(),
            _ => Vec::new(),
        };
        if let Some(at) = taken.iter().position(|held| *held == choice) {
            taken.remove(at);
        } else {
            taken.push(choice);
        }
        self.set(
            place,
            if taken.is_empty() {
                Draft::Blank
            } else {
                Draft::Many(taken)
            },
        );
    }

    /// Moves the item that stands at `from` by one place; returns its new place, or `None` at the end of the list.
    pub(crate) fn shift(
        &mut self,
        place: usize,
        question: &Question,
        from: usize,
        to: Move,
    ) -> Option<usize> {
        let mut order = self.arrangement(place, question);
        let target = match to {
            Move::Earlier => from.checked_sub(1)?,
            Move::Later => from + 1,
        };
        if target >= order.len() || from >= order.len() {
            return None;
        }
        order.swap(from, target);
        self.set(place, Draft::Order(order));
        Some(target)
    }

    /// Gives the left side `left` the right side `right`, or takes it back. A right side belongs to one left side
    /// only: returns the left side that had it before and is free again.
    pub(crate) fn pair(
        &mut self,
        place: usize,
        count: usize,
        left: usize,
        right: Option<u8>,
    ) -> Option<usize> {
        let mut given = self.pairs(place, count);
        let before = right.and_then(|right| {
            given
                .iter()
                .enumerate()
                .position(|(other, held)| other != left && *held == Some(right))
        });
        if let Some(slot) = before.and_then(|other| given.get_mut(other)) {
            *slot = None;
        }
        if let Some(slot) = given.get_mut(left) {
            *slot = right;
        }
        self.set(
            place,
            if given.iter().all(Option::is_none) {
                Draft::Blank
            } else {
                Draft::Match(given)
            },
        );
        before
    }

    /// Whether the question has a whole answer.
    pub(crate) fn is_answered(&self, place: usize) -> bool {
        self.drafts
            .get(place)
            .is_some_and(|draft| draft.answer() != Answer::Skipped)
    }

    /// The places of the questions without a whole answer.
    pub(crate) fn unanswered(&self) -> Vec<usize> {
        (0..self.drafts.len())
            .filter(|place| !self.is_answered(*place))
            .collect()
    }

    /// The answers as they are handed in.
    pub(crate) fn answers(&self) -> Vec<Answer> {
        self.drafts.iter().map(Draft::answer).collect()
    }
}

impl Draft {
    /// The answer it makes; one that is not whole counts as left out.
    pub(crate) fn answer(&self) -> Answer {
        match self {
            Self::Blank => Answer::Skipped,
            Self::One(choice) => Answer::One(*choice),
            Self::Many(taken) if taken.is_empty() => Answer::Skipped,
            Self::Many(taken) => Answer::Many(taken.clone()),
            Self::Order(order) => Answer::Order(order.clone()),
            Self::Match(given) => given
                .iter()
                .copied()
                .collect::<Option<Vec<u8>>>()
                .map_or(Answer::Skipped, Answer::Match),
        }
    }
}

fn draft_fits(draft: &Draft, question: &Question) -> bool {
    match (draft, &question.kind) {
        (Draft::Blank, _) => true,
        (Draft::Match(given), QuestionKind::Matching(pairs)) => {
            given.len() == pairs.len()
                && given
                    .iter()
                    .flatten()
                    .all(|right| usize::from(*right) < pairs.len())
        }
        (draft, _) => is_right(question, &draft.answer()).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::grading::grade;
    use shared::lang::Translated;
    use shared::records::{Choice, Pair};

    fn text(word: &str) -> Translated {
        Translated::new(word, word, word)
    }

    fn question(kind: QuestionKind) -> Question {
        Question {
            text: text("?"),
            kind,
            explanation: text("!"),
            lesson: Some(1),
        }
    }

    fn choices() -> Vec<Choice> {
        [("a", true), ("b", false), ("c", true)]
            .map(|(word, correct)| Choice {
                text: text(word),
                correct,
            })
            .to_vec()
    }

    fn quiz() -> Quiz {
        Quiz {
            module: ModuleId::from_name("m"),
            edition: EditionNumber::FIRST,
            pass_percent: 80,
            questions: vec![
                question(QuestionKind::Single(choices())),
                question(QuestionKind::Multiple(choices())),
                question(QuestionKind::Ordering(vec![text("1"), text("2"), text("3")])),
                question(QuestionKind::Matching(
                    ["x", "y"]
                        .map(|word| Pair {
                            left: text(word),
                            right: text(word),
                        })
                        .to_vec(),
                )),
            ],
        }
    }

    #[test]
    fn nothing_binds_a_session_to_its_edition_before_the_first_answer() {
        let mut quiz_session = QuizSession::begin(AttemptId::from_name("a"), &quiz());
        assert!(!quiz_session.is_begun());
        quiz_session.choose(0, 1);
        assert!(quiz_session.is_begun());
        quiz_session = QuizSession::begin(AttemptId::from_name("b"), &quiz());
        quiz_session.is_handed_in = true;
        assert!(quiz_session.is_begun());
    }

    #[test]
    fn a_quiz_session_comes_back_whole_after_a_reload_and_keeps_its_order() {
        let quiz = quiz();
        let mut quiz_session = QuizSession::begin(AttemptId::from_name("a"), &quiz);
        quiz_session.choose(0, 0);
        quiz_session.toggle(1, 2);
        quiz_session.pair(3, 2, 0, Some(1));
        let kept = serde_json::to_string(&quiz_session).unwrap();
        let back: QuizSession = serde_json::from_str(&kept).unwrap();
        assert_eq!(back, quiz_session);
        assert!(back.fits(&quiz));
        assert_eq!(
            back.order(2, &quiz.questions[2]),
            quiz_session.order(2, &quiz.questions[2])
        );
    }

    #[test]
    fn a_quiz_session_of_a_quiz_that_changed_is_not_taken_up_again() {
        let mut changed = quiz();
        let mut quiz_session = QuizSession::begin(AttemptId::from_name("a"), &changed);
        quiz_session.choose(0, 2);
        changed.questions[0] = question(QuestionKind::Single(choices()[..2].to_vec()));
        assert!(!quiz_session.fits(&changed));
        changed.questions.pop();
        assert!(!QuizSession::begin(AttemptId::from_name("b"), &quiz()).fits(&changed));
    }

    #[test]
    fn items_move_one_place_and_stop_at_the_ends() {
        let quiz = quiz();
        let asked = &quiz.questions[2];
        let mut quiz_session = QuizSession::begin(AttemptId::from_name("a"), &quiz);
        let shown = quiz_session.arrangement(2, asked);
        assert_eq!(quiz_session.shift(2, asked, 0, Move::Earlier), None);
        assert_eq!(quiz_session.shift(2, asked, 2, Move::Later), None);
        assert_eq!(quiz_session.shift(2, asked, 0, Move::Later), Some(1));
        assert_eq!(quiz_session.arrangement(2, asked), [shown[1], shown[0], shown[2]]);
    }

    #[test]
    fn a_right_side_belongs_to_one_left_side_only() {
        let mut quiz_session = QuizSession::begin(AttemptId::from_name("a"), &quiz());
        assert_eq!(quiz_session.pair(3, 2, 0, Some(1)), None);
        assert_eq!(quiz_session.pair(3, 2, 1, Some(1)), Some(0));
        assert_eq!(quiz_session.pairs(3, 2), [None, Some(1)]);
        assert!(!quiz_session.is_answered(3));
        quiz_session.pair(3, 2, 1, None);
        assert_eq!(quiz_session.drafts[3], Draft::Blank);
    }

    #[test]
    fn what_is_handed_in_can_always_be_graded() {
        let quiz = quiz();
        let mut quiz_session = QuizSession::begin(AttemptId::from_name("a"), &quiz);
        assert_eq!(quiz_session.unanswered(), [0, 1, 2, 3]);
        assert_eq!(grade(&quiz, &quiz_session.answers()).unwrap().right, 0);
        quiz_session.choose(0, 0);
        quiz_session.toggle(1, 0);
        quiz_session.toggle(1, 1);
        quiz_session.toggle(1, 1);
        quiz_session.toggle(1, 2);
        quiz_session.pair(3, 2, 0, Some(0));
        let grade_so_far = grade(&quiz, &quiz_session.answers()).unwrap();
        assert_eq!(grade_so_far.verdicts, [true, true, false, false]);
        quiz_session.pair(3, 2, 1, Some(1));
        quiz_session.drafts[2] = Draft::Order(vec![0, 1, 2]);
        assert!(grade(&quiz, &quiz_session.answers()).unwrap().passed);
        assert!(quiz_session.unanswered().is_empty());
        assert_eq!(
            quiz_session.answers(),
            [
                Answer::One(0),
                Answer::Many(vec![0, 2]),
                Answer::Order(vec![0, 1, 2]),
                Answer::Match(vec![0, 1])
            ]
        );
    }
}
