//! Templates inside a lesson can be taken along.

use crate::components::{AsideText, Button, ButtonKind, Failure, IconKind};
use crate::shell::tell;
use crate::{clipboard, t, text};
use leptos::prelude::*;

/// Whether an aside is something to be filled in and reused, in whatever language it is written: it has blanks (in
/// brackets, or more than one of dots), or it is as long as a document. Examples and remarks are neither.
fn is_template(text: &str) -> bool {
    const LINES_OF_A_DOCUMENT: usize = 4;
    text.contains('[')
        || text.matches('…').nth(1).is_some()
        || text.lines().filter(|line| !line.trim().is_empty()).count() >= LINES_OF_A_DOCUMENT
}

/// What stands at the end of an aside: a button that copies it, where it is a template.
pub(super) fn copy_button(aside: AsideText) -> AnyView {
    if !is_template(&aside.text) {
        return ().into_any();
    }
    let AsideText { label, text } = aside;
    let is_copied = RwSignal::new(false);
    let cannot_copy = RwSignal::new(false);
    let copy = move |()| {
        let text = text.clone();
        leptos::task::spawn_local(async move {
            let is_done = clipboard::copy(&text).await.is_ok();
            is_copied.try_set(is_done);
            cannot_copy.try_set(!is_done);
            if is_done {
                tell(text!("learn-copied"));
            }
        });
    };
    view! {
        <Button kind=ButtonKind::Quiet icon=IconKind::Copy on_press=copy label=t!("learn-copy", label = label.clone())>
            {move || if is_copied.get() { text!("common-copied") } else { text!("common-copy") }}
        </Button>
        <Failure words=Signal::derive(move || cannot_copy.get().then(|| text!("learn-copy-failed"))) />
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
        assert!(is_template("Procès-verbal. Date : …. Lieu : …."));
        assert!(!is_template("They waited, asked again, and waited …"));
        assert!(!is_template(
            "In Ait Melloul the focal point is also the information officer."
        ));
        assert!(!is_template(""));
    }
}
