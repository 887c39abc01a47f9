use super::{Context, View, find, find_all};
use crate::access::{Action, may};
use crate::editions::{ModuleChange, compare};
use crate::ids::{EditionId, ModuleId};
use crate::lang::Translated;
use crate::limits;
use crate::mutation::WithdrawEdition;
use crate::records::{
    Author, Edition, EditionNumber, EditionState, Lesson, Module, ModuleCard, Quiz, WholeModule,
};
use crate::refusal::{Refusal, RefusalCode};
use crate::row::{Kind, Record, RowKey};
use crate::scope::Scope;
use crate::time::Timestamp;

/// What became of a module that was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModulePublished {
    /// Nothing was to be changed.
    Same,
    /// It was not here before.
    New,
    /// It changed, within its edition or to another one.
    Changed,
}

/// What is said of an edition beside what it teaches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct EditionCredits {
    /// What is different from what came out before.
    pub(super) what: Translated,
    /// Who wrote it here.
    pub(super) writers: Vec<Author>,
    /// Who read it, and wrote nothing in it.
    pub(super) reader: Option<Author>,
}

/// Makes `whole` what is taught. Every edition and every correction stays as it came out; which of the two a change
/// is decides [`compare`]. Dates and the number of the edition in `whole` are not looked at.
pub fn publish_module(view: &mut dyn View, whole: &WholeModule, at: Timestamp) -> ModulePublished {
    publish(view, whole, &EditionCredits::default(), at)
}

/// The same, with what is to be said of the edition.
pub(super) fn publish(
    view: &mut dyn View,
    whole: &WholeModule,
    credits: &EditionCredits,
    at: Timestamp,
) -> ModulePublished {
    let module = whole.card.id;
    let held: Option<ModuleCard> = find(view, Scope::Public, module);
    let before = held.clone().and_then(|card| read_module(view, card));
    if let Some(before) = &before {
        keep_edition(view, before, &EditionCredits::default());
    }
    let change = change_of(view, before.as_ref(), whole);
    let number = match (&held, change) {
        (None, _) => EditionNumber::FIRST,
        (Some(held), ModuleChange::None) => held.edition,
        (Some(held), ModuleChange::Correction) => held.edition.corrected(),
        (Some(held), ModuleChange::Edition) => held.edition.renewed(),
    };
    let mut whole = whole.clone();
    whole.card.edition = number;
    whole.card.updated = at;
    whole.quiz.edition = number;
    if let Some(held) = &held {
        whole.card.archived = held.archived;
        let as_held = ModuleCard {
            updated: held.updated,
            ..whole.card.clone()
        };
        if change == ModuleChange::None && as_held == *held {
            // What no card lists goes all the same.
            write_texts(view, Scope::Module(module), &whole);
            return ModulePublished::Same;
        }
    }
    view.put(Scope::Public, whole.card.clone().into());
    write_texts(view, Scope::Module(module), &whole);
    if change == ModuleChange::None {
        // Only what the catalogue says of it is different.
        return ModulePublished::Changed;
    }
    for mut earlier in editions(view, module) {
        if earlier.state == EditionState::Live {
            earlier.state = EditionState::Past;
            view.put(Scope::Module(module), earlier.into());
        }
    }
    keep_edition(view, &whole, credits);
    match held {
        Some(_) => ModulePublished::Changed,
        None => ModulePublished::New,
    }
}

pub(super) fn withdraw(
    view: &mut dyn View,
    context: &Context<'_>,
    m: &WithdrawEdition,
) -> Result<(), Refusal> {
    may(context.actor, Action::Teach)?;
    limits::present("reason", &m.reason)?;
    limits::at_most("reason", &m.reason, limits::COMMENT)?;
    let mut editions = editions(view, m.module);
    editions.retain(|edition| edition.number.edition == m.edition);
    if editions.is_empty() {
        return Err(RefusalCode::NotFound.into());
    }
    if editions
        .iter()
        .any(|edition| edition.state == EditionState::Withdrawn)
    {
        return Err(RefusalCode::WrongState.into());
    }
    for mut edition in editions {
        edition.state = EditionState::Withdrawn;
        edition.reason = Translated::only(m.lang, &m.reason);
        view.put(Scope::Module(m.module), edition.into());
    }
    Ok(())
}

/// What it is to publish `whole` where `before` is taught.
pub(super) fn change_of(view: &dyn View, before: Option<&WholeModule>, whole: &WholeModule) -> ModuleChange {
    let Some(before) = before else {
        return ModuleChange::Edition;
    };
    let since_last = compare(before, whole);
    let change = match as_it_came_out(view, &before.card) {
        // Small corrections do not add up to what somebody would have read first.
        Some(first) if since_last == ModuleChange::Correction => since_last.max(compare(&first, whole)),
        _ => since_last,
    };
    // What is wrong in an edition is not mended by a correction: its learners would not know which of the two they read.
    let id = EditionId::of_module(before.card.id, before.card.edition);
    let live: Option<Edition> = find(view, Scope::Module(before.card.id), id);
    let is_withdrawn = live.is_some_and(|edition| edition.state == EditionState::Withdrawn);
    match change {
        ModuleChange::Correction if is_withdrawn => ModuleChange::Edition,
        change => change,
    }
}

/// Takes a module out of the catalogue, or puts it back.
pub(super) fn archive(
    view: &mut dyn View,
    context: &Context<'_>,
    module: ModuleId,
    archived: bool,
) -> Result<(), Refusal> {
    may(context.actor, Action::Teach)?;
    let mut card: ModuleCard = find(view, Scope::Public, module).ok_or(RefusalCode::NotFound)?;
    if card.archived == archived {
        return Err(RefusalCode::WrongState.into());
    }
    card.archived = archived;
    view.put(Scope::Public, card.into());
    Ok(())
}

/// Gives a module from before there were editions its first one, if it has none.
pub fn keep_first_edition(view: &mut dyn View, card: ModuleCard) {
    if let Some(whole) = read_module(view, card) {
        keep_edition(view, &whole, &EditionCredits::default());
    }
}

/// A module as it is taught; `None` when rows of it are missing.
pub fn read_module(view: &dyn View, card: ModuleCard) -> Option<WholeModule> {
    let scope = Scope::Module(card.id);
    read_texts(view, card, scope)
}

/// The edition that a module is of, before any correction.
fn as_it_came_out(view: &dyn View, card: &ModuleCard) -> Option<WholeModule> {
    let number = EditionNumber {
        correction: 0,
        ..card.edition
    };
    let id = EditionId::of_module(card.id, number);
    let edition: Edition = find(view, Scope::Module(card.id), id)?;
    let card = ModuleCard {
        edition: number,
        title: edition.title,
        minutes: edition.minutes,
        lessons: edition.lessons,
        ..card.clone()
    };
    read_texts(view, card, Scope::Edition(id))
}

fn read_texts(view: &dyn View, card: ModuleCard, scope: Scope) -> Option<WholeModule> {
    let lessons = card.lessons.iter().map(|head| find(view, scope, head.id));
    Some(WholeModule {
        module: find(view, scope, card.id)?,
        lessons: lessons.collect::<Option<_>>()?,
        quiz: find(view, scope, card.id.quiz_row(card.edition))?,
        card,
    })
}

/// The quiz of an edition; a later correction has the same.
pub(super) fn quiz_of(view: &dyn View, module: ModuleId, number: EditionNumber) -> Option<Quiz> {
    find(view, Scope::Module(module), module.quiz_row(number))
}

/// What each edition of a module asks for, corrections as the last one left it. A module from before there were
/// editions is its first.
pub(super) fn latest_of_each_edition(view: &dyn View, card: &ModuleCard) -> Vec<Edition> {
    let mut editions = editions(view, card.id);
    if editions.is_empty() {
        return vec![Edition::of(card)];
    }
    editions.sort_by_key(|edition| std::cmp::Reverse(edition.number));
    editions.dedup_by_key(|edition| edition.number.edition);
    editions.reverse();
    editions
}

fn editions(view: &dyn View, module: ModuleId) -> Vec<Edition> {
    find_all(view, Scope::Module(module))
}

/// Writes down what came out, unless it is written already.
fn keep_edition(view: &mut dyn View, whole: &WholeModule, credits: &EditionCredits) {
    let edition = Edition {
        what: credits.what.clone(),
        writers: credits.writers.clone(),
        reader: credits.reader.clone(),
        ..Edition::of(&whole.card)
    };
    let scope = Scope::Module(edition.module);
    if find::<Edition>(view, scope, edition.id).is_none() {
        write_texts(view, Scope::Edition(edition.id), whole);
        view.put(scope, edition.into());
    }
}

fn write_texts(view: &mut dyn View, scope: Scope, whole: &WholeModule) {
    view.put(scope, Record::Module(Module::clone(&whole.module)));
    for lesson in &whole.lessons {
        view.put(scope, lesson.clone().into());
    }
    for gone in find_all::<Lesson>(view, scope) {
        if !whole.lessons.iter().any(|lesson| lesson.id == gone.id) {
            view.delete(&RowKey::new(scope, Kind::Lesson, gone.id));
        }
    }
    view.put(scope, whole.quiz.clone().into());
}
