//! Making wasm smaller with wasm-opt, where node is there to run it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::parallel::on_every_core;
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
    let mut files = workspace::files_below(folder)?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "wasm"));
    let before = size(&files)?;
    say::detail(&format!("wasm-opt: {} files, some minutes", files.len()));
    let mut queue = files.clone();
    queue.sort_by_cached_key(|file| std::fs::metadata(file).map_or(0, |metadata| metadata.len()));
    on_every_core(queue, |file| shrink(&program, &file))?;
    say::detail(&format!(
        "wasm-opt: from {} to {}",
        say::size(before),
        say::size(size(&files)?)
    ));
    Ok(())
}

fn shrink(program: &Path, file: &Path) -> Result<()> {
    let mut node = Command::new("node");
    node.arg(program)
        .arg(file)
        .args(["-Oz", "--quiet"])
        .args(FEATURES);
    if file.file_name().is_some_and(|name| name == "app_bg.wasm") {
        // Again and again until nothing more is gained: worth its minutes for the one file that everybody fetches.
        node.arg("--converge");
        // Packing leaves zeros out by cutting tables at every few of them: fewer bytes, but more in brotli.
        node.arg("--skip-pass=memory-packing");
    }
    process::run(node.arg("-o").arg(file))
}

fn size(files: &[PathBuf]) -> Result<u64> {
    files.iter().try_fold(0, |sum, file| {
        let metadata = std::fs::metadata(file).with_context(|| format!("reading {}", file.display()))?;
        Ok(sum + metadata.len())
    })
}
