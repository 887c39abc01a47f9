//! The secret of a link: it stands behind the `#`, which browsers do not send, and leaves the address as soon as
//! it was read, so that neither the history of a shared computer nor a picture of the screen gives it away.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

/// The secret that the page was opened with. It is kept for this tab, so that a reload does not lose it.
pub(super) fn use_link_secret(name: &'static str) -> RwSignal<Option<String>> {
    let secret = RwSignal::new(recall(name));
    let location = use_location();
    let navigate = use_navigate();
    Effect::new(move |_| {
        let hash = location.hash.get();
        let found = shared::secret::read(hash.trim_start_matches('#'));
        if found.is_empty() {
            return;
        }
        keep(name, &found);
        secret.set(Some(found));
        navigate(
            &location.pathname.get_untracked(),
            NavigateOptions {
                replace: true,
                scroll: false,
                ..NavigateOptions::default()
            },
        );
    });
    secret
}

/// Forgets it, once it was used or is known to be of no use.
pub(super) fn forget(name: &str) {
    if let Some(storage) = storage() {
        // A browser that keeps nothing has nothing to forget.
        let _ = storage.remove_item(name);
    }
}

fn keep(name: &str, secret: &str) {
    if let Some(storage) = storage() {
        // Without storage only a reload loses it: the page asks to open the link again.
        let _ = storage.set_item(name, secret);
    }
}

fn recall(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Of this tab only, gone when it closes.
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}
