use crate::pages::desk::Desk;
use crate::pages::html::{Element, el, text};
use crate::pages::parts::{fact, facts_box, isolated};
use crate::pages::place::Place;
use crate::pages::words::Words;
use shared::records::{Collectivity, Experience, PartialDate};

/// Who, where, when, at what cost.
pub(super) fn draw(desk: &mut Desk<'_>, experience: &Experience, owner: Option<&Collectivity>) -> Element {
    let words = desk.words;
    let content = &experience.content;
    let mut facts = Vec::new();
    if let Some(owner) = owner {
        let link = el("a")
            .attr("href", desk.href(&Place::Collectivity(owner.slug.clone())))
            .child(isolated(words, &owner.name));
        facts.push(fact(words.text("experiences-fact-collectivity"), link));
        if let Some(region) = desk.region(&owner.region) {
            let name = el("bdi").text(words.best(&region.name).1);
            facts.push(fact(words.text("experiences-fact-region"), name));
        }
    }
    if let Some(when) = when(words, &content.started, &content.ended) {
        facts.push(fact(words.text("experiences-fact-when"), text(when)));
    }
    if let Some(budget) = content.budget_mad {
        let cost = words.fill("experiences-dirhams", [("amount", budget.into())]);
        facts.push(fact(words.text("experiences-fact-cost"), text(cost)));
    }
    if !content.principles.is_empty() {
        let names: Vec<String> = content
            .principles
            .iter()
            .map(|principle| words.word("principle", principle.word()))
            .collect();
        facts.push(fact(
            words.text("experiences-filter-principle"),
            text(words.list(&names)),
        ));
    }
    facts.push(fact(
        words.text("experiences-filter-type"),
        text(words.word("experience-kind", content.kind.word())),
    ));
    if let Some(published) = experience.published {
        facts.push(fact(
            words.text("experiences-fact-published"),
            text(words.date(published)),
        ));
    }
    facts_box(words.text("experiences-facts"), facts)
}

/// When it was, as precisely as known; `None` when nothing is.
fn when(words: &Words, started: &PartialDate, ended: &PartialDate) -> Option<String> {
    let date = |date: &str| words.partial_date(date);
    match (started.0.as_str(), ended.0.as_str()) {
        ("", "") => None,
        (started, "") => Some(words.fill("experiences-since", [("date", date(started).into())])),
        ("", ended) => Some(words.fill("experiences-until", [("date", date(ended).into())])),
        (started, ended) if started == ended => Some(date(started)),
        (started, ended) => Some(words.fill(
            "experiences-from-to",
            [("from", date(started).into()), ("to", date(ended).into())],
        )),
    }
}
