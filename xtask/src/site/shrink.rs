//! Making wasm smaller with Binaryen, where node is there to run it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::parallel::on_every_core;
use crate::{process, say, tools, workspace};

/// The script that optimises files in place; it says with which passes and features.
const SCRIPT: &str = "optimize.mjs";

/// The file that everybody fetches: it is optimised again and again until nothing more is gained.
const FIRST: &str = "app_bg.wasm";

/// Rewrites every wasm file in `folder`; without node it says so and leaves them as they are.
pub(crate) fn run(folder: &Path) -> Result<()> {
    let Some(tools) = tools::installed()? else {
        say::detail("wasm-opt is skipped because there is no npm: the app works, but is somewhat larger");
        return Ok(());
    };
    let mut files = workspace::files_below(folder)?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "wasm"));
    let before = size(&files)?;
    let script = tools.with_file_name(SCRIPT);
    workspace::write(
        &script,
        &workspace::read(&workspace::root().join("xtask/tools").join(SCRIPT))?,
    )?;
    say::detail(&format!("Binaryen: {} files", files.len()));
    on_every_core(shares(files.clone())?, |share| {
        process::run(Command::new("node").arg(&script).args(share))
    })?;
    say::detail(&format!(
        "Binaryen: from {} to {}",
        say::size(before),
        say::size(size(&files)?)
    ));
    Ok(())
}

/// What each process does, as its arguments: about the same number of bytes for each core.
fn shares(mut files: Vec<PathBuf>) -> Result<Vec<Vec<PathBuf>>> {
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let mut shares: Vec<(u64, Vec<PathBuf>)> = vec![(0, Vec::new()); cores];
    files.sort_by_cached_key(|file| std::cmp::Reverse(file_size(file).unwrap_or_default()));
    for file in files {
        let is_first = file.file_name().is_some_and(|name| name == FIRST);
        let Some((sum, share)) = shares.iter_mut().min_by_key(|(sum, _)| *sum) else {
            break;
        };
        let size = file_size(&file)?;
        if is_first {
            // The option stands before all files; its repetitions count as files of that size.
            share.splice(0..0, [PathBuf::from("--converge"), file]);
            *sum += 4 * size;
        } else {
            share.push(file);
            *sum += size;
        }
    }
    Ok(shares.into_iter().map(|(_, share)| share).collect())
}

fn size(files: &[PathBuf]) -> Result<u64> {
    files.iter().try_fold(0, |sum, file| Ok(sum + file_size(file)?))
}

fn file_size(file: &Path) -> Result<u64> {
    let metadata = std::fs::metadata(file).with_context(|| format!("reading {}", file.display()))?;
    Ok(metadata.len())
}
