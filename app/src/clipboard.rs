//! The clipboard, where the browser gives it: not over plain HTTP, and not when the person forbade it.

use crate::components::{Button, ButtonKind, Failure, IconKind, Success};
use crate::text;
use leptos::prelude::*;
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

/// A button that copies a text, and what came of it in words that everybody reads.
#[component]
pub(crate) fn CopyButton(
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
    /// The words of the button.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let copied = RwSignal::new(None::<bool>);
    let copy_text = move |()| {
        let text = text.get_untracked();
        leptos::task::spawn_local(async move {
            let is_done = copy(&text).await.is_ok();
            copied.try_set(Some(is_done));
        });
    };
    view! {
        <Button kind=ButtonKind::Plain icon=IconKind::Copy on_press=copy_text>
            {move || label.get()}
        </Button>
        <Success words=Signal::derive(move || (copied.get() == Some(true)).then(|| text!("common-copied"))) />
        <Failure words=Signal::derive(move || (copied.get() == Some(false)).then(|| text!("common-cannot-copy"))) />
    }
}
