//! Whether there is a network, as the browser and the last request tell.

use super::{Inner, inner, opening};
use crate::js;
use leptos::prelude::*;
use std::rc::Rc;

impl Inner {
    pub(super) fn is_online_untracked(&self) -> bool {
        self.is_online.get_untracked()
    }

    pub(super) fn set_online(&self, is_online: bool) {
        if self.is_online.get_untracked() != is_online {
            self.is_online.set(is_online);
        }
    }
}

/// Listens for the rest of the page's life.
pub(super) fn watch() {
    let _ = window_event_listener(leptos::ev::online, |_| {
        inner().insist();
        super::live::listen_again();
    });
    let _ = window_event_listener(leptos::ev::offline, |_| {
        let inner = inner();
        inner.set_online(false);
        inner.tell_tabs_of_the_network();
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
            inner().wish();
        }
    });
}

impl Inner {
    /// The other tabs learn about the network from the leader.
    pub(super) fn tell_tabs_of_the_network(self: &Rc<Self>) {
        if self.is_leading() {
            self.say(&super::channel::Message::Made {
                ops: Vec::new(),
                passing: self.client.borrow().passing(),
                is_online: self.is_online_untracked(),
            });
        }
    }
}
