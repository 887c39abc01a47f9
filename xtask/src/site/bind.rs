//! Splitting the wasm file into what starts the app and what is fetched later, and writing its JavaScript.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, bail};
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support as split;

use super::{Effort, names};
use crate::workspace;

/// The module that the app's wasm imports the loaders of its parts from; `super::packs` writes it.
pub(crate) const LOADER: &str = "__wasm_split.js";

/// What the splitting made of the app.
pub(crate) struct Split {
    /// The names of the parts of `app/src/pages/parts.rs`, each with the wasm files in `work` that it is made of.
    pub(crate) parts: BTreeMap<String, BTreeSet<String>>,
    /// In a build with checks: the name that every later file asks of the first, so that none of another build runs.
    pub(crate) canary: Option<String>,
}

/// Turns the compiled app into `app.js`, `app_bg.wasm` and the wasm files of its parts, all in `work`.
pub(crate) fn run(wasm: &Path, work: &Path, effort: Effort) -> Result<Split> {
    let input = workspace::read(wasm)?;
    // The part of the app that starts it; bindgen reads it and writes it anew.
    let unbound = work.with_extension("unbound.wasm");
    let link_name = format!("./{LOADER}");
    let mut options = split::Options::new(&input);
    options.output_dir = work;
    options.main_out_path = &unbound;
    options.main_module = "./app.js";
    options.link_name = &link_name;
    let parts = split::transform(options)
        .map_err(|error| anyhow!("splitting {} failed: {error:#}", wasm.display()))?;

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
    let mut output = bindgen
        .generate_output()
        .context("writing the JavaScript of the app failed")?;
    let short = (effort == Effort::Small).then(|| names::shorten_imports(&mut output));
    output
        .emit(work)
        .with_context(|| format!("writing the app to {}", work.display()))?;
    if let Some(short) = short {
        names::shorten_glue(&work.join("app.js"), &short)?;
    }
    fs::remove_file(&unbound).with_context(|| format!("removing {}", unbound.display()))?;

    // The loader that came with the splitting fetches each of some hundred files by itself.
    let loader = work.join(LOADER);
    let canary = canary(&workspace::read_text(&loader)?);
    fs::remove_file(&loader).with_context(|| format!("removing {}", loader.display()))?;
    let parts: BTreeMap<_, _> = parts
        .prefetch_map
        .into_iter()
        .map(|(part, stems)| {
            (
                part,
                stems.into_iter().map(|stem| format!("{stem}.wasm")).collect(),
            )
        })
        .collect();
    if parts.is_empty() {
        bail!("the app has no part that is fetched later, but `app/src/pages/parts.rs` says so");
    }
    Ok(Split { parts, canary })
}

fn canary(loader: &str) -> Option<String> {
    let (_, rest) = loader.split_once("__canary_")?;
    let digits: String = rest.chars().take_while(char::is_ascii_hexdigit).collect();
    Some(format!("__canary_{digits}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_canary_is_found_where_there_is_one() {
        let loader = "sharedImports = { __wasm_split: { __canary_1fa0: ~0xdead, } };";
        assert_eq!(canary(loader).as_deref(), Some("__canary_1fa0"));
        assert_eq!(canary("sharedImports = { __wasm_split: {  } };"), None);
    }
}
