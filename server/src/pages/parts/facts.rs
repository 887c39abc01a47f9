use crate::pages::html::{Element, Node, el};

/// One fact: a term and what is known.
pub(in crate::pages) fn fact(term: String, known: impl Into<Node>) -> Element {
    el("div")
        .class("facts__fact")
        .child(el("dt").text(term))
        .child(el("dd").child(known))
}

/// The key facts of a report: a box beside the text, a strip before it on a phone.
pub(in crate::pages) fn facts_box(label: String, facts: Vec<Element>) -> Element {
    let list = el("dl")
        .attr("data-scrolls", "")
        .attr("tabindex", "0")
        .children(facts);
    el("aside").class("facts").attr("aria-label", label).child(list)
}

/// The same pairs in the flow of a page.
pub(in crate::pages) fn facts_list(facts: Vec<Element>) -> Element {
    el("dl").class("facts-list").children(facts)
}
