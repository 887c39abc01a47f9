use crate::pages::html::{Element, el};

/// One region on the map.
#[derive(Clone, Debug)]
pub(in crate::pages) struct Region {
    /// Its number, 1 to 12: its place on the map.
    pub(in crate::pages) number: u8,
    /// Its name in the reader's language.
    pub(in crate::pages) name: String,
    /// How many are counted there.
    pub(in crate::pages) count: usize,
    /// The count as the reader's language writes it.
    pub(in crate::pages) count_words: String,
    /// The name with what the count means, for a screen reader.
    pub(in crate::pages) description: String,
    /// What opens it.
    pub(in crate::pages) href: String,
}

/// The classes of the twelve places on the map.
const PLACES: [&str; 12] = [
    "region-map__place region-01",
    "region-map__place region-02",
    "region-map__place region-03",
    "region-map__place region-04",
    "region-map__place region-05",
    "region-map__place region-06",
    "region-map__place region-07",
    "region-map__place region-08",
    "region-map__place region-09",
    "region-map__place region-10",
    "region-map__place region-11",
    "region-map__place region-12",
];

/// The twelve regions as tiles about where they are; each is a link with its count.
pub(in crate::pages) fn region_map(label: String, regions: &[Region]) -> Element {
    let most = regions
        .iter()
        .map(|region| region.count)
        .max()
        .unwrap_or_default();
    let tiles = regions.iter().filter_map(|region| {
        let place = PLACES.get(usize::from(region.number).checked_sub(1)?)?;
        let count = el("span")
            .class("region-map__count")
            .attr("aria-hidden", "true")
            .text(region.count_words.as_str());
        let name = el("span")
            .class("region-map__name")
            .attr("dir", "auto")
            .attr("aria-hidden", "true")
            .text(short_name(&region.name));
        let tile = el("a")
            .class("region-map__tile")
            .attr("href", region.href.as_str())
            .attr("data-level", level(region.count, most).to_string())
            .attr("title", region.description.as_str())
            .child(count)
            .child(name)
            .child(
                el("span")
                    .class("visually-hidden")
                    .text(region.description.as_str()),
            );
        Some(el("li").class(place).child(tile))
    });
    el("ul")
        .class("region-map")
        .attr("role", "list")
        .attr("aria-label", label)
        .children(tiles)
}

/// The shade of a count: 0 for none, then five equal parts of the largest count.
fn level(count: usize, most: usize) -> usize {
    if count == 0 {
        0
    } else {
        (count * 5).div_ceil(most.max(1)).clamp(1, 5)
    }
}

/// A tile has room for the first place in the name of a region.
fn short_name(name: &str) -> &str {
    name.split('-').next().map_or(name, str::trim)
}
