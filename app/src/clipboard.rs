//! The clipboard, where the browser gives it: not over plain HTTP, and not when the person forbade it.

use crate::components::{Button, ButtonKind, Failure, IconKind, KeptWords, Success};
use crate::text;
use js_sys::{Array, Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The text is not on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the text is not on the clipboard")]
pub(crate) struct NotCopied;

/// Puts a text on the clipboard.
///
/// # Errors
/// [`NotCopied`]: the person must copy it by hand; where it stands as [`KeptWords`], it is selected.
pub(crate) async fn copy(text: &str) -> Result<(), NotCopied> {
    let navigator = web_sys::window().ok_or(NotCopied)?.navigator();
    // Outside a secure context the property does not exist, and calling it would end the app.
    let exists = Reflect::get(navigator.as_ref(), &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| clipboard.is_object());
    let is_copied = exists
        && JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok();
    if is_copied {
        return Ok(());
    }
    // What says so takes the focus first.
    let text = text.to_owned();
    request_animation_frame(move || select_shown(&text));
    Err(NotCopied)
}

/// Selects a text where it stands on the page to be read and copied, so that one key or one touch copies it.
fn select_shown(text: &str) {
    // It fails only where the browser selects nothing; that nothing was copied is said all the same.
    let _ = try_select(text);
}

fn try_select(text: &str) -> Result<(), JsValue> {
    let shown = Array::from(&call(&document(), "querySelectorAll", &".kept-words".into())?);
    let held = shown.iter().find(|node| {
        Reflect::get(node, &"textContent".into()).is_ok_and(|held| held.as_string().as_deref() == Some(text))
    });
    if let Some(node) = held {
        let selection = call(&window(), "getSelection", &JsValue::UNDEFINED)?;
        call(&selection, "selectAllChildren", &node)?;
    }
    Ok(())
}

/// Calls a method that no binding is compiled for.
fn call(on: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(on, &method.into())?.dyn_into()?;
    method.call1(on, argument)
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
    /// Whether the text stands beside it as [`KeptWords`]; if not, it is shown where it cannot be copied.
    #[prop(optional)]
    is_shown: bool,
) -> impl IntoView {
    let copied = RwSignal::new(None::<bool>);
    let cannot_copy = Memo::new(move |_| copied.get() == Some(false));
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
        <Failure words=Signal::derive(move || cannot_copy.get().then(|| text!("common-cannot-copy"))) />
        <Show when=move || !is_shown && cannot_copy.get()>
            <KeptWords text=text label=label />
        </Show>
    }
}
