//! Modules that are being written: who changes what of them, and how they become what is taught.

mod outline;
mod texts;

pub(super) use outline::save_outline;
pub(super) use texts::save_text;

use super::editions::{self, EditionCredits, read_module};
use super::{Context, Side, View, find, find_all};
use crate::access::{Action, may};
use crate::authoring::{DraftTexts, USUAL_LICENCE, USUAL_PASS_PERCENT, draft_of, problems, whole_module};
use crate::editions::ModuleChange;
use crate::ids::ModuleId;
use crate::lang::Translated;
use crate::limits;
use crate::mutation::{BeginModule, DiscardModule, OfferModule, PublishModule, ReturnModule, TakeBackModule};
use crate::records::{DraftText, ModuleCard, ModuleDraft, ModuleDraftState, ModuleReturn};
use crate::refusal::{Refusal, RefusalCode};
use crate::row::{Kind, RowKey};
use crate::scope::Scope;

pub(super) fn begin(view: &mut dyn View, context: &Context<'_>, m: &BeginModule) -> Result<(), Refusal> {
    may(context.actor, Action::Teach)?;
    if find::<ModuleDraft>(view, Scope::Trainers, m.module).is_some() {
        return Ok(());
    }
    let card: Option<ModuleCard> = find(view, Scope::Public, m.module);
    let blank = ModuleDraft {
        id: m.module,
        base: card.as_ref().map(|card| card.edition),
        original: m.original,
        state: ModuleDraftState::Writing,
        revision: 0,
        principles: Vec::new(),
        title: Translated::default(),
        audience: Vec::new(),
        minutes: 0,
        pass_percent: USUAL_PASS_PERCENT,
        licence: USUAL_LICENCE.to_owned(),
        sources: Vec::new(),
        lessons: Vec::new(),
        questions: Vec::new(),
        writers: Vec::new(),
        returned: None,
        created: context.at,
        updated: context.at,
    };
    let (draft, texts) = match card {
        None => (blank, Vec::new()),
        // A device may not hold the lessons: what it lacks comes from the server.
        Some(card) => match read_module(view, card) {
            Some(whole) => draft_of(&whole, blank, &context.author(None)),
            None if matches!(context.side, Side::Predict) => (blank, Vec::new()),
            None => return Err(RefusalCode::NotFound.into()),
        },
    };
    for text in texts {
        view.put(Scope::ModuleDraft(m.module), text.into());
    }
    view.put(Scope::Trainers, draft.into());
    Ok(())
}

pub(super) fn offer(view: &mut dyn View, context: &Context<'_>, m: &OfferModule) -> Result<(), Refusal> {
    let mut draft = open_draft(view, context, m.module)?;
    // A device may lack texts; the server does not.
    if matches!(context.side, Side::Decide(_))
        && let Some(problem) = problems(&draft, &texts_of(view, m.module)).into_iter().next()
    {
        return Err(problem.refusal());
    }
    draft.state = ModuleDraftState::Offered;
    draft.revision = draft.revision.saturating_add(1);
    draft.updated = context.at;
    view.put(Scope::Trainers, draft.into());
    Ok(())
}

pub(super) fn take_back(
    view: &mut dyn View,
    context: &Context<'_>,
    m: &TakeBackModule,
) -> Result<(), Refusal> {
    let mut draft = offered(view, context, m.module, None)?;
    draft.state = ModuleDraftState::Writing;
    view.put(Scope::Trainers, draft.into());
    Ok(())
}

pub(super) fn give_back(view: &mut dyn View, context: &Context<'_>, m: &ReturnModule) -> Result<(), Refusal> {
    let mut draft = offered(view, context, m.module, Some(m.revision))?;
    limits::present("note", &m.note)?;
    limits::at_most("note", &m.note, limits::COMMENT)?;
    draft.state = ModuleDraftState::Returned;
    draft.returned = Some(ModuleReturn {
        by: context.author(None),
        at: context.now,
        note: m.note.clone(),
    });
    view.put(Scope::Trainers, draft.into());
    Ok(())
}

pub(super) fn publish(view: &mut dyn View, context: &Context<'_>, m: &PublishModule) -> Result<(), Refusal> {
    let draft = offered(view, context, m.module, Some(m.revision))?;
    limits::at_most("what", &m.what, limits::COMMENT)?;
    if matches!(context.side, Side::Predict) {
        // What comes out is decided where all of it is.
        return Ok(());
    }
    let texts = texts_of(view, m.module);
    if let Some(problem) = problems(&draft, &texts).into_iter().next() {
        return Err(problem.refusal());
    }
    let all: Vec<ModuleCard> = find_all(view, Scope::Public);
    let whole = whole_module(&draft, &texts, &all, context.now);
    let taught = all.into_iter().find(|card| card.id == m.module);
    let before = taught.and_then(|card| read_module(view, card));
    let change = editions::change_of(view, before.as_ref(), &whole);
    let is_writer = draft
        .writers
        .iter()
        .any(|writer| writer.person == context.actor.person);
    // A coordinator may where there is nobody else; the edition then names no reader.
    if change == ModuleChange::Edition && is_writer && !context.actor.roles.is_administrator() {
        return Err(RefusalCode::OwnWork.into());
    }
    let credits = EditionCredits {
        what: Translated::only(m.lang, &m.what),
        writers: draft.writers,
        reader: (!is_writer).then(|| context.author(None)),
    };
    editions::publish(view, &whole, &credits, context.now);
    remove(view, m.module);
    Ok(())
}

pub(super) fn discard(view: &mut dyn View, context: &Context<'_>, m: &DiscardModule) -> Result<(), Refusal> {
    may(context.actor, Action::Teach)?;
    let _known: ModuleDraft = find(view, Scope::Trainers, m.module).ok_or(RefusalCode::NotFound)?;
    remove(view, m.module);
    Ok(())
}

fn remove(view: &mut dyn View, module: ModuleId) {
    let scope = Scope::ModuleDraft(module);
    for text in find_all::<DraftText>(view, scope) {
        view.delete(&RowKey::new(scope, Kind::DraftText, text.id()));
    }
    view.delete(&RowKey::new(Scope::Trainers, Kind::ModuleDraft, module));
}

fn texts_of(view: &dyn View, module: ModuleId) -> DraftTexts {
    DraftTexts::new(find_all(view, Scope::ModuleDraft(module)))
}

/// A draft that the actor may write in now.
fn open_draft(view: &dyn View, context: &Context<'_>, module: ModuleId) -> Result<ModuleDraft, Refusal> {
    may(context.actor, Action::Teach)?;
    let draft: ModuleDraft = find(view, Scope::Trainers, module).ok_or(RefusalCode::NotFound)?;
    if draft.is_open() {
        Ok(draft)
    } else {
        Err(RefusalCode::WrongState.into())
    }
}

/// A draft that was offered, in the revision that was read.
fn offered(
    view: &dyn View,
    context: &Context<'_>,
    module: ModuleId,
    revision: Option<u32>,
) -> Result<ModuleDraft, Refusal> {
    may(context.actor, Action::Teach)?;
    let draft: ModuleDraft = find(view, Scope::Trainers, module).ok_or(RefusalCode::NotFound)?;
    if revision.is_some_and(|revision| revision != draft.revision) {
        return Err(RefusalCode::Conflict.into());
    }
    if draft.is_open() {
        return Err(RefusalCode::WrongState.into());
    }
    Ok(draft)
}

/// Notes who wrote in a draft, and when.
fn touch(view: &mut dyn View, context: &Context<'_>, mut draft: ModuleDraft, is_changed: bool) {
    let author = context.author(None);
    let is_known = draft.writers.iter().any(|writer| writer.person == author.person);
    let is_recent = context.at < draft.updated.plus_ms(ModuleDraft::TOUCH_MS);
    if !is_known {
        draft.writers.push(author);
    } else if is_recent && !is_changed {
        return;
    }
    draft.updated = draft.updated.max(context.at);
    view.put(Scope::Trainers, draft.into());
}
