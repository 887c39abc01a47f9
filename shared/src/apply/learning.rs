use super::editions::{latest_of_each_edition, quiz_of};
use super::{Context, Side, View, find, find_all};
use crate::access::{Action, may};
use crate::grading::grade;
use crate::mutation::{RecordLesson, SubmitAttempt};
use crate::records::{
    Attempt, Certificate, Collectivity, Edition, EditionState, LessonHead, LessonProgress, ModuleCard,
    TrainingRecord,
};
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
    let editions = latest_of_each_edition(view, &card);
    let is_asked_for = |edition: &Edition| edition.lessons.iter().any(|head| head.id == m.lesson);
    if held.is_none() && !editions.iter().any(is_asked_for) {
        // A device took the lesson along that a correction removed. Having read it was no mistake, and there is
        // nothing to count it for.
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
    let quiz = quiz_of(view, m.module, m.edition).ok_or(RefusalCode::NotFound)?;
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
        edition: m.edition,
    };
    view.put(own, attempt.into());
    certify_if_complete(view, context, &card);
    keep_training_record(view, context, &card);
    Ok(())
}

/// A certificate says: every lesson of an edition was completed and its quiz was passed. It is issued once for each
/// edition, by the server, whichever of the two came last and whatever is taught meanwhile.
fn certify_if_complete(view: &mut dyn View, context: &mut Context<'_>, card: &ModuleCard) {
    for edition in latest_of_each_edition(view, card) {
        certify_edition(view, context, &edition);
    }
}

fn certify_edition(view: &mut dyn View, context: &mut Context<'_>, edition: &Edition) {
    let Side::Decide(id_issuer) = &mut context.side else {
        return;
    };
    let own = Scope::Person(context.actor.person);
    let mut earlier = find_all::<Certificate>(view, own);
    earlier.retain(|held| held.module == edition.module);
    let has_one = earlier
        .iter()
        .any(|held| held.edition.edition == edition.number.edition);
    if has_one
        || edition.state == EditionState::Withdrawn
        || lessons_completed(view, own, &edition.lessons) < edition.lessons.len()
    {
        return;
    }
    let best = find_all::<Attempt>(view, own)
        .into_iter()
        .filter(|attempt| attempt.module == edition.module && attempt.passed)
        .filter(|attempt| attempt.edition.edition == edition.number.edition)
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
        module: edition.module,
        module_title: edition.title.clone(),
        minutes: new_minutes(view, edition, &earlier),
        percent: best.percent,
        issued: context.now,
        edition: edition.number,
    };
    view.put(own, certificate.into());
}

/// How many minutes of an edition are new to somebody with these certificates for other editions of the module: hours
/// count once. Lessons have no length of their own, so that each counts alike.
fn new_minutes(view: &dyn View, edition: &Edition, earlier: &[Certificate]) -> u32 {
    let known = find_all::<Edition>(view, Scope::Module(edition.module));
    let is_new = |lesson: &&LessonHead| {
        !known
            .iter()
            .filter(|other| earlier.iter().any(|held| held.edition == other.number))
            .any(|other| other.lessons.iter().any(|head| head.id == lesson.id))
    };
    let count = |lessons: usize| u32::try_from(lessons).unwrap_or(u32::MAX);
    let new = count(edition.lessons.iter().filter(is_new).count());
    match count(edition.lessons.len()) {
        0 if earlier.is_empty() => edition.minutes,
        all => edition.minutes.saturating_mul(new).checked_div(all).unwrap_or(0),
    }
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
        .filter(|held| held.module == card.id)
        .max_by_key(|held| held.edition)
        .map(|held| held.number);
    let record = TrainingRecord {
        person: context.actor.person,
        name: context.actor.name.clone(),
        module: card.id,
        lessons_completed: u32::try_from(lessons_completed(view, own, &card.lessons)).unwrap_or(u32::MAX),
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

fn lessons_completed(view: &dyn View, own: Scope, lessons: &[LessonHead]) -> usize {
    lessons
        .iter()
        .filter(|head| find::<LessonProgress>(view, own, head.id).is_some_and(|p| p.completed.is_some()))
        .count()
}
