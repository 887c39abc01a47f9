//! Which messages the code of the app asks for: the frame and public pages have only the first file of a language.
//!
//! A key stands literally in the code that asks for it, so it is among the data of its piece.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use wasmparser::{Parser, Payload};

use super::bind::Split;
use super::messages;
use crate::weigh::FIRST_VISITS;
use crate::workspace;

/// The parts without a page that anybody may read, which are shown once all messages are there: see `app/src/routes/row.rs`.
const WITH_LATER_WORDS: [&str; 5] = ["account", "coordinating", "studying", "teaching", "writing"];

/// Fails where code that runs with the first messages alone asks for others.
pub(crate) fn check(split: &Split, work: &Path) -> Result<()> {
    let keys = Keys::of(&messages::first("ar")?, &messages::later("ar")?);
    for part in WITH_LATER_WORDS {
        if !split.parts.contains_key(part) || FIRST_VISITS.iter().any(|(public, _)| *public == part) {
            bail!("`{part}` is public, or no part of the app");
        }
    }
    let mut wrong = BTreeSet::new();
    let mut look = |file: &str, of: &str| -> Result<()> {
        for key in keys.later_ones_in(&workspace::read(&work.join(file))?)? {
            wrong.insert(format!("{of}: {key}"));
        }
        Ok(())
    };
    look("app_bg.wasm", "the frame")?;
    for (part, pieces) in &split.parts {
        if !WITH_LATER_WORDS.contains(&part.as_str()) {
            for piece in pieces {
                look(piece, &format!("the part `{part}`"))?;
            }
        }
    }
    if !wrong.is_empty() {
        let wrong: Vec<_> = wrong.into_iter().collect();
        bail!(
            "messages that are only in files of later words (xtask/src/site/messages.rs) are asked for by code that does \
             not wait for them:\n  {}",
            wrong.join("\n  ")
        );
    }
    Ok(())
}

/// What an app may ask for.
struct Keys {
    first: BTreeSet<String>,
    later: BTreeSet<String>,
    /// The words with which keys begin.
    areas: BTreeSet<String>,
    longest: usize,
}

impl Keys {
    /// The keys of two texts of Fluent. A family of keys (`key_of` in the app) stands in the code by what its keys begin
    /// with: a beginning of two words or more stands for its keys.
    fn of(first: &str, later: &str) -> Self {
        let first: BTreeSet<String> = keys(first).map(str::to_owned).collect();
        let mut later: BTreeSet<String> = keys(later).map(str::to_owned).collect();
        let areas = first
            .iter()
            .chain(&later)
            .map(|key| area(key).to_owned())
            .collect();
        let families: Vec<String> = later
            .iter()
            .flat_map(|key| key.rmatch_indices('-').filter_map(|(at, _)| key.get(..at)))
            .filter(|family| family.contains('-') && !first.contains(*family))
            .map(str::to_owned)
            .collect();
        later.extend(families);
        let longest = first
            .iter()
            .chain(&later)
            .map(String::len)
            .max()
            .unwrap_or_default();
        Self {
            first,
            later,
            areas,
            longest,
        }
    }

    /// The later ones among the data of a wasm file.
    fn later_ones_in(&self, wasm: &[u8]) -> Result<BTreeSet<String>> {
        let mut found = BTreeSet::new();
        for payload in Parser::new(0).parse_all(wasm) {
            if let Payload::DataSection(section) = payload? {
                for segment in section {
                    let segment = segment.context("reading the data of a piece")?;
                    let is_of_key =
                        |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-';
                    for run in segment.data.split(|byte| !is_of_key(byte)) {
                        self.later_ones_among(std::str::from_utf8(run)?, &mut found);
                    }
                }
            }
        }
        Ok(found)
    }

    /// Literals stand one behind the other without anything in between: the longest key at a place counts.
    fn later_ones_among(&self, run: &str, found: &mut BTreeSet<String>) {
        // A debug build names the file of each view, `app-src-pages-learn-….rs`, and nothing else follows up to the dot.
        let mut rest = run.split("app-src-").next().unwrap_or_default();
        while let Some(next) = rest.get(1..) {
            let length = self
                .areas
                .contains(area(rest))
                .then(|| self.longest_key_at(rest))
                .flatten();
            let Some(key) = length.and_then(|length| rest.get(..length)) else {
                rest = next;
                continue;
            };
            if self.later.contains(key) {
                found.insert(key.to_owned());
            }
            rest = rest.get(key.len()..).unwrap_or_default();
        }
    }

    fn longest_key_at(&self, text: &str) -> Option<usize> {
        (1..=self.longest.min(text.len())).rev().find(|length| {
            text.get(..*length)
                .is_some_and(|key| self.first.contains(key) || self.later.contains(key))
        })
    }
}

fn keys(source: &str) -> impl Iterator<Item = &str> {
    source
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once(" =")?.0))
}

fn area(key: &str) -> &str {
    key.split('-').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{DataSection, Module};

    fn found(literals: &[&str]) -> Vec<String> {
        let keys = Keys::of(
            "learn-title = a\nnetwork-learn-quiz = i\nlearn-quiz-passed = b\nlearn-counts = { $count ->\n    [one] c\n   *[other] d\n}\n",
            "learn-quiz = e\nlearn-title-of = f\nwriting-hint-title = g\nwriting-hint-text = h\n",
        );
        let mut data = DataSection::new();
        data.passive(literals.concat().into_bytes());
        let mut module = Module::new();
        module.section(&data);
        keys.later_ones_in(&module.finish())
            .unwrap()
            .into_iter()
            .collect()
    }

    #[test]
    fn a_later_message_is_found_between_others() {
        assert_eq!(
            found(&["learn-title", "learn-quiz-passed", "learn-counts"]),
            [""; 0]
        );
        assert_eq!(
            found(&["learn-title", "learn-quiz", "learn-counts"]),
            ["learn-quiz"]
        );
        assert_eq!(found(&["/", "learn-title-of", "\0"]), ["learn-title-of"]);
        assert_eq!(found(&["title", "learn-title-of"]), ["learn-title-of"]);
        assert_eq!(found(&["network-learn-quiz", "learn-quiz-passed"]), [""; 0]);
        assert_eq!(found(&["learn-title", "app-src-pages-learn-quiz.rs-96"]), [""; 0]);
        assert_eq!(
            found(&["learn-quiz", "app-src-pages-learn.rs-96"]),
            ["learn-quiz"]
        );
    }

    #[test]
    fn a_family_stands_for_its_messages() {
        assert_eq!(found(&["learn-title", "writing-hint", "title"]), ["writing-hint"]);
        assert_eq!(found(&["writing", "learn-", "hint-title"]), [""; 0]);
    }
}
