//! One collectivity: what is known of it, and its experiences. Its people are for those who signed in.

use super::data::{breadcrumb_list, organization, with_context};
use super::desk::{Content, Desk};
use super::html::{Element, el, text};
use super::missing;
use super::parts::{
    Crumb, Header, breadcrumbs, card_grid, empty_state, experience_card, fact, facts_list, link_button,
    state_label,
};
use super::place::Place;
use crate::ledger::{self, Named};
use crate::store::StoreError;
use serde_json::{Value, json};
use shared::ids::CollectivityId;
use shared::lang::Lang;
use shared::limits::is_address;
use shared::records::Collectivity;
use shared::vocabulary::CollectivityKind;

/// How many of its experiences the page shows.
const EXPERIENCES: usize = 60;

pub(super) fn page(desk: &mut Desk<'_>, slug: &str) -> Result<Content, StoreError> {
    let id = ledger::find_named(desk.txn, Named::Collectivity, slug)?.map(CollectivityId);
    let held = match id {
        Some(id) => desk.collectivity(id)?,
        None => None,
    };
    let Some(held) = held else {
        return Ok(missing::collectivity(desk));
    };
    let facts = facts(desk, &held);
    let experiences = experiences(desk, &held)?;
    let words = desk.words;
    let (lang, name) = words.best(&held.name);
    let kind = words.word("collectivity-kind", held.kind.word());
    let (state, key) = if held.is_member() {
        ("good", "network-member")
    } else {
        ("draft", "network-not-known")
    };
    let trail = [
        Crumb {
            href: Some(desk.href(&Place::Network)),
            name: words.text("network-title"),
            lang: None,
        },
        Crumb {
            href: None,
            name: name.to_owned(),
            lang: Some(lang),
        },
    ];
    let header = Header::new(name)
        .written_in(lang)
        .kicker_words(kind.clone())
        .kicker([state_label(state, words.text(key))]);
    let wrap = el("div")
        .class("wrap")
        .child(breadcrumbs(words.text("network-breadcrumbs"), &trail))
        .child(header.draw())
        .child(facts)
        .child(experiences)
        .child(people(desk));
    let description = format!("{kind} · {name}. {}", words.text("network-lead"));
    let mut content = Content::new(name.to_owned(), description, vec![wrap.into()]);
    content.kind = "profile";
    content.data = vec![
        data(desk, &held),
        breadcrumb_list(desk, &[(Place::Network, words.text("network-title"))], name),
    ];
    Ok(content)
}

fn facts(desk: &mut Desk<'_>, held: &Collectivity) -> Element {
    let words = desk.words;
    let mut facts = Vec::new();
    let region = desk
        .region(&held.region)
        .filter(|_| held.kind != CollectivityKind::Region);
    if let Some(region) = region {
        let (lang, name) = words.best(&region.name);
        let link = el("a")
            .attr("href", desk.href(&Place::Collectivity(region.slug.clone())))
            .attr("lang", lang.code())
            .attr("dir", "auto")
            .text(name);
        facts.push(fact(words.text("network-region"), link));
    }
    if let Some(people) = held.population.and_then(|people| usize::try_from(people).ok()) {
        facts.push(fact(words.text("network-population"), text(words.count(people))));
    }
    if let Some(month) = &held.joined {
        facts.push(fact(
            words.text("network-joined"),
            text(words.partial_date(month)),
        ));
    }
    if let Some(source) = held.source.as_deref().filter(|source| is_address(source)) {
        let link = el("a")
            .attr("href", source)
            .attr("rel", "noopener noreferrer")
            .attr("target", "_blank")
            .text(words.text("network-source-page"));
        facts.push(fact(words.text("network-source"), link));
    }
    facts.push(fact(
        words.text("network-code"),
        el("bdi").class("code").text(held.code.as_str()),
    ));
    facts_list(facts)
}

fn band(id: &'static str, title: String) -> Element {
    let head = el("div")
        .class("band__head")
        .child(el("h2").attr("id", id).text(title));
    el("section")
        .class("band")
        .attr("aria-labelledby", id)
        .child(head)
}

fn experiences(desk: &mut Desk<'_>, held: &Collectivity) -> Result<Element, StoreError> {
    let words = desk.words;
    let mut newest = desk.newest(Some(held.id), EXPERIENCES + 1)?;
    if newest.len() > EXPERIENCES {
        // The app shows all of them: it would grow under the reader's eyes once it has the others.
        desk.lend_nothing();
        newest.truncate(EXPERIENCES);
    }
    let cards: Vec<Element> = newest.iter().map(|card| experience_card(desk, card)).collect();
    let band = band("network-experiences", words.text("network-experiences"));
    if !cards.is_empty() {
        return Ok(band.child(card_grid(cards)));
    }
    let all = link_button(
        "button",
        desk.href(&Place::Experiences),
        words.text("network-all-experiences"),
    );
    Ok(band.child(empty_state(
        "h2",
        words.text("network-no-experience-title"),
        words.text("network-no-experience-text"),
        vec![all],
    )))
}

fn people(desk: &Desk<'_>) -> Element {
    let words = desk.words;
    let sign_in = format!("/{}/sign-in", words.lang.code());
    band("network-people", words.text("network-people"))
        .child(el("p").class("quiet").text(words.text("network-people-sign-in")))
        .child(link_button("button", sign_in, words.text("common-sign-in")))
}

fn data(desk: &Desk<'_>, held: &Collectivity) -> Value {
    let words = desk.words;
    let (lang, name) = words.best(&held.name);
    let others: Vec<&str> = Lang::ALL
        .into_iter()
        .filter(|other| *other != lang)
        .filter_map(|other| held.name.get(other))
        .collect();
    let mut data = json!({
        "@type": "Organization",
        "name": name,
        "alternateName": others,
        "url": desk.url(&Place::Collectivity(held.slug.clone())),
        "identifier": held.code,
    });
    if let (true, Some(fields)) = (held.is_member(), data.as_object_mut()) {
        fields.insert("memberOf".to_owned(), organization(desk));
    }
    with_context(data)
}
