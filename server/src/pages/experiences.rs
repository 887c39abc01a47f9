//! The experiences.

use super::catalogue::results_line;
use super::data::with_context;
use super::desk::{Content, Desk};
use super::html::el;
use super::parts::{Header, app_button, card_grid, empty_state, experience_card, filter_panel, search_box};
use super::place::Place;
use crate::store::StoreError;
use serde_json::{Value, json};

/// How many cards there are before "show more", which only the app can do; the sitemap leads to all of them.
const AT_A_TIME: usize = 30;

pub(super) fn page(desk: &mut Desk<'_>) -> Result<Content, StoreError> {
    desk.lend_regions();
    let words = desk.words;
    let title = words.text("experiences-list-title");
    let header = Header::new(title.as_str())
        .lead(words.text("experiences-list-lead"))
        .with_actions();
    let mut wrap = el("div").class("wrap").child(header.draw());
    let count = desk.experience_count()?;
    let newest = desk.newest(None, AT_A_TIME)?;
    if count > newest.len() {
        // The app filters and counts what it has.
        desk.lend_nothing();
    }
    if newest.is_empty() {
        wrap = wrap.child(empty_state(
            "h2",
            words.text("experiences-none-title"),
            words.text("experiences-none-text"),
            Vec::new(),
        ));
    } else {
        let cards = newest.iter().map(|card| experience_card(desk, card)).collect();
        let found = words.fill("experiences-results", [("count", count.into())]);
        let more = (count > newest.len()).then(|| {
            let shown = words.fill(
                "experiences-results-shown",
                [("shown", newest.len().into()), ("count", count.into())],
            );
            el("p")
                .class("more-results")
                .child(app_button(
                    "button button--plain awaits-app",
                    None,
                    words.text("experiences-show-more"),
                ))
                .child(el("span").class("quiet").text(shown))
        });
        let results = el("section")
            .attr("aria-labelledby", "experiences-found")
            .child(results_line("experiences-found", found))
            .child(card_grid(cards))
            .children(more);
        let columns = el("div")
            .class("with-aside")
            .child(filter_panel(words, "experiences-filters"))
            .child(results);
        wrap = wrap
            .child(search_box(words, "experiences-search-label"))
            .child(columns);
    }
    let mut content = Content::new(title, words.text("experiences-list-lead"), vec![wrap.into()]);
    let items: Vec<Value> = newest
        .iter()
        .enumerate()
        .map(|(index, card)| {
            json!({
                "@type": "ListItem",
                "position": index + 1,
                "name": words.best(&card.title).1,
                "url": desk.url(&Place::Experience(card.slug.clone())),
            })
        })
        .collect();
    content.data = vec![with_context(
        json!({ "@type": "ItemList", "itemListElement": items }),
    )];
    Ok(content)
}
