use super::icon::{Icon, icon};
use super::texts::{badges, isolated, language_badges, principle_tag};
use crate::pages::desk::Desk;
use crate::pages::html::{Element, el};
use crate::pages::place::Place;
use crate::pages::words::Words;
use shared::lang::{Lang, Translated};
use shared::records::{ExperienceCard, ModuleCard};
use shared::vocabulary::Principle;

/// How many principles the card of an experience names before it only counts the others.
const MOST_OF_EXPERIENCE: usize = 2;

/// How many the card of a module names before it says "all".
const MOST_OF_MODULE: usize = 3;

/// The grid that cards stand in.
pub(in crate::pages) fn card_grid(cards: Vec<Element>) -> Element {
    el("ul").class("card-grid").attr("role", "list").children(cards)
}

fn card(
    words: &Words,
    title: &Translated,
    href: String,
    kicker: Vec<Element>,
    body: Vec<Element>,
    foot: Vec<Element>,
) -> Element {
    let (lang, best) = words.best(title);
    let link = el("a")
        .attr("href", href)
        .attr("dir", "auto")
        .attr("lang", lang.code())
        .text(best);
    el("li")
        .class("card")
        .child(el("div").class("card__kicker").children(kicker))
        .child(el("h3").class("card__title").child(link))
        .children(body)
        .child(el("div").class("card__foot").children(foot))
}

fn summary(words: &Words, classes: &'static str, summary: &Translated) -> Element {
    let (lang, best) = words.best(summary);
    el("p")
        .class(classes)
        .attr("dir", "auto")
        .attr("lang", lang.code())
        .text(best)
}

/// A module in a grid.
pub(in crate::pages) fn module_tile(desk: &Desk<'_>, module: &ModuleCard) -> Element {
    let words = desk.words;
    let serves_all =
        module.principles.len() > MOST_OF_MODULE && module.principles.len() == Principle::ALL.len();
    let kicker = if serves_all {
        vec![
            el("span")
                .class("tag tag--accent")
                .text(words.text("learn-all-principles")),
        ]
    } else {
        let tags = module.principles.iter();
        tags.map(|principle| principle_tag(words, *principle, None))
            .collect()
    };
    let duration = el("span")
        .class("nowrap")
        .child(icon(Icon::Clock))
        .text(words.minutes(module.minutes));
    card(
        words,
        &module.title,
        desk.href(&Place::Module(module.slug.clone())),
        kicker,
        vec![summary(words, "card__text", &module.summary)],
        vec![duration, language_badges(words, module)],
    )
}

/// A published experience in a grid.
pub(in crate::pages) fn experience_card(desk: &Desk<'_>, experience: &ExperienceCard) -> Element {
    let owner = desk.public.collectivity(experience.collectivity);
    let words = desk.words;
    let mut kicker: Vec<Element> = experience
        .principles
        .iter()
        .take(MOST_OF_EXPERIENCE)
        .map(|principle| principle_tag(words, *principle, None))
        .collect();
    let others = experience.principles.len().saturating_sub(MOST_OF_EXPERIENCE);
    if others > 0 {
        let more = words.fill("experiences-more-principles", [("count", others.into())]);
        kicker.push(el("span").class("tag").text(more));
    }
    let by = el("p")
        .class("card__by")
        .children(owner.map(|owner| isolated(words, &owner.name)));
    let mut foot = vec![el("span").text(words.word("experience-kind", experience.kind.word()))];
    if !experience.started.0.is_empty() {
        foot.push(
            el("span")
                .class("nowrap")
                .text(words.partial_date(&experience.started.0)),
        );
    }
    foot.push(experience_languages(words, &experience.languages));
    card(
        words,
        &experience.title,
        desk.href(&Place::Experience(experience.slug.clone())),
        kicker,
        vec![
            by,
            summary(words, "card__text card__text--short", &experience.summary),
        ],
        foot,
    )
}

fn experience_languages(words: &Words, languages: &[Lang]) -> Element {
    badges(languages, |lang, is_there| {
        let key = if is_there {
            "experiences-language-available"
        } else {
            "experiences-language-missing"
        };
        let language = words.text(match lang {
            Lang::Ar => "experiences-language-ar",
            Lang::Fr => "experiences-language-fr",
            Lang::En => "experiences-language-en",
        });
        words.fill(key, [("language", language.into())])
    })
}
