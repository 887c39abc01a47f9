//! The address on show, and going to another one without loading a page: links are followed here, the browser's
//! "back" and "forward" are listened to, and the rest of the app goes by [`navigate`].
//!
//! A library's router would bring matching, nested outlets and transitions along, for which there is no use here: it
//! was a sixth of what everybody downloads before they see anything.

use super::params::ParamsMap;
use leptos::prelude::*;
use shared::lang::Lang;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlAnchorElement};

/// The address on show, in its parts. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Location {
    /// The path, with its language, beginning with a slash.
    pub(crate) pathname: Memo<String>,
    /// What follows the question mark, without it.
    pub(crate) search: Memo<String>,
    /// The place on the page, with its number sign; empty for none.
    pub(crate) hash: Memo<String>,
}

/// How to go somewhere.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NavigateOptions {
    /// Whether "back" skips the address that is left.
    pub(crate) replace: bool,
    /// Whether the new page begins at its top.
    pub(crate) scroll: bool,
}

impl Default for NavigateOptions {
    fn default() -> Self {
        Self {
            replace: false,
            scroll: true,
        }
    }
}

/// Path, search and hash, as the browser has them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Address {
    pub(crate) pathname: String,
    pub(crate) search: String,
    pub(crate) hash: String,
}

impl Address {
    fn on_show() -> Self {
        if cfg!(feature = "ssr") {
            return Self::default();
        }
        let location = window().location();
        Self {
            // A page without an address of its own cannot be asked for it, and needs none.
            pathname: location.pathname().unwrap_or_default(),
            search: without(&location.search().unwrap_or_default(), '?'),
            hash: location.hash().unwrap_or_default(),
        }
    }
}

fn without(text: &str, mark: char) -> String {
    text.strip_prefix(mark).unwrap_or(text).to_owned()
}

thread_local! {
    static ON_SHOW: ArcRwSignal<Address> = ArcRwSignal::new(Address::on_show());
}

/// The path on show, without following it.
pub(crate) fn path_on_show() -> String {
    ON_SHOW.with(|on_show| on_show.with_untracked(|address| address.pathname.clone()))
}

/// Follows the path on show without looking at it.
pub(crate) fn track_path() {
    ON_SHOW.with(|on_show| on_show.track());
}

/// The address on show. Its parts are signals.
pub(crate) fn use_location() -> Location {
    let on_show = ON_SHOW.with(ArcRwSignal::clone);
    let part = |of: fn(&Address) -> &String| {
        let on_show = on_show.clone();
        Memo::new(move |_| on_show.with(|address| of(address).clone()))
    };
    Location {
        pathname: part(|address| &address.pathname),
        search: part(|address| &address.search),
        hash: part(|address| &address.hash),
    }
}

/// The address of the hub, as links from elsewhere begin.
pub(crate) fn origin() -> String {
    #[cfg(feature = "ssr")]
    return crate::server::origin();
    #[cfg(not(feature = "ssr"))]
    window().location().origin().unwrap_or_default()
}

/// What is asked after the question mark.
pub(crate) fn use_query_map() -> Memo<ParamsMap> {
    let search = use_location().search;
    Memo::new(move |_| search.with(|search| ParamsMap::of_query(search)))
}

/// Goes to an address of the app: a path with a language, perhaps with `?` and `#`.
pub(crate) fn navigate(address: &str, options: NavigateOptions) {
    let Ok(history) = window().history() else { return };
    let moved = if options.replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(address))
    } else {
        history.push_state_with_url(&JsValue::NULL, "", Some(address))
    };
    if moved.is_err() {
        // Browsers refuse after some hundred calls in as many seconds; loading the page leads there all the same.
        let _ = window().location().set_href(address);
        return;
    }
    show();
    if options.scroll {
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

fn show() {
    show_address(Address::on_show());
}

/// Makes this the address on show.
pub(crate) fn show_address(address: Address) {
    ON_SHOW.with(|on_show| {
        if on_show.with_untracked(|before| *before != address) {
            on_show.set(address);
        }
    });
}

/// Follows links and the browser's history, for the rest of the page's life. Called once.
pub(crate) fn follow() {
    let _ = window_event_listener(leptos::ev::popstate, |_| show());
    let _ = window_event_listener(leptos::ev::click, |event| {
        if let Some(address) = address_to_follow(&event) {
            event.prevent_default();
            navigate(&address, NavigateOptions::default());
        }
    });
}

/// Where a press leads within the app; `None` where the browser knows better: another button, a key held down, another
/// window, a file, another site, a place on the same page, an address that is no page of the app.
fn address_to_follow(event: &leptos::ev::MouseEvent) -> Option<String> {
    let is_plain = event.button() == 0
        && !event.default_prevented()
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    if !is_plain {
        return None;
    }
    let pressed: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = pressed.closest("a[href]").ok()??.dyn_into().ok()?;
    let is_elsewhere = link.has_attribute("download")
        || link.rel().split(' ').any(|word| word == "external")
        || !matches!(link.target().as_str(), "" | "_self")
        || link.origin() != window().location().origin().ok()?;
    if is_elsewhere {
        return None;
    }
    let (path, search, hash) = (link.pathname(), link.search(), link.hash());
    let here = Address::on_show();
    let is_same_page = path == here.pathname && without(&search, '?') == here.search;
    let leads_to_page = lang_of(&path).is_some() && (hash.is_empty() || !is_same_page);
    leads_to_page.then(|| format!("{path}{search}{hash}"))
}

/// The language that an address asks for; `None` when its first part is no language.
pub(super) fn lang_of(path: &str) -> Option<Lang> {
    path.split('/').nth(1)?.parse().ok()
}
