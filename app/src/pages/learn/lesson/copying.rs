//! Templates inside a lesson can be taken along.

use crate::components::{AsideText, Button, ButtonKind, IconKind};
use crate::shell::announce;
use crate::{t, text};
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Whether an aside is something to be filled in and reused, in whatever language it is written: it has blanks in
/// brackets, or it is as long as a document. Examples and remarks are neither.
fn is_template(text: &str) -> bool {
    const LINES_OF_A_DOCUMENT: usize = 4;
    text.contains('[') || text.lines().filter(|line| !line.trim().is_empty()).count() >= LINES_OF_A_DOCUMENT
}

/// What stands at the end of an aside: a button that copies it, where it is a template.
pub(super) fn copy_button(aside: AsideText) -> AnyView {
    if !is_template(&aside.text) {
        return ().into_any();
    }
    let AsideText { label, text } = aside;
    let is_copied = RwSignal::new(false);
    let copy = move |()| {
        let text = text.clone();
        leptos::task::spawn_local(async move {
            let written = JsFuture::from(window().navigator().clipboard().write_text(&text)).await;
            is_copied.try_set(written.is_ok());
            announce(if written.is_ok() {
                text!("learn-copied")
            } else {
                text!("learn-copy-failed")
            });
        });
    };
    view! {
        <Button kind=ButtonKind::Quiet icon=IconKind::Copy on_press=copy label=t!("learn-copy", label = label.clone())>
            {move || if is_copied.get() { text!("common-copied") } else { text!("common-copy") }}
        </Button>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::is_template;

    #[test]
    fn a_template_has_blanks_or_the_length_of_a_document() {
        assert!(is_template("الموضوع: دعوة إلى ورشة يوم [التاريخ]"));
        assert!(is_template(
            "Objet\n\nMadame, Monsieur\nNous vous invitons\nSignature"
        ));
        assert!(!is_template(
            "In Ait Melloul the focal point is also the information officer."
        ));
        assert!(!is_template(""));
    }
}
