//! The pieces that pages are put together of. Each gives the markup that the app's component of the same name
//! gives, so that nothing moves when the app takes over; what only the app can do keeps its place unseen
//! (`.awaits-app`).

mod cards;
mod facts;
mod icon;
mod prose;
mod regions;
mod texts;

pub(super) use cards::{card_grid, experience_card, module_tile};
pub(super) use facts::{fact, facts_box, facts_list};
pub(super) use icon::{Icon, icon, mark, motif};
pub(super) use prose::{Reading, prose};
pub(super) use regions::{Region, region_map};
pub(super) use texts::{isolated, language_badges, named, principle_tag, source_link, written_in};

use super::html::{Element, el};
use super::words::Words;
use shared::lang::Lang;

/// The head of a page.
pub(super) struct Header {
    title: String,
    title_lang: Option<Lang>,
    kicker: Vec<Element>,
    kicker_words: Option<String>,
    lead: Option<String>,
    has_actions: bool,
}

impl Header {
    /// With this title, in the language of the interface.
    pub(super) fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            title_lang: None,
            kicker: Vec::new(),
            kicker_words: None,
            lead: None,
            has_actions: false,
        }
    }

    /// The title is a person's text in this language.
    pub(super) fn written_in(mut self, lang: Lang) -> Self {
        self.title_lang = Some(lang);
        self
    }

    /// What stands above the title.
    pub(super) fn kicker(mut self, elements: impl IntoIterator<Item = Element>) -> Self {
        self.kicker = elements.into_iter().collect();
        self
    }

    /// Words before the elements above the title.
    pub(super) fn kicker_words(mut self, words: String) -> Self {
        self.kicker_words = Some(words);
        self
    }

    /// One sentence under it.
    pub(super) fn lead(mut self, lead: impl Into<String>) -> Self {
        self.lead = Some(lead.into());
        self
    }

    /// With the place of what the app lets members do with the whole page.
    pub(super) fn with_actions(mut self) -> Self {
        self.has_actions = true;
        self
    }

    /// As markup.
    pub(super) fn draw(self) -> Element {
        let has_kicker = !self.kicker.is_empty() || self.kicker_words.is_some();
        let kicker = has_kicker.then(|| {
            el("div")
                .class("page-header__kicker")
                .children(self.kicker_words.map(super::html::text))
                .children(self.kicker)
        });
        let title = el("h1")
            .attr("tabindex", "-1")
            .attr("dir", "auto")
            .attr_if("lang", self.title_lang.map(Lang::code))
            .text(self.title);
        let lead = self
            .lead
            .map(|lead| el("p").class("page-header__lead").attr("dir", "auto").text(lead));
        el("header")
            .class("page-header")
            .children(kicker)
            .child(title)
            .children(lead)
            .children(self.has_actions.then(|| el("div").class("page-header__actions")))
    }
}

/// One page on the way to this one.
pub(super) struct Crumb {
    /// Its address; the page one is on has none.
    pub(super) href: Option<String>,
    /// Its name.
    pub(super) name: String,
    /// The language of the name, where people wrote it.
    pub(super) lang: Option<Lang>,
}

/// The way from the top to this page.
pub(super) fn breadcrumbs(label: String, trail: &[Crumb]) -> Element {
    let crumbs = trail.iter().map(|crumb| {
        let name = match &crumb.href {
            Some(href) => el("a").attr("href", href.as_str()),
            None => el("span").attr("aria-current", "page"),
        };
        let name = name
            .attr("dir", "auto")
            .attr_if("lang", crumb.lang.map(Lang::code))
            .text(crumb.name.as_str());
        el("li").child(name)
    });
    el("nav")
        .class("breadcrumbs")
        .attr("aria-label", label)
        .child(el("ol").children(crumbs))
}

/// A link that weighs as much as a button.
pub(super) fn link_button(classes: &'static str, href: String, words: String) -> Element {
    el("a").class(classes).attr("href", href).text(words)
}

/// A button of the app, with its place kept.
pub(super) fn app_button(classes: &'static str, sign: Option<Icon>, words: String) -> Element {
    el("span").class(classes).children(sign.map(icon)).text(words)
}

/// Something that is not there: what it is and the next step.
pub(super) fn empty_state(
    heading: &'static str,
    title: String,
    words: String,
    links: Vec<Element>,
) -> Element {
    let heading = el(heading);
    let heading = if links.is_empty() {
        heading
    } else {
        heading.attr("tabindex", "-1")
    };
    let row = (!links.is_empty()).then(|| el("div").class("button-row").children(links));
    el("div")
        .class("empty")
        .child(motif())
        .child(heading.text(title))
        .child(el("p").text(words))
        .children(row)
}

/// One small line to know.
pub(super) fn slim_notice(words: impl IntoIterator<Item = super::html::Node>) -> Element {
    el("div")
        .class("notice notice--info notice--slim")
        .child(icon(Icon::Info))
        .child(el("div").class("notice__body").child(el("p").children(words)))
}

/// The state of something: a dot and words.
pub(super) fn state_label(kind: &'static str, words: String) -> Element {
    el("span").class("state").attr("data-state", kind).text(words)
}

/// The filters of a list: only the app has them.
pub(super) fn filter_panel(words: &Words, summary_key: &str) -> Element {
    el("details")
        .class("filter-panel awaits-app")
        .child(el("summary").text(words.text(summary_key)))
}

/// The line in which one searches: only the app answers.
pub(super) fn search_box(words: &Words, label_key: &str) -> Element {
    let line = el("div")
        .class("search")
        .child(
            el("input")
                .class("input")
                .attr("type", "search")
                .attr("disabled", ""),
        )
        .child(app_button(
            "button",
            Some(Icon::Search),
            words.text("common-search"),
        ));
    el("div")
        .class("search-form awaits-app")
        .child(el("span").class("field__label").text(words.text(label_key)))
        .child(line)
}
