//! `cargo xtask dist`: one binary with everything inside.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::say::{self, Steps};
use crate::site::{self, Effort};
use crate::{no_arguments, process, weigh, workspace};

/// What may be asked of a person to download and of a small server to hold.
const LARGEST_BINARY: u64 = 30 * 1024 * 1024;

/// Compiles the release of the server with this app inside, and returns the program.
pub(crate) fn compile(site: &Path) -> Result<PathBuf> {
    process::run(
        process::cargo()
            .args([
                "build",
                "--locked",
                "--release",
                "--package",
                "server",
                "--bin",
                "multaqa",
            ])
            .env("MULTAQA_EMBED_SITE", site),
    )?;
    Ok(workspace::target()
        .join("release")
        .join(workspace::executable("multaqa")))
}

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    no_arguments(arguments)?;
    let mut steps = Steps::new(site::STEPS + 2);
    let site = site::build(Effort::Small, &mut steps)?;

    steps.next("the server: compiling the release with the app inside (a few minutes the first time)");
    let built = compile(&site)?;

    steps.next("weighing it");
    let name = workspace::executable("multaqa");
    let binary = workspace::target().join("dist").join(&name);
    fs::create_dir_all(workspace::target().join("dist")).context("creating the folder dist")?;
    // A running binary cannot be written over, but it can be replaced.
    let fresh = binary.with_extension("new");
    fs::copy(&built, &fresh).with_context(|| format!("copying {}", built.display()))?;
    fs::rename(&fresh, &binary).with_context(|| format!("writing {}", binary.display()))?;
    for broken in weigh::print(&site)? {
        say::detail(&format!("too heavy: {broken}"));
    }
    let size = fs::metadata(&binary)
        .with_context(|| format!("reading {}", binary.display()))?
        .len();
    if size > LARGEST_BINARY {
        bail!(
            "{} is {}; at most {} is allowed",
            binary.display(),
            say::size(size),
            say::size(LARGEST_BINARY)
        );
    }
    steps.finish(&format!("{} is ready: {}", binary.display(), say::size(size)));
    Ok(())
}
