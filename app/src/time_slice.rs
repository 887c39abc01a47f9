//! TimeSlices of the browser's event loop: what is touched is painted first, and long work leaves room for the next touch.

use leptos::prelude::*;
use std::time::Duration;

/// Runs `then` once the browser has painted what is on the page now. Not before the page is looked at again when it
/// is in the background.
pub(crate) fn after_paint(then: impl FnOnce() + 'static) {
    // The frame's own callbacks run before it is painted; a task of its own runs after.
    request_animation_frame(move || set_timeout(then, Duration::ZERO));
}

/// Work that follows touches once they are painted: once for all that came before the paint, and never for a page that
/// the reader has left meanwhile.
#[derive(Clone, Copy)]
pub(crate) struct AfterPaint {
    is_asked: StoredValue<bool>,
    work: Callback<()>,
}

impl AfterPaint {
    /// Belongs to the page that makes it.
    pub(crate) fn new(work: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            is_asked: StoredValue::new(false),
            work: Callback::new(move |()| work()),
        }
    }

    /// Asks for the work, unless it is asked for already.
    pub(crate) fn ask(self) {
        if self.is_asked.try_get_value() == Some(false) {
            self.is_asked.set_value(true);
            after_paint(move || {
                self.is_asked.try_set_value(false);
                let _ = self.work.try_run(());
            });
        }
    }
}

/// A stretch of work that ends in time for the browser to answer.
#[derive(Clone, Copy)]
pub(crate) struct TimeSlice {
    until: f64,
}

impl TimeSlice {
    /// Begins one of so many milliseconds.
    pub(crate) fn of_ms(length: f64) -> Self {
        Self {
            until: now_ms() + length,
        }
    }

    /// Whether it is time to stop.
    pub(crate) fn is_over(self) -> bool {
        now_ms() >= self.until
    }
}

/// Where there is no clock every turn is over after its first piece of work.
fn now_ms() -> f64 {
    window().performance().map_or(f64::MAX, |clock| clock.now())
}
