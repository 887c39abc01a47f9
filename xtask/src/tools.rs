//! Programs that come from npm: wasm-opt for the release app and axe-core for the accessibility tests.
//!
//! `xtask/tools/package-lock.json` pins them by hash; they are installed below `target`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result};

use crate::{process, say, workspace};

const NPM_LIMIT: Duration = Duration::from_secs(300);

/// The folder `node_modules` with the pinned packages, installed if need be; nothing where there is no npm.
pub(crate) fn installed() -> Result<Option<PathBuf>> {
    if process::find("node").is_none() || process::find("npm").is_none() {
        return Ok(None);
    }
    let source = workspace::root().join("xtask/tools");
    let folder = workspace::target().join("tools");
    let modules = folder.join("node_modules");
    let done = folder.join("installed-lock.json");
    let lock = workspace::read_text(&source.join("package-lock.json"))?;
    if modules.is_dir() && fs::read_to_string(&done).is_ok_and(|installed| installed == lock) {
        return Ok(Some(modules));
    }
    say::detail("npm ci: wasm-opt and axe-core (about 25 MB)");
    for file in ["package.json", "package-lock.json", ".npmrc"] {
        workspace::write(&folder.join(file), &workspace::read(&source.join(file))?)?;
    }
    let mut npm = Command::new("npm");
    npm.current_dir(&folder)
        .args(["ci", "--ignore-scripts", "--loglevel=error"]);
    process::run_within(&mut npm, NPM_LIMIT).context("installing the tools that come from npm failed")?;
    workspace::write(&done, lock.as_bytes())?;
    Ok(Some(modules))
}
