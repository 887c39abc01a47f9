//! Moving the focus, the one thing that views cannot say declaratively.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Moves the focus to an element. An element that cannot take it keeps it where it was, which is no failure.
pub(crate) fn on(element: &HtmlElement) {
    let _ = element.focus();
}

/// Leads to what is wrong in a form, once a field says so: to the first field at fault, with its message in sight. A form
/// with a summary of its errors leads to that instead, and outside of a form errors are said while somebody types.
pub(crate) fn on_first_fault(message: &Element) {
    let Ok(Some(form)) = message.closest("form, dialog") else {
        return;
    };
    if matches!(form.query_selector(".error-summary"), Ok(Some(_))) {
        return;
    }
    let first = form.query_selector("[data-invalid] :is(input, textarea, select)");
    if let Some(control) = first.ok().flatten().and_then(|found| found.dyn_into().ok()) {
        on(&control);
    }
    into_view(message);
}

/// Scrolls an element into view, no further than needed.
pub(crate) fn into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
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
