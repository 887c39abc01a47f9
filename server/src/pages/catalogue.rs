//! The modules.

use super::data::{organization, with_context};
use super::desk::{Content, Desk};
use super::html::{Element, el};
use super::parts::{Header, card_grid, empty_state, filter_panel, module_tile};
use super::place::Place;
use super::words::Words;
use serde_json::{Value, json};
use shared::vocabulary::Audience;

pub(super) fn page(desk: &mut Desk<'_>) -> Content {
    desk.lend_modules();
    let words = desk.words;
    let title = words.text("learn-title");
    let header = Header::new(title.as_str()).lead(words.text("learn-lead"));
    let mut wrap = el("div").class("wrap").child(header.draw());
    if desk.public.modules().next().is_none() {
        wrap = wrap.child(empty_state(
            "h2",
            words.text("learn-none-title"),
            words.text("learn-none-text"),
            Vec::new(),
        ));
    } else {
        let columns = el("div")
            .class("with-aside catalogue")
            .child(filter_panel(words, "learn-filters"))
            .child(results(desk));
        wrap = wrap.child(path(desk)).child(columns);
    }
    let mut content = Content::new(title, words.text("learn-lead"), vec![wrap.into()]);
    content.data = vec![list(desk)];
    content
}

/// Where to begin: in the app one says who one is and gets an order.
fn path(desk: &Desk<'_>) -> Element {
    let words = desk.words;
    let roles = Audience::ALL
        .iter()
        .filter(|role| desk.public.modules().any(|card| card.audience.contains(role)))
        .map(|role| {
            el("li").child(
                el("span")
                    .class("button button--plain")
                    .text(role_words(words, *role)),
            )
        });
    el("section")
        .class("path no-print awaits-app")
        .child(el("h2").class("path__title").text(words.text("learn-path-title")))
        .child(el("p").class("path__text").text(words.text("learn-path-text")))
        .child(
            el("ul")
                .class("path__roles")
                .attr("role", "list")
                .attr("data-scrolls", "")
                .children(roles),
        )
}

fn role_words(words: &Words, role: Audience) -> String {
    words.text(match role {
        Audience::FocalPoint => "learn-path-focal-point",
        Audience::Elected => "learn-path-elected",
        Audience::Staff => "learn-path-staff",
        Audience::CivilSociety => "learn-path-civil-society",
        Audience::Trainer => "learn-path-trainer",
    })
}

fn results(desk: &Desk<'_>) -> Element {
    let words = desk.words;
    let count = desk.public.modules().count();
    let tiles = desk
        .public
        .modules()
        .map(|card| module_tile(desk, card))
        .collect();
    el("section")
        .attr("aria-labelledby", "modules-found")
        .child(results_line(
            "modules-found",
            words.fill("learn-results", [("count", count.into())]),
        ))
        .child(card_grid(tiles))
}

/// How many there are, over a list.
pub(super) fn results_line(id: &'static str, found: String) -> Element {
    let title = el("h2").class("results-line__title").attr("id", id).text(found);
    el("div").class("results-line").child(title)
}

fn list(desk: &Desk<'_>) -> Value {
    let items: Vec<Value> = desk
        .public
        .modules()
        .enumerate()
        .map(|(index, card)| {
            json!({
                "@type": "ListItem",
                "position": index + 1,
                "item": {
                    "@type": "Course",
                    "name": desk.words.best(&card.title).1,
                    "description": desk.words.best(&card.summary).1,
                    "url": desk.url(&Place::Module(card.slug.clone())),
                    "provider": organization(desk),
                },
            })
        })
        .collect();
    with_context(json!({ "@type": "ItemList", "itemListElement": items }))
}
