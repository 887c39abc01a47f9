//! What is pasted out of an office or a page into a lesson: its headings, lists and tables become Markdown.

use crate::js;
use leptos::ev::Event;
use shared::markdown::{Pasted, from_pasted};
use wasm_bindgen::JsCast as _;
use web_sys::{DomParser, Element, Node, SupportedType};

/// The most characters that are read: the longest lesson, with the styles that an office writes around it.
const MOST: usize = 4 * 1024 * 1024;

/// How deep elements are read.
const DEPTH: usize = 200;

/// The Markdown of what is pasted; `None` where only plain words come.
pub(super) fn markdown_of(event: &Event) -> Option<String> {
    let data = js::get(event.as_ref(), "clipboardData")?;
    let html = js::call(&data, "getData", &["text/html".into()])?.as_string()?;
    if html.is_empty() || html.len() > MOST {
        return None;
    }
    // A document of a parser runs no script and fetches nothing; only its words are taken.
    let parser = DomParser::new().ok()?;
    let page = parser.parse_from_string(&html, SupportedType::TextHtml).ok()?;
    let body = page.body()?;
    let markdown = from_pasted(&children_of(&body, DEPTH));
    (!markdown.is_empty()).then_some(markdown)
}

fn children_of(node: &Node, depth: usize) -> Vec<Pasted> {
    let mut pieces = Vec::new();
    let Some(depth) = depth.checked_sub(1) else {
        return pieces;
    };
    let mut next = node.first_child();
    while let Some(child) = next {
        next = child.next_sibling();
        match child.node_type() {
            Node::TEXT_NODE => pieces.extend(child.node_value().map(Pasted::Text)),
            Node::ELEMENT_NODE => {
                let attribute = |name: &str| {
                    let element = child.dyn_ref::<Element>();
                    element
                        .and_then(|element| element.get_attribute(name))
                        .unwrap_or_default()
                };
                pieces.push(Pasted::Element {
                    name: child.node_name().to_ascii_lowercase(),
                    style: attribute("style"),
                    href: attribute("href"),
                    children: children_of(&child, depth),
                });
            }
            _ => {}
        }
    }
    pieces
}
