//! Pages that say that nothing is at their address. They tell no more than that: what may not be read does not
//! exist.

use super::desk::{Content, Desk};
use super::html::{Element, el};
use super::module::module_button;
use super::parts::{Header, empty_state, link_button};
use super::place::Place;

fn whole_page(desk: &Desk<'_>, title: &str, text: &str, links: Vec<Element>) -> Content {
    let words = desk.words;
    let empty = empty_state("h1", words.text(title), words.text(text), links);
    let wrap = el("div").class("wrap").child(empty);
    Content::missing(words.text(title), words.text(text), vec![wrap.into()])
}

fn to(desk: &Desk<'_>, place: &Place, key: &str) -> Element {
    link_button("button button--plain", desk.href(place), desk.words.text(key))
}

/// No module has this address.
pub(super) fn module(desk: &Desk<'_>) -> Content {
    whole_page(
        desk,
        "learn-module-missing-title",
        "learn-module-missing-text",
        vec![to(desk, &Place::Catalogue, "learn-back-to-catalogue")],
    )
}

/// No lesson of this module has this address.
pub(super) fn lesson(desk: &Desk<'_>, module: &str) -> Content {
    whole_page(
        desk,
        "learn-lesson-missing-title",
        "learn-lesson-missing-text",
        vec![
            module_button(desk, module),
            to(desk, &Place::Catalogue, "learn-back-to-catalogue"),
        ],
    )
}

/// No experience that everybody may read has this address.
pub(super) fn experience(desk: &Desk<'_>) -> Content {
    whole_page(
        desk,
        "experiences-one-missing-title",
        "experiences-one-missing-text",
        vec![to(desk, &Place::Experiences, "experiences-to-list")],
    )
}

/// No collectivity has this address.
pub(super) fn collectivity(desk: &Desk<'_>) -> Content {
    let words = desk.words;
    let title = words.text("network-unknown-title");
    let wrap = el("div")
        .class("wrap")
        .child(Header::new(title.as_str()).draw())
        .child(el("p").text(words.text("network-unknown-text")))
        .child(link_button(
            "button",
            desk.href(&Place::Network),
            words.text("network-title"),
        ));
    Content::missing(title, words.text("network-unknown-text"), vec![wrap.into()])
}

/// Nothing has this address.
pub(super) fn anything(desk: &Desk<'_>) -> Content {
    let words = desk.words;
    let search = format!("/{}/search", words.lang.code());
    let title = words.text("common-not-found-title");
    let lead = words.text("common-not-found-lead");
    let actions = el("p")
        .class("page-header__actions")
        .child(link_button(
            "button",
            desk.href(&Place::Home),
            words.text("common-go-home"),
        ))
        .child(link_button(
            "button button--plain",
            search,
            words.text("common-go-search"),
        ));
    let header = el("header")
        .class("page-header")
        .child(el("h1").attr("tabindex", "-1").text(title.as_str()))
        .child(el("p").class("page-header__lead").text(lead.as_str()))
        .child(actions);
    let wrap = el("div").class("wrap wrap--narrow").child(header);
    Content::missing(title, lead, vec![wrap.into()])
}
