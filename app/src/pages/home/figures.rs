//! The network in figures, computed from the members' rows and never written anywhere.

use shared::records::Collectivity;
use shared::vocabulary::CollectivityKind;
use std::collections::BTreeMap;

/// The members of the network, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Figures {
    /// All members.
    pub(crate) members: usize,
    /// Regions.
    pub(crate) regions: usize,
    /// Prefectures and provinces.
    pub(crate) councils: usize,
    /// Communes.
    pub(crate) communes: usize,
    /// Members that lie in each region, by the region's code; a region without members is absent.
    pub(crate) by_region: BTreeMap<String, usize>,
}

impl Figures {
    /// Counts the members among these rows.
    pub(crate) fn of(collectivities: &[Collectivity]) -> Self {
        let mut figures = Self::default();
        for member in collectivities.iter().filter(|one| one.is_member()) {
            figures.members += 1;
            match member.kind {
                CollectivityKind::Region => figures.regions += 1,
                CollectivityKind::Prefecture | CollectivityKind::Province => figures.councils += 1,
                CollectivityKind::Commune => figures.communes += 1,
            }
            *figures.by_region.entry(member.region.clone()).or_default() += 1;
        }
        figures
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::CollectivityId;
    use shared::lang::Translated;

    fn collectivity(slug: &str, kind: CollectivityKind, region: &str, joined: Option<&str>) -> Collectivity {
        Collectivity {
            id: CollectivityId::from_name(slug),
            slug: slug.to_owned(),
            kind,
            code: String::new(),
            region: region.to_owned(),
            name: Translated::default(),
            province: None,
            shares_name: false,
            population: None,
            joined: joined.map(str::to_owned),
            source: None,
        }
    }

    #[test]
    fn only_members_count_by_kind_and_by_region() {
        let rows = [
            collectivity("oriental", CollectivityKind::Region, "02", Some("2022-10")),
            collectivity("oujda", CollectivityKind::Prefecture, "02", Some("2024-12")),
            collectivity("larache", CollectivityKind::Province, "01", Some("2024-12")),
            collectivity("tetouan", CollectivityKind::Commune, "01", Some("2022-10")),
            collectivity("agadir", CollectivityKind::Commune, "09", None),
        ];
        let figures = Figures::of(&rows);
        assert_eq!(
            (
                figures.members,
                figures.regions,
                figures.councils,
                figures.communes
            ),
            (4, 1, 2, 1)
        );
        assert_eq!(
            figures.by_region,
            BTreeMap::from([("01".to_owned(), 2), ("02".to_owned(), 2)])
        );
    }
}
