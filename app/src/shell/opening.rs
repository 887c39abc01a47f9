//! The page that stands until the app is there: the server's own, which can be read already, or a few words.
//!
//! A page that can be read is not taken away for one that is still empty: the app starts unseen beside it and comes
//! forward once it holds what the page shows.

use super::title::CurrentTitle;
use crate::replica::{self, use_replica};
use crate::{i18n, readiness, worker};
use gloo_timers::future::TimeoutFuture;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// When the app comes forward all the same, so that its own words say what is awaited. The page that stands can be read
/// and its links lead on, so nobody waits; coming forward half empty would make what somebody reads jump, on the weakest
/// networks most of all.
const FORWARD_WITHIN: Duration = Duration::from_secs(30);

/// The app that is mounted unseen, and the page that stands in front of it.
struct Entrance {
    place: HtmlElement,
    page: Option<Element>,
}

thread_local! {
    static ENTRANCE: RefCell<Option<Entrance>> = const { RefCell::new(None) };
}

/// Mounts the app. A page that can be read stays until [`watch`] finds that the app has as much to show.
pub(crate) fn give_way_to<N: IntoView + 'static>(app: impl FnOnce() -> N + 'static) {
    let Some(place) = place_for_app() else {
        // A document without a body shows nothing, whatever is done.
        return;
    };
    let page = document().get_element_by_id("opening");
    if page.as_ref().is_some_and(|page| page.has_attribute("data-page")) {
        place.set_hidden(true);
        ENTRANCE.set(Some(Entrance {
            place: place.clone(),
            page,
        }));
        mount_to(place, app).forget();
    } else {
        page.inspect(Element::remove);
        mount_to(place, app).forget();
        replica::begin();
    }
}

/// Has the app come forward as soon as it has something to show.
pub(super) fn watch(title: CurrentTitle) {
    if ENTRANCE.with_borrow(Option::is_none) {
        return;
    }
    let pathname = use_location().pathname;
    let at_first = pathname.get_untracked();
    let is_late = RwSignal::new(false);
    set_timeout(move || is_late.set(true), FORWARD_WITHIN);
    let is_due = Memo::new(move |_| {
        // Without a network nothing would come instead of the text that can be read.
        let is_too_late = || is_late.get() && use_replica().is_online();
        pathname.read() != at_first || has_content(title) || is_too_late()
    });
    Effect::new(move |_| {
        if is_due.get() {
            leptos::task::spawn_local(async move {
                // A page that was just made asks for its rows in effects of its own, which may come after this one.
                TimeoutFuture::new(0).await;
                if is_due.get_untracked() {
                    come_forward();
                }
            });
        }
    });
}

/// Whether the app shows a page, and that page has everything it asked for. Tracked.
fn has_content(title: CurrentTitle) -> bool {
    title.0.read().is_some() && readiness::is_whole() && use_replica().has_what_is_wanted()
}

fn come_forward() {
    let Some(Entrance { place, page }) = ENTRANCE.take() else {
        return;
    };
    show(&place, page);
    if !worker::spares_data() {
        // A reader who came by a link may read another language. On a slow line the words would come long after the
        // touch, and the page would turn round under the reader's eyes.
        i18n::prefetch_others();
    }
    // The page needed none of it if it brought its rows along; what comes next does.
    replica::begin();
}

/// Where the app is mounted: an element of its own, so that it can stay unseen at first.
fn place_for_app() -> Option<HtmlElement> {
    let place: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
    place.set_id("app");
    document().body()?.append_child(&place).ok()?;
    Some(place)
}

/// The app takes the place of the server's page, in one step and without losing the focus.
fn show(place: &HtmlElement, page: Option<Element>) {
    let focused = document()
        .active_element()
        .filter(|focused| page.as_ref().is_some_and(|page| page.contains(Some(focused))))
        .and_then(|focused| focused.get_attribute("href"));
    page.inspect(Element::remove);
    place.set_hidden(false);
    if let Some(href) = focused {
        focus_link(place, &href);
    }
}

fn focus_link(place: &HtmlElement, href: &str) {
    // What would end the text of the selector is in no address of the hub.
    if href.contains(['"', '\\']) {
        return;
    }
    let same = place
        .query_selector(&format!("a[href=\"{href}\"]"))
        .ok()
        .flatten();
    if let Some(link) = same.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // A link that cannot take the focus leaves it at the beginning of the page.
        let _ = link.focus_with_options(&options);
    }
}

/// Takes away what the head says of the page that the server wrote: another one is shown now.
pub(super) fn forget_the_first_page() {
    while let Ok(Some(said)) = document().query_selector("head [data-page]") {
        said.remove();
    }
}

/// The app cannot start: the page says so and what to do.
pub(crate) fn failed() {
    if let Some(progress) = document().get_element_by_id("opening-progress") {
        progress.remove();
    }
    if let Some(failed) = document().get_element_by_id("opening-failed") {
        // The text is moved out and in again so that a screen reader announces it as something new.
        let words = failed.text_content();
        failed.set_text_content(None);
        // Removing an attribute cannot fail.
        let _ = failed.remove_attribute("hidden");
        failed.set_text_content(words.as_deref());
    }
}
