//! Editions of modules that come out while devices are away, and what learners may rely on meanwhile.

use super::failure::Failure;
use super::world::World;
use server::authority::Fault;
use shared::apply::{View, publish_module, read_module};
use shared::grading::grade;
use shared::ids::{LessonId, ModuleId};
use shared::mutation::Mutation;
use shared::records::{
    Attempt, Certificate, EditionNumber, Lesson, LessonHead, LessonProgress, ModuleCard, QuestionKind, Quiz,
    WholeModule,
};
use shared::row::{Kind, Record};
use shared::scope::Scope;

/// What an edition asked for when it came out.
#[derive(Clone)]
pub(super) struct Taught {
    quiz: Quiz,
    lessons: Vec<LessonId>,
}

impl Taught {
    /// What a module asks for.
    pub(super) fn of(whole: WholeModule) -> Self {
        Self {
            quiz: whole.quiz,
            lessons: whole.lessons.iter().map(|lesson| lesson.id).collect(),
        }
    }
}

impl World {
    /// Writes down what is taught now.
    pub(super) fn note_taught(&mut self, module: ModuleId) -> Result<(), Failure> {
        let noted = self.backend.model.note_taught(module);
        noted.ok_or_else(|| Failure::new(format!("{module:?} is not whole")))
    }

    fn taught(&mut self, module: ModuleId) -> Result<WholeModule, Failure> {
        let card: Option<ModuleCard> = self.backend.model.find(Scope::Public, module);
        card.and_then(|card| read_module(self.backend.model.view(), card))
            .ok_or_else(|| Failure::new(format!("{module:?} is not whole")))
    }

    /// Somebody publishes a correction or another edition of a module.
    pub(super) fn publish(&mut self) -> Result<(), Failure> {
        let Some(module) = self.prng.pick(&self.content.modules).copied() else {
            return Ok(());
        };
        let mut whole = self.taught(module)?;
        match self.prng.below(4) {
            0 => whole.card.minutes += 1,
            1 => {
                // The same shape, and other answers are right.
                let place = self.prng.below(whole.quiz.questions.len());
                let question = whole.quiz.questions.get_mut(place);
                if let Some(QuestionKind::Single(choices)) = question.map(|question| &mut question.kind) {
                    choices
                        .iter_mut()
                        .for_each(|choice| choice.correct = !choice.correct);
                }
            }
            2 if whole.lessons.len() > 1 => {
                let place = self.prng.below(whole.lessons.len());
                whole.lessons.remove(place);
                whole.card.lessons.remove(place);
            }
            _ => {
                let id = LessonId::new(1, self.prng.ten());
                whole.lessons.push(Lesson {
                    id,
                    number: 0,
                    ..whole
                        .lessons
                        .first()
                        .cloned()
                        .ok_or_else(|| Failure::new("no lesson"))?
                });
                whole.card.lessons.push(LessonHead {
                    id,
                    number: 0,
                    slug: id.to_string(),
                    title: whole.card.title.clone(),
                });
            }
        }
        for (number, (head, lesson)) in (1..).zip(whole.card.lessons.iter_mut().zip(&mut whole.lessons)) {
            head.number = number;
            lesson.number = number;
        }
        let now = self.backend.now;
        let people = self.content.people.clone();
        let uncompletes = self.fault == Some(Fault::EditionsUncomplete);
        self.backend.write_both(|view| {
            publish_module(view, &whole, now);
            if uncompletes {
                for person in &people {
                    uncomplete(view, Scope::Person(*person), module);
                }
            }
        })?;
        self.report.editions += 1;
        self.note_taught(module)
    }

    /// Whatever came out since: each attempt was graded on the quiz that its learner had before them, each lesson that
    /// was completed is, and a learner who did what an edition asked for has one certificate of it.
    pub(super) fn check_learning(&mut self) -> Result<(), Failure> {
        let model = &self.backend.model;
        for (person, mutation) in model.applied() {
            let own = Scope::Person(person);
            match mutation {
                Mutation::SubmitAttempt(sat) => {
                    let row: Option<Attempt> = model.find(own, sat.attempt);
                    let expected = model
                        .taught
                        .get(&(sat.module, sat.edition.edition))
                        .and_then(|taught| grade(&taught.quiz, &sat.answers).ok());
                    let verdict = row.map(|row| (row.right, row.passed));
                    if expected.is_none() || verdict != expected.map(|grade| (grade.right, grade.passed)) {
                        return Err(Failure::new(format!("{sat:?} came out as {verdict:?}")));
                    }
                }
                Mutation::RecordLesson(read) if read.completed => {
                    let asked = model.taught.iter().any(|((module, _), taught)| {
                        *module == read.module && taught.lessons.contains(&read.lesson)
                    });
                    let row: Option<LessonProgress> = model.find(own, read.lesson);
                    if asked && row.is_none_or(|row| row.completed.is_none()) {
                        return Err(Failure::new(format!("{read:?} of {person:?} is uncompleted")));
                    }
                }
                _ => {}
            }
        }
        self.report.late += model.late;
        self.report.written += model.written;
        self.check_certificates()
    }

    fn check_certificates(&self) -> Result<(), Failure> {
        let model = &self.backend.model;
        for person in &self.content.people {
            let own = Scope::Person(*person);
            let passed: Vec<Attempt> = model
                .all::<Attempt>(own)
                .filter(|attempt| attempt.passed)
                .collect();
            let certificates: Vec<Certificate> = model.all(own).collect();
            for ((module, edition), taught) in &model.taught {
                let is_of = |number: EditionNumber, of: ModuleId| of == *module && number.edition == *edition;
                let is_read = |lesson: &LessonId| {
                    let row: Option<LessonProgress> = model.find(own, *lesson);
                    row.is_some_and(|row| row.completed.is_some())
                };
                let is_due = passed
                    .iter()
                    .any(|attempt| is_of(attempt.edition, attempt.module))
                    && taught.lessons.iter().all(is_read);
                let issued = certificates
                    .iter()
                    .filter(|held| is_of(held.edition, held.module))
                    .count();
                // Of a withdrawn edition there are those of the day when it was withdrawn, and no others.
                let expected = match model.withdrawn.get(&(*module, *edition)) {
                    Some(holders) => holders.contains(person),
                    None => is_due,
                };
                if issued != usize::from(expected) {
                    return Err(Failure::new(format!(
                        "{person:?} has {issued} certificates of edition {edition} of {module:?}"
                    )));
                }
            }
        }
        Ok(())
    }
}

fn uncomplete(view: &mut dyn View, own: Scope, module: ModuleId) {
    for record in view.list(own, Kind::LessonProgress) {
        let Record::LessonProgress(mut progress) = record else {
            continue;
        };
        if progress.module == module {
            progress.completed = None;
            view.put(own, progress.into());
        }
    }
}
