//! change events: the server says that something changed, and the conversation goes on at once.

use super::inner;
use crate::ids;
use gloo_timers::callback::Timeout;
use shared::client::StreamRetry;
use shared::json;
use shared::wire::ChangeEvent;
use std::cell::RefCell;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, EventSource, MessageEvent};

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
}

/// Whether change events arrive at present.
pub(super) fn is_listening() -> bool {
    RETRY.with_borrow(StreamRetry::is_open)
}

/// Opens the line, in the name of the person who is signed in now.
pub(super) fn listen() {
    stop();
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
        match change_event {
            Some(change_event) => inner().told_of_change(&change_event),
            // What cannot be read may still be news.
            None => inner().wish(),
        }
    });
    let opened = Closure::<dyn FnMut(Event)>::new(|_| {
        if RETRY.with_borrow_mut(|retry| retry.opened(ids::since_start_ms())) {
            inner().wish();
        }
    });
    let failed = Closure::<dyn FnMut(Event)>::new(|_| fail());
    for name in ["poke", "message"] {
        // It cannot fail on a new event source.
        let _ = source.add_event_listener_with_callback(name, told_of_change.as_ref().unchecked_ref());
    }
    source.set_onopen(Some(opened.as_ref().unchecked_ref()));
    source.set_onerror(Some(failed.as_ref().unchecked_ref()));
    LINE.with_borrow_mut(|line| {
        *line = Some(Line {
            source,
            _told_of_change: told_of_change,
            _opened: opened,
            _failed: failed,
        });
    });
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
        if inner().is_leading() {
            LINE.with_borrow_mut(Option::take);
            open();
        }
    });
    AGAIN.with_borrow_mut(|waiting| *waiting = Some(again));
    // Without change events it is asked more often.
    inner().wake.up();
}

/// Opens the line anew when this tab leads: the session behind it has changed.
pub(super) fn listen_if_leading() {
    if inner().is_leading() {
        listen();
    }
}

/// Does not wait for the end of a pause: there is a network again.
pub(super) fn listen_again() {
    if !is_listening() && AGAIN.with_borrow_mut(Option::take).is_some() && inner().is_leading() {
        LINE.with_borrow_mut(Option::take);
        open();
    }
}

/// Closes the line.
pub(super) fn stop() {
    AGAIN.with_borrow_mut(Option::take);
    LINE.with_borrow_mut(Option::take);
    RETRY.take();
}
