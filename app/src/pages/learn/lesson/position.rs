//! Where the reader is in the text: found while scrolling, kept in the replica now and then, taken up again.

use crate::components::document_of;
use crate::ids;
use crate::replica::use_replica;
use leptos::ev;
use leptos::prelude::*;
use shared::ids::{LessonId, ModuleId};
use shared::module_progress::LessonProgressState;
use shared::mutation::RecordLesson;
use shared::records::Lesson as LessonBody;
use std::time::Duration;

/// The start of the ids of a lesson's blocks.
pub(super) const BLOCK: &str = "block";

/// At most one note of the position in this time: each is a change that is kept and sent.
const BETWEEN_NOTES_MS: i64 = 8_000;

/// A block counts as reached once its top is above this share of the window.
const READING_LINE: f64 = 0.6;

/// Which lesson is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReadingPosition {
    /// The lesson's module.
    pub(super) module: ModuleId,
    /// The lesson.
    pub(super) lesson: LessonId,
}

/// What is known about the reading.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    /// The furthest block reached, now or before.
    pub(super) reached: Signal<u32>,
    /// How many blocks there are; none while the text is not here.
    pub(super) blocks: Signal<u32>,
    /// Whether the page was just scrolled to where the reader had stopped.
    pub(super) resumed: RwSignal<bool>,
}

/// Follows the reading for as long as this component lives.
pub(super) fn follow_reading(
    place: ReadingPosition,
    body: Memo<Option<LessonBody>>,
    own: Memo<LessonProgressState>,
) -> Reading {
    let blocks = Memo::new(move |_| {
        let body = body.read();
        let text = body.as_ref().and_then(|body| body.text.best(crate::i18n::lang()));
        let count = text.map_or(0, |(_, text)| {
            document_of(text).map_or(0, |document| document.blocks.len())
        });
        u32::try_from(count).unwrap_or(u32::MAX)
    });
    let resumed = RwSignal::new(false);
    let before = own.get_untracked().block.unwrap_or_default();
    let reached = RwSignal::new(before);
    let reading = Reading {
        reached: reached.into(),
        blocks: blocks.into(),
        resumed,
    };
    // On the server nobody scrolls.
    if cfg!(feature = "ssr") {
        return reading;
    }
    let notes = StoredValue::new(Notes {
        place,
        written: own.get_untracked().block,
        at: ids::now().0,
    });

    let look = move || {
        let now = block_at_reading_line(blocks.get_untracked());
        if now > reached.get_untracked() {
            reached.set(now);
        }
        note(notes, reached.get_untracked(), false);
    };
    let is_due = StoredValue::new(false);
    let scrolling = window_event_listener(ev::scroll, move |_| {
        // One look per frame is enough, however often the browser tells.
        if !is_due.get_value() {
            is_due.set_value(true);
            request_animation_frame(move || {
                if is_due.try_set_value(false).is_none() {
                    look();
                }
            });
        }
    });
    let hiding = window_event_listener(ev::visibilitychange, move |_| {
        note(notes, reached.get_untracked(), true);
    });
    let ticking = set_interval_with_handle(look, Duration::from_millis(4_000)).ok();
    on_cleanup(move || {
        scrolling.remove();
        hiding.remove();
        if let Some(ticking) = ticking {
            ticking.clear();
        }
        note(notes, reached.get_untracked(), true);
    });

    let is_taken_up = StoredValue::new(false);
    Effect::new(move |_| {
        // Once, as soon as the text is here: somebody who comes back finds the place, somebody who completed the
        // lesson begins at its beginning.
        if blocks.get() == 0 || is_taken_up.get_value() {
            return;
        }
        is_taken_up.set_value(true);
        if before > 0 && !own.get_untracked().is_completed {
            request_animation_frame(move || request_animation_frame(move || take_up(before, resumed)));
        }
    });
    reading
}

/// The last block whose top is above the reading line.
fn block_at_reading_line(blocks: u32) -> u32 {
    let height = window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64())
        .unwrap_or_default();
    (0..blocks)
        .take_while(|block| {
            document()
                .get_element_by_id(&format!("{BLOCK}-{block}"))
                .is_some_and(|element| element.get_bounding_client_rect().top() < height * READING_LINE)
        })
        .last()
        .unwrap_or_default()
}

/// Scrolls to a block, unless the page was scrolled already ("back" restores its own place).
fn take_up(block: u32, resumed: RwSignal<bool>) {
    let scrolled = window().scroll_y().unwrap_or_default();
    let Some(element) = document().get_element_by_id(&format!("{BLOCK}-{block}")) else {
        return;
    };
    let height = window()
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64())
        .unwrap_or_default();
    let top = element.get_bounding_client_rect().top();
    // A short lesson whose place is on the screen anyway need not move.
    if scrolled < 40.0 && top > height * READING_LINE {
        window().scroll_to_with_x_and_y(0.0, scrolled + top - height / 3.0);
        resumed.try_set(true);
    }
}

/// What was last written down.
struct Notes {
    place: ReadingPosition,
    written: Option<u32>,
    at: i64,
}

/// Writes the position down when it is new and the last note is old enough, or when the reader leaves.
fn note(notes: StoredValue<Notes>, reached: u32, is_leaving: bool) {
    let due = notes.try_update_value(|notes| {
        let is_new = notes.written.is_none_or(|written| reached > written);
        let elapsed = ids::now().0 - notes.at;
        let is_time = elapsed >= BETWEEN_NOTES_MS || (is_leaving && elapsed >= BETWEEN_NOTES_MS / 4);
        (is_new && is_time).then(|| {
            notes.written = Some(reached);
            notes.at = ids::now().0;
            notes.place
        })
    });
    if let Some(Some(place)) = due {
        leptos::task::spawn_local(async move {
            // A position that could not be kept is found again by reading on; it is not worth a message.
            let _ = use_replica()
                .mutate(RecordLesson {
                    module: place.module,
                    lesson: place.lesson,
                    block: reached,
                    completed: false,
                })
                .await;
        });
    }
}
