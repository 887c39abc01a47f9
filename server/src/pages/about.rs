//! What this is, for whom, and what happens with what one writes.

use super::data::{organization, with_context};
use super::desk::{Content, Desk};
use super::html::{Element, el};
use super::parts::Header;
use super::words::Words;

pub(super) fn page(desk: &Desk<'_>) -> Content {
    let words = desk.words;
    let title = words.text("about-title");
    let header = Header::new(title.as_str()).lead(words.text("about-lead"));
    let parts = [
        (words.text("about-what-title"), words.text("about-what-text")),
        (words.text("about-who-title"), words.text("about-who-text")),
        (
            words.text("about-offline-title"),
            words.text("about-offline-text"),
        ),
        (words.text("about-data-title"), words.text("about-data-text")),
        (
            words.text("about-licence-title"),
            words.text("about-licence-text"),
        ),
        (words.text("about-verify-title"), words.text("about-verify-text")),
    ];
    let prose = parts
        .into_iter()
        .flat_map(|(title, said)| [el("h2").text(title), el("p").text(said)]);
    let wrap = el("div")
        .class("wrap wrap--narrow")
        .child(header.draw())
        .child(el("div").class("prose").children(prose))
        .child(lookup(words));
    let mut content = Content::new(title, words.text("about-what-text"), vec![wrap.into()]);
    content.data = vec![with_context(organization(desk))];
    content
}

/// Checks another number: only the app does.
pub(super) fn lookup(words: &Words) -> Element {
    let field = el("div")
        .class("field")
        .child(
            el("span")
                .class("field__label")
                .text(words.text("learn-certificate-try-number")),
        )
        .child(el("input").class("input input--code").attr("disabled", ""));
    el("div")
        .class("form lookup no-print awaits-app")
        .child(field)
        .child(
            el("span")
                .class("button button--plain")
                .text(words.text("learn-certificate-try-action")),
        )
}
