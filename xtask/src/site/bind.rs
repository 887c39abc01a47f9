//! Splitting the wasm file into what starts the app and what is fetched later, and writing its JavaScript.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support as split;

use super::Effort;
use crate::{say, workspace};

/// The files of a build by the path below their build folder, with where each lies now.
pub(crate) type Files = BTreeMap<String, PathBuf>;

/// Turns the compiled app into JavaScript modules and wasm files in `work`.
pub(crate) fn run(wasm: &Path, work: &Path, effort: Effort) -> Result<Files> {
    let input = workspace::read(wasm)?;
    // The part of the app that starts it; bindgen reads it and writes it anew.
    let unbound = work.with_extension("unbound.wasm");
    let mut options = split::Options::new(&input);
    options.output_dir = work;
    options.main_out_path = &unbound;
    options.main_module = "./app.js";
    options.link_name = "./__wasm_split.js";
    let parts = split::transform(options)
        .map_err(|error| anyhow!("splitting {} failed: {error:#}", wasm.display()))?;
    say::detail(&format!(
        "parts that are fetched when they are needed: {}",
        parts.split_modules.len()
    ));

    let mut bindgen = Bindgen::new();
    bindgen
        .web(true)?
        .input_path(&unbound)
        .out_name("app")
        .typescript(false)
        .keep_lld_exports(true)
        .demangle(false)
        .omit_default_module_path(false)
        // Names of functions make a panic readable, and a file half as large again.
        .remove_name_section(effort == Effort::Small);
    bindgen
        .generate(work)
        .context("writing the JavaScript of the app failed")?;
    fs::remove_file(&unbound).with_context(|| format!("removing {}", unbound.display()))?;

    workspace::files_below(work)?
        .into_iter()
        .map(|file| {
            let name = file.strip_prefix(work)?.to_string_lossy().replace('\\', "/");
            Ok((name, file))
        })
        .collect()
}
