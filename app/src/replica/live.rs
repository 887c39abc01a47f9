//! The event stream: the server says that something changed, and the conversation goes on at once.

use crate::ids;
use gloo_timers::callback::Timeout;
use shared::client::StreamRetry;
use shared::json;
use shared::wire::ChangeEvent;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, EventSource, MessageEvent};

/// What is heard of the server.
pub(super) enum Heard {
    /// A scope has changed.
    Change(ChangeEvent),
    /// Something may have changed.
    News,
    /// The stream was interrupted or refused; it is opened again when it is time.
    Lost,
}

/// An open line to the server; closes when dropped.
struct Line {
    source: EventSource,
    _told_of_change: Closure<dyn FnMut(MessageEvent)>,
    _opened: Closure<dyn FnMut(Event)>,
    _failed: Closure<dyn FnMut(Event)>,
}

impl Drop for Line {
    fn drop(&mut self) {
        self.source.set_onopen(None);
        self.source.set_onerror(None);
        self.source.close();
    }
}

thread_local! {
    static LINE: RefCell<Option<Line>> = const { RefCell::new(None) };
    static AGAIN: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    static RETRY: RefCell<StreamRetry> = RefCell::default();
    static HEAR: Cell<fn(Heard)> = const { Cell::new(|_| {}) };
}

/// Whether change events arrive at present.
pub(super) fn is_listening() -> bool {
    RETRY.with_borrow(StreamRetry::is_open)
}

/// Opens the line, in the name of the person who is signed in now.
pub(super) fn listen(hear: fn(Heard)) {
    stop();
    HEAR.set(hear);
    open();
}

fn open() {
    let Ok(source) = EventSource::new("/api/poke") else {
        return;
    };
    let told_of_change = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        let change_event = event
            .data()
            .as_string()
            .and_then(|text| json::from_str::<ChangeEvent>(&text).ok());
        // What cannot be read may still be news.
        HEAR.get()(change_event.map_or(Heard::News, Heard::Change));
    });
    let opened = Closure::<dyn FnMut(Event)>::new(|_| {
        if RETRY.with_borrow_mut(|retry| retry.opened(ids::since_start_ms())) {
            HEAR.get()(Heard::News);
        }
    });
    let failed = Closure::<dyn FnMut(Event)>::new(|_| fail());
    for name in ["poke", "message"] {
        // It cannot fail on a new event source.
        let _ = source.add_event_listener_with_callback(name, told_of_change.as_ref().unchecked_ref());
    }
    source.set_onopen(Some(opened.as_ref().unchecked_ref()));
    source.set_onerror(Some(failed.as_ref().unchecked_ref()));
    LINE.set(Some(Line {
        source,
        _told_of_change: told_of_change,
        _opened: opened,
        _failed: failed,
    }));
}

/// After an interruption or a refusal: closed for good, and opened again when it is time.
fn fail() {
    LINE.with_borrow(|line| {
        if let Some(line) = line {
            line.source.close();
        }
    });
    let [spread] = ids::random_bytes();
    let wait = RETRY.with_borrow_mut(|retry| retry.failed(ids::since_start_ms(), spread));
    let again = Timeout::new(u32::try_from(wait).unwrap_or(u32::MAX), || {
        LINE.take();
        open();
    });
    AGAIN.set(Some(again));
    HEAR.get()(Heard::Lost);
}

/// Does not wait for the end of a pause: there is a network again.
pub(super) fn listen_again() {
    if !is_listening() && AGAIN.take().is_some() {
        LINE.take();
        open();
    }
}

/// Closes the line.
pub(super) fn stop() {
    AGAIN.take();
    LINE.take();
    RETRY.take();
}
