//! Moving the focus, the one thing that views cannot say declaratively.

use leptos::{prelude::document, wasm_bindgen::JsCast, web_sys::HtmlElement};

/// Moves the focus to an element. An element that cannot take it keeps it where it was, which is no failure.
pub(crate) fn on(element: &HtmlElement) {
    let _ = element.focus();
}

/// Moves the focus to the element with this id, if it is on the page.
pub(crate) fn on_id(id: &str) {
    if let Some(element) = document()
        .get_element_by_id(id)
        .and_then(|found| found.dyn_into().ok())
    {
        on(&element);
    }
}
