//! What the router of the library leaves undone for a page with links.

use crate::router::language_of;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlAnchorElement};

/// Leaves some links to the browser: to a place on the same page, where it moves the focus as well, and to addresses
/// without a language, which are files or the server's own pages. Must be called before the router is made: its listener
/// takes every link within the site, and listeners run in the order in which they were added.
pub(super) fn leave_to_browser() {
    // For as long as the page lives: the handle is not kept.
    let _ = window_event_listener(leptos::ev::click, |event| {
        if link_of(&event).is_some_and(|link| is_for_browser(&link)) {
            event.stop_immediate_propagation();
        }
    });
}

fn link_of(event: &leptos::ev::MouseEvent) -> Option<HtmlAnchorElement> {
    let pressed: Element = event.target()?.dyn_into().ok()?;
    pressed.closest("a[href]").ok()??.dyn_into().ok()
}

fn is_for_browser(link: &HtmlAnchorElement) -> bool {
    let path = link.pathname();
    let here = window().location();
    let is_same_page = here.pathname().as_ref() == Ok(&path) && here.search().as_ref() == Ok(&link.search());
    language_of(&path).is_none() || (is_same_page && !link.hash().is_empty())
}

/// Puts the address on show into the browser's bar where the router did not. It skips the new entry of the history when
/// the address is the one to which a link led last, although "back" or "forward" went elsewhere since.
pub(super) fn complete_history() {
    let location = use_location();
    Effect::new(move |_| {
        let address = address_of(&location.pathname.get(), &location.search.get());
        // The router changes the bar once the page is shown, which is before the next frame.
        request_animation_frame(move || {
            let now = address_of(
                &location.pathname.get_untracked(),
                &location.search.get_untracked(),
            );
            if address == now
                && in_the_bar().is_some_and(|shown| shown != address)
                && let Ok(history) = window().history()
            {
                let address = format!("{address}{}", location.hash.get_untracked());
                // A browser that refuses keeps the address before; the page is the right one.
                let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
            }
        });
    });
}

fn in_the_bar() -> Option<String> {
    let location = window().location();
    let search = location.search().ok()?;
    Some(address_of(
        &location.pathname().ok()?,
        search.trim_start_matches('?'),
    ))
}

fn address_of(path: &str, search: &str) -> String {
    let question = if search.is_empty() { "" } else { "?" };
    format!("{path}{question}{search}")
}
