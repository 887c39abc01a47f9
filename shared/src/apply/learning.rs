use super::editions::{latest_of_each_edition, quiz_of};
use super::{Context, Side, View, find, find_all};
use crate::access::{Action, may};
use crate::grading::grade;
use crate::module_progress::{ModuleProgress, lessons_left};
use crate::mutation::{RecordLesson, SubmitAttempt};
use crate::records::{
    Attempt, Certificate, Collectivity, Edition, EditionState, LessonHead, LessonProgress, Location,
    ModuleCard, TrainingRecord,
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
    let editions = latest_of_each_edition(view, &card);
    let is_asked_for = |edition: &Edition| edition.lessons.iter().any(|head| head.id == m.lesson);
    if held.is_none() && !editions.iter().any(is_asked_for) {
        // It left the module before there were editions, or with an edition that a restore lost. Having read it was no
        // mistake, and there is nothing to count it for.
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
    let quiz = quiz_of(view, m.module, m.edition).ok_or(RefusalCode::QuizChanged)?;
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
    follow_up(view, context, &card);
    Ok(())
}

/// Issues what was earned, and keeps what focal points see of this person's training equal to the person's own rows.
fn follow_up(view: &mut dyn View, context: &mut Context<'_>, card: &ModuleCard) {
    let own = Scope::Person(context.actor.person);
    let lessons: Vec<LessonProgress> = find_all(view, own);
    let attempts: Vec<Attempt> = find_all(view, own);
    let mut certificates: Vec<Certificate> = find_all(view, own);
    for edition in latest_of_each_edition(view, card) {
        let earned = certificate_for(view, context, &edition, &lessons, &attempts, &certificates);
        if let Some(certificate) = earned {
            view.put(own, certificate.clone().into());
            certificates.push(certificate);
        }
    }
    let progress = ModuleProgress::of(card, &lessons, &attempts, &certificates);
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    // Of whatever edition: a certificate of an earlier one stays beside its score.
    let sat = attempts.iter().filter(|attempt| attempt.module == card.id);
    let record = TrainingRecord {
        person: context.actor.person,
        name: context.actor.name.clone(),
        module: card.id,
        lessons_completed: count(progress.lessons_completed()),
        lessons: count(card.lessons.len()),
        attempts: count(sat.clone().count()),
        best_percent: sat.map(|attempt| attempt.percent).max(),
        certificate: progress.certificate,
        updated: context.at,
    };
    for collectivity in context.actor.roles.collectivities.keys() {
        view.put(Scope::Focal(*collectivity), record.clone().into());
    }
}

/// A certificate says: every lesson of an edition was completed and its quiz was passed. It is issued once for each
/// edition, by the server, whichever of the two came last and whatever is taught meanwhile.
fn certificate_for(
    view: &dyn View,
    context: &mut Context<'_>,
    edition: &Edition,
    lessons: &[LessonProgress],
    attempts: &[Attempt],
    certificates: &[Certificate],
) -> Option<Certificate> {
    let Side::Decide(id_issuer) = &mut context.side else {
        return None;
    };
    let of_module = certificates.iter().filter(|held| held.module == edition.module);
    let earlier: Vec<&Certificate> = of_module.collect();
    if edition.state == EditionState::Withdrawn
        || earlier
            .iter()
            .any(|held| held.edition.edition == edition.number.edition)
        || !lessons_left(&edition.lessons, lessons).is_empty()
    {
        return None;
    }
    let best = attempts
        .iter()
        .filter(|attempt| attempt.module == edition.module && attempt.passed)
        .filter(|attempt| attempt.edition.edition == edition.number.edition)
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
        module: edition.module,
        module_title: edition.title.clone(),
        minutes: new_minutes(view, edition, &earlier),
        percent: best.percent,
        issued: context.now,
        edition: edition.number,
    })
}

/// How many minutes of an edition are new to somebody with these certificates for other editions of the module: hours
/// count once. Lessons have no length of their own, so that each counts alike.
fn new_minutes(view: &dyn View, edition: &Edition, earlier: &[&Certificate]) -> u32 {
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
