use super::figures::Figures;
use crate::components::{RegionMap, RegionTile};
use crate::i18n::{lang, localised};
use crate::pages::network::use_members;
use crate::router::Page;
use crate::{format, t, text};
use leptos::prelude::*;
use shared::records::Collectivity;
use shared::vocabulary::CollectivityKind;

/// The twelve regions with the members of each; each leads to its part of the directory.
#[component]
pub(super) fn RegionBand() -> impl IntoView {
    let members = use_members();
    let tiles = Memo::new(move |_| tiles(&members.read()));
    let has_any = Memo::new(move |_| !tiles.read().is_empty());
    view! {
        <Show when=move || has_any.get()>
            <section class="band band--sunken" aria-labelledby="regions-title">
                <div class="wrap network">
                    <div class="network__text">
                        <h2 id="regions-title">{t!("home-regions-title")}</h2>
                        <p>{t!("home-network-map")}</p>
                        <RegionList tiles=tiles />
                    </div>
                    <RegionMap label=t!("home-network-map") regions=tiles />
                </div>
            </section>
        </Show>
    }
}

/// The regions with the most members in words, for who does not read maps.
#[component]
fn RegionList(tiles: Memo<Vec<RegionTile>>) -> impl IntoView {
    const SHOWN: usize = 4;
    let largest = move || {
        let mut tiles = tiles.get();
        tiles.sort_by_key(|tile| (std::cmp::Reverse(tile.count), tile.number));
        tiles.truncate(SHOWN);
        tiles
            .into_iter()
            .map(|tile| {
                view! {
                    <li>
                        <a href=tile.href>
                            <bdi>{tile.name}</bdi>
                        </a>
                        <span class="numeric">{tile.count_text}</span>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <ol class="region-list" role="list">
            {largest}
        </ol>
    }
}

fn tiles(rows: &[Collectivity]) -> Vec<RegionTile> {
    let figures = Figures::of(rows);
    let mut tiles: Vec<RegionTile> = rows
        .iter()
        .filter(|row| row.kind == CollectivityKind::Region)
        .filter_map(|region| {
            let number = region.region.parse().ok()?;
            let name = localised(&region.name).map_or_else(String::new, |(_, name)| name);
            let count = figures.by_region.get(&region.region).copied().unwrap_or_default();
            Some(RegionTile {
                number,
                description: text!("home-network-region", region = name.clone(), count = count),
                name,
                count: u32::try_from(count).unwrap_or(u32::MAX),
                count_text: format::count(count),
                href: format!("{}?region={}", Page::Network.path(lang()), region.region),
                is_current: false,
            })
        })
        .collect();
    tiles.sort_by_key(|tile| tile.number);
    tiles
}
