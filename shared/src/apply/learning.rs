use super::{Context, Side, View, find, find_all};
use crate::access::{Action, may};
use crate::grading::grade;
use crate::mutation::{RecordLesson, SubmitAttempt};
use crate::records::{Attempt, Certificate, Collectivity, LessonProgress, ModuleCard, Quiz, TrainingRecord};
use crate::refusal::{Refusal, RefusalCode};
use crate::row::{Kind, RowKey};
use crate::scope::Scope;

pub(super) fn record_lesson(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &RecordLesson,
) -> Result<(), Refusal> {
    may(context.actor, Action::Learn)?;
    let card: ModuleCard = find(view, Scope::Public, m.module).ok_or(RefusalCode::NotFound)?;
    let own = Scope::Person(context.actor.person);
    let held = find::<LessonProgress>(view, own, m.lesson);
    if card.lesson(m.lesson).is_none() && held.is_none() {
        // The lesson left the module after a device had taken it along. Having read it was no mistake, and there is
        // nothing left to count it for.
        return Ok(());
    }
    let reading = LessonProgress {
        module: m.module,
        lesson: m.lesson,
        block: m.block,
        completed: m.completed.then_some(context.at),
        updated: context.at,
    };
    let merged = held.map_or(reading.clone(), |held| held.merge(&reading));
    view.put(own, merged.into());
    certify_if_complete(view, context, &card);
    keep_training_record(view, context, &card);
    Ok(())
}

pub(super) fn submit_attempt(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &SubmitAttempt,
) -> Result<(), Refusal> {
    may(context.actor, Action::Learn)?;
    let own = Scope::Person(context.actor.person);
    if view.get(&RowKey::new(own, Kind::Attempt, m.attempt)).is_some() {
        return Err(RefusalCode::AlreadyExists.into());
    }
    let card: ModuleCard = find(view, Scope::Public, m.module).ok_or(RefusalCode::NotFound)?;
    let quiz: Quiz = find(view, Scope::Module(m.module), m.module).ok_or(RefusalCode::NotFound)?;
    let grade = grade(&quiz, &m.answers).map_err(|_| RefusalCode::QuizChanged)?;
    let attempt = Attempt {
        id: m.attempt,
        module: m.module,
        lang: m.lang,
        answers: m.answers.clone(),
        right: grade.right,
        questions: u32::try_from(quiz.questions.len()).unwrap_or(u32::MAX),
        percent: grade.percent,
        passed: grade.passed,
        at: context.at,
    };
    view.put(own, attempt.into());
    certify_if_complete(view, context, &card);
    keep_training_record(view, context, &card);
    Ok(())
}

/// A certificate says: every lesson was completed and the quiz was passed. It is issued once, by the server,
/// whichever of the two came last.
fn certify_if_complete(view: &mut dyn View, context: &mut Context<'_>, card: &ModuleCard) {
    let Side::Decide(id_issuer) = &mut context.side else {
        return;
    };
    let own = Scope::Person(context.actor.person);
    let has_one = find_all::<Certificate>(view, own)
        .iter()
        .any(|held| held.module == card.id);
    if has_one || lessons_completed(view, own, card) < card.lessons.len() {
        return;
    }
    let best = find_all::<Attempt>(view, own)
        .into_iter()
        .filter(|attempt| attempt.module == card.id && attempt.passed)
        .max_by_key(|attempt| attempt.percent);
    let Some(best) = best else { return };
    let collectivity = context
        .actor
        .roles
        .collectivities
        .keys()
        .next()
        .and_then(|id| find::<Collectivity>(view, Scope::Directory, *id))
        .map(|collectivity| collectivity.name);
    let (id, number) = id_issuer.certificate(context.now);
    let certificate = Certificate {
        id,
        number,
        person: context.actor.person,
        person_name: context.actor.name.clone(),
        lang: best.lang,
        collectivity,
        module: card.id,
        module_title: card.title.clone(),
        minutes: card.minutes,
        percent: best.percent,
        issued: context.now,
    };
    view.put(own, certificate.into());
}

/// Keeps what focal points see of this person's training equal to the person's own rows.
fn keep_training_record(view: &mut dyn View, context: &Context<'_>, card: &ModuleCard) {
    let own = Scope::Person(context.actor.person);
    let attempts: Vec<Attempt> = find_all::<Attempt>(view, own)
        .into_iter()
        .filter(|attempt| attempt.module == card.id)
        .collect();
    let certificate = find_all::<Certificate>(view, own)
        .into_iter()
        .find(|held| held.module == card.id)
        .map(|held| held.number);
    let record = TrainingRecord {
        person: context.actor.person,
        name: context.actor.name.clone(),
        module: card.id,
        lessons_completed: u32::try_from(lessons_completed(view, own, card)).unwrap_or(u32::MAX),
        lessons: u32::try_from(card.lessons.len()).unwrap_or(u32::MAX),
        attempts: u32::try_from(attempts.len()).unwrap_or(u32::MAX),
        best_percent: attempts.iter().map(|attempt| attempt.percent).max(),
        certificate,
        updated: context.at,
    };
    for collectivity in context.actor.roles.collectivities.keys() {
        view.put(Scope::Focal(*collectivity), record.clone().into());
    }
}

fn lessons_completed(view: &dyn View, own: Scope, card: &ModuleCard) -> usize {
    card.lessons
        .iter()
        .filter(|head| find::<LessonProgress>(view, own, head.id).is_some_and(|p| p.completed.is_some()))
        .count()
}
