//! Building the app: from Rust, CSS and Fluent files to a folder that the server hands out as it is.
//!
//! The contract with the server, which keeps its side in `server/src/assets.rs`:
//! - `index.ar.html`, `index.fr.html`, `index.en.html` start the app in a language, `reset.html` clears what it keeps
//!   in a browser, and `service-worker.js` keeps a build there; they are asked for each time;
//! - `b/<build-id>/…` holds everything else of one build (and those pages once more, for the service worker) and never
//!   changes, so it may be cached for ever;
//! - beside a file may lie the same name with `.br` and `.gz`: the same content, compressed;
//! - `pages.ar.ftl` and so on are the words of the pages that the server writes; those of the app are in the build;
//! - `manifest.json` lists every file with its SHA-256 and sizes, and the files that a first visit to each part fetches,
//!   for the server and for tools;
//! - a development server finds the folder through `MULTAQA_SITE`; a release binary carries it, because
//!   `server/build.rs` embeds the folder that `MULTAQA_EMBED_SITE` names while the server is compiled.

mod asked;
mod bind;
mod bundles;
mod compile;
mod inputs;
mod install;
mod merge;
mod messages;
mod names;
mod package;
mod packs;
mod pages;
mod shrink;
mod styles;
mod worker;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use bundles::Bundles;

use crate::say::{self, Steps};
use crate::wasm_toolchain::WasmToolchain;
use crate::{flag, workspace};

/// The three languages, each with its writing direction.
const LANGUAGES: [(&str, &str); 3] = [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")];

/// What an app is built for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effort {
    /// For development and tests: quick to build, with checks and names inside.
    Quick,
    /// For people: as small as it gets.
    Small,
}

impl Effort {
    fn name(self) -> &'static str {
        match self {
            Self::Quick => "site",
            Self::Small => "site-release",
        }
    }
}

/// How many steps [`build`] announces.
pub(crate) const STEPS: usize = 2;

/// `cargo xtask build`.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let effort = if flag(arguments, "--release")? {
        Effort::Small
    } else {
        Effort::Quick
    };
    let mut steps = Steps::new(STEPS);
    let site = build(effort, &mut steps)?;
    steps.finish(&format!("the app is in {}", site.display()));
    Ok(())
}

/// Builds the app if anything that it is made of changed, and returns its folder.
pub(crate) fn build(effort: Effort, steps: &mut Steps) -> Result<PathBuf> {
    let site = workspace::target().join(effort.name());
    let stamp = workspace::target().join(format!("{}.stamp", effort.name()));
    let inputs = inputs::fingerprint(effort)?;
    if site.join("index.ar.html").is_file() && fs::read_to_string(&stamp).is_ok_and(|built| built == inputs) {
        steps.next("the app: compiled before, nothing changed");
        steps.next("the app: packaged before, nothing changed");
        return Ok(site);
    }
    steps.next("the app: compiling it for the browser");
    let toolchain = WasmToolchain::find()?;
    say::detail(&format!("with {}", toolchain.describe()));
    let wasm = compile::run(&toolchain, effort)?;

    steps.next("the app: packaging it");
    let work = emptied(&workspace::target().join(format!("{}.work", effort.name())))?;
    let split = bind::run(&wasm, &work, effort)?;
    asked::check(&split, &work)?;
    let mut bundles = Bundles::new();
    if effort == Effort::Small {
        bundles = bundles::run(&split, &work)?;
        shrink::run(&work)?;
    }
    let packs = packs::run(&split, &bundles, &work, effort)?;
    let fresh = emptied(&workspace::target().join(format!("{}.new", effort.name())))?;
    package::run(&work, &packs, &bundles, &fresh, effort)?;
    // An interrupted build must not look finished: the stamp goes first and comes back last.
    if stamp.exists() {
        fs::remove_file(&stamp).with_context(|| format!("removing {}", stamp.display()))?;
    }
    if site.exists() {
        fs::remove_dir_all(&site).with_context(|| format!("removing {}", site.display()))?;
    }
    fs::rename(&fresh, &site).with_context(|| format!("renaming {}", fresh.display()))?;
    workspace::write(&stamp, inputs.as_bytes())?;
    Ok(site)
}

/// The folder of the crate `app`.
fn workspace_app() -> PathBuf {
    workspace::root().join("app")
}

fn emptied(folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    Ok(folder.to_owned())
}
