//! The service worker that keeps the app on this device (`service-worker.js`), seen from the page: it is started
//! once there is something to read, and a new build waits in it until the person agrees or every tab is closed.

use crate::js;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::JsValue;

const SCRIPT: &str = "/service-worker.js";
/// The word that the worker knows.
const TAKE_OVER: &str = "take-over";
/// The page's own data comes first.
const BEGIN_AFTER_MS: u32 = 1_500;
/// How often to look for a new build while a page stays open.
const LOOK_EVERY_MS: u32 = 3 * 60 * 60_000;
/// How soon to look again after a new build did not arrive whole, at first; each time twice as late.
const LOOK_AGAIN_AFTER_MS: u32 = 30_000;
/// How long a new build may take to arrive once somebody waits for it.
const ARRIVES_WITHIN_MS: u32 = 60_000;
const GLANCE_MS: u32 = 200;

thread_local! {
    static IS_APP_KEPT: ArcRwSignal<bool> = ArcRwSignal::new(false);
    static IS_NEWER_READY: ArcRwSignal<bool> = ArcRwSignal::new(false);
    static LOOK_AGAIN_MS: Cell<u32> = const { Cell::new(LOOK_AGAIN_AFTER_MS) };
    static HAS_BEGUN: Cell<bool> = const { Cell::new(false) };
    /// Whether this page has agreed, so that it is loaded again as soon as the new build has taken over.
    static HAS_AGREED: Cell<bool> = const { Cell::new(false) };
}

/// Whether a newer build lies ready on this device. Tracked.
pub(crate) fn is_newer_ready() -> bool {
    IS_NEWER_READY.with(|ready| ready.get())
}

/// Whether the app itself lies on this device and opens without a network. Tracked.
pub(crate) fn is_app_kept() -> bool {
    IS_APP_KEPT.with(|kept| kept.get())
}

/// Not now: the new build waits for the next start.
pub(crate) fn later() {
    IS_NEWER_READY.with(|ready| ready.set(false));
}

/// Whether the person asked their browser to spare data: nothing is fetched before it is needed.
pub(crate) fn spares_data() -> bool {
    js::of_navigator("connection")
        .and_then(|connection| js::get(&connection, "saveData"))
        .is_some_and(|spares| spares.is_truthy())
}

/// Keeps this build on the device. Answers at once; false where the browser has no service workers.
///
/// Who asked their browser to spare data is not sent the whole app unasked: it is kept once they keep something
/// ([`keep_now`]), and kept up to date from then on.
pub(crate) fn begin() -> bool {
    let Some(container) = js::of_navigator("serviceWorker") else {
        return false;
    };
    if !spares_data() || js::get(&container, "controller").is_some() {
        keep_after(container, BEGIN_AFTER_MS);
    }
    true
}

/// Keeps this build on the device because somebody wants to open something of it without a network.
pub(crate) fn keep_now() {
    if let Some(container) = js::of_navigator("serviceWorker") {
        keep_after(container, 0);
    }
}

fn keep_after(container: JsValue, ms: u32) {
    if !HAS_BEGUN.replace(true) {
        leptos::task::spawn_local(async move {
            TimeoutFuture::new(ms).await;
            keep_up_to_date(container).await;
        });
    }
}

async fn keep_up_to_date(container: JsValue) {
    let options = Object::new();
    // The browser's own cache must not answer for the worker: it would hide new builds.
    let _ = Reflect::set(&options, &"updateViaCache".into(), &"none".into());
    let Some(registration) = js::ask(&container, "register", &[SCRIPT.into(), options.into()]).await else {
        leptos::logging::warn!("the app cannot be kept on this device");
        return;
    };
    // The first worker of a browser takes over at once: it is the build on show.
    let has_one = js::get(&container, "controller").is_some();
    if has_one && js::get(&registration, "waiting").is_some() {
        say_newer_is_ready();
    }
    watch_arrivals(&container, &registration);
    IS_APP_KEPT.with(|kept| kept.set(has_one));
    let mut is_first = !has_one;
    js::listen(&container, "controllerchange", move || {
        IS_APP_KEPT.with(|kept| kept.set(true));
        if HAS_AGREED.get() {
            load_again();
        } else if !is_first {
            // Another tab agreed. This one goes on as it is until the person wants otherwise.
            say_newer_is_ready();
        }
        is_first = false;
    });
    let again = registration.clone();
    js::listen(&window(), "online", move || {
        leptos::task::spawn_local(look(again.clone()))
    });
    // Browsers look when a page is opened, but not all of them each time.
    if has_one {
        look(registration.clone()).await;
    }
    loop {
        TimeoutFuture::new(LOOK_EVERY_MS).await;
        look(registration.clone()).await;
    }
}

/// Looks for a new build. Without a network that fails, and the next look is soon enough.
async fn look(registration: JsValue) {
    let _ = js::ask(&registration, "update", &[]).await;
}

/// Says so when a worker that arrives is installed beside the one in charge; it may be on its way already.
fn watch_arrivals(container: &JsValue, registration: &JsValue) {
    watch_arrival(container, registration);
    let (container, arriving) = (container.clone(), registration.clone());
    js::listen(registration, "updatefound", move || {
        watch_arrival(&container, &arriving)
    });
}

fn watch_arrival(container: &JsValue, registration: &JsValue) {
    let Some(worker) = js::get(registration, "installing") else {
        return;
    };
    let (container, registration, watched) = (container.clone(), registration.clone(), worker.clone());
    let mut was_installed = false;
    js::listen(&worker, "statechange", move || {
        let state = js::get(&watched, "state").and_then(|state| state.as_string());
        match state.as_deref() {
            Some("installed") => {
                was_installed = true;
                if js::get(&container, "controller").is_some() {
                    say_newer_is_ready();
                }
            }
            Some("redundant") if !was_installed => {
                leptos::task::spawn_local(look_again(registration.clone()));
            }
            _ => {}
        }
    });
}

/// A build that did not arrive whole is asked for again before long: a network that answers everything with a page of
/// its own lets one through once its ticket is bought. What arrived is not fetched a second time.
async fn look_again(registration: JsValue) {
    let wait = LOOK_AGAIN_MS.get();
    LOOK_AGAIN_MS.set(wait.saturating_mul(2).min(LOOK_EVERY_MS));
    TimeoutFuture::new(wait).await;
    look(registration).await;
}

fn say_newer_is_ready() {
    IS_NEWER_READY.with(|ready| ready.set(true));
}

/// Loads the page again with the newest build that can be had.
pub(crate) async fn use_newest() {
    if let Some(registration) = registration().await
        && let Some(waiting) = arrived(&registration).await
    {
        HAS_AGREED.set(true);
        // It cannot be refused: the worker is there.
        let _ = js::call(&waiting, "postMessage", &[TAKE_OVER.into()]);
        // The page is loaded again when the worker has taken over; should that never be heard, then all the same.
        TimeoutFuture::new(ARRIVES_WITHIN_MS / 12).await;
    }
    load_again();
}

async fn registration() -> Option<JsValue> {
    let container = js::of_navigator("serviceWorker")?;
    js::ask(&container, "getRegistration", &[])
        .await
        .filter(JsValue::is_object)
}

/// The build that waits; looks for one when none does.
async fn arrived(registration: &JsValue) -> Option<JsValue> {
    if js::get(registration, "waiting").is_none() && !IS_NEWER_READY.with(|ready| ready.get_untracked()) {
        look(registration.clone()).await;
        let mut waited = 0;
        while js::get(registration, "installing").is_some() && waited < ARRIVES_WITHIN_MS {
            TimeoutFuture::new(GLANCE_MS).await;
            waited += GLANCE_MS;
        }
    }
    js::get(registration, "waiting")
}

fn load_again() {
    // The browser may refuse to reload only while it leaves the page anyway.
    let _ = window().location().reload();
}
