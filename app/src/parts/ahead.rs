use super::{fetch_catalogue, fetch_experience, fetch_first_page};
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};

/// Fetches the parts that most people open next, one after the other. Where somebody asked their browser to save
/// data, nothing is fetched that was not asked for.
pub(crate) async fn fetch_ahead() {
    if saves_data() {
        return;
    }
    // What does not come now is fetched when it is needed, and only then does somebody hear of it.
    let _ = fetch_first_page().await;
    let _ = fetch_catalogue().await;
    let _ = fetch_experience().await;
}

/// Whether the person asked for as little traffic as possible. `web-sys` does not know this part of the navigator,
/// and not every browser has it.
pub(crate) fn saves_data() -> bool {
    let property = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &JsValue::from_str(name)).ok();
    property(window().navigator().unchecked_ref(), "connection")
        .filter(|connection| !connection.is_undefined())
        .and_then(|connection| property(&connection, "saveData"))
        .is_some_and(|saves| saves.is_truthy())
}
