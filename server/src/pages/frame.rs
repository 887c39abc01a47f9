//! What surrounds the content of every page, as in the app: the way to the content, the bar, the foot.

use super::desk::{Content, Desk};
use super::html::{Element, Node, el, text, write};
use super::parts::{Icon, icon, mark};
use super::place::Place;
use super::words::Words;
use shared::lang::Lang;

/// The four places of the hub with the address of each and its sign.
const PLACES: [(&str, &str, Icon); 4] = [
    ("learn", "common-place-learn", Icon::Learn),
    ("experiences", "common-place-experiences", Icon::Experiences),
    ("network", "common-place-network", Icon::Network),
    ("mine", "common-place-mine", Icon::Mine),
];

/// The body of a page. The app takes `#opening` away as a whole once it can show the same; until then, and without
/// it, this is the page.
pub(super) fn body(
    desk: &Desk<'_>,
    place: Option<&Place>,
    path: &str,
    content: Content,
    is_demonstration: bool,
) -> String {
    let words = desk.words;
    let skip = el("a")
        .class("skip-link")
        .attr("href", "#main")
        .text(words.text("common-skip-to-content"));
    let banner = is_demonstration.then(|| {
        el("aside")
            .class("demo-banner")
            .attr("aria-label", words.text("account-demonstration-title"))
            .child(icon(Icon::Info))
            .text(words.text("common-demonstration"))
    });
    let main = el("main")
        .class("main")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .child(failure(words))
        .children(content.main)
        .child(
            el("noscript").child(
                el("p")
                    .class("wrap quiet small")
                    .text(words.text("public-no-script")),
            ),
        );
    let opening = el("div")
        .attr("id", "opening")
        .attr("data-page", "")
        .child(skip)
        .children(banner)
        .child(top_bar(words, place, path))
        .child(main)
        .child(footer(desk));
    let mut out = String::new();
    write(&[opening.into()], &mut out);
    out
}

/// Writes the rows that the page lends to the app. They come after all that can be read, which is what matters on a slow
/// line, and outside of `#opening`, so that they are there as long as the page is.
pub(super) fn add_rows(rows: Option<String>, body: &mut String) {
    let data = rows.map(|json| {
        el("script")
            .attr("type", "application/json")
            .attr("id", "page-rows")
            .child(Node::Json(json))
            .into()
    });
    write(data.as_slice(), body);
}

/// Says that the app could not start; the page stays readable under it.
fn failure(words: &Words) -> Element {
    el("p")
        .class("wrap notice notice--error")
        .attr("id", "opening-failed")
        .attr("role", "alert")
        .attr("hidden", "")
        .text(words.text("boot-failed"))
}

fn top_bar(words: &Words, place: Option<&Place>, path: &str) -> Element {
    let lang = words.lang;
    let brand = el("a")
        .class("brand")
        .attr("href", Place::Home.href(lang))
        .child(mark())
        .child(el("span").class("brand__name").text(words.text("common-brand")));
    let saved = el("span")
        .class("saved-state no-print awaits-app")
        .child(icon(Icon::Globe))
        .child(el("span").text(words.text("common-saved-opening")));
    let end = el("div")
        .class("top-bar__end")
        .child(icon_link(words, "search", "common-search", Icon::Search))
        .child(icon_link(words, "sign-in", "common-sign-in", Icon::Mine))
        .child(language_switch(words, path));
    let row = el("div")
        .class("wrap top-bar__row")
        .child(brand)
        .child(places(words, place))
        .child(saved)
        .child(end);
    el("header").class("top-bar no-print").child(row)
}

fn icon_link(words: &Words, to: &str, key: &str, sign: Icon) -> Element {
    el("a")
        .class("icon-button")
        .attr("href", format!("/{}/{to}", words.lang.code()))
        .attr("aria-label", words.text(key))
        .attr("title", words.text(key))
        .child(icon(sign))
}

fn places(words: &Words, place: Option<&Place>) -> Element {
    let here = place.map(Place::path).unwrap_or_default();
    let here = here.trim_start_matches('/');
    let links = PLACES.into_iter().map(|(address, key, sign)| {
        let first = here.split('/').next().unwrap_or_default();
        let is_here = first == address || (first == "certificates" && address == "learn");
        let current = is_here.then(|| if here == address { "page" } else { "true" });
        el("a")
            .class("places__link")
            .attr("href", format!("/{}/{address}", words.lang.code()))
            .attr_if("aria-current", current)
            .child(icon(sign))
            .child(el("span").text(words.text(key)))
    });
    el("nav")
        .class("places no-print")
        .attr("aria-label", words.text("common-places"))
        .children(links)
}

/// The three languages, as links to this very page in each.
fn language_switch(words: &Words, path: &str) -> Element {
    let links = Lang::ALL.into_iter().map(|lang| {
        // The names of languages are the same in every language.
        let (short, own_name) = match lang {
            Lang::Ar => ("ع", "العربية"),
            Lang::Fr => ("FR", "FR, Français"),
            Lang::En => ("EN", "EN, English"),
        };
        el("a")
            .attr("href", format!("/{}{path}", lang.code()))
            .attr("lang", lang.code())
            .attr("hreflang", lang.code())
            .attr("aria-label", own_name)
            .attr_if("aria-current", (lang == words.lang).then_some("true"))
            .text(short)
    });
    el("nav")
        .class("language-switch no-print")
        .attr("aria-label", words.text("common-language"))
        .children(links)
}

fn footer(desk: &Desk<'_>) -> Element {
    let words = desk.words;
    let link = |place: &Place, key: &str| -> Node {
        let link = el("a").attr("href", desk.href(place)).text(words.text(key));
        el("li").child(link).into()
    };
    let links = el("ul")
        .attr("role", "list")
        .child(link(&Place::About, "common-about"))
        .child(link(&Place::Glossary, "common-glossary"));
    let theme = el("span")
        .class("row awaits-app")
        .child(el("span").text(words.text("common-theme")))
        .child(
            el("span")
                .class("select")
                .child(el("span").class("input").text(words.text("common-theme-auto"))),
        );
    let row = el("div")
        .class("wrap site-footer__row")
        .child(mark())
        .child(el("p").child(text(words.text("common-network-name"))))
        .child(links)
        .child(theme)
        .child(el("p").child(text(words.text("common-promise"))));
    el("footer").class("site-footer no-print").child(row)
}
