use super::conversation::take_away;
use super::{Context, Side, View, draft_texts, find, find_all};
use crate::access::{Action, may};
use crate::ids::{CollectivityId, ExperienceId, PersonId};
use crate::lang::Lang;
use crate::limits;
use crate::mutation::{
    ArchiveExperience, DiscardDraft, PublishExperience, RestoreExperience, ReturnExperience, SaveDraft,
    SubmitExperience, WithdrawExperience,
};
use crate::records::{
    Change, Collectivity, Comment, Decision, Experience, ExperienceContent, Review, Section, check_period,
};
use crate::refusal::{Refusal, RefusalCode};
use crate::row::{Kind, RowKey};
use crate::scope::Scope;
use crate::time::Timestamp;
use crate::unicode;
use crate::vocabulary::{ExperienceState, ReturnReason};

pub(super) fn save_draft(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &SaveDraft,
) -> Result<(), Refusal> {
    let mut experience = match find_experience(view, context, m.experience) {
        Some(held) => {
            may(context.actor, Action::KeepWriting(&held))?;
            must_be(&held, &[ExperienceState::Draft, ExperienceState::Returned])?;
            held
        }
        None => begin(context, m)?,
    };
    must_be_few(&m.changes)?;
    for change in &m.changes {
        change.check()?;
        match change {
            Change::Text {
                section,
                lang,
                text,
                seen,
            } => draft_texts::write(&mut experience, context, (*section, *lang), text, seen)?,
            other => experience.content.make(other),
        }
    }
    touch(&mut experience, context);
    store_experience(view, &experience);
    Ok(())
}

fn begin(context: &Context<'_>, m: &SaveDraft) -> Result<Experience, Refusal> {
    may(context.actor, Action::WriteFor(m.collectivity))?;
    Ok(Experience {
        id: m.experience,
        slug: None,
        collectivity: m.collectivity,
        author: Some(context.author(Some(m.collectivity))),
        state: ExperienceState::Draft,
        revision: 0,
        content: ExperienceContent::default(),
        previous: None,
        created: context.at,
        updated: context.at,
        submitted: None,
        published: None,
        decision: None,
        versions: Vec::new(),
        writers: Vec::new(),
        library_dates: None,
    })
}

pub(super) fn discard_draft(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &DiscardDraft,
) -> Result<(), Refusal> {
    let experience = known(view, context, m.experience)?;
    may(context.actor, Action::KeepWriting(&experience))?;
    must_be(&experience, &[ExperienceState::Draft, ExperienceState::Returned])?;
    for scope in private_scopes(&experience).chain([Scope::Experience(experience.id)]) {
        view.delete(&RowKey::new(scope, Kind::Experience, experience.id));
    }
    Ok(())
}

pub(super) fn submit(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &SubmitExperience,
) -> Result<(), Refusal> {
    let mut experience = known(view, context, m.experience)?;
    may(context.actor, Action::KeepWriting(&experience))?;
    may(context.actor, Action::WriteFor(experience.collectivity))?;
    must_be(&experience, &[ExperienceState::Draft, ExperienceState::Returned])?;
    if let Some(version) = experience.versions.first() {
        return Err(Refusal::of_field(RefusalCode::Undecided, version.section.word()));
    }
    if let Some(field) = missing_for_submission(&experience.content).first() {
        return Err(Refusal::of_field(RefusalCode::Missing, field));
    }
    check_period_of(&experience.content, context.now)?;
    experience.state = ExperienceState::Submitted;
    experience.submitted = Some(context.at);
    touch(&mut experience, context);
    store_experience(view, &experience);
    Ok(())
}

/// The fields that a draft still needs before it can be submitted: `principles`, or the word of a [`Section`]
/// that has no text in a language that has a title.
#[must_use]
pub fn missing_for_submission(content: &ExperienceContent) -> Vec<&'static str> {
    let missing_in = |lang: Lang| -> Vec<&'static str> {
        Section::NEEDED
            .iter()
            .filter(|s| content.text(**s, lang).is_none())
            .map(|s| s.word())
            .collect()
    };
    // One complete language is enough; the one nearest to complete says what is missing.
    let mut missing = Lang::ALL
        .into_iter()
        .map(missing_in)
        .min_by_key(Vec::len)
        .unwrap_or_default();
    if content.principles.is_empty() {
        missing.push("principles");
    }
    missing
}

pub(super) fn withdraw(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &WithdrawExperience,
) -> Result<(), Refusal> {
    let mut experience = known(view, context, m.experience)?;
    may(context.actor, Action::KeepWriting(&experience))?;
    must_be(&experience, &[ExperienceState::Submitted])?;
    experience.state = ExperienceState::Draft;
    touch(&mut experience, context);
    store_experience(view, &experience);
    Ok(())
}

pub(super) fn publish(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &PublishExperience,
) -> Result<(), Refusal> {
    let mut experience = judged(view, context, m.experience, m.revision)?;
    limits::at_most("note", &m.note, limits::COMMENT)?;
    experience.state = ExperienceState::Published;
    experience.previous = None;
    // It is never a draft again.
    experience.writers.clear();
    experience.published.get_or_insert(context.now);
    experience.decision = Some(decision(context, None, &m.note));
    if experience.slug.is_none()
        && let Side::Decide(id_issuer) = &mut context.side
    {
        experience.slug = Some(id_issuer.slug(&experience));
    }
    touch(&mut experience, context);
    store_experience(view, &experience);
    let mut review = find_review(view, &experience).unwrap_or_else(|| Review::of(experience.id));
    review.decision = experience.decision.clone();
    store_review(view, &experience, review);
    Ok(())
}

pub(super) fn give_back(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &ReturnExperience,
) -> Result<(), Refusal> {
    let mut experience = judged(view, context, m.experience, m.revision)?;
    check_return(m.reason, &m.note)?;
    experience.state = ExperienceState::Returned;
    experience.previous = Some(Box::new(experience.content.clone()));
    experience.decision = Some(decision(context, Some(m.reason), &m.note));
    touch(&mut experience, context);
    store_experience(view, &experience);
    Ok(())
}

pub(super) fn check_return(reason: ReturnReason, note: &str) -> Result<(), Refusal> {
    limits::at_most("note", note, limits::COMMENT)?;
    if reason == ReturnReason::Other {
        limits::present("note", note)?;
    }
    Ok(())
}

/// The submission that a focal point decides on, provided nobody changed it since they read it.
fn judged(
    view: &dyn View,
    context: &Context<'_>,
    id: ExperienceId,
    revision: u32,
) -> Result<Experience, Refusal> {
    let experience = known(view, context, id)?;
    may(context.actor, Action::Validate(&experience))?;
    must_be(&experience, &[ExperienceState::Submitted])?;
    must_match(&experience, revision)?;
    Ok(experience)
}

pub(super) fn decision(context: &Context<'_>, reason: Option<ReturnReason>, note: &str) -> Decision {
    Decision {
        by: context.author(None),
        at: context.now,
        reason,
        note: unicode::visible(note).to_owned(),
    }
}

pub(super) fn archive(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &ArchiveExperience,
) -> Result<(), Refusal> {
    move_between(
        view,
        context,
        m.experience,
        ExperienceState::Published,
        ExperienceState::Archived,
    )
}

pub(super) fn restore(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &RestoreExperience,
) -> Result<(), Refusal> {
    move_between(
        view,
        context,
        m.experience,
        ExperienceState::Archived,
        ExperienceState::Published,
    )
}

fn move_between(
    view: &mut dyn View,
    context: &Context<'_>,
    id: ExperienceId,
    from: ExperienceState,
    to: ExperienceState,
) -> Result<(), Refusal> {
    let mut experience = known(view, context, id)?;
    may(context.actor, Action::Archive(&experience))?;
    must_be(&experience, &[from])?;
    experience.state = to;
    touch(&mut experience, context);
    store_experience(view, &experience);
    Ok(())
}

/// Writes an experience to every scope whose audience may read it in its state, and out of the others.
pub fn store_experience(view: &mut dyn View, experience: &Experience) {
    view.put(Scope::Experience(experience.id), experience.for_readers().into());
    if let Some(author) = &experience.author {
        view.put(Scope::Person(author.person), experience.clone().into());
    }
    let focal = Scope::Focal(experience.collectivity);
    if experience.state == ExperienceState::Submitted {
        view.put(focal, experience.clone().into());
    } else {
        view.delete(&RowKey::new(focal, Kind::Experience, experience.id));
    }
    let is_listed = experience.state == ExperienceState::Published;
    match experience.card().filter(|_| is_listed) {
        Some(card) => {
            name_publicly(view, card.collectivity);
            view.put(Scope::Public, card.into());
        }
        None => view.delete(&RowKey::new(Scope::Public, Kind::ExperienceCard, experience.id)),
    }
}

/// Takes out of the rows in `experience:E` what an earlier version wrote into them and readers may not see: what passed
/// between author and focal point, and who wrote a comment that was removed. A decision that is held nowhere else is
/// kept for the focal points. Changes nothing where there is nothing to hide.
pub fn hide_from_readers(view: &mut dyn View, id: ExperienceId) {
    let scope = Scope::Experience(id);
    for comment in find_all::<Comment>(view, scope) {
        if comment.removed && comment.author.person != PersonId::VISITOR {
            take_away(view, comment);
        }
    }
    let Some(held) = find::<Experience>(view, scope, id) else {
        return;
    };
    let for_readers = held.for_readers();
    if for_readers == held {
        return;
    }
    if held.published.is_some() && held.decision.is_some() && find_review(view, &held).is_none() {
        let mut review = Review::of(id);
        review.decision.clone_from(&held.decision);
        store_review(view, &held, review);
    }
    view.put(scope, for_readers.into());
}

/// What author and focal points know of it, wherever the one who runs this holds a copy.
pub(super) fn find_review(view: &dyn View, experience: &Experience) -> Option<Review> {
    private_scopes(experience)
        .filter_map(|scope| find::<Review>(view, scope, experience.id))
        .max_by_key(|copy| copy.revision)
}

/// Writes what author and focal points know of it for both.
pub(super) fn store_review(view: &mut dyn View, experience: &Experience, mut review: Review) {
    review.revision = review.revision.saturating_add(1);
    for scope in private_scopes(experience) {
        view.put(scope, review.clone().into());
    }
}

/// The scopes of those who may see what passes between author and focal point.
fn private_scopes(experience: &Experience) -> impl Iterator<Item = Scope> + use<> {
    let author = experience.author.as_ref().map(|author| author.person);
    std::iter::once(Scope::Focal(experience.collectivity)).chain(author.map(Scope::Person))
}

/// A card names whose experience it is, so everybody needs that collectivity's row, be it a member or not.
fn name_publicly(view: &mut dyn View, id: CollectivityId) {
    let is_public = find::<Collectivity>(view, Scope::Public, id).is_some();
    // A device may not hold the national list; then only the server knows the name, and its row comes with the card.
    let held = find::<Collectivity>(view, Scope::Directory, id);
    if let Some(collectivity) = held.filter(|_| !is_public) {
        view.put(Scope::Public, collectivity.into());
    }
}

/// The experience, wherever the one who runs this holds a copy. The server holds the author's whole copy.
pub(super) fn find_experience(
    view: &dyn View,
    context: &Context<'_>,
    id: ExperienceId,
) -> Option<Experience> {
    let for_readers = find::<Experience>(view, Scope::Experience(id), id);
    let own = Scope::Person(context.actor.person);
    let focal = context.actor.roles.focal_point_of().map(Scope::Focal);
    let private = for_readers
        .iter()
        .flat_map(private_scopes)
        .chain(focal)
        .chain([own]);
    let whole: Vec<Experience> = private
        .filter_map(|scope| find::<Experience>(view, scope, id))
        .collect();
    // A device may hold an older copy of one scope beside a newer one of another; of the newest, the last is a whole
    // one where there is any.
    for_readers
        .into_iter()
        .chain(whole)
        .max_by_key(|copy| copy.revision)
}

pub(super) fn known(view: &dyn View, context: &Context<'_>, id: ExperienceId) -> Result<Experience, Refusal> {
    find_experience(view, context, id).ok_or_else(|| RefusalCode::NotFound.into())
}

pub(super) fn must_be(experience: &Experience, states: &[ExperienceState]) -> Result<(), Refusal> {
    if states.contains(&experience.state) {
        Ok(())
    } else {
        Err(RefusalCode::WrongState.into())
    }
}

pub(super) fn must_match(experience: &Experience, revision: u32) -> Result<(), Refusal> {
    if experience.revision == revision {
        Ok(())
    } else {
        Err(RefusalCode::Conflict.into())
    }
}

pub(super) fn touch(experience: &mut Experience, context: &Context<'_>) {
    experience.touch(context.at);
}

pub(super) fn make_changes(content: &mut ExperienceContent, changes: &[Change]) -> Result<(), Refusal> {
    must_be_few(changes)?;
    for change in changes {
        change.check()?;
        content.make(change);
    }
    Ok(())
}

fn must_be_few(changes: &[Change]) -> Result<(), Refusal> {
    if changes.len() > limits::CHANGES {
        return Err(Refusal::of_field(RefusalCode::TooLong, "changes").with_limit(limits::CHANGES));
    }
    Ok(())
}

/// A draft may hold one date before the other is corrected; what is sent to a focal point may not.
pub(super) fn check_period_of(content: &ExperienceContent, now: Timestamp) -> Result<(), Refusal> {
    check_period(&content.started, &content.ended, now)
        .map_err(|error| Refusal::of_field(RefusalCode::Invalid, error.field()))
}
