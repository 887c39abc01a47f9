//! One module: what one learns, what it holds, where one begins.

use super::data::{breadcrumb_list, organization, with_context};
use super::desk::{Content, Desk};
use super::html::{Element, el};
use super::missing;
use super::parts::{
    Crumb, Header, Icon, breadcrumbs, fact, facts_box, icon, language_badges, link_button, principle_tag,
    source_link,
};
use super::place::Place;
use super::words::iso_date;
use crate::ledger;
use crate::store::StoreError;
use serde_json::{Value, json};
use shared::lang::Lang;
use shared::records::{Module, ModuleCard};
use shared::scope::Scope;

pub(super) fn page(desk: &mut Desk<'_>, slug: &str) -> Result<Content, StoreError> {
    let Some(card) = desk.module(slug)? else {
        return Ok(missing::module(desk));
    };
    let module = ledger::find::<Module>(desk.txn, Scope::Module(card.id), card.id)?;
    let words = desk.words;
    let (title_lang, title) = words.best(&card.title);
    let (_, summary) = words.best(&card.summary);
    let trail = breadcrumbs(words.text("learn-breadcrumbs"), &trail(desk, card));
    let tags = card.principles.iter().map(|principle| {
        let list = format!("{}?principle={}", desk.href(&Place::Catalogue), principle.word());
        principle_tag(words, *principle, Some(list))
    });
    let header = Header::new(title)
        .written_in(title_lang)
        .lead(summary)
        .kicker(tags);
    let article = el("article")
        .class("stack module")
        .child(next_step(desk, card))
        .children(module.as_ref().and_then(|module| objectives(desk, module)))
        .child(contents(desk, card))
        .children(module.as_ref().and_then(|module| sources(desk, module)));
    let report = el("div")
        .class("report")
        .child(facts(desk, card, module.as_ref()))
        .child(article);
    let wrap = el("div")
        .class("wrap")
        .child(trail)
        .child(header.draw())
        .child(report);
    let mut content = Content::new(title.to_owned(), summary.to_owned(), vec![wrap.into()]);
    content.data = vec![
        course(desk, card, module.as_ref()),
        breadcrumb_list(desk, &[(Place::Catalogue, words.text("learn-title"))], title),
    ];
    Ok(content)
}

fn trail(desk: &Desk<'_>, card: &ModuleCard) -> Vec<Crumb> {
    let (lang, title) = desk.words.best(&card.title);
    vec![
        catalogue_crumb(desk),
        Crumb {
            href: None,
            name: title.to_owned(),
            lang: Some(lang),
        },
    ]
}

/// The first crumb of everything that one learns.
pub(super) fn catalogue_crumb(desk: &Desk<'_>) -> Crumb {
    Crumb {
        href: Some(desk.href(&Place::Catalogue)),
        name: desk.words.text("learn-title"),
        lang: None,
    }
}

fn facts(desk: &Desk<'_>, card: &ModuleCard, module: Option<&Module>) -> Element {
    let words = desk.words;
    let audience: Vec<String> = card
        .audience
        .iter()
        .map(|audience| words.word("audience", audience.word()))
        .collect();
    let text = super::html::text;
    let mut facts = vec![
        fact(
            words.text("learn-module-duration"),
            text(words.minutes(card.minutes)),
        ),
        fact(words.text("learn-module-audience"), text(words.list(&audience))),
        fact(words.text("learn-module-languages"), language_badges(words, card)),
        fact(words.text("learn-module-updated"), text(words.date(card.updated))),
    ];
    if let Some(module) = module.filter(|module| !module.licence.is_empty()) {
        let licence = el("span").class("ltr").text(module.licence.as_str());
        facts.push(fact(words.text("learn-module-licence"), licence));
    }
    facts_box(words.text("learn-module-facts"), facts)
}

fn next_step(desk: &Desk<'_>, card: &ModuleCard) -> Element {
    let words = desk.words;
    let first = card.lessons.first().map_or_else(
        || Place::Module(card.slug.clone()),
        |lesson| Place::Lesson(card.slug.clone(), lesson.slug.clone()),
    );
    let start = el("a")
        .class("button")
        .attr("href", desk.href(&first))
        .child(
            el("span")
                .attr("dir", "auto")
                .text(words.text("learn-module-start")),
        )
        .child(icon(Icon::Forward));
    el("div").class("next-step no-print").child(start).child(
        el("span")
            .class("visually-hidden")
            .text(words.text("learn-stage-not-started")),
    )
}

fn objectives(desk: &Desk<'_>, module: &Module) -> Option<Element> {
    let words = desk.words;
    let items = module.objectives.iter().map(|objective| {
        let (lang, words) = words.best(objective);
        el("li").attr("dir", "auto").attr("lang", lang.code()).text(words)
    });
    (!module.objectives.is_empty()).then(|| {
        el("section")
            .class("module__part")
            .child(el("h2").text(words.text("learn-module-objectives")))
            .child(el("ul").class("module__objectives").children(items))
    })
}

/// One line of the contents: a number or a sign, and what it stands for.
fn row(sign: impl Into<super::html::Node>, main: Vec<Element>) -> Element {
    let number = el("span")
        .class("contents__number")
        .attr("aria-hidden", "true")
        .child(sign);
    el("li")
        .class("row-list__item")
        .child(number)
        .child(el("div").class("row-list__main").children(main))
}

fn contents(desk: &Desk<'_>, card: &ModuleCard) -> Element {
    let words = desk.words;
    let title = |link: Element| el("p").class("row-list__title").child(link);
    let mut rows: Vec<Element> = card
        .lessons
        .iter()
        .enumerate()
        .map(|(place, head)| {
            let (lang, name) = words.best(&head.title);
            let lesson = Place::Lesson(card.slug.clone(), head.slug.clone());
            let link = el("a")
                .attr("href", desk.href(&lesson))
                .attr("dir", "auto")
                .attr("lang", lang.code())
                .text(name);
            // What the reader has done stands here in the app.
            row(super::html::text(words.count(place + 1)), vec![title(link)])
                .child(el("div").class("row-list__end"))
        })
        .collect();
    if card.questions > 0 {
        let questions = words.fill("learn-count-questions", [("count", card.questions.into())]);
        let about = words.fill(
            "learn-module-quiz-about",
            [
                ("questions", questions.into()),
                ("percent", words.percent(card.pass_percent).into()),
            ],
        );
        let quiz = link_quiz(desk, card);
        let quiet = |words: String| el("p").class("quiet small").text(words);
        rows.push(
            row(icon(Icon::Edit), vec![title(quiz), quiet(about)]).child(el("div").class("row-list__end")),
        );
        let certificate = el("span").text(words.text("learn-module-certificate"));
        let about = words.text("learn-module-certificate-about");
        rows.push(row(
            icon(Icon::Experiences),
            vec![title(certificate), quiet(about)],
        ));
    }
    el("section")
        .class("module__part")
        .child(el("h2").text(words.text("learn-module-contents")))
        .child(
            el("ol")
                .class("row-list contents")
                .attr("role", "list")
                .children(rows),
        )
}

fn link_quiz(desk: &Desk<'_>, card: &ModuleCard) -> Element {
    let href = format!("{}/quiz", desk.href(&Place::Module(card.slug.clone())));
    el("a")
        .attr("href", href)
        .text(desk.words.text("learn-module-quiz"))
}

fn sources(desk: &Desk<'_>, module: &Module) -> Option<Element> {
    let words = desk.words;
    let count = words.count(module.sources.len());
    let summary = words.fill("learn-module-sources-count", [("count", count.into())]);
    let list = el("ul")
        .class("module__sources")
        .children(module.sources.iter().map(source_link));
    let folded = el("details")
        .class("disclosure")
        .child(el("summary").text(summary))
        .child(el("div").class("disclosure__body").child(list));
    (!module.sources.is_empty()).then(|| {
        el("section")
            .class("module__part")
            .child(
                el("h2")
                    .class("visually-hidden")
                    .text(words.text("learn-module-sources")),
            )
            .child(folded)
    })
}

fn course(desk: &Desk<'_>, card: &ModuleCard, module: Option<&Module>) -> Value {
    let words = desk.words;
    let duration = format!("PT{}M", card.minutes);
    let languages: Vec<&str> = card.languages.iter().copied().map(Lang::code).collect();
    let lessons: Vec<Value> = card
        .lessons
        .iter()
        .map(|head| {
            json!({
                "@type": "LearningResource",
                "name": words.best(&head.title).1,
                "url": desk.url(&Place::Lesson(card.slug.clone(), head.slug.clone())),
            })
        })
        .collect();
    let teaches: Vec<&str> = module
        .map(|module| module.objectives.iter().map(|one| words.best(one).1).collect())
        .unwrap_or_default();
    with_context(json!({
        "@type": "Course",
        "name": words.best(&card.title).1,
        "description": words.best(&card.summary).1,
        "url": desk.url(&Place::Module(card.slug.clone())),
        "inLanguage": languages,
        "isAccessibleForFree": true,
        "timeRequired": duration,
        "dateModified": iso_date(card.updated),
        "teaches": teaches,
        "license": module.map(|module| module.licence.as_str()).unwrap_or_default(),
        "provider": organization(desk),
        "hasPart": lessons,
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "courseMode": "online",
            "courseWorkload": duration,
        },
    }))
}

/// The button that leads to the module, for pages that are not there.
pub(super) fn module_button(desk: &Desk<'_>, slug: &str) -> Element {
    link_button(
        "button",
        desk.href(&Place::Module(slug.to_owned())),
        desk.words.text("learn-lesson-to-module"),
    )
}
