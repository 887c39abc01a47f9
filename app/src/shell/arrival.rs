//! What happens on every navigation: the heading gets the focus, the title is announced, and "back" finds the
//! page where it was left.

use super::announcer::announce;
use super::opening;
use super::title::CurrentTitle;
use crate::i18n::lang_untracked;
use crate::readiness;
use crate::router::{Page, place_of};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use locales::without_isolation;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, ScrollRestoration};

/// How many frames a page gets to grow as tall as it was: about a second and a half.
const FRAMES: u32 = 90;

thread_local! {
    /// How far each address was scrolled, for "back".
    static SCROLLED: RefCell<BTreeMap<String, f64>> = const { RefCell::new(BTreeMap::new()) };
    /// The path on show.
    static PATH: RefCell<Option<String>> = const { RefCell::new(None) };
    /// Whether the navigation under way is "back" or "forward".
    static IS_RETURN: RefCell<bool> = const { RefCell::new(false) };
    /// The page before the one on show, without its language.
    static CAME_FROM: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The address of the page before this one, in the present language: where somebody wants to be again after
/// signing in. The pages one comes in by do not count.
pub(crate) fn came_from() -> Option<String> {
    let place = CAME_FROM.with_borrow(Clone::clone)?;
    Some(format!("/{}/{place}", lang_untracked().code()))
}

fn remember_where_from(place: &str) {
    if !matches!(
        Page::at(place),
        Some(Page::SignIn | Page::Forgotten | Page::Recovery | Page::Invitation | Page::Demonstration)
    ) {
        CAME_FROM.replace(Some(place.to_owned()));
    }
}

/// Watches the address for as long as the shell lives.
pub(super) fn watch() {
    let location = use_location();
    let title = use_context::<CurrentTitle>();
    if let Ok(history) = window().history() {
        // Restored here, once the page has its height again.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    listen();
    Effect::new(move |before: Option<String>| {
        let path = location.pathname.get();
        PATH.replace(Some(path.clone()));
        if before.as_ref().is_some_and(|before| *before != path) {
            opening::forget_the_first_page();
        }
        path
    });
    Effect::new(move |before: Option<String>| {
        let path = location.pathname.get();
        let place = place_of(&path);
        let is_return = IS_RETURN.replace(false);
        if before.as_ref().is_some_and(|before| *before != place) {
            let scroll = is_return
                .then(|| SCROLLED.with_borrow(|scrolled| scrolled.get(&place).copied()))
                .flatten();
            arrive(title, scroll, FRAMES);
            before.as_deref().inspect(|before| remember_where_from(before));
        }
        place
    });
}

/// Notes that a navigation is "back" or "forward". It has to listen before the router does, whose own listener lets
/// the page change at once.
pub(crate) fn watch_returns() {
    // For as long as the page lives: the handle is not kept.
    let _ = window_event_listener(leptos::ev::popstate, |_| {
        // Going to a place on the same page is told in the same way.
        IS_RETURN.set(window().location().pathname().ok() != PATH.with_borrow(Clone::clone));
    });
}

fn place_on_screen() -> Option<String> {
    window().location().pathname().ok().map(|path| place_of(&path))
}

fn listen() {
    let remember = window_event_listener(leptos::ev::scroll, |_| {
        let scrolled = window().scroll_y().unwrap_or_default();
        let Some(place) = place_on_screen() else { return };
        // A page that leaves shrinks the document, and that scrolls as well, under the address before: only what is
        // still the same place a moment later was scrolled by the reader.
        set_timeout(
            move || {
                if place_on_screen().as_ref() == Some(&place) {
                    SCROLLED.with_borrow_mut(|all| all.insert(place, scrolled));
                }
            },
            Duration::from_millis(80),
        );
    });
    on_cleanup(move || remember.remove());
}

/// Waits for the new page's heading, then moves the focus to it; afterwards the scroll.
fn arrive(title: Option<CurrentTitle>, scroll: Option<f64>, frames: u32) {
    request_animation_frame(move || {
        match heading() {
            Some(heading) => {
                focus_in_place(&heading);
                keep_focus(heading, FRAMES);
                let name = title
                    .and_then(|title| title.0.get_untracked())
                    .and_then(|(_, name)| name.try_get_untracked());
                if let Some(name) = name {
                    announce(without_isolation(&name));
                }
                if let Some(scroll) = scroll {
                    scroll_back(scroll, FRAMES);
                }
            }
            // The part of the app that the page is in may take its time on a weak network.
            None if readiness::is_awaiting() => arrive(title, scroll, FRAMES),
            None if frames > 0 => arrive(title, scroll, frames - 1),
            None => {}
        }
    });
}

/// The page became another one at the same address, such as the welcome after an invitation: it is read from its top,
/// like a page that was led to.
pub(crate) fn arrive_anew() {
    request_animation_frame(|| {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if let Some(heading) = heading() {
            focus_in_place(&heading);
            keep_focus(heading, FRAMES);
        }
    });
}

fn heading() -> Option<HtmlElement> {
    let heading = document().query_selector("#main h1").ok().flatten()?;
    heading.dyn_into().ok()
}

fn focus_in_place(heading: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // A heading without `tabindex` cannot take the focus; the page is announced all the same.
    let _ = heading.focus_with_options(&options);
}

/// A page that is drawn anew once it holds more has another heading: that one gets the focus, which the browser would
/// leave to nothing. Ends when the reader moves the focus, or some frames after nothing is on its way any more.
fn keep_focus(heading: HtmlElement, frames: u32) {
    request_animation_frame(move || {
        let is_lost = !heading.is_connected();
        let focused = document().active_element();
        if focused.is_some_and(|focused| &focused != heading.as_ref() && focused.tag_name() != "BODY") {
            return;
        }
        let heading = match self::heading() {
            Some(next) if is_lost => {
                focus_in_place(&next);
                next
            }
            _ => heading,
        };
        if readiness::is_awaiting() {
            keep_focus(heading, FRAMES);
        } else if frames > 0 {
            keep_focus(heading, frames - 1);
        }
    });
}

/// Scrolls to where the page was left, as soon as it is tall enough.
fn scroll_back(to: f64, frames: u32) {
    let height = document()
        .document_element()
        .map_or(0.0, |root| f64::from(root.scroll_height()));
    let room = height
        - window()
            .inner_height()
            .ok()
            .and_then(|height| height.as_f64())
            .unwrap_or_default();
    if room >= to || frames == 0 {
        window().scroll_to_with_x_and_y(0.0, to);
    } else {
        request_animation_frame(move || scroll_back(to, frames - 1));
    }
}
