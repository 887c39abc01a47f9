//! The clipboard, where the browser gives it: not over plain HTTP, and not when the person forbade it.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// The text is not on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text is not on the clipboard")]
pub(crate) struct NotCopied;

/// Puts a text on the clipboard.
///
/// # Errors
/// [`NotCopied`]: the person must select and copy it by hand.
pub(crate) async fn copy(text: &str) -> Result<(), NotCopied> {
    let navigator = web_sys::window().ok_or(NotCopied)?.navigator();
    // Outside a secure context the property does not exist, and calling it would end the app.
    let exists = js_sys::Reflect::get(navigator.as_ref(), &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| clipboard.is_object());
    if !exists {
        return Err(NotCopied);
    }
    JsFuture::from(navigator.clipboard().write_text(text))
        .await
        .map(|_| ())
        .map_err(|_| NotCopied)
}
