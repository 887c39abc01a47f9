//! One lesson: its text, the outline of its module, the way on.

use super::data::{breadcrumb_list, organization, with_context};
use super::desk::{Content, Desk};
use super::html::{Element, el, text};
use super::missing;
use super::module::catalogue_crumb;
use super::parts::{
    Crumb, Icon, Reading, app_button, breadcrumbs, icon, link_button, prose, slim_notice, written_in,
};
use super::place::Place;
use crate::ledger;
use crate::store::StoreError;
use serde_json::{Value, json};
use shared::lang::Lang;
use shared::markdown::{LinkTarget, parse};
use shared::records::{Lesson, LessonHead, ModuleCard};
use shared::scope::Scope;

pub(super) fn page(desk: &mut Desk<'_>, module: &str, slug: &str) -> Result<Content, StoreError> {
    let Some(card) = desk.module(module)? else {
        return Ok(missing::module(desk));
    };
    let found = card
        .lessons
        .iter()
        .enumerate()
        .find(|(_, head)| head.slug == slug);
    let Some((place, head)) = found else {
        return Ok(missing::lesson(desk, module));
    };
    let Some(lesson) = ledger::find::<Lesson>(desk.txn, Scope::Module(card.id), head.id)? else {
        return Ok(missing::lesson(desk, module));
    };
    let words = desk.words;
    let (title_lang, title) = words.best(&head.title);
    let (text_lang, source) = words.best(&lesson.text);
    // How much was read is the app's to say.
    let read = el("div").class("reading-progress no-print awaits-app");
    let article = el("article")
        .class("lesson")
        .child(read)
        .child(lesson_head(desk, card, place, (title_lang, title)))
        .children((text_lang != words.lang).then(|| {
            slim_notice([
                text(words.text("learn-lesson-fallback")),
                text(" "),
                written_in(words, text_lang).into(),
            ])
        }))
        .child(lesson_text(desk, card, text_lang, source))
        .child(pager(desk, card, place));
    let reading = el("div")
        .class("reading")
        .child(outline(desk, card, place))
        .child(article);
    let wrap = el("div")
        .class("wrap")
        .child(breadcrumbs(
            words.text("learn-breadcrumbs"),
            &trail(desk, card, head),
        ))
        .child(reading);
    let description = parse(source).to_plain_text();
    let mut content = Content::new(title.to_owned(), description.clone(), vec![wrap.into()]);
    content.kind = "article";
    content.data = vec![
        resource(desk, card, place, head, text_lang),
        breadcrumb_list(
            desk,
            &[
                (Place::Catalogue, words.text("learn-title")),
                (
                    Place::Module(card.slug.clone()),
                    words.best(&card.title).1.to_owned(),
                ),
            ],
            title,
        ),
    ];
    Ok(content)
}

fn at(card: &ModuleCard, head: &LessonHead) -> Place {
    Place::Lesson(card.slug.clone(), head.slug.clone())
}

fn trail(desk: &Desk<'_>, card: &ModuleCard, head: &LessonHead) -> Vec<Crumb> {
    let (module_lang, module) = desk.words.best(&card.title);
    let (lesson_lang, lesson) = desk.words.best(&head.title);
    vec![
        catalogue_crumb(desk),
        Crumb {
            href: Some(desk.href(&Place::Module(card.slug.clone()))),
            name: module.to_owned(),
            lang: Some(module_lang),
        },
        Crumb {
            href: None,
            name: lesson.to_owned(),
            lang: Some(lesson_lang),
        },
    ]
}

fn lesson_head(desk: &Desk<'_>, card: &ModuleCard, place: usize, title: (Lang, &str)) -> Element {
    let words = desk.words;
    let of = words.fill(
        "learn-lesson-of",
        [("number", (place + 1).into()), ("all", card.lessons.len().into())],
    );
    let print = app_button(
        "button button--quiet awaits-app",
        Some(Icon::Print),
        words.text("learn-lesson-print"),
    );
    el("header")
        .class("lesson__head")
        .child(el("div").class("article-meta").child(el("span").text(of)))
        .child(
            el("h1")
                .attr("tabindex", "-1")
                .attr("dir", "auto")
                .attr("lang", title.0.code())
                .text(title.1),
        )
        .child(el("p").class("print-only").text(words.best(&card.title).1))
        .child(print)
}

fn lesson_text(desk: &Desk<'_>, card: &ModuleCard, lang: Lang, source: &str) -> Element {
    // The format writes lessons by number, people see addresses with names.
    let resolve = |target: &LinkTarget| match target {
        LinkTarget::Lesson(number) => card
            .lessons
            .iter()
            .find(|head| head.number == u32::from(*number))
            .map(|head| desk.href(&at(card, head))),
        other => Some(other.address()),
    };
    let reading = Reading {
        id_prefix: "block",
        heading_shift: 0,
        resolve: &resolve,
        aside_end: &|aside| Some(copy_button(desk, aside)),
    };
    prose(source, lang, &reading)
}

/// The place of the button with which the app copies a template.
fn copy_button(desk: &Desk<'_>, aside: &str) -> Element {
    let button = is_template(aside).then(|| {
        app_button(
            "button button--quiet",
            Some(Icon::Copy),
            desk.words.text("common-copy"),
        )
    });
    el("div").class("prose__copy awaits-app").children(button)
}

/// Whether an aside is something to be filled in and reused: it has blanks in brackets, or it is as long as a document.
fn is_template(aside: &str) -> bool {
    const LINES_OF_A_DOCUMENT: usize = 4;
    aside.contains('[') || aside.lines().filter(|line| !line.trim().is_empty()).count() >= LINES_OF_A_DOCUMENT
}

/// The lessons of the module and its quiz.
fn outline(desk: &Desk<'_>, card: &ModuleCard, place: usize) -> Element {
    let words = desk.words;
    let lessons = card.lessons.iter().enumerate().map(|(index, head)| {
        let (lang, title) = words.best(&head.title);
        let name = el("span")
            .attr("dir", "auto")
            .attr("lang", lang.code())
            .text(title);
        let link = el("a")
            .attr("href", desk.href(&at(card, head)))
            .attr_if("aria-current", (index == place).then_some("page"))
            .child(name);
        el("li").child(link)
    });
    let quiz = (card.questions > 0).then(|| {
        let link = el("a")
            .attr("href", quiz(desk, card))
            .attr("data-kind", "quiz")
            .child(el("span").text(words.text("learn-lesson-to-quiz")));
        el("li").child(link)
    });
    let list = el("ol").class("outline__list").children(lessons).children(quiz);
    let summary = words.text("learn-lesson-outline");
    el("details")
        .class("outline")
        .child(el("summary").text(summary.as_str()))
        .child(el("nav").attr("aria-label", summary).child(list))
}

fn quiz(desk: &Desk<'_>, card: &ModuleCard) -> String {
    format!("{}/quiz", desk.href(&Place::Module(card.slug.clone())))
}

/// The way back and the way on.
fn pager(desk: &Desk<'_>, card: &ModuleCard, place: usize) -> Element {
    let words = desk.words;
    let previous = place.checked_sub(1).and_then(|before| card.lessons.get(before));
    let previous = previous.map(|head| {
        el("a")
            .class("button button--plain")
            .attr("href", desk.href(&at(card, head)))
            .child(icon(Icon::Back))
            .text(words.text("learn-lesson-previous"))
    });
    let (href, key) = match card.lessons.get(place + 1) {
        Some(head) => (desk.href(&at(card, head)), "learn-lesson-next"),
        None if card.questions > 0 => (quiz(desk, card), "learn-lesson-to-quiz"),
        None => (
            desk.href(&Place::Module(card.slug.clone())),
            "learn-lesson-to-module",
        ),
    };
    el("nav")
        .class("pager")
        .attr("aria-label", words.text("learn-lesson-outline"))
        .children(previous)
        .child(link_button("button", href, words.text(key)).child(icon(Icon::Forward)))
}

fn resource(desk: &Desk<'_>, card: &ModuleCard, place: usize, head: &LessonHead, lang: Lang) -> Value {
    let words = desk.words;
    with_context(json!({
        "@type": "LearningResource",
        "name": words.best(&head.title).1,
        "url": desk.url(&at(card, head)),
        "inLanguage": lang.code(),
        "learningResourceType": "lesson",
        "isAccessibleForFree": true,
        "position": place + 1,
        "isPartOf": {
            "@type": "Course",
            "name": words.best(&card.title).1,
            "description": words.best(&card.summary).1,
            "url": desk.url(&Place::Module(card.slug.clone())),
            "provider": organization(desk),
        },
    }))
}
