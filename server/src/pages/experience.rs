//! One experience: what it is about, its text in the best language there is, what was said about it.

mod conversation;
mod facts;

use super::data::{breadcrumb_list, organization, with_context};
use super::desk::{Content, Desk};
use super::html::{Element, Node, el, text};
use super::missing;
use super::parts::{
    Crumb, Header, Icon, Reading, app_button, breadcrumbs, icon, principle_tag, prose, slim_notice,
};
use super::place::Place;
use super::words::{Words, iso_date};
use crate::ledger::{self, Named};
use crate::store::StoreError;
use axum::http::StatusCode;
use serde_json::{Value, json};
use shared::ids::ExperienceId;
use shared::lang::Lang;
use shared::limits::is_address;
use shared::markdown::{LinkTarget, parse};
use shared::records::{Collectivity, Experience, Section, Source};

pub(super) fn page(desk: &mut Desk<'_>, slug: &str) -> Result<Content, StoreError> {
    let Some(id) = ledger::find_named(desk.txn, Named::Experience, slug)?.map(ExperienceId) else {
        return Ok(missing::experience(desk));
    };
    let Some(experience) = desk.experience(id)? else {
        return Ok(missing::experience(desk));
    };
    let owner = desk.collectivity(experience.collectivity)?;
    let said = conversation::draw(desk, id)?;
    let facts = facts::draw(desk, &experience, owner.as_ref());
    let report = Report::of(desk.words, &experience);
    let (title_lang, title) = report.text(Section::Title);
    let (lead_lang, lead) = report.text(Section::Summary);
    let words = desk.words;
    let trail = [Crumb {
        href: Some(desk.href(&Place::Experiences)),
        name: words.text("experiences-list-title"),
        lang: None,
    }];
    let tags = experience.content.principles.iter().map(|principle| {
        let list = format!(
            "{}?principle={}",
            desk.href(&Place::Experiences),
            principle.word()
        );
        principle_tag(words, *principle, Some(list))
    });
    let header = Header::new(title)
        .written_in(title_lang)
        .kicker([el("div").class("row").children(tags)]);
    let lead_line = (!lead.is_empty()).then(|| {
        el("p")
            .class("experience-lead")
            .attr("dir", "auto")
            .attr("lang", lead_lang.code())
            .text(lead)
    });
    let article = el("article")
        .children(report.languages(slug))
        .child(report.sections())
        .children(sources(words, &experience.content.sources))
        .child(actions(words))
        .children(said);
    let body = el("div").class("report").child(facts).child(article);
    let wrap = el("div")
        .class("wrap")
        .child(breadcrumbs(words.text("experiences-breadcrumbs"), &trail))
        .child(header.draw())
        .children(lead_line)
        .child(body);
    let description = parse(lead).to_plain_text();
    let mut content = Content::new(title.to_owned(), description, vec![wrap.into()]);
    content.kind = "article";
    content.status = StatusCode::OK;
    content.data = vec![
        article_data(desk, &experience, slug, &report, owner.as_ref()),
        breadcrumb_list(
            desk,
            &[(Place::Experiences, words.text("experiences-list-title"))],
            title,
        ),
    ];
    Ok(content)
}

/// An experience in the language in which it is read: the reader's where it exists, else the best there is.
struct Report<'a> {
    words: &'a Words,
    experience: &'a Experience,
    languages: Vec<Lang>,
    lang: Lang,
}

impl<'a> Report<'a> {
    fn of(words: &'a Words, experience: &'a Experience) -> Self {
        let languages = experience.content.languages();
        let lang = if languages.contains(&words.lang) {
            words.lang
        } else {
            languages.first().copied().unwrap_or(words.lang)
        };
        Self {
            words,
            experience,
            languages,
            lang,
        }
    }

    /// A section in the best language there is of it, with that language; empty when nobody wrote it.
    fn text(&self, section: Section) -> (Lang, &'a str) {
        self.experience
            .content
            .texts
            .get(&section)
            .and_then(|text| text.best(self.lang))
            .unwrap_or((self.lang, ""))
    }

    /// Words when the reader's language is missing, and the way to the others.
    fn languages(&self, slug: &str) -> Vec<Element> {
        let words = self.words;
        let mut parts = Vec::new();
        if self.lang != words.lang {
            let said = words.fill(
                "experiences-shown-in-another",
                [
                    ("wanted", language_name(words, words.lang).into()),
                    ("shown", language_name(words, self.lang).into()),
                ],
            );
            parts.push(slim_notice([text(said)]));
        }
        if self.languages.len() > 1 {
            let links = self.languages.iter().map(|lang| self.language_link(slug, *lang));
            parts.push(
                el("nav")
                    .class("tabs")
                    .attr("data-scrolls", "")
                    .attr("aria-label", words.text("experiences-languages"))
                    .children(links),
            );
        }
        parts
    }

    fn language_link(&self, slug: &str, lang: Lang) -> Element {
        // The names of languages are the same in every language.
        let own_name = match lang {
            Lang::Ar => "العربية",
            Lang::Fr => "Français",
            Lang::En => "English",
        };
        let state = self.experience.content.translations.get(&lang).map(|state| {
            el("span")
                .class("tabs__state")
                .text(self.words.word("translation-state", state.word()))
        });
        el("a")
            .class("tabs__tab")
            .attr("href", Place::Experience(slug.to_owned()).href(lang))
            .attr("hreflang", lang.code())
            .attr_if("aria-current", (lang == self.lang).then_some("true"))
            .child(el("span").attr("lang", lang.code()).text(own_name))
            .children(state)
    }

    /// The sections that somebody wrote, in reading order.
    fn sections(&self) -> Element {
        let sections = Section::ALL
            .into_iter()
            .filter(|section| !matches!(section, Section::Title | Section::Summary))
            .filter_map(|section| {
                let (lang, written) = self.text(section);
                (!written.is_empty()).then(|| self.section(section, lang, written))
            });
        el("div")
            .class("report__text")
            .attr("id", "reading-panel")
            .children(sections)
    }

    fn section(&self, section: Section, lang: Lang, written: &str) -> Element {
        let words = self.words;
        let id = format!("section-{}", section.word());
        let note = (lang != self.lang).then(|| {
            let language = language_name(words, lang);
            el("p")
                .class("quiet small")
                .text(words.fill("experiences-section-only-in", [("language", language.into())]))
        });
        let reading = Reading {
            id_prefix: section.word(),
            heading_shift: 1,
            // An experience has no lessons, and its author cannot know the addresses of the hub.
            resolve: &|_: &LinkTarget| None,
            aside_end: &|_| None,
        };
        el("section")
            .attr("data-place", section.word())
            .attr("aria-labelledby", id.as_str())
            .child(
                el("h2")
                    .attr("id", id)
                    .text(words.word("section", section.word())),
            )
            .children(note)
            .child(prose(written, lang, &reading))
    }
}

fn language_name(words: &Words, lang: Lang) -> String {
    words.text(match lang {
        Lang::Ar => "experiences-language-ar",
        Lang::Fr => "experiences-language-fr",
        Lang::En => "experiences-language-en",
    })
}

fn sources(words: &Words, sources: &[Source]) -> Option<Element> {
    let lines = sources.iter().map(|source| {
        let name = if source.title.trim().is_empty() {
            &source.url
        } else {
            &source.title
        };
        if is_address(&source.url) {
            let link = el("a")
                .attr("href", source.url.as_str())
                .attr("rel", "noopener noreferrer external")
                .child(el("bdi").text(name.as_str()))
                .text(" ")
                .child(icon(Icon::External));
            el("li").child(link)
        } else {
            el("li").attr("dir", "auto").text(name.as_str())
        }
    });
    (!sources.is_empty()).then(|| {
        el("section")
            .class("sources")
            .attr("aria-labelledby", "sources-title")
            .attr("data-place", "sources")
            .child(
                el("h2")
                    .attr("id", "sources-title")
                    .text(words.text("experiences-sources")),
            )
            .child(el("ol").children(lines))
    })
}

/// What only the app can do with the whole report.
fn actions(words: &Words) -> Element {
    el("div")
        .class("report__actions no-print awaits-app")
        .child(app_button(
            "button button--plain",
            Some(Icon::Copy),
            words.text("experiences-cite-action"),
        ))
        .child(app_button(
            "button button--plain",
            Some(Icon::Print),
            words.text("experiences-print"),
        ))
}

fn article_data(
    desk: &Desk<'_>,
    experience: &Experience,
    slug: &str,
    report: &Report<'_>,
    owner: Option<&Collectivity>,
) -> Value {
    let words = desk.words;
    let about: Vec<String> = experience
        .content
        .principles
        .iter()
        .map(|principle| words.word("principle", principle.word()))
        .collect();
    let author = owner.map(|owner| {
        json!({
            "@type": "Organization",
            "name": words.best(&owner.name).1,
            "url": desk.url(&Place::Collectivity(owner.slug.clone())),
        })
    });
    let data = json!({
        "@type": "Article",
        "headline": report.text(Section::Title).1,
        "description": parse(report.text(Section::Summary).1).to_plain_text(),
        "url": desk.url(&Place::Experience(slug.to_owned())),
        "inLanguage": report.lang.code(),
        "datePublished": experience.published.map(iso_date),
        "dateModified": iso_date(experience.updated),
        "keywords": about,
        "author": author,
        "publisher": organization(desk),
    });
    with_context(without_nulls(data))
}

/// What is not known is left out.
fn without_nulls(mut data: Value) -> Value {
    if let Some(fields) = data.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    data
}

/// A heading and what stands under it, for the parts after the text.
fn part(
    class: &'static str,
    id: &'static str,
    place: &'static str,
    title: String,
    body: Vec<Node>,
) -> Element {
    el("section")
        .class(class)
        .attr("aria-labelledby", id)
        .attr("data-place", place)
        .child(el("h2").attr("id", id).text(title))
        .children(body)
}
