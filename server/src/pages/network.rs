//! The network and its members.

use super::data::{organization, with_context};
use super::desk::{Content, Desk};
use super::home::{count_of, figure, regions};
use super::html::{Element, el};
use super::parts::{Header, filter_panel, named, region_map, state_label};
use super::place::Place;
use shared::records::Collectivity;
use shared::vocabulary::CollectivityKind;

/// How many lines stand open at first, as in the app.
const LINES: usize = 50;

pub(super) fn page(desk: &mut Desk<'_>) -> Content {
    desk.lend_members();
    let words = desk.words;
    let title = words.text("network-title");
    let header = Header::new(title.as_str()).lead(words.text("network-lead"));
    let columns = el("div")
        .class("with-aside")
        .child(filter_panel(words, "network-filter"))
        .child(results(desk));
    let wrap = el("div")
        .class("wrap")
        .child(header.draw())
        .child(figures(desk))
        .child(columns);
    let mut content = Content::new(title, words.text("network-lead"), vec![wrap.into()]);
    content.data = vec![with_context(organization(desk))];
    content
}

fn figures(desk: &Desk<'_>) -> Element {
    let words = desk.words;
    let figures = [
        ("network-regions", [CollectivityKind::Region].as_slice()),
        (
            "network-councils",
            &[CollectivityKind::Prefecture, CollectivityKind::Province],
        ),
        ("network-communes", &[CollectivityKind::Commune]),
    ]
    .map(|(key, kinds)| figure(words.text(key), words.count(count_of(desk, kinds))));
    let said = el("div")
        .class("network__text")
        .child(el("dl").class("figures").children(figures))
        .child(el("p").class("quiet").text(words.text("network-figures-note")));
    let regions = regions(desk, "network-region-members");
    el("div")
        .class("network")
        .child(said)
        .child(region_map(words.text("network-map"), &regions))
}

fn results(desk: &Desk<'_>) -> Element {
    let words = desk.words;
    let mut members: Vec<&Collectivity> = desk.public.members().collect();
    // The official order: by level, then by code, which follows region and province.
    members.sort_by(|a, b| (a.kind, &a.code).cmp(&(b.kind, &b.code)));
    let found = words.fill("network-results", [("count", members.len().into())]);
    let (first, others) = members.split_at(members.len().min(LINES));
    let more = (!others.is_empty()).then(|| {
        let summary = words.fill("network-show-more", [("count", others.len().into())]);
        el("details")
            .class("disclosure")
            .child(el("summary").text(summary))
            .child(el("div").class("disclosure__body").child(lines(desk, others)))
    });
    el("div")
        .child(el("p").class("results-line").text(found))
        .child(lines(desk, first))
        .children(more)
}

fn lines(desk: &Desk<'_>, members: &[&Collectivity]) -> Element {
    el("ul")
        .class("row-list")
        .attr("role", "list")
        .children(members.iter().map(|member| line(desk, member)))
}

fn line(desk: &Desk<'_>, member: &Collectivity) -> Element {
    let words = desk.words;
    let (lang, name) = words.best(&member.name);
    let link = el("a")
        .attr("href", desk.href(&Place::Collectivity(member.slug.clone())))
        .attr("lang", lang.code())
        .attr("dir", "auto")
        .text(name);
    let mut about = el("p")
        .class("quiet")
        .text(words.word("collectivity-kind", member.kind.word()));
    let region = desk
        .public
        .region(&member.region)
        .filter(|_| member.kind != CollectivityKind::Region);
    if let Some(region) = region {
        about = about
            .text(" · ")
            .child(el("bdi").child(named(words, &region.name)));
    }
    let main = el("div")
        .class("row-list__main")
        .child(el("p").class("row-list__title").child(link))
        .child(about);
    let since = member.joined.as_deref().map(|month| {
        let month = words.partial_date(month);
        state_label(
            "good",
            words.fill("network-member-since", [("month", month.into())]),
        )
    });
    el("li")
        .class("row-list__item")
        .child(main)
        .child(el("div").class("row-list__end").children(since))
}
