//! Reading the keys of a TOML table one by one, noting everything that is wrong on the way.
//!
//! A reader always gives a value, so that one mistake does not hide the next; the problems decide in the end.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::problem::{ProblemReport, Wrong};
use super::source::{has_control, is_not_a_line};
use crate::lang::{Lang, Translated};
use crate::limits;
use crate::records::Source;
use crate::unicode;

type Value<'d> = &'d Spanned<DeValue<'d>>;

/// Parses a whole file; syntax errors are reported, and what could be read is given all the same.
pub(super) fn parse<'d>(text: &'d str, report: &mut ProblemReport<'_>) -> Option<Spanned<DeTable<'d>>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let what = Wrong::Syntax {
            detail: error.message().to_owned(),
        };
        match error.span() {
            Some(span) => report.at(span.start, what),
            None => report.of_file(what),
        }
    }
    // After a syntax error keys can be missing or misplaced: complaining about them would only mislead.
    errors.is_empty().then_some(table)
}

/// Whether a text may have line breaks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    One,
    Many,
}

/// The keys of a table that were not read yet.
pub(super) struct Fields<'d> {
    entries: BTreeMap<&'d str, (usize, Value<'d>)>,
    /// Where the table is, for what it lacks.
    position: usize,
}

impl<'d> Fields<'d> {
    pub(super) fn new(table: &'d DeTable<'d>, position: usize) -> Self {
        let entries = table
            .iter()
            .map(|(key, value)| (key.get_ref().as_ref(), (key.span().start, value)))
            .collect();
        Self { entries, position }
    }

    /// Where the table is.
    pub(super) fn position(&self) -> usize {
        self.position
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn finish(self, report: &mut ProblemReport<'_>) {
        for (key, (position, _)) in self.entries {
            report.at(position, Wrong::UnknownKey { key: key.to_owned() });
        }
    }

    fn take(&mut self, key: &str) -> Option<Value<'d>> {
        self.entries.remove(key).map(|(_, value)| value)
    }

    fn required(&mut self, key: &str, report: &mut ProblemReport<'_>) -> Option<Value<'d>> {
        let value = self.take(key);
        if value.is_none() {
            report.at(self.position, Wrong::MissingKey { key: key.to_owned() });
        }
        value
    }

    /// A single line of text that must be there, with its position.
    pub(super) fn line(
        &mut self,
        key: &str,
        most: usize,
        report: &mut ProblemReport<'_>,
    ) -> Option<(usize, String)> {
        let value = self.required(key, report)?;
        let text = checked_text(key, value, Lines::One, most, report)?;
        if unicode::is_blank(&text) {
            report.at(value.span().start, Wrong::Blank { key: key.to_owned() });
            return None;
        }
        Some((value.span().start, text))
    }

    /// A single line of text that may be absent or empty.
    pub(super) fn line_or_empty(
        &mut self,
        key: &str,
        most: usize,
        report: &mut ProblemReport<'_>,
    ) -> (usize, String) {
        let Some(value) = self.take(key) else {
            return (self.position, String::new());
        };
        let text = checked_text(key, value, Lines::One, most, report).unwrap_or_default();
        (value.span().start, text)
    }

    /// A whole number within a range that must be there.
    pub(super) fn number(
        &mut self,
        key: &str,
        range: RangeInclusive<u64>,
        report: &mut ProblemReport<'_>,
    ) -> u64 {
        let least = *range.start();
        match self.required(key, report) {
            Some(value) => number(key, value, range, report).unwrap_or(least),
            None => least,
        }
    }

    /// A whole number within a range that may be absent.
    pub(super) fn number_if_any(
        &mut self,
        key: &str,
        range: RangeInclusive<u64>,
        report: &mut ProblemReport<'_>,
    ) -> Option<(usize, u64)> {
        let value = self.take(key)?;
        number(key, value, range, report).map(|number| (value.span().start, number))
    }

    /// `true` or `false`, which must be there.
    pub(super) fn truth(&mut self, key: &str, report: &mut ProblemReport<'_>) -> bool {
        let Some(value) = self.required(key, report) else {
            return false;
        };
        let truth = value.get_ref().as_bool();
        if truth.is_none() {
            report.at(
                value.span().start,
                Wrong::WrongType {
                    key: key.to_owned(),
                    expected: "true-or-false",
                },
            );
        }
        truth.unwrap_or_default()
    }

    /// A word of a closed list that must be there.
    pub(super) fn word<T>(
        &mut self,
        key: &str,
        read: impl Fn(&str) -> Option<T>,
        report: &mut ProblemReport<'_>,
    ) -> Option<T> {
        let value = self.required(key, report)?;
        word(key, value, &read, report)
    }

    /// A word of a closed list that may be absent.
    pub(super) fn word_if_any<T>(
        &mut self,
        key: &str,
        read: impl Fn(&str) -> Option<T>,
        report: &mut ProblemReport<'_>,
    ) -> Option<T> {
        let value = self.take(key)?;
        word(key, value, &read, report)
    }

    /// Words of a closed list, at least one, none twice.
    pub(super) fn words<T: PartialEq>(
        &mut self,
        key: &str,
        read: impl Fn(&str) -> Option<T>,
        report: &mut ProblemReport<'_>,
    ) -> Vec<T> {
        let mut words: Vec<T> = Vec::new();
        let Some(value) = self.required(key, report) else {
            return words;
        };
        let Some(list) = value.get_ref().as_array() else {
            report.at(
                value.span().start,
                Wrong::WrongType {
                    key: key.to_owned(),
                    expected: "list",
                },
            );
            return words;
        };
        for item in list.iter() {
            let Some(found) = word(key, item, &read, report) else {
                continue;
            };
            if words.contains(&found) {
                let value = item.get_ref().as_str().unwrap_or_default().to_owned();
                report.at(
                    item.span().start,
                    Wrong::Duplicate {
                        key: key.to_owned(),
                        value,
                    },
                );
            } else {
                words.push(found);
            }
        }
        if list.iter().next().is_none() {
            report.at(
                value.span().start,
                Wrong::TooFew {
                    key: key.to_owned(),
                    least: 1,
                },
            );
        }
        words
    }

    /// A text in at least one language.
    pub(super) fn translated(
        &mut self,
        key: &str,
        lines: Lines,
        most: usize,
        report: &mut ProblemReport<'_>,
    ) -> Translated {
        match self.required(key, report) {
            Some(value) => translated(key, value, lines, most, report),
            None => Translated::default(),
        }
    }

    /// A text that may be absent, but not empty.
    pub(super) fn translated_if_any(
        &mut self,
        key: &str,
        lines: Lines,
        most: usize,
        report: &mut ProblemReport<'_>,
    ) -> Option<Translated> {
        let value = self.take(key)?;
        Some(translated(key, value, lines, most, report))
    }

    /// A table that may be absent.
    pub(super) fn table(&mut self, key: &str, report: &mut ProblemReport<'_>) -> Option<Fields<'d>> {
        let value = self.take(key)?;
        table(key, value, report)
    }

    /// A list of tables: `[[key]]`. Absent is empty.
    pub(super) fn tables(
        &mut self,
        key: &str,
        count: RangeInclusive<usize>,
        report: &mut ProblemReport<'_>,
    ) -> Vec<Fields<'d>> {
        let Some(value) = self.take(key) else {
            if *count.start() > 0 {
                report.at(self.position, Wrong::MissingKey { key: key.to_owned() });
            }
            return Vec::new();
        };
        let Some(list) = value.get_ref().as_array() else {
            report.at(
                value.span().start,
                Wrong::WrongType {
                    key: key.to_owned(),
                    expected: "list",
                },
            );
            return Vec::new();
        };
        let found = list.iter().count();
        if found < *count.start() {
            report.at(
                self.position,
                Wrong::TooFew {
                    key: key.to_owned(),
                    least: *count.start(),
                },
            );
        }
        if found > *count.end() {
            report.at(
                self.position,
                Wrong::TooMany {
                    key: key.to_owned(),
                    limit: *count.end(),
                },
            );
        }
        list.iter().filter_map(|item| table(key, item, report)).collect()
    }

    /// The sources: `[[sources]]` with a title and an address.
    pub(super) fn sources(&mut self, report: &mut ProblemReport<'_>) -> Vec<Source> {
        self.tables("sources", 0..=limits::SOURCES, report)
            .into_iter()
            .map(|mut source| {
                let (_, title) = source.line_or_empty("title", limits::SUMMARY, report);
                let (position, url) = source.line_or_empty("url", limits::URL, report);
                if unicode::is_blank(&title) && url.is_empty() {
                    report.at(
                        source.position,
                        Wrong::Blank {
                            key: "title".to_owned(),
                        },
                    );
                }
                if !url.is_empty() && !limits::is_address(&url) {
                    report.at(position, Wrong::BadAddress { value: url.clone() });
                }
                source.finish(report);
                Source { title, url }
            })
            .collect()
    }

    /// The three languages of a table that holds nothing else, such as an item to put in order.
    pub(super) fn languages(
        mut self,
        key: &str,
        lines: Lines,
        most: usize,
        report: &mut ProblemReport<'_>,
    ) -> Translated {
        let text = self.take_languages(key, lines, most, report);
        self.finish(report);
        text
    }

    /// The three languages of a table that holds other keys too, such as a choice.
    pub(super) fn take_languages(
        &mut self,
        key: &str,
        lines: Lines,
        most: usize,
        report: &mut ProblemReport<'_>,
    ) -> Translated {
        let mut text = Translated::default();
        for lang in Lang::ALL {
            if let Some(value) = self.take(lang.code()) {
                let words = checked_text(key, value, lines, most, report).unwrap_or_default();
                text.set(lang, &words);
            }
        }
        if text.is_empty() {
            report.at(self.position, Wrong::Blank { key: key.to_owned() });
        }
        text
    }
}

fn table<'d>(key: &str, value: Value<'d>, report: &mut ProblemReport<'_>) -> Option<Fields<'d>> {
    let position = value.span().start;
    let table = value.get_ref().as_table();
    if table.is_none() {
        report.at(
            position,
            Wrong::WrongType {
                key: key.to_owned(),
                expected: "table",
            },
        );
    }
    Some(Fields::new(table?, position))
}

fn translated(
    key: &str,
    value: Value<'_>,
    lines: Lines,
    most: usize,
    report: &mut ProblemReport<'_>,
) -> Translated {
    table(key, value, report)
        .map(|fields| fields.languages(key, lines, most, report))
        .unwrap_or_default()
}

fn word<T>(
    key: &str,
    value: Value<'_>,
    read: &impl Fn(&str) -> Option<T>,
    report: &mut ProblemReport<'_>,
) -> Option<T> {
    let position = value.span().start;
    let Some(text) = value.get_ref().as_str() else {
        report.at(
            position,
            Wrong::WrongType {
                key: key.to_owned(),
                expected: "text",
            },
        );
        return None;
    };
    let found = read(text);
    if found.is_none() {
        report.at(
            position,
            Wrong::UnknownWord {
                key: key.to_owned(),
                word: text.to_owned(),
            },
        );
    }
    found
}

fn number(
    key: &str,
    value: Value<'_>,
    range: RangeInclusive<u64>,
    report: &mut ProblemReport<'_>,
) -> Option<u64> {
    let position = value.span().start;
    let Some(integer) = value.get_ref().as_integer() else {
        report.at(
            position,
            Wrong::WrongType {
                key: key.to_owned(),
                expected: "number",
            },
        );
        return None;
    };
    let number = u64::from_str_radix(integer.as_str(), integer.radix())
        .ok()
        .filter(|n| range.contains(n));
    if number.is_none() {
        let (least, most) = range.into_inner();
        report.at(
            position,
            Wrong::OutOfRange {
                key: key.to_owned(),
                least,
                most,
            },
        );
    }
    number
}

fn checked_text(
    key: &str,
    value: Value<'_>,
    lines: Lines,
    most: usize,
    report: &mut ProblemReport<'_>,
) -> Option<String> {
    let position = value.span().start;
    let Some(text) = value.get_ref().as_str() else {
        report.at(
            position,
            Wrong::WrongType {
                key: key.to_owned(),
                expected: "text",
            },
        );
        return None;
    };
    let is_forbidden = match lines {
        Lines::One => is_not_a_line(text),
        Lines::Many => has_control(text),
    };
    if is_forbidden {
        report.at(position, Wrong::ForbiddenCharacter { key: key.to_owned() });
    }
    if text.chars().nth(most).is_some() {
        report.at(
            position,
            Wrong::TooLong {
                key: key.to_owned(),
                limit: most,
            },
        );
    }
    Some(text.to_owned())
}
