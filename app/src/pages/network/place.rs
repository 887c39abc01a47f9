//! Where a collectivity lies. Communes share names: wherever one is chosen or listed, its province and region stand
//! beside its name.

use crate::i18n::localised;
use crate::replica::use_replica;
use crate::text;
use shared::lang::Translated;
use shared::records::{Collectivity, Location};
use shared::vocabulary::CollectivityKind;

/// The province or prefecture and the region that a collectivity lies in; empty for a region. Tracked.
pub(crate) fn place_in(place: &Collectivity) -> String {
    if place.kind == CollectivityKind::Region {
        return String::new();
    }
    let region = use_replica().region(&place.region);
    province_and_region(
        place.province.as_ref(),
        region.as_ref().map(|region| &region.name),
    )
}

/// The same of what tells a commune from another of its name. Tracked.
pub(crate) fn location_words(location: &Location) -> String {
    province_and_region(location.province.as_ref(), location.region.as_ref())
}

fn province_and_region(province: Option<&Translated>, region: Option<&Translated>) -> String {
    match (province.and_then(localised), region.and_then(localised)) {
        (Some((_, province)), Some((_, region))) => {
            text!("network-in", province = province, region = region)
        }
        (Some((_, only)), None) | (None, Some((_, only))) => only,
        (None, None) => String::new(),
    }
}

/// The name of a collectivity, with where it lies for a commune; its language is the interface's. Tracked.
pub(crate) fn place_name(place: &Collectivity) -> String {
    let name = localised(&place.name).map(|(_, name)| name).unwrap_or_default();
    let is_commune = place.kind == CollectivityKind::Commune;
    match place_in(place) {
        within if is_commune && !within.is_empty() => text!("network-named", name = name, within = within),
        _ => name,
    }
}
