use leptos::prelude::*;

/// One region on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RegionTile {
    /// Its number, 1 to 12: its place on the map.
    pub(crate) number: u8,
    /// Its whole name in the reader's language.
    pub(crate) name: String,
    /// How many are counted there.
    pub(crate) count: u32,
    /// The count as the reader's language writes it.
    pub(crate) count_text: String,
    /// The name with what the count means, for a screen reader.
    pub(crate) description: String,
    /// What opens it.
    pub(crate) href: String,
    /// Whether what is shown is limited to it.
    pub(crate) is_current: bool,
}

/// The twelve regions as tiles about where they are, darker where there is more; each is a link with its count.
#[component]
pub(crate) fn RegionMap(
    /// What is counted.
    #[prop(into)]
    label: Signal<String>,
    /// The regions, in the order in which they are read.
    #[prop(into)]
    regions: Signal<Vec<RegionTile>>,
) -> impl IntoView {
    let tiles = move || {
        let regions = regions.get();
        let most = regions
            .iter()
            .map(|region| region.count)
            .max()
            .unwrap_or_default();
        regions
            .into_iter()
            .map(|region| {
                let short = short_name(&region.name).to_owned();
                let title = region.description.clone();
                view! {
                    <li class=format!("region-map__place region-{:02}", region.number)>
                        <a
                            class="region-map__tile"
                            href=region.href
                            data-level=level(region.count, most).to_string()
                            title=title
                            aria-current=region.is_current.then_some("true")
                        >
                            <span class="region-map__count" aria-hidden="true">
                                {region.count_text}
                            </span>
                            <bdi class="region-map__name" aria-hidden="true">
                                {short}
                            </bdi>
                            <span class="visually-hidden">{region.description}</span>
                        </a>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <ul class="region-map" role="list" aria-label=move || label.get()>
            {tiles}
        </ul>
    }
}

/// The shade of a count: 0 for none, then five equal parts of the largest count.
fn level(count: u32, most: u32) -> u32 {
    if count == 0 {
        0
    } else {
        (count * 5).div_ceil(most.max(1)).clamp(1, 5)
    }
}

/// A tile has room for the first place in the name of a region: "Tanger" of "Tanger-Tétouan-Al Hoceima".
fn short_name(name: &str) -> &str {
    name.split('-').next().map_or(name, str::trim)
}

#[cfg(test)]
mod tests {
    use super::{level, short_name};

    #[test]
    fn shades_share_the_largest_count() {
        let shades: Vec<u32> = [0, 1, 8, 9, 38, 40].map(|count| level(count, 40)).to_vec();
        assert_eq!(shades, [0, 1, 1, 2, 5, 5]);
        assert_eq!(level(0, 0), 0);
    }

    #[test]
    fn a_tile_shows_the_first_place_of_the_name() {
        assert_eq!(short_name("بني ملال-خنيفرة"), "بني ملال");
        assert_eq!(short_name("Oriental"), "Oriental");
    }
}
