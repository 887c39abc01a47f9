use super::experiences::{find_experience, known, store_experience};
use super::{Context, View, find, find_all};
use crate::access::{Action, may};
use crate::ids::{ExperienceId, PersonId};
use crate::limits;
use crate::mutation::{
    AddComment, DeclareReuse, RemoveComment, ReportContent, ResolveReport, SetBookmark, WithdrawReuse,
};
use crate::records::{Author, Bookmark, Comment, ExperienceCard, Report, ReportTarget, Resolution, Reuse};
use crate::refusal::{Refusal, RefusalCode};
use crate::row::{Kind, RowKey};
use crate::scope::Scope;
use crate::unicode;
use crate::vocabulary::{ExperienceState, ReportReason};

pub(super) fn add_comment(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &AddComment,
) -> Result<(), Refusal> {
    may(context.actor, Action::TakePart)?;
    must_be_published(view, context, m.experience)?;
    limits::present("text", &m.text)?;
    limits::at_most("text", &m.text, limits::COMMENT)?;
    let scope = Scope::Experience(m.experience);
    if view.get(&RowKey::new(scope, Kind::Comment, m.comment)).is_some() {
        return Err(RefusalCode::AlreadyExists.into());
    }
    if let Some(parent) = m.reply_to {
        find::<Comment>(view, scope, parent).ok_or(RefusalCode::NotFound)?;
    }
    let held = find_all::<Comment>(view, scope);
    let own = |held: &&Comment| held.author.person == context.actor.person;
    let full = |limit| Refusal::new(RefusalCode::TooManyComments).with_limit(limit);
    if held.iter().filter(|comment| !comment.removed).count() >= limits::COMMENTS {
        return Err(full(limits::COMMENTS));
    }
    if held.iter().filter(own).count() >= limits::COMMENTS_OF_ONE {
        return Err(full(limits::COMMENTS_OF_ONE));
    }
    let comment = Comment {
        id: m.comment,
        experience: m.experience,
        reply_to: m.reply_to,
        author: context.author(None),
        text: m.text.clone(),
        lang: m.lang,
        at: context.at,
        removed: false,
    };
    view.put(scope, comment.into());
    Ok(())
}

pub(super) fn remove_comment(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &RemoveComment,
) -> Result<(), Refusal> {
    let scope = Scope::Experience(m.experience);
    let comment: Comment = find(view, scope, m.comment).ok_or(RefusalCode::NotFound)?;
    // Nobody knows any more whose it was, and there is nothing left to do.
    if comment.removed {
        return may(context.actor, Action::TakePart);
    }
    let experience = known(view, context, m.experience)?;
    let action = Action::RemoveComment {
        writer: comment.author.person,
        collectivity: experience.collectivity,
    };
    may(context.actor, action)?;
    take_away(view, comment);
    Ok(())
}

/// The place stays, so that answers keep making sense; the words go, and whatever says whose they were.
pub(super) fn take_away(view: &mut dyn View, mut comment: Comment) {
    comment.text.clear();
    comment.author = Author {
        person: PersonId::VISITOR,
        name: String::new(),
        collectivity: None,
    };
    comment.removed = true;
    view.put(Scope::Experience(comment.experience), comment.into());
}

pub(super) fn declare_reuse(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &DeclareReuse,
) -> Result<(), Refusal> {
    may(context.actor, Action::TakePart)?;
    must_be_published(view, context, m.experience)?;
    limits::at_most("note", &m.note, limits::COMMENT)?;
    let scope = Scope::Experience(m.experience);
    let author = context.author(None);
    let is_same_voice = |held: &Reuse| match (held.author.collectivity, author.collectivity) {
        (None, None) => held.author.person == author.person,
        (held, own) => held == own,
    };
    if find_all::<Reuse>(view, scope)
        .iter()
        .any(|held| held.id == m.reuse || is_same_voice(held))
    {
        return Err(RefusalCode::AlreadyExists.into());
    }
    let reuse = Reuse {
        id: m.reuse,
        experience: m.experience,
        author,
        note: unicode::visible(&m.note).to_owned(),
        lang: m.lang,
        at: context.at,
    };
    view.put(scope, reuse.into());
    Ok(())
}

pub(super) fn withdraw_reuse(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &WithdrawReuse,
) -> Result<(), Refusal> {
    let scope = Scope::Experience(m.experience);
    let reuse: Reuse = find(view, scope, m.reuse).ok_or(RefusalCode::NotFound)?;
    let of_own_collectivity = reuse
        .author
        .collectivity
        .is_some_and(|id| context.actor.roles.is_focal_point_of(id));
    if reuse.author.person != context.actor.person && !of_own_collectivity {
        return Err(RefusalCode::NotAllowed.into());
    }
    view.delete(&RowKey::new(scope, Kind::Reuse, m.reuse));
    Ok(())
}

pub(super) fn set_bookmark(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &SetBookmark,
) -> Result<(), Refusal> {
    may(context.actor, Action::TakePart)?;
    let own = Scope::Person(context.actor.person);
    if m.marked {
        must_be_published(view, context, m.experience)?;
        view.put(
            own,
            Bookmark {
                experience: m.experience,
                at: context.at,
            }
            .into(),
        );
    } else {
        view.delete(&RowKey::new(own, Kind::Bookmark, m.experience));
    }
    Ok(())
}

pub(super) fn report(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &ReportContent,
) -> Result<(), Refusal> {
    may(context.actor, Action::TakePart)?;
    limits::at_most("note", &m.note, limits::COMMENT)?;
    if m.reason == ReportReason::Other {
        limits::present("note", &m.note)?;
    }
    match m.target {
        ReportTarget::Experience { experience } => must_be_published(view, context, experience)?,
        ReportTarget::Comment { experience, comment } => {
            must_be_published(view, context, experience)?;
            find::<Comment>(view, Scope::Experience(experience), comment).ok_or(RefusalCode::NotFound)?;
        }
    }
    if view
        .get(&RowKey::new(Scope::Administration, Kind::Report, m.report))
        .is_some()
    {
        return Err(RefusalCode::AlreadyExists.into());
    }
    let report = Report {
        id: m.report,
        target: m.target,
        reason: m.reason,
        note: unicode::visible(&m.note).to_owned(),
        by: context.author(None),
        at: context.at,
        resolution: None,
        removed_comment: None,
    };
    view.put(Scope::Administration, report.into());
    Ok(())
}

pub(super) fn resolve_report(
    view: &mut dyn View,
    context: &mut Context<'_>,
    m: &ResolveReport,
) -> Result<(), Refusal> {
    may(context.actor, Action::Coordinate)?;
    let mut report: Report = find(view, Scope::Administration, m.report).ok_or(RefusalCode::NotFound)?;
    if report.resolution.is_some() {
        return Err(RefusalCode::WrongState.into());
    }
    if m.resolution == Resolution::Removed {
        match report.target {
            ReportTarget::Comment { experience, comment } => {
                // Its writer may have removed it meanwhile; then there is nothing left to do.
                let held = find::<Comment>(view, Scope::Experience(experience), comment);
                if let Some(comment) = held.filter(|comment| !comment.removed) {
                    report.removed_comment = Some(comment.clone());
                    take_away(view, comment);
                }
            }
            ReportTarget::Experience { experience } => {
                let mut experience = known(view, context, experience)?;
                if experience.state == ExperienceState::Published {
                    experience.state = ExperienceState::Archived;
                    experience.revision = experience.revision.saturating_add(1);
                    store_experience(view, &experience);
                }
            }
        }
    }
    report.resolution = Some(m.resolution);
    view.put(Scope::Administration, report.into());
    Ok(())
}

/// A device may hold only the card of what it comments on or marks.
fn must_be_published(view: &dyn View, context: &Context<'_>, id: ExperienceId) -> Result<(), Refusal> {
    match find_experience(view, context, id) {
        Some(experience) if experience.state == ExperienceState::Published => Ok(()),
        // What may not be read is not said to exist.
        Some(_) => Err(RefusalCode::NotFound.into()),
        None => find::<ExperienceCard>(view, Scope::Public, id)
            .map(|_| ())
            .ok_or_else(|| RefusalCode::NotFound.into()),
    }
}
