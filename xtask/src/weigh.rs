//! `cargo xtask weigh`: what the app costs the person who opens it.

mod limits;
mod manifest;

use std::path::Path;

use anyhow::{Result, bail};

use crate::say::{self, Steps};
use crate::site::{self, Effort};
use crate::{no_arguments, workspace};
pub(crate) use limits::FIRST_VISITS;
use limits::broken;
use manifest::Manifest;

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    no_arguments(arguments)?;
    let mut steps = Steps::new(site::STEPS + 1);
    let site = site::build(Effort::Small, &mut steps)?;
    steps.next("weighing it");
    hold(&site)?;
    steps.finish("nothing is heavier than it may be");
    Ok(())
}

/// Prints what a built app weighs, and fails when it is heavier than it may be.
pub(crate) fn hold(site: &Path) -> Result<()> {
    let broken = print(site)?;
    if !broken.is_empty() {
        bail!("too heavy:\n  {}", broken.join("\n  "));
    }
    Ok(())
}

/// Prints every file of a built app and the sums that matter; answers which limits are broken, in words.
pub(crate) fn print(site: &Path) -> Result<Vec<String>> {
    let manifest = Manifest::parse(&workspace::read(&site.join("manifest.json"))?)?;
    say::line(&format!("{:>12} {:>12} {:>12}  file", "raw", "gzip", "brotli"));
    for file in manifest.files() {
        let size = |bytes: Option<u64>| bytes.map_or_else(|| "–".to_owned(), say::size);
        say::line(&format!(
            "{:>12} {:>12} {:>12}  {}",
            say::size(file.size),
            size(file.gzip),
            size(file.brotli),
            file.path
        ));
    }
    say::line(&format!(
        "{:>12} {:>12} {:>12} {:>12}  first visit to a page of the part, in brotli",
        "the part", "in ar", "in fr", "in en"
    ));
    for part in manifest.parts() {
        let first = |language| say::size(manifest.first_visit(language, part));
        say::line(&format!(
            "{:>12} {:>12} {:>12} {:>12}  {part}",
            say::size(manifest.part(part)),
            first("ar"),
            first("fr"),
            first("en"),
        ));
    }
    Ok(broken(&manifest))
}
