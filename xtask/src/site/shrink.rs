//! Making wasm smaller with wasm-opt, where node is there to run it.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::{process, say, tools, workspace};

/// The features that rustc emits and every browser since 2021 has. Not all that wasm-opt knows: some would make
/// imports that browsers refuse.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
];

/// Rewrites every wasm file in `folder`; without node it says so and leaves them as they are.
pub(crate) fn run(folder: &Path) -> Result<()> {
    let Some(tools) = tools::installed()? else {
        say::detail("wasm-opt is skipped because there is no npm: the app works, but is somewhat larger");
        return Ok(());
    };
    let program = tools.join("binaryen/bin/wasm-opt");
    for file in workspace::files_below(folder)? {
        if file.extension().is_none_or(|extension| extension != "wasm") {
            continue;
        }
        let before = size(&file)?;
        process::run(
            Command::new("node")
                .arg(&program)
                .arg(&file)
                .args(["-Oz", "--converge", "--quiet"])
                .args(FEATURES)
                .arg("-o")
                .arg(&file),
        )?;
        say::detail(&format!(
            "wasm-opt: {} from {} to {}",
            file.file_name().unwrap_or_default().to_string_lossy(),
            say::size(before),
            say::size(size(&file)?)
        ));
    }
    Ok(())
}

fn size(file: &Path) -> Result<u64> {
    Ok(std::fs::metadata(file)
        .with_context(|| format!("reading {}", file.display()))?
        .len())
}
