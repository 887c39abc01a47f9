//! `directory/collectivities.csv`: the national list.

use std::collections::{BTreeMap, BTreeSet};

use super::problem::{Problem, ProblemReport, Wrong};
use super::source::text;
use super::table::{Row, rows};
use crate::ids::CollectivityId;
use crate::lang::{Lang, Translated};
use crate::limits;
use crate::records::{Collectivity, PartialDate};
use crate::search::normalise;
use crate::slug::is_slug;
use crate::vocabulary::CollectivityKind;

/// Where the list is.
pub(super) const PATH: &str = "directory/collectivities.csv";

/// The columns, in the order in which they are written. They may be read in any.
pub(super) const COLUMNS: [&str; 10] = [
    "slug",
    "type",
    "code",
    "region_code",
    "name_ar",
    "name_fr",
    "name_en",
    "population_2024",
    "joined",
    "source",
];

pub(super) fn read(path: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Vec<Collectivity> {
    let Some(text) = text(path, bytes, problems) else {
        return Vec::new();
    };
    let mut report = ProblemReport::new(path, &text, problems);
    let Some(rows) = rows(&text, COLUMNS, &mut report) else {
        return Vec::new();
    };
    let regions: BTreeSet<&str> = rows
        .iter()
        .filter(|row| row.cell("type") == "region")
        .map(|row| row.cell("code"))
        .collect();
    let (mut slugs, mut codes) = (BTreeSet::new(), BTreeSet::new());
    let mut all: Vec<Collectivity> = rows
        .iter()
        .filter_map(|row| {
            for (key, seen) in [("slug", &mut slugs), ("code", &mut codes)] {
                if !seen.insert(row.cell(key)) {
                    let value = row.cell(key).to_owned();
                    report.at_line(
                        row.line,
                        Wrong::Duplicate {
                            key: key.to_owned(),
                            value,
                        },
                    );
                }
            }
            collectivity(row, &regions, &mut report)
        })
        .collect();
    relate_collectivities(&mut all);
    all
}

/// Writes into each commune what the others of the list say about it: the names of its province or prefecture, and whether
/// another commune has its name.
pub fn relate_collectivities(all: &mut [Collectivity]) {
    name_provinces(all);
    mark_shared_names(all);
}

/// Each commune carries the names of its province or prefecture, where the list has that.
fn name_provinces(all: &mut [Collectivity]) {
    let provinces: BTreeMap<String, Translated> = all
        .iter()
        .filter(|one| {
            matches!(
                one.kind,
                CollectivityKind::Province | CollectivityKind::Prefecture
            )
        })
        .map(|one| (one.code.clone(), one.name.clone()))
        .collect();
    for commune in all {
        if let Some(province) = commune.province_code().and_then(|code| provinces.get(code)) {
            commune.province = Some(province.clone());
        }
    }
}

/// Marks each commune that has a name, in any language, which another commune of the list has too.
fn mark_shared_names(all: &mut [Collectivity]) {
    fn names(one: &Collectivity) -> impl Iterator<Item = (Lang, String)> {
        let is_commune = one.kind == CollectivityKind::Commune;
        let names = Lang::ALL
            .into_iter()
            .filter_map(|lang| Some((lang, normalise(one.name.get(lang)?))));
        names.filter(move |_| is_commune)
    }
    let mut bearers: BTreeMap<(Lang, String), usize> = BTreeMap::new();
    for name in all.iter().flat_map(names) {
        *bearers.entry(name).or_default() += 1;
    }
    for one in all {
        let shares_name = names(one).any(|name| bearers.get(&name).is_some_and(|count| *count > 1));
        one.shares_name = shares_name;
    }
}

fn collectivity(
    row: &Row<10>,
    regions: &BTreeSet<&str>,
    report: &mut ProblemReport<'_>,
) -> Option<Collectivity> {
    let slug = row.cell("slug");
    if !is_slug(slug) {
        report.at_line(
            row.line,
            Wrong::BadSlug {
                value: slug.to_owned(),
            },
        );
    }
    let kind = CollectivityKind::from_word(row.cell("type"));
    if kind.is_none() {
        let word = row.cell("type").to_owned();
        report.at_line(
            row.line,
            Wrong::UnknownWord {
                key: "type".to_owned(),
                word,
            },
        );
    }
    let (code, region) = (row.cell("code"), row.cell("region_code"));
    if !is_code(code) || !regions.contains(region) || !fits_region(kind, code, region) {
        report.at_line(
            row.line,
            Wrong::BadCode {
                value: code.to_owned(),
            },
        );
    }
    let name = row.translated(["name_ar", "name_fr", "name_en"], limits::NAME, report);
    let population = row.optional("population_2024").map(|digits| {
        digits.parse().unwrap_or_else(|_| {
            let (least, most) = (0, u64::MAX);
            report.at_line(
                row.line,
                Wrong::OutOfRange {
                    key: "population_2024".to_owned(),
                    least,
                    most,
                },
            );
            0
        })
    });
    let joined = row.optional("joined").map(str::to_owned);
    if let Some(month) = &joined
        && (month.len() != 7 || !PartialDate(month.clone()).is_valid())
    {
        report.at_line(
            row.line,
            Wrong::BadDate {
                key: "joined".to_owned(),
                value: month.clone(),
            },
        );
    }
    Some(Collectivity {
        id: CollectivityId::from_name(slug),
        slug: slug.to_owned(),
        kind: kind?,
        code: code.to_owned(),
        region: region.to_owned(),
        name,
        province: None,
        shares_name: false,
        population,
        joined,
        source: row.address("source", report),
    })
}

/// Groups of digits between dots: `08`, `08.577`, `08.577.01.11`.
fn is_code(code: &str) -> bool {
    code.len() <= 20
        && code
            .split('.')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

fn fits_region(kind: Option<CollectivityKind>, code: &str, region: &str) -> bool {
    match kind {
        Some(CollectivityKind::Region) => code == region,
        Some(_) => code
            .strip_prefix(region)
            .is_some_and(|rest| rest.starts_with('.')),
        None => true,
    }
}
