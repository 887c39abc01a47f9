//! Making wasm smaller with Binaryen, where node is there to run it.

use std::cmp::Reverse;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::parallel::on_every_core;
use crate::{say, tools, workspace};

/// The script that optimises files in place; it says with which passes and features.
const SCRIPT: &str = "optimize.mjs";

/// The file that everybody fetches: it is optimised again and again until nothing more is gained.
const FIRST: &str = "app_bg.wasm";
/// What the script is told behind its name.
const CONVERGE: &str = " converge";

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
    on_every_core(shares(files.clone())?, |share| optimize(&script, &share))?;
    say::detail(&format!(
        "Binaryen: from {} to {}",
        say::size(before),
        say::size(size(&files)?)
    ));
    Ok(())
}

/// Runs one process, which reads what to do line by line. What it prints is shown when it fails: on each file it warns of
/// a part that it does not know.
fn optimize(script: &Path, lines: &str) -> Result<()> {
    let mut node = Command::new("node")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .context("starting node")?;
    if let Some(mut input) = node.stdin.take() {
        input
            .write_all(lines.as_bytes())
            .context("telling node what to do")?;
    }
    let outcome = node.wait_with_output().context("waiting for node")?;
    if !outcome.status.success() {
        bail!(
            "optimising the wasm failed: {}",
            String::from_utf8_lossy(&outcome.stderr)
        );
    }
    Ok(())
}

/// What each process does, a file on a line: about the same number of bytes for each core.
fn shares(mut files: Vec<PathBuf>) -> Result<Vec<String>> {
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let mut shares: Vec<(u64, String)> = vec![(0, String::new()); cores];
    files.sort_by_cached_key(|file| Reverse(file_size(file).unwrap_or_default()));
    for file in files {
        let Some((sum, share)) = shares.iter_mut().min_by_key(|(sum, _)| *sum) else {
            break;
        };
        let is_first = file.file_name().is_some_and(|name| name == FIRST);
        // Repeating it takes about as long as so many other files of its size.
        let (repetitions, option) = if is_first { (4, CONVERGE) } else { (1, "") };
        *sum += repetitions * file_size(&file)?;
        share.push_str(&format!("{}{option}\n", file.display()));
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
