//! redb trusts its file: a damaged page can make it panic where it would otherwise answer. Here a panic becomes an
//! error, so that one damaged page does not end the process that serves all the others.

use crate::store::StoreError;
use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Whether a panic of this thread would become an error, which is then reported as one.
#[must_use]
pub fn is_guarded() -> bool {
    IS_GUARDED.with(Cell::get)
}

/// Runs `work` on the database file.
///
/// A panic leaves nothing half done that is used again: a reading changes nothing, and a write transaction that
/// panicked was not committed and its database is closed and opened again from the disk.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    let before = IS_GUARDED.replace(true);
    let outcome = catch_unwind(AssertUnwindSafe(work));
    IS_GUARDED.set(before);
    outcome.unwrap_or_else(|panic| Err(StoreError::Corrupted(what_it_said(&*panic))))
}

fn what_it_said(panic: &(dyn Any + Send)) -> String {
    let text = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!("a page of the database: {}", text.unwrap_or("it cannot be read"))
}
