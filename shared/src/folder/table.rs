//! Tables of comma-separated values with a fixed set of columns.

use super::problem::{ProblemReport, Wrong};
use super::source::{has_direction_mark, is_not_a_line};
use crate::lang::{Lang, Translated};
use crate::limits;

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
    pub(super) fn translated(
        &self,
        columns: [&str; 3],
        most: usize,
        report: &mut ProblemReport<'_>,
    ) -> Translated {
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
    pub(super) fn address(&self, column: &str, report: &mut ProblemReport<'_>) -> Option<String> {
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
    report: &mut ProblemReport<'_>,
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
