//! `directory/collectivities.csv`, and what its table shares with the glossary's.

use std::collections::BTreeSet;

use super::problem::{Problem, Report, Wrong};
use super::source::{has_direction_mark, is_not_a_line, text};
use crate::ids::CollectivityId;
use crate::lang::{Lang, Translated};
use crate::limits;
use crate::records::{Collectivity, PartialDate};
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
    let mut report = Report::new(path, &text, problems);
    let Some(rows) = rows(&text, COLUMNS, &mut report) else {
        return Vec::new();
    };
    let regions: BTreeSet<&str> = rows
        .iter()
        .filter(|row| row.cell("type") == "region")
        .map(|row| row.cell("code"))
        .collect();
    let (mut slugs, mut codes) = (BTreeSet::new(), BTreeSet::new());
    rows.iter()
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
        .collect()
}

fn collectivity(row: &Row<10>, regions: &BTreeSet<&str>, report: &mut Report<'_>) -> Option<Collectivity> {
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

/// A row of a table, its cells under their column's name.
pub(super) struct Row<const N: usize> {
    pub(super) line: u32,
    columns: [&'static str; N],
    cells: [String; N],
}

impl<const N: usize> Row<N> {
    /// The cell of a column; empty where the format has no such column.
    pub(super) fn cell(&self, column: &str) -> &str {
        let place = self.columns.iter().position(|name| *name == column);
        place
            .and_then(|place| self.cells.get(place))
            .map(String::as_str)
            .unwrap_or_default()
    }

    /// The cell, unless it is empty.
    pub(super) fn optional(&self, column: &str) -> Option<&str> {
        Some(self.cell(column)).filter(|cell| !cell.is_empty())
    }

    /// The three languages of a name.
    pub(super) fn translated(&self, columns: [&str; 3], most: usize, report: &mut Report<'_>) -> Translated {
        let mut text = Translated::default();
        for (lang, column) in Lang::ALL.into_iter().zip(columns) {
            let cell = self.cell(column);
            if is_not_a_line(cell) || has_direction_mark(cell) {
                report.at_line(
                    self.line,
                    Wrong::ForbiddenCharacter {
                        key: column.to_owned(),
                    },
                );
            }
            if cell.chars().nth(most).is_some() {
                report.at_line(
                    self.line,
                    Wrong::TooLong {
                        key: column.to_owned(),
                        limit: most,
                    },
                );
            }
            text.set(lang, cell);
        }
        if text.is_empty() {
            let key = columns.first().copied().unwrap_or_default().to_owned();
            report.at_line(self.line, Wrong::Blank { key });
        }
        text
    }

    /// An address that may be absent.
    pub(super) fn address(&self, column: &str, report: &mut Report<'_>) -> Option<String> {
        let address = self.optional(column)?;
        if !limits::is_address(address) {
            report.at_line(
                self.line,
                Wrong::BadAddress {
                    value: address.to_owned(),
                },
            );
        }
        if address.chars().nth(limits::URL).is_some() {
            report.at_line(
                self.line,
                Wrong::TooLong {
                    key: column.to_owned(),
                    limit: limits::URL,
                },
            );
        }
        Some(address.to_owned())
    }
}

/// The rows of a table with exactly these columns.
pub(super) fn rows<const N: usize>(
    text: &str,
    columns: [&'static str; N],
    report: &mut Report<'_>,
) -> Option<Vec<Row<N>>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let header = match records.next() {
        Some(Ok(header)) => header,
        _ => csv::StringRecord::new(),
    };
    for name in header.iter().filter(|name| !columns.contains(name)) {
        report.at_line(1, Wrong::UnknownKey { key: name.to_owned() });
    }
    let mut places = [0; N];
    let mut is_complete = true;
    for (place, column) in places.iter_mut().zip(columns) {
        match header.iter().position(|name| name == column) {
            Some(found) => *place = found,
            None => {
                report.at_line(
                    1,
                    Wrong::MissingKey {
                        key: column.to_owned(),
                    },
                );
                is_complete = false;
            }
        }
    }
    if !is_complete {
        return None;
    }
    let mut rows = Vec::new();
    for record in records {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                report.of_file(Wrong::Syntax {
                    detail: error.to_string(),
                });
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        if record.len() != header.len() {
            report.at_line(
                line,
                Wrong::RowLength {
                    found: record.len(),
                    expected: header.len(),
                },
            );
            continue;
        }
        let cells = places.map(|place| record.get(place).unwrap_or_default().to_owned());
        rows.push(Row { line, columns, cells });
    }
    Some(rows)
}
