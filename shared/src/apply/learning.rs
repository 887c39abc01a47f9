use super::{Context, Side, View, find, find_all};
use crate::access::{Action, may};
use crate::grading::grade;
use crate::module_progress::ModuleProgress;
use crate::mutation::{RecordLesson, SubmitAttempt};
use crate::records::{
    Attempt, Certificate, Collectivity, LessonProgress, Location, ModuleCard, Quiz, TrainingRecord,
};
use crate::refusal::{Refusal, RefusalCode};
use crate::row::{Kind, RowKey};
use crate::scope::Scope;
use crate::vocabulary::CollectivityKind;

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
    follow_up(view, context, &card);
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
    follow_up(view, context, &card);
    Ok(())
}

/// Issues what was earned, and keeps what focal points see of this person's training equal to the person's own rows.
fn follow_up(view: &mut dyn View, context: &mut Context<'_>, card: &ModuleCard) {
    let own = Scope::Person(context.actor.person);
    let lessons: Vec<LessonProgress> = find_all(view, own);
    let attempts: Vec<Attempt> = find_all(view, own);
    let mut certificates: Vec<Certificate> = find_all(view, own);
    let progress = ModuleProgress::of(card, &lessons, &attempts, &certificates);
    if let Some(certificate) = certificate_for(view, context, card, &progress, &attempts) {
        view.put(own, certificate.clone().into());
        certificates.push(certificate);
    }
    let progress = ModuleProgress::of(card, &lessons, &attempts, &certificates);
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let record = TrainingRecord {
        person: context.actor.person,
        name: context.actor.name.clone(),
        module: card.id,
        lessons_completed: count(progress.lessons_completed()),
        lessons: count(card.lessons.len()),
        attempts: count(progress.attempts),
        best_percent: progress.best_percent,
        certificate: progress.certificate,
        updated: context.at,
    };
    for collectivity in context.actor.roles.collectivities.keys() {
        view.put(Scope::Focal(*collectivity), record.clone().into());
    }
}

/// A certificate says: every lesson was completed and the quiz was passed. It is issued once, by the server,
/// whichever of the two came last.
fn certificate_for(
    view: &dyn View,
    context: &mut Context<'_>,
    card: &ModuleCard,
    progress: &ModuleProgress,
    attempts: &[Attempt],
) -> Option<Certificate> {
    let Side::Decide(id_issuer) = &mut context.side else {
        return None;
    };
    if progress.certificate.is_some() || !progress.has_all_lessons() {
        return None;
    }
    let best = attempts
        .iter()
        .filter(|attempt| attempt.module == card.id && attempt.passed)
        .max_by_key(|attempt| attempt.percent)?;
    let collectivity: Option<Collectivity> = context
        .actor
        .roles
        .collectivities
        .keys()
        .next()
        .and_then(|id| find(view, Scope::Directory, *id));
    let (id, number) = id_issuer.certificate(context.now);
    Some(Certificate {
        id,
        number,
        person: context.actor.person,
        person_name: context.actor.name.clone(),
        lang: best.lang,
        lies_in: collectivity.as_ref().and_then(|one| distinction(view, one)),
        collectivity: collectivity.map(|collectivity| collectivity.name),
        module: card.id,
        module_title: card.title.clone(),
        minutes: card.minutes,
        percent: best.percent,
        issued: context.now,
    })
}

/// Where it lies, if its name alone does not tell it from others. Only then is the region looked for, among all.
fn distinction(view: &dyn View, one: &Collectivity) -> Option<Location> {
    if !one.shares_name {
        return None;
    }
    let all: Vec<Collectivity> = find_all(view, Scope::Directory);
    let region = all
        .into_iter()
        .find(|other| other.kind == CollectivityKind::Region && other.region == one.region);
    one.distinction(region.as_ref().map(|region| &region.name))
}
