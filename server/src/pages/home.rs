//! The first page: what the hub is, three doors, the members by region.

use super::data::{organization, with_context};
use super::desk::{Content, Desk};
use super::html::{Element, Node, el, text};
use super::parts::{Icon, Region, icon, link_button, motif, named, region_map};
use super::place::Place;
use crate::store::StoreError;
use serde_json::json;
use shared::records::{Collectivity, ModuleCard};
use shared::vocabulary::CollectivityKind;
use std::cmp::Reverse;

/// How many modules are named after the first.
const AFTERWARDS: usize = 2;

/// How many experiences the door shows.
const NEWEST: usize = 3;

/// How many regions are named beside the map.
const REGIONS: usize = 4;

pub(super) fn page(desk: &mut Desk<'_>) -> Result<Content, StoreError> {
    desk.lend_modules();
    desk.lend_members();
    let words = desk.words;
    let doors = el("ul")
        .class("doors")
        .attr("role", "list")
        .child(learn_door(desk))
        .child(experiences_door(desk)?)
        .child(network_door(desk));
    let section = el("section")
        .class("wrap home__doors")
        .attr("aria-label", words.text("home-doors"))
        .child(doors);
    let mut main: Vec<Node> = vec![hero(desk).into(), section.into()];
    main.extend(region_band(desk).map(Node::from));
    let mut content = Content::new(words.text("home-heading"), words.text("boot-description"), main);
    content.data = vec![
        with_context(organization(desk)),
        with_context(json!({
            "@type": "WebSite",
            "name": words.text("common-brand"),
            "description": words.text("boot-description"),
            "url": desk.url(&Place::Home),
            "inLanguage": words.lang.code(),
        })),
    ];
    Ok(content)
}

/// Where one begins to learn: the first lesson of the first module.
fn first_step(card: &ModuleCard) -> Place {
    match card.lessons.first() {
        Some(lesson) => Place::Lesson(card.slug.clone(), lesson.slug.clone()),
        None => Place::Module(card.slug.clone()),
    }
}

fn hero(desk: &Desk<'_>) -> Element {
    let words = desk.words;
    let first = desk.public.modules().next().map_or(Place::Catalogue, first_step);
    let begin = link_button("button", desk.href(&first), words.text("home-action-begin"));
    let buttons = el("div")
        .class("button-row")
        .child(begin.child(icon(Icon::Forward)))
        .child(link_button(
            "button button--plain",
            desk.href(&Place::Experiences),
            words.text("home-action-experiences"),
        ));
    let said = el("div")
        .child(el("h1").attr("tabindex", "-1").text(words.text("home-heading")))
        .child(el("p").class("hero__lead").text(words.text("home-lead")))
        .child(buttons);
    el("div")
        .class("wrap hero")
        .child(said)
        .child(el("div").class("hero__motif").child(motif()))
}

fn door(desk: &Desk<'_>, title: &str, sign: Icon, body: Vec<Element>, more: (&str, &Place)) -> Element {
    let words = desk.words;
    let (more, place) = more;
    let link = el("a")
        .attr("href", desk.href(place))
        .text(words.text(more))
        .child(icon(Icon::Forward));
    el("li")
        .class("door")
        .child(
            el("h2")
                .class("door__title")
                .child(icon(sign))
                .text(words.text(title)),
        )
        .child(el("div").class("door__body").children(body))
        .child(el("p").class("door__more").child(link))
}

fn learn_door(desk: &Desk<'_>) -> Element {
    let words = desk.words;
    let mut modules = desk.public.modules();
    let mut body = Vec::new();
    if let Some(first) = modules.next() {
        let link = el("a")
            .attr("href", desk.href(&first_step(first)))
            .child(named(words, &first.title));
        let lessons = words.fill("learn-count-lessons", [("count", first.lessons.len().into())]);
        body.push(el("p").class("door__kicker").text(words.text("home-learn-first")));
        body.push(el("p").class("door__item").child(link));
        body.push(
            el("p")
                .class("quiet small")
                .child(icon(Icon::Clock))
                .text(format!(" {} · {lessons}", words.minutes(first.minutes))),
        );
    } else {
        body.push(el("p").class("quiet").text(words.text("home-learn-empty")));
    }
    let lines: Vec<Element> = modules
        .take(AFTERWARDS)
        .map(|card| {
            let link = el("a")
                .attr("href", desk.href(&Place::Module(card.slug.clone())))
                .child(named(words, &card.title));
            let about = el("span").class("door__about").text(words.minutes(card.minutes));
            el("li").child(link).child(about)
        })
        .collect();
    if !lines.is_empty() {
        body.push(el("p").class("door__then").text(words.text("home-learn-then")));
        body.push(door_list(lines));
    }
    door(
        desk,
        "home-learn-title",
        Icon::Learn,
        body,
        ("home-learn-more", &Place::Catalogue),
    )
}

fn door_list(lines: Vec<Element>) -> Element {
    el("ul").class("door__list").attr("role", "list").children(lines)
}

fn experiences_door(desk: &mut Desk<'_>) -> Result<Element, StoreError> {
    let words = desk.words;
    let newest = desk.newest(None, NEWEST)?;
    let lines: Vec<Element> = newest
        .into_iter()
        .map(|card| {
            let link = el("a")
                .attr("href", desk.href(&Place::Experience(card.slug)))
                .child(named(words, &card.title));
            let owner = desk
                .public
                .collectivity(card.collectivity)
                .map(|owner| el("span").class("door__about").child(named(words, &owner.name)));
            el("li").child(link).children(owner)
        })
        .collect();
    let body = if lines.is_empty() {
        el("p").class("quiet").text(words.text("home-experiences-empty"))
    } else {
        door_list(lines)
    };
    Ok(door(
        desk,
        "home-experiences-title",
        Icon::Experiences,
        vec![body],
        ("home-experiences-more", &Place::Experiences),
    ))
}

/// The members of some levels, counted.
pub(super) fn count_of(desk: &Desk<'_>, kinds: &[CollectivityKind]) -> usize {
    desk.public
        .members()
        .filter(|member| kinds.contains(&member.kind))
        .count()
}

/// A number with what it counts.
pub(super) fn figure(label: String, count: String) -> Element {
    el("div")
        .class("figures__figure")
        .child(el("dt").text(label))
        .child(el("dd").text(count))
}

fn network_door(desk: &Desk<'_>) -> Element {
    let words = desk.words;
    let figures = [
        ("home-network-regions", [CollectivityKind::Region].as_slice()),
        (
            "home-network-councils",
            &[CollectivityKind::Prefecture, CollectivityKind::Province],
        ),
        ("home-network-communes", &[CollectivityKind::Commune]),
    ]
    .map(|(key, kinds)| {
        let count = count_of(desk, kinds);
        figure(words.fill(key, [("count", count.into())]), words.count(count))
    });
    let all = desk.public.members().count();
    let body = vec![
        el("dl").class("figures").children(figures),
        el("p")
            .class("quiet small")
            .text(words.fill("home-network-text", [("count", all.into())])),
    ];
    door(
        desk,
        "home-network-title",
        Icon::Network,
        body,
        ("home-network-more", &Place::Network),
    )
}

/// The regions with the members that lie in each, in the order of their codes. `describe` is the key of the words
/// for a screen reader.
pub(super) fn regions(desk: &Desk<'_>, describe: &str) -> Vec<Region> {
    let words = desk.words;
    let is_region = |member: &&Collectivity| member.kind == CollectivityKind::Region;
    let mut regions: Vec<Region> = desk
        .public
        .members()
        .filter(is_region)
        .filter_map(|region| {
            let number = region.region.parse().ok()?;
            let name = words.best(&region.name).1.to_owned();
            let count = desk
                .public
                .members()
                .filter(|member| member.region == region.region)
                .count();
            Some(Region {
                number,
                description: words.fill(
                    describe,
                    [("region", name.clone().into()), ("count", count.into())],
                ),
                name,
                count,
                count_words: words.count(count),
                href: format!("{}?region={}", desk.href(&Place::Network), region.region),
            })
        })
        .collect();
    regions.sort_by_key(|region| region.number);
    regions
}

fn region_band(desk: &Desk<'_>) -> Option<Element> {
    let words = desk.words;
    let regions = regions(desk, "home-network-region");
    if regions.is_empty() {
        return None;
    }
    let mut largest: Vec<&Region> = regions.iter().collect();
    largest.sort_by_key(|region| (Reverse(region.count), region.number));
    let lines = largest.into_iter().take(REGIONS).map(|region| {
        let link = el("a")
            .attr("href", region.href.as_str())
            .attr("dir", "auto")
            .text(region.name.as_str());
        let count = el("span").class("numeric").text(region.count_words.as_str());
        el("li").child(link).child(count)
    });
    let said = el("div")
        .class("network__text")
        .child(
            el("h2")
                .attr("id", "regions-title")
                .child(text(words.text("home-regions-title"))),
        )
        .child(el("p").text(words.text("home-network-map")))
        .child(el("ol").class("region-list").attr("role", "list").children(lines));
    let band = el("div")
        .class("wrap network")
        .child(said)
        .child(region_map(words.text("home-network-map"), &regions));
    Some(
        el("section")
            .class("band band--sunken")
            .attr("aria-labelledby", "regions-title")
            .child(band),
    )
}
