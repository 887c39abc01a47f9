//! Starting: panics into the console, the theme, the first messages, the replica, then the page.

use crate::pages::parts;
use crate::{i18n, replica, router, routes, session, shell, worker};
use futures::future::{join, select};
use gloo_timers::future::TimeoutFuture;
use js_sys::JsString;
use leptos::prelude::*;
use shared::lang::Lang;
use shared::unicode::Forms;
use std::pin::pin;
use wasm_bindgen::JsValue;

/// How long the replica's engine may take to come, and how long the replica to open, before the page is shown without.
const COME_WITHIN_MS: u32 = 12_000;
const OPEN_WITHIN_MS: u32 = 2_000;
/// When the app is kept on the device at the latest, where the replica does not open.
const KEPT_WITHIN_MS: u32 = 60_000;
/// When the replica's engine is fetched at the latest, where the page brought its rows along and it is not needed
/// before the page is there.
const ENGINE_WITHIN_MS: u32 = 6_000;

/// Starts the app.
pub fn boot() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&JsValue::from_str(&panic.to_string()));
    }));
    shell::theme::restore();
    shared::unicode::use_forms(Forms {
        nfc: |text| in_form(text, "NFC"),
        nfkd: |text| in_form(text, "NFKD"),
    });
    // Leptos sets its executor up when it mounts, but tasks are spawned before there is anything to mount. That it
    // is set already is the only way this can fail.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    leptos::task::spawn_local(async {
        let has_words = if replica::take_rows_of_page() {
            leptos::task::spawn_local(async {
                TimeoutFuture::new(ENGINE_WITHIN_MS).await;
                replica::begin();
            });
            first_words().await
        } else {
            // The replica opens while the words are fetched, and the page's part comes beside both. A page that brought
            // its rows named the part's files in its head as well.
            let opening = join(first_words(), replica_opens());
            if let Some(part) = path_on_show().and_then(|path| routes::fetch_part_at(&path)) {
                leptos::task::spawn_local(part);
            }
            opening.await.0
        };
        if has_words {
            start();
        } else {
            leptos::logging::error!("no messages could be fetched");
            shell::opening::failed();
        }
    });
}

/// The browser has the tables of Unicode; the app does without.
fn in_form(text: &str, form: &str) -> String {
    JsString::from(text).normalize(form).into()
}

/// Waits for the replica, so that nobody is shown as a visitor for a moment; but a storage that hangs, or a network that
/// is away, must not keep the page from coming.
async fn replica_opens() {
    let tried = pin!(replica::tried());
    select(tried, TimeoutFuture::new(COME_WITHIN_MS)).await;
    let opened = pin!(replica::opened());
    select(opened, TimeoutFuture::new(OPEN_WITHIN_MS)).await;
}

/// Fetches the words of the language of the address, else of any other. Without words there is nothing to show.
async fn first_words() -> bool {
    let path = path_on_show().unwrap_or_default();
    let lang = router::language_of(&path).unwrap_or_else(i18n::remembered_or_preferred);
    for lang in std::iter::once(lang).chain(Lang::ALL) {
        if i18n::load(lang).await.is_ok() {
            if routes::needs_later_words(&path) {
                // What does not come is fetched again when the page is shown.
                let _ = i18n::fetch_later_words().await;
            }
            return true;
        }
    }
    false
}

fn start() {
    let owner = Owner::new();
    owner.with(session::start);
    // The owner of what lives as long as the page.
    std::mem::forget(owner);
    shell::watch_returns();
    shell::opening::give_way_to(routes::App);
    // What the page on show needs comes first.
    leptos::task::spawn_local(async {
        let opened = pin!(replica::opened());
        select(opened, TimeoutFuture::new(KEPT_WITHIN_MS)).await;
        keep_the_app().await;
    });
}

/// A worker keeps the whole build on the device; without one, what is likely needed next is fetched while there is a
/// network.
async fn keep_the_app() {
    if !worker::begin() && !worker::spares_data() {
        TimeoutFuture::new(4_000).await;
        parts::fetch_ahead().await;
        i18n::prefetch_others();
    }
}

/// The path in the browser's bar, before there is a router to ask.
fn path_on_show() -> Option<String> {
    web_sys::window()?.location().pathname().ok()
}
