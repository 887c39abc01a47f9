//! The head of a page: its title, what programs are told of it, and where it is in the other languages.

use super::html::{Element, Node, el, write};
use super::metadata::Metadata;
use app::server::Words;
use serde_json::Value;
use shared::lang::Lang;
use shared::markdown::excerpt;

/// How much of a description search engines show.
const DESCRIPTION: usize = 200;

/// What the head of a page is written from.
pub(super) struct Head<'a> {
    /// The words of the page's language.
    pub(super) words: &'a Words,
    /// The address of the hub, as links from elsewhere begin.
    pub(super) origin: &'a str,
    /// The address below a language.
    pub(super) path: &'a str,
    /// The title, as in the page's heading.
    pub(super) title: &'a str,
    /// What the page is about.
    pub(super) metadata: &'a Metadata,
    /// The files of the app that this page needs soon.
    pub(super) files: &'a [String],
}

/// The parts of the head that differ between pages. What tells of this very address bears `data-page`: the app takes it
/// away when it shows another page.
pub(super) fn head(of: &Head<'_>) -> String {
    let Head {
        words,
        metadata,
        path,
        ..
    } = of;
    let title = words.fill_plain("common-title", &[("page", of.title)]);
    let description = excerpt(&metadata.description, DESCRIPTION);
    let mut nodes: Vec<Node> = vec![
        el("title").text(title).into(),
        meta("name", "description", description.clone()).into(),
    ];
    nodes.extend(of.files.iter().map(|file| early(file).into()));
    if metadata.status.is_success() {
        let url = |lang: Lang| format!("{}/{}{path}", of.origin, lang.code());
        let here = url(words.lang());
        if metadata.is_personal {
            nodes.push(meta("name", "robots", "noindex").into());
        }
        nodes.push(link("canonical", here.as_str()).into());
        nodes.extend(Lang::ALL.map(|lang| alternate(lang.code(), url(lang)).into()));
        // Without a language the address leads to the one that the browser likes best.
        let choose = format!("{}{}", of.origin, if path.is_empty() { "/" } else { path });
        nodes.push(alternate("x-default", choose).into());
        for (property, value) in [
            ("og:type", metadata.kind.to_owned()),
            ("og:site_name", words.plain("common-brand")),
            ("og:title", of.title.to_owned()),
            ("og:description", description),
            ("og:url", here),
            ("og:locale", locale(words.lang()).to_owned()),
        ] {
            nodes.push(meta("property", property, value).into());
        }
        for lang in Lang::ALL.into_iter().filter(|lang| *lang != words.lang()) {
            nodes.push(meta("property", "og:locale:alternate", locale(lang)).into());
        }
        nodes.extend(metadata.data.iter().map(|data| linked_data(data).into()));
    } else {
        nodes.push(meta("name", "robots", "noindex").into());
    }
    let mut out = String::new();
    write(&nodes, &mut out);
    out
}

fn meta(name: &'static str, of: &'static str, content: impl Into<String>) -> Element {
    el("meta")
        .attr(name, of)
        .attr("content", content)
        .attr("data-page", "")
}

/// What programs are told in JSON-LD.
fn linked_data(data: &Value) -> Element {
    el("script")
        .attr("type", "application/ld+json")
        .attr("data-page", "")
        .child(Node::Json(data.to_string()))
}

fn link(rel: &'static str, href: impl Into<String>) -> Element {
    el("link")
        .attr("rel", rel)
        .attr("href", href)
        .attr("data-page", "")
}

/// A file that is needed soon, but not before the page can be read: what it is painted with comes first.
fn early(file: &str) -> Element {
    link("preload", file)
        .attr("as", "fetch")
        .attr("crossorigin", "")
        .attr("fetchpriority", "low")
}

fn alternate(lang: &'static str, href: String) -> Element {
    link("alternate", href).attr("hreflang", lang)
}

const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Ar => "ar_MA",
        Lang::Fr => "fr_MA",
        Lang::En => "en_GB",
    }
}
