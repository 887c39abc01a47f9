//! Putting the pieces of the app that are fetched later into packs.
//!
//! The splitting makes a wasm file for every set of parts that share some code: hundreds of them, most below a
//! kilobyte. Fetching each by itself would cost a weak network more than the code. So pieces that are needed by about
//! the same parts are laid one behind the other into one file, a pack, and the loader (`app/loader.js`, filled in here)
//! fetches the packs that a part needs and starts the pieces in them that it needs.

mod grouping;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use super::bind::{LOADER, Split};
use super::bundles::Bundles;
use super::package::brotli;
use super::{Effort, merge, workspace_app};
use crate::{say, workspace};
use grouping::{Piece, grouped};

/// The file that tells the loader what is in which pack. A first visit that fetches a bundle does without.
pub(crate) const TABLE: &str = "packs.json";

/// The names of the parts, each with the packs that it needs.
pub(crate) type PacksOfParts = BTreeMap<String, Vec<String>>;

/// Replaces the pieces in `work` by packs, and writes the loader.
pub(crate) fn run(split: &Split, bundles: &Bundles, work: &Path, effort: Effort) -> Result<PacksOfParts> {
    let parts = &split.parts;
    if parts.len() > 31 {
        bail!("the loader has room for 31 parts, and there are {}", parts.len());
    }
    let pieces = pieces(split, work, effort)?;
    let packs = grouped(&pieces);
    say::detail(&format!(
        "{} parts are fetched when they are needed, in {} packs of {} pieces",
        parts.len(),
        packs.len(),
        pieces.len()
    ));
    let mut table = Vec::new();
    let mut packs_of_parts: PacksOfParts = parts.keys().map(|part| (part.clone(), Vec::new())).collect();
    for (number, pack) in packs.iter().enumerate() {
        let name = format!("part{number}.pack");
        let mut bytes = Vec::new();
        let mut lengths = Vec::new();
        for piece in pack.iter().filter_map(|index| pieces.get(*index)) {
            let file = work.join(&piece.file);
            let code = workspace::read(&file)?;
            fs::remove_file(&file).with_context(|| format!("removing {}", file.display()))?;
            lengths.push(format!("[{},{}]", code.len(), piece.parts));
            bytes.extend(code);
        }
        workspace::write(&work.join(&name), &bytes)?;
        table.push(format!("[\"{name}\",[{}]]", lengths.join(",")));
        let needed_by = pack
            .iter()
            .filter_map(|index| pieces.get(*index))
            .fold(0, |all, piece| all | piece.parts);
        for (bit, packs) in packs_of_parts.values_mut().enumerate() {
            if needed_by & (1 << bit) != 0 {
                packs.push(name.clone());
            }
        }
    }
    let loaders: String = parts
        .keys()
        .enumerate()
        .map(|(bit, part)| {
            format!(
                "export const __wasm_split_load_{part} = loader({});\n",
                1_u32 << bit
            )
        })
        .collect();
    let bundles: String = parts
        .keys()
        .enumerate()
        .filter_map(|(bit, part)| Some(format!("[{}, \"{}\"],\n", 1_u32 << bit, bundles.get(part)?)))
        .collect();
    let template = workspace::read_text(&workspace_app().join("loader.js"))?;
    let canary = split
        .canary
        .as_ref()
        .map(|name| format!("{name}: 0,"))
        .unwrap_or_default();
    let loader = template
        .replace("/* bundles */", &bundles)
        .replace("/* canary */", &canary)
        .replace("/* loaders */", &loaders);
    if !loader.contains(&bundles) || !loader.contains(&loaders) {
        bail!("app/loader.js lacks one of its two places");
    }
    workspace::write(&work.join(LOADER), loader.as_bytes())?;
    workspace::write(&work.join(TABLE), format!("[{}]\n", table.join(",\n")).as_bytes())?;
    Ok(packs_of_parts)
}

/// Every wasm file that is fetched later, with the parts that need it: bit 0 is the first part.
fn pieces(split: &Split, work: &Path, effort: Effort) -> Result<Vec<Piece>> {
    let mut needed_by: BTreeMap<&String, u32> = BTreeMap::new();
    for (bit, files) in split.parts.values().enumerate() {
        for file in files {
            *needed_by.entry(file).or_default() |= 1 << bit;
        }
    }
    needed_by
        .into_iter()
        .map(|(file, parts)| {
            let path = work.join(file);
            let mut code = workspace::read(&path)?;
            if effort == Effort::Small {
                code = merge::without_custom_sections(&code)?;
                workspace::write(&path, &code)?;
            }
            Ok(Piece {
                file: file.clone(),
                parts,
                // What it weighs alone; among others of its kind it weighs less.
                weight: brotli(&code, effort)?.len() as u64,
            })
        })
        .collect()
}
