//! `cargo xtask weigh`: what the app costs the person who opens it.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::say::{self, Steps};
use crate::site::{self, Effort};
use crate::{no_arguments, workspace};

/// The promises: a first visit in one language, and every part that is fetched later. In bytes of brotli.
const FIRST_VISIT: u64 = 250 * 1024;
const LATER_PART: u64 = 60 * 1024;

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    no_arguments(arguments)?;
    let mut steps = Steps::new(site::STEPS + 1);
    let site = site::build(Effort::Small, &mut steps)?;
    steps.next("weighing it");
    let weight = print(&site)?;
    if weight.first_visit > FIRST_VISIT || weight.largest_part > LATER_PART {
        bail!(
            "too heavy: a first visit may take {} and a later part {}",
            say::size(FIRST_VISIT),
            say::size(LATER_PART)
        );
    }
    Ok(())
}

/// What the promises are about, in bytes on the wire.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Weight {
    first_visit: u64,
    largest_part: u64,
}

/// Prints every file of a built app and the sums that matter.
pub(crate) fn print(site: &Path) -> Result<Weight> {
    let manifest = workspace::read(&site.join("manifest.json"))?;
    let manifest: Value = serde_json::from_slice(&manifest).context("reading manifest.json")?;
    let files = files_of(&manifest).context("manifest.json is not what the build writes")?;
    say::line(&format!("{:>12} {:>12} {:>12}  file", "raw", "gzip", "brotli"));
    for file in &files {
        let size = |bytes: Option<u64>| bytes.map_or_else(|| "–".to_owned(), say::size);
        say::line(&format!(
            "{:>12} {:>12} {:>12}  {}",
            say::size(file.size),
            size(file.gzip),
            size(file.brotli),
            file.path
        ));
    }
    let weight = weigh(&files);
    say::line(&format!(
        "first visit in Arabic: {} in brotli; largest part fetched later: {}",
        say::size(weight.first_visit),
        say::size(weight.largest_part)
    ));
    Ok(weight)
}

#[derive(Debug)]
struct File {
    path: String,
    size: u64,
    gzip: Option<u64>,
    brotli: Option<u64>,
}

fn files_of(manifest: &Value) -> Option<Vec<File>> {
    manifest
        .get("files")?
        .as_array()?
        .iter()
        .map(|file| {
            Some(File {
                path: file.get("path")?.as_str()?.to_owned(),
                size: file.get("size")?.as_u64()?,
                gzip: file.get("gzip")?.as_u64(),
                brotli: file.get("brotli")?.as_u64(),
            })
        })
        .collect()
}

fn weigh(files: &[File]) -> Weight {
    let mut weight = Weight::default();
    for file in files {
        let wire = file.brotli.unwrap_or(file.size);
        let name = file.path.rsplit('/').next().unwrap_or_default();
        if is_fetched_later(name) {
            weight.largest_part = weight.largest_part.max(wire);
        } else if is_for_arabic(name) {
            weight.first_visit += wire;
        }
    }
    weight
}

/// The splitter names its parts after what they hold; the main part is the only other wasm file.
fn is_fetched_later(name: &str) -> bool {
    name.ends_with(".wasm") && name != "app_bg.wasm"
}

fn is_for_arabic(name: &str) -> bool {
    !["index.fr.html", "index.en.html", "fr.ftl", "en.ftl"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_visit_is_one_language_and_no_later_part() {
        let file = |path: &str, size, brotli| File {
            path: path.to_owned(),
            size,
            gzip: None,
            brotli,
        };
        let files = [
            file("b/1f/app_bg.wasm", 1000, Some(100)),
            file("b/1f/split_quiz.wasm", 500, Some(50)),
            file("b/1f/chunk_0.wasm", 500, Some(60)),
            file("b/1f/ar.ftl", 90, Some(9)),
            file("b/1f/fr.ftl", 90, Some(9)),
            file("index.ar.html", 5, None),
            file("index.en.html", 5, None),
        ];
        assert_eq!(
            weigh(&files),
            Weight {
                first_visit: 114,
                largest_part: 60
            }
        );
    }
}
