//! `glossary.csv`: the network's words in three languages.

use std::collections::BTreeSet;

use super::problem::{Problem, ProblemReport, Wrong};
use super::source::text;
use super::table::rows;
use crate::lang::Translated;
use crate::limits;
use crate::slug::is_slug;

/// One term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Stable, in kebab-case.
    pub key: String,
    /// The preferred form in each language.
    pub text: Translated,
    /// How it was settled.
    pub status: TermStatus,
    /// A page where a form can be read, where there is one.
    pub source: Option<String>,
}

/// How a term was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermStatus {
    /// In use by an authority, the law or the Open Government Partnership.
    Official,
    /// At least one form is a rendering.
    Proposed,
}

impl TermStatus {
    /// The word in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Proposed => "proposed",
        }
    }
}

/// Where the glossary is.
pub(super) const PATH: &str = "glossary.csv";

/// The columns, in the order in which they are written.
pub(super) const COLUMNS: [&str; 6] = ["key", "ar", "fr", "en", "status", "source_url"];

/// Reads the glossary by itself, without the rest of a library.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read_glossary(file: &str) -> Result<Vec<Term>, Vec<Problem>> {
    let mut problems = Vec::new();
    let terms = read(PATH, file.as_bytes(), &mut problems);
    if problems.is_empty() {
        Ok(terms)
    } else {
        Err(problems)
    }
}

pub(super) fn read(path: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Vec<Term> {
    let Some(text) = text(path, bytes, problems) else {
        return Vec::new();
    };
    let mut report = ProblemReport::new(path, &text, problems);
    let mut keys = BTreeSet::new();
    let mut terms = Vec::new();
    for row in rows(&text, COLUMNS, &mut report).unwrap_or_default() {
        let key = row.cell("key");
        if !is_slug(key) {
            report.at_line(
                row.line,
                Wrong::BadSlug {
                    value: key.to_owned(),
                },
            );
        }
        if !keys.insert(key.to_owned()) {
            report.at_line(
                row.line,
                Wrong::Duplicate {
                    key: "key".to_owned(),
                    value: key.to_owned(),
                },
            );
        }
        let status = match row.cell("status") {
            "official" => TermStatus::Official,
            "proposed" => TermStatus::Proposed,
            word => {
                let word = word.to_owned();
                report.at_line(
                    row.line,
                    Wrong::UnknownWord {
                        key: "status".to_owned(),
                        word,
                    },
                );
                TermStatus::Proposed
            }
        };
        terms.push(Term {
            key: key.to_owned(),
            text: row.translated(["ar", "fr", "en"], limits::TITLE, &mut report),
            status,
            source: row.address("source_url", &mut report),
        });
    }
    terms
}
