//! What programs are told of a page, in the words of schema.org.

use super::desk::Desk;
use super::place::Place;
use super::words::plain;
use serde_json::{Value, json};

/// The hub itself, and the network that it belongs to.
pub(super) fn organization(desk: &Desk<'_>) -> Value {
    json!({
        "@type": "Organization",
        "name": plain(&desk.words.text("common-network-name")),
        "url": desk.url(&Place::Home),
    })
}

/// The same as a description of its own.
pub(super) fn with_context(mut data: Value) -> Value {
    if let Some(fields) = data.as_object_mut() {
        fields.insert("@context".to_owned(), "https://schema.org".into());
    }
    data
}

/// The way to a page: the pages above it, and its own name.
pub(super) fn breadcrumb_list(desk: &Desk<'_>, above: &[(Place, String)], own: &str) -> Value {
    let links = above
        .iter()
        .map(|(place, name)| (Some(desk.url(place)), name.as_str()));
    let items: Vec<Value> = links
        .chain(std::iter::once((None, own)))
        .enumerate()
        .map(|(index, (url, name))| {
            let mut item = json!({ "@type": "ListItem", "position": index + 1, "name": plain(name) });
            if let (Some(url), Some(fields)) = (url, item.as_object_mut()) {
                fields.insert("item".to_owned(), url.into());
            }
            item
        })
        .collect();
    with_context(json!({ "@type": "BreadcrumbList", "itemListElement": items }))
}
