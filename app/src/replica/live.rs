//! Pokes: the server says that something changed, and the conversation goes on at once.

use super::{Inner, inner};
use crate::ids;
use gloo_timers::callback::Timeout;
use shared::json;
use shared::wire::Poke;
use std::cell::RefCell;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, EventSource, MessageEvent};

/// An open line to the server; closes when dropped.
struct Line {
    source: EventSource,
    _poked: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(Event)>,
}

impl Drop for Line {
    fn drop(&mut self) {
        self.source.set_onerror(None);
        self.source.close();
    }
}

thread_local! {
    static LINE: RefCell<Option<Line>> = const { RefCell::new(None) };
    static AGAIN: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Whether pokes arrive at present.
pub(super) fn is_listening() -> bool {
    LINE.with_borrow(|line| {
        line.as_ref()
            .is_some_and(|line| line.source.ready_state() == EventSource::OPEN)
    })
}

/// Opens the line, in the name of whoever is signed in now.
pub(super) fn listen() {
    stop();
    let Ok(source) = EventSource::new("/api/poke") else {
        return;
    };
    let poked = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        let poke = event
            .data()
            .as_string()
            .and_then(|text| json::from_str::<Poke>(&text).ok());
        // What cannot be read may still be news.
        if poke.is_none_or(|poke| inner().is_news(&poke)) {
            inner().kicks.kick();
        }
    });
    let failed = Closure::<dyn FnMut(Event)>::new(|_| {
        let is_closed = LINE.with_borrow(|line| {
            line.as_ref()
                .is_some_and(|line| line.source.ready_state() == EventSource::CLOSED)
        });
        // While it is merely interrupted the browser returns by itself.
        if is_closed {
            let [spread] = ids::random_bytes::<1>();
            let again = Timeout::new(20_000 + 80 * u32::from(spread), || {
                if inner().is_leading() {
                    listen();
                }
            });
            AGAIN.with_borrow_mut(|waiting| *waiting = Some(again));
        }
    });
    for name in ["poke", "message"] {
        // It cannot fail on a new event source.
        let _ = source.add_event_listener_with_callback(name, poked.as_ref().unchecked_ref());
    }
    source.set_onerror(Some(failed.as_ref().unchecked_ref()));
    LINE.with_borrow_mut(|line| {
        *line = Some(Line {
            source,
            _poked: poked,
            _failed: failed,
        });
    });
}

/// Opens the line anew when this tab leads: the session behind it has changed.
pub(super) fn listen_if_leading() {
    if inner().is_leading() {
        listen();
    }
}

/// Closes the line.
pub(super) fn stop() {
    AGAIN.with_borrow_mut(Option::take);
    LINE.with_borrow_mut(Option::take);
}

impl Inner {
    /// Whether a poke tells of something that is not held yet.
    fn is_news(&self, poke: &Poke) -> bool {
        self.client
            .borrow()
            .scopes()
            .get(&poke.scope)
            .map_or(!poke.scope.is_on_demand(), |held| held.cursor.after < poke.head)
    }
}
