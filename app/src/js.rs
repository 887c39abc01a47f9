//! Parts of the browser that `web-sys` counts among its unstable ones, or that not every browser has: asked for by
//! name, and `None` where they are missing or refuse.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::EventTarget;

/// A property that is there and holds something.
pub(crate) fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &name.into()).ok()?;
    (!value.is_null() && !value.is_undefined()).then_some(value)
}

/// A property of `navigator`.
pub(crate) fn of_navigator(name: &str) -> Option<JsValue> {
    if cfg!(feature = "ssr") {
        return None;
    }
    get(&web_sys::window()?.navigator(), name)
}

/// What a method answers.
pub(crate) fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = get(object, method)?.dyn_into().ok()?;
    let arguments: Array = arguments.iter().collect();
    method.apply(object, &arguments).ok()
}

/// What the promise that a method gives comes to.
pub(crate) async fn ask(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let promise: Promise = call(object, method, arguments)?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

/// Listens for as long as the page lives.
pub(crate) fn listen(object: &JsValue, event: &str, heard: impl FnMut() + 'static) {
    let heard = Closure::<dyn FnMut()>::new(heard);
    let target: &EventTarget = object.unchecked_ref();
    // What is listened to here takes listeners; where it does not, nothing is heard.
    let _ = target.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
    heard.forget();
}
