//! Changes to a text that others see already. Of a published one, readers see at once what a focal point changes and
//! small corrections of its author; everything else waits for a focal point.

use super::draft_texts::forget_writers;
use super::experiences::{
    check_period_of, check_return, decision, find_review, known, make_changes, missing_for_submission,
    must_be, must_match, store_experience, store_review, touch,
};
use super::{Context, View};
use crate::access::{Action, may};
use crate::correction::is_small;
use crate::limits;
use crate::mutation::{AcceptRevision, ReturnRevision, ReviseExperience, SeeCorrections, WithdrawRevision};
use crate::records::{Change, Correction, Experience, ExperienceContent, Proposal, Review, Touch};
use crate::refusal::{Refusal, RefusalCode};
use crate::time::Timestamp;
use crate::vocabulary::ExperienceState;

pub(super) fn revise(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &ReviseExperience,
) -> Result<(), Refusal> {
    let mut experience = known(view, context, m.experience)?;
    may(context.actor, Action::Revise(&experience))?;
    must_be(
        &experience,
        &[ExperienceState::Submitted, ExperienceState::Published],
    )?;
    must_match(&experience, m.revision)?;
    if experience.state == ExperienceState::Submitted {
        let after = changed(&experience.content, &m.changes, context.now)?;
        forget_writers(&mut experience, &after);
        experience.content = after;
        touch(&mut experience, context);
        store_experience(view, &experience);
        return Ok(());
    }
    let review = find_review(view, &experience).unwrap_or_else(|| Review::of(experience.id));
    if may(context.actor, Action::Validate(&experience)).is_ok() {
        revise_as_focal_point(view, context, m, experience, review)
    } else {
        revise_as_author(view, context, m, experience, review)
    }
}

/// A person who may validate the text asks nobody. A proposal of the author stays, as changes to the new text.
fn revise_as_focal_point(
    view: &mut dyn View,
    context: &Context<'_>,
    m: &ReviseExperience,
    mut experience: Experience,
    mut review: Review,
) -> Result<(), Refusal> {
    experience.content = changed(&experience.content, &m.changes, context.now)?;
    touch(&mut experience, context);
    store_experience(view, &experience);
    // They had the text before their eyes, with whatever was corrected in it.
    review.correction = None;
    review.revised = Some(touched(context));
    store_review(view, &experience, review);
    Ok(())
}

fn revise_as_author(
    view: &mut dyn View,
    context: &Context<'_>,
    m: &ReviseExperience,
    mut experience: Experience,
    mut review: Review,
) -> Result<(), Refusal> {
    // An app that knows of no proposals cannot overwrite one: its words come back to the person who wrote them.
    if review.proposal.as_ref().map(|proposal| proposal.number) != m.proposal {
        return Err(RefusalCode::Conflict.into());
    }
    let after = changed(&review.proposed(&experience.content), &m.changes, context.now)?;
    let before = review.last_seen(&experience.content).clone();
    if !is_small(&before, &after) {
        review.proposal = Some(Proposal {
            number: review.revision.saturating_add(1),
            changes: experience.content.changes_to(&after),
            last: touched(context),
            returned: None,
        });
        store_review(view, &experience, review);
        return Ok(());
    }
    review.proposal = None;
    review.correction = (before != after).then(|| Correction {
        before,
        last: touched(context),
    });
    if experience.content != after {
        experience.content = after;
        touch(&mut experience, context);
        store_experience(view, &experience);
    }
    store_review(view, &experience, review);
    Ok(())
}

pub(super) fn accept(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &AcceptRevision,
) -> Result<(), Refusal> {
    let mut experience = known(view, context, m.experience)?;
    may(context.actor, Action::Validate(&experience))?;
    must_be(&experience, &[ExperienceState::Published])?;
    must_match(&experience, m.revision)?;
    limits::at_most("note", &m.note, limits::COMMENT)?;
    let mut review = reviewed(view, &experience, m.proposal)?;
    let proposal = review.waiting().ok_or(RefusalCode::WrongState)?;
    experience.content = changed(&experience.content, &proposal.changes, context.now)?;
    experience.decision = Some(decision(context, None, &m.note));
    touch(&mut experience, context);
    store_experience(view, &experience);
    review.decision.clone_from(&experience.decision);
    review.proposal = None;
    review.correction = None;
    store_review(view, &experience, review);
    Ok(())
}

pub(super) fn give_back(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &ReturnRevision,
) -> Result<(), Refusal> {
    let experience = known(view, context, m.experience)?;
    may(context.actor, Action::Validate(&experience))?;
    check_return(m.reason, &m.note)?;
    let mut review = reviewed(view, &experience, m.proposal)?;
    let returned = decision(context, Some(m.reason), &m.note);
    match &mut review.proposal {
        Some(proposal) if proposal.returned.is_none() => proposal.returned = Some(returned),
        _ => return Err(RefusalCode::WrongState.into()),
    }
    store_review(view, &experience, review);
    Ok(())
}

pub(super) fn withdraw(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &WithdrawRevision,
) -> Result<(), Refusal> {
    let experience = known(view, context, m.experience)?;
    may(context.actor, Action::KeepWriting(&experience))?;
    let mut review = reviewed(view, &experience, m.proposal)?;
    review.proposal = None;
    store_review(view, &experience, review);
    Ok(())
}

pub(super) fn see_corrections(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &SeeCorrections,
) -> Result<(), Refusal> {
    let experience = known(view, context, m.experience)?;
    may(context.actor, Action::Validate(&experience))?;
    must_match(&experience, m.revision)?;
    let mut review = find_review(view, &experience).ok_or(RefusalCode::NotFound)?;
    // Another focal point may have looked before.
    if review.correction.take().is_some() {
        store_review(view, &experience, review);
    }
    Ok(())
}

/// What is known of a proposal, provided that it is the one that was read.
fn reviewed(view: &dyn View, experience: &Experience, proposal: u32) -> Result<Review, Refusal> {
    let review = find_review(view, experience).ok_or(RefusalCode::NotFound)?;
    match &review.proposal {
        None => Err(RefusalCode::NotFound.into()),
        Some(held) if held.number != proposal => Err(RefusalCode::Conflict.into()),
        Some(_) => Ok(review),
    }
}

fn changed(
    content: &ExperienceContent,
    changes: &[Change],
    now: Timestamp,
) -> Result<ExperienceContent, Refusal> {
    let mut after = content.clone();
    make_changes(&mut after, changes)?;
    // A text that was published with an impossible period can still be corrected elsewhere.
    if (&after.started, &after.ended) != (&content.started, &content.ended) {
        check_period_of(&after, now)?;
    }
    match missing_for_submission(&after).first() {
        Some(field) => Err(Refusal::of_field(RefusalCode::Missing, field)),
        None => Ok(after),
    }
}

fn touched(context: &Context<'_>) -> Touch {
    Touch {
        by: context.author(None),
        at: context.at,
    }
}
