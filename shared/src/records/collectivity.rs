use crate::ids::CollectivityId;
use crate::lang::Translated;
use crate::vocabulary::CollectivityKind;
use serde::{Deserialize, Serialize};

/// What tells a commune from another of its name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// The names of its province or prefecture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub province: Option<Translated>,
    /// The names of its region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Translated>,
}

/// A territorial collectivity of the national list. Rows: all in `directory`, members also in `public`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collectivity {
    /// Derived from the slug.
    pub id: CollectivityId,
    /// ASCII name in addresses, unique over the whole list.
    pub slug: String,
    /// Its level.
    pub kind: CollectivityKind,
    /// HCP code, hierarchical, e.g. `08.577.01.11`. Text: leading zeros count.
    pub code: String,
    /// HCP code of the region it lies in (its own for a region), `01` to `12`.
    pub region: String,
    /// Official names.
    pub name: Translated,
    /// Official names of the province or prefecture that a commune lies in: communes of one name are told apart by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub province: Option<Translated>,
    /// Whether another commune of the national list has one of its names, apart from signs and small letters.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shares_name: bool,
    /// Legal population of 2024, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<u64>,
    /// Month of joining the network, `YYYY-MM`. `None` means "not known to be a member".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<String>,
    /// The page that shows the membership.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

impl Collectivity {
    /// The code of the province or prefecture that a commune lies in: the first two parts of its own.
    #[must_use]
    pub fn province_code(&self) -> Option<&str> {
        if self.kind != CollectivityKind::Commune {
            return None;
        }
        let (region, rest) = self.code.split_once('.')?;
        let (province, _) = rest.split_once('.')?;
        self.code.get(..region.len() + 1 + province.len())
    }

    /// Where it lies, if its name alone does not tell it from others.
    #[must_use]
    pub fn distinction(&self, region: Option<&Translated>) -> Option<Location> {
        self.shares_name.then(|| Location {
            province: self.province.clone(),
            region: region.cloned(),
        })
    }

    /// Whether it is known to be a member of the network.
    #[must_use]
    pub fn is_member(&self) -> bool {
        self.joined.is_some()
    }
}
