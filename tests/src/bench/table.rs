use std::fmt::Write as _;

use serde_json::{Value, json};

use super::error::BenchResult;
use super::machine::Machine;
use super::statistics::Series;

/// What a value should be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// Not more than this.
    AtMost(f64),
    /// Not less than this.
    AtLeast(f64),
}

impl Target {
    fn words(self, unit: &str) -> String {
        let (sign, limit) = match self {
            Self::AtMost(limit) => ("≤", limit),
            Self::AtLeast(limit) => ("≥", limit),
        };
        with_unit(&format!("{sign} {}", number(limit)), unit)
    }

    /// How many times over the target the value is; at most 1 when it is met.
    fn distance(self, value: f64) -> f64 {
        match self {
            Self::AtMost(limit) => value / limit,
            Self::AtLeast(limit) => limit / value,
        }
    }
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What was measured.
    pub measure: String,
    /// In what.
    pub unit: &'static str,
    /// What it should be, if anybody said so.
    pub target: Option<Target>,
    /// What the runs gave; empty when it could not be measured.
    pub series: Series,
    /// How it was measured, or why it was not.
    pub note: String,
}

impl Row {
    /// A line with what the runs gave.
    #[must_use]
    pub fn new(measure: impl Into<String>, unit: &'static str, series: Series) -> Self {
        Self {
            measure: measure.into(),
            unit,
            target: None,
            series,
            note: String::new(),
        }
    }

    /// A line with one value.
    #[must_use]
    pub fn once(measure: impl Into<String>, unit: &'static str, value: f64) -> Self {
        Self::new(measure, unit, Series::new([value]))
    }

    /// A line that says why there is no value.
    #[must_use]
    pub fn without(measure: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::new(measure, "", Series::default()).note(reason)
    }

    /// The line with what it should be.
    #[must_use]
    pub const fn target(mut self, target: Target) -> Self {
        self.target = Some(target);
        self
    }

    /// The line with how it was measured.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// `met`, or by how much it was missed.
    #[must_use]
    pub fn verdict(&self) -> String {
        let Some(median) = self.series.median() else {
            return "not measured".to_owned();
        };
        let Some(target) = self.target else {
            return String::new();
        };
        let distance = target.distance(median);
        if distance <= 1.0 {
            "met".to_owned()
        } else {
            format!("missed by × {}", number(distance))
        }
    }

    fn markdown(&self) -> String {
        let value = self
            .series
            .median()
            .map_or_else(|| "–".to_owned(), |median| with_unit(&number(median), self.unit));
        let spread = match self.series.spread() {
            Some((least, most)) if self.series.values().len() > 1 => {
                format!("{} – {}", number(least), number(most))
            }
            _ => String::new(),
        };
        let target = self
            .target
            .map_or_else(String::new, |target| target.words(self.unit));
        let cells = [
            &self.measure,
            &value,
            &spread,
            &target,
            &self.verdict(),
            &self.note,
        ];
        cells.iter().fold("|".to_owned(), |mut line, cell| {
            let _ = write!(line, " {} |", cell.replace('|', "\\|").replace('\n', " "));
            line
        })
    }

    fn json(&self) -> Value {
        let target = self.target.map(|target| match target {
            Target::AtMost(limit) => json!({ "at_most": limit }),
            Target::AtLeast(limit) => json!({ "at_least": limit }),
        });
        json!({
            "measure": self.measure,
            "unit": self.unit,
            "median": self.series.median(),
            "runs": self.series.values(),
            "target": target,
            "verdict": self.verdict(),
            "note": self.note,
        })
    }
}

/// The whole table.
#[derive(Clone, Debug)]
pub struct BenchReport {
    machine: Machine,
    settings: String,
    load_at_the_end: String,
    parts: Vec<(String, Vec<Row>)>,
}

impl BenchReport {
    /// A table without lines, for this machine, with how often and how much was measured in words.
    #[must_use]
    pub const fn new(machine: Machine, settings: String) -> Self {
        Self {
            machine,
            settings,
            load_at_the_end: String::new(),
            parts: Vec::new(),
        }
    }

    /// Says how much the machine had to do when the last line was measured.
    pub fn ends_with_load(&mut self, load: String) {
        self.load_at_the_end = load;
    }

    /// Adds lines under a heading. When they could not be measured at all, one line says so.
    pub fn add(&mut self, heading: &str, rows: BenchResult<Vec<Row>>) {
        let rows = rows.unwrap_or_else(|error| vec![Row::without(heading, error.to_string())]);
        match self.parts.iter_mut().find(|(held, _)| held == heading) {
            Some((_, held)) => held.extend(rows),
            None => self.parts.push((heading.to_owned(), rows)),
        }
    }

    /// The table for people.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut text = format!("# The bench\n\n{}\n", self.machine.words());
        if !self.load_at_the_end.is_empty() {
            let _ = writeln!(text, "Load when it ended: {}.", self.load_at_the_end);
        }
        let _ = writeln!(text, "{}", self.settings);
        for (heading, rows) in &self.parts {
            let _ = write!(
                text,
                "\n## {heading}\n\n| Measure | Median | Least – most | Target | | How |\n|---|---|---|---|---|---|\n"
            );
            for row in rows {
                let _ = writeln!(text, "{}", row.markdown());
            }
        }
        text
    }

    /// The table for programs.
    #[must_use]
    pub fn json(&self) -> Value {
        let parts = self.parts.iter().map(|(heading, rows)| {
            let rows: Vec<_> = rows.iter().map(Row::json).collect();
            json!({ "heading": heading, "rows": rows })
        });
        json!({
            "machine": self.machine.json(),
            "settings": self.settings,
            "load_at_the_end": self.load_at_the_end,
            "parts": parts.collect::<Vec<_>>(),
        })
    }
}

fn with_unit(number: &str, unit: &str) -> String {
    if unit.is_empty() {
        number.to_owned()
    } else {
        format!("{number} {unit}")
    }
}

/// Three digits are enough for what is never twice the same; whole numbers stay whole.
fn number(value: f64) -> String {
    let size = value.abs();
    if size >= 100.0 || value.fract() == 0.0 {
        format!("{value:.0}")
    } else if size >= 10.0 {
        format!("{value:.1}")
    } else if size >= 0.1 || size == 0.0 {
        format!("{value:.2}")
    } else {
        format!("{value:.4}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::BenchError;

    #[test]
    fn a_line_says_by_how_much_its_target_was_missed() {
        let slow = Row::new("start", "s", Series::new([0.6, 0.4, 0.5])).target(Target::AtMost(0.25));
        assert_eq!(slow.verdict(), "missed by × 2");
        assert_eq!(
            slow.markdown(),
            "| start | 0.50 s | 0.40 – 0.60 | ≤ 0.25 s | missed by × 2 |  |"
        );
        let few = Row::once("pages", "/s", 8_000.0).target(Target::AtLeast(10_000.0));
        assert_eq!(few.verdict(), "missed by × 1.25");
        assert_eq!(few.target(Target::AtLeast(8_000.0)).verdict(), "met");
    }

    #[test]
    fn what_could_not_be_measured_is_said_and_not_left_out() {
        let mut report = BenchReport::new(Machine::default(), String::new());
        report.add("The peer", Err(BenchError("no network | at all".to_owned())));
        let text = report.markdown();
        assert!(
            text.contains("| The peer | – |  |  | not measured | no network \\| at all |"),
            "{text}"
        );
    }

    #[test]
    fn both_forms_hold_the_same_lines() {
        let mut report = BenchReport::new(Machine::default(), String::new());
        report.add("Server", Ok(vec![Row::once("a", "s", 1.0)]));
        report.add("Server", Ok(vec![Row::once("b", "s", 2.0)]));
        let json = report.json();
        let rows = json.pointer("/parts/0/rows").and_then(Value::as_array);
        assert_eq!(rows.map(Vec::len), Some(2));
        assert_eq!(report.markdown().matches("## Server").count(), 1);
    }
}
