//! Small settings that this device remembers. A browser that keeps nothing forgets them at the end of the visit.

/// The id of the newest link of recovery that the person has seen on this device.
pub(crate) const SEEN_RECOVERY: &str = "multaqa-seen-recovery";

/// Set while the server has still to be told that somebody signed out without a network.
pub(crate) const STILL_SIGNED_IN: &str = "multaqa-sign-out";

/// Remembers a setting.
pub(crate) fn remember(name: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(name, value);
    }
}

/// A setting, if it is remembered.
pub(crate) fn recall(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Forgets a setting.
pub(crate) fn forget(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

fn storage() -> Option<web_sys::Storage> {
    if cfg!(feature = "ssr") {
        return None;
    }
    web_sys::window()?.local_storage().ok().flatten()
}
