//! Whether there is a network, as the browser and the last request tell.

use super::state::{Inner, inner};
use super::{live, opening};
use crate::js;
use leptos::prelude::*;

/// Listens for the rest of the page's life.
pub(super) fn watch() {
    let _ = window_event_listener(leptos::ev::online, |_| {
        inner().conversation.insist();
        live::listen_again();
    });
    let _ = window_event_listener(leptos::ev::offline, |_| {
        inner().network_is(false);
    });
    // A page that the browser keeps in order to go back to it is frozen while it holds the lock: no other tab could
    // lead, and nothing would be sent. So it lets go of the lock and of the database, and opens the replica anew when it
    // goes on.
    js::listen(&document(), "freeze", || inner().let_go());
    js::listen(&document(), "resume", || {
        leptos::task::spawn_local(opening::open_last());
    });
    // Not every browser says that it freezes a page, and some bring it back with its fields emptied: a page that comes
    // back is loaded anew.
    let _ = window_event_listener(leptos::ev::pagehide, |event| {
        if event.persisted() {
            inner().let_go();
        }
    });
    let _ = window_event_listener(leptos::ev::pageshow, |event| {
        if event.persisted() {
            // It only fails where the address may not be loaded, and this one was.
            let _ = window().location().reload();
        }
    });
    let _ = window_event_listener(leptos::ev::visibilitychange, |_| {
        // Coming back to the tab: what others did meanwhile is wanted now.
        if !document().hidden() {
            inner().conversation.wish();
        }
    });
}

impl Inner {
    /// Notes whether the server can be reached. The other tabs learn it from the leader.
    pub(super) fn network_is(&self, is_online: bool) {
        if self.conversation.set_online(is_online) && self.tabs.is_leading() {
            self.tell_tabs(Vec::new());
        }
    }
}
