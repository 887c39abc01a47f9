//! The words that the page shows until the app is there.

use leptos::prelude::document;

/// The app is there: the opening words go.
pub(crate) fn done() {
    if let Some(opening) = document().get_element_by_id("opening") {
        opening.remove();
    }
}

/// The app cannot start: the opening page says so and what to do.
pub(crate) fn failed() {
    if let Some(progress) = document().get_element_by_id("opening-progress") {
        progress.remove();
    }
    if let Some(failed) = document().get_element_by_id("opening-failed") {
        // The text is moved out and in again so that a screen reader announces it as something new.
        let words = failed.text_content();
        failed.set_text_content(None);
        // Removing an attribute cannot fail.
        let _ = failed.remove_attribute("hidden");
        failed.set_text_content(words.as_deref());
    }
}
