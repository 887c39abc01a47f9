//! Making wasm smaller with wasm-opt, where node is there to run it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;

use anyhow::{Context as _, Result, anyhow};

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
    // The queue is taken from its end: the largest, which takes longest, must not come last.
    let mut queue = files.clone();
    queue.sort_by_cached_key(|file| std::fs::metadata(file).map_or(0, |metadata| metadata.len()));
    let queue = Mutex::new(queue);
    let workers = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| -> Result<()> {
        let workers: Vec<_> = (0..workers)
            .map(|_| {
                scope.spawn(|| -> Result<()> {
                    loop {
                        let next = queue.lock().map_err(|_| anyhow!("another worker failed"))?.pop();
                        let Some(file) = next else { return Ok(()) };
                        shrink(&program, &file)?;
                    }
                })
            })
            .collect();
        for worker in workers {
            worker.join().map_err(|_| anyhow!("wasm-opt failed"))??;
        }
        Ok(())
    })?;
    say::detail(&format!(
        "wasm-opt: from {} to {}",
        say::size(before),
        say::size(size(&files)?)
    ));
    Ok(())
}

fn shrink(program: &Path, file: &Path) -> Result<()> {
    process::run(
        Command::new("node")
            .arg(program)
            .arg(file)
            .args(["-Oz", "--converge", "--quiet"])
            .args(FEATURES)
            .arg("-o")
            .arg(file),
    )
}

fn size(files: &[PathBuf]) -> Result<u64> {
    files.iter().try_fold(0, |sum, file| {
        let metadata = std::fs::metadata(file).with_context(|| format!("reading {}", file.display()))?;
        Ok(sum + metadata.len())
    })
}
