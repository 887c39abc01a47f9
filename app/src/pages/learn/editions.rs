//! The editions of a module: an earlier one keeps its goal, and a newer one is told.

mod list;
mod notice;
mod one;
mod withdraw;

pub(crate) use list::Editions;
pub(super) use notice::EditionNotice;
pub(crate) use one::EditionPage;

use crate::replica::use_replica;
use crate::router::Page;
use leptos::prelude::*;
use shared::ids::{EditionId, ModuleId};
use shared::records::{Edition, EditionNumber, EditionState, LessonHead, ModuleCard};
use shared::scope::Scope;

/// Whether an edition was withdrawn. Tracked.
pub(super) fn is_withdrawn(module: ModuleId, number: EditionNumber) -> Memo<bool> {
    let replica = use_replica();
    let id = EditionId::of_module(module, number);
    Memo::new(move |_| {
        let edition = replica.get::<Edition>(Scope::Module(module), id);
        edition.is_some_and(|edition| edition.state == EditionState::Withdrawn)
    })
}

/// Where a lesson of an edition is read: as it is taught, else in the edition.
pub(super) fn lesson_page(live: &ModuleCard, number: EditionNumber, head: &LessonHead) -> Page {
    match live.lesson(head.id) {
        Some((_, taught)) => Page::Lesson(live.slug.clone(), taught.slug.clone()),
        None => Page::Edition(live.slug.clone(), number),
    }
}
