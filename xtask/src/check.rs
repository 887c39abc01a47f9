//! `cargo xtask check`: what the code must hold to before it is tested.

mod purity;

use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result};

use crate::say::{self, Steps};
use crate::wasm_toolchain::WasmToolchain;
use crate::{flag, process};

const COMPONENTS_LIMIT: Duration = Duration::from_secs(300);

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let fix = flag(arguments, "--fix")?;
    let mut steps = Steps::new(6);

    steps.next("formatting");
    components()?;
    if fix {
        process::run(process::cargo().args(["fmt", "--all"]))?;
    }
    process::run(process::cargo().args(["fmt", "--all", "--check"]))
        .context("the code is not formatted; `cargo xtask check --fix` formats it")?;

    steps.next("clippy, for this machine");
    // The flags go to clippy alone: in RUSTFLAGS they would have every dependency compiled a second time.
    process::run(process::cargo().args([
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--",
        "-Dwarnings",
    ]))?;

    steps.next("clippy, for the browser");
    let toolchain = WasmToolchain::find()?;
    say::detail(&format!("with {}", toolchain.describe()));
    for package in ["shared", "app"] {
        lint_for_browser(&toolchain, package)?;
    }

    steps.next("documentation");
    process::run(
        process::cargo()
            .args(["doc", "--locked", "--workspace", "--no-deps"])
            .env("RUSTDOCFLAGS", "-Dwarnings"),
    )?;

    steps.next("shared depends on no runtime, database, browser or randomness");
    purity::dependencies()?;

    steps.next("shared touches no file, network, clock or environment");
    purity::sources()?;
    steps.finish("all checks passed");
    Ok(())
}

/// Debian's compiler has no clippy that matches it, so there the code is only checked.
fn lint_for_browser(toolchain: &WasmToolchain, package: &str) -> Result<()> {
    let mut cargo = toolchain.cargo();
    let subcommand = match toolchain {
        WasmToolchain::Active => "clippy",
        WasmToolchain::Debian { .. } => "check",
    };
    cargo
        .args([subcommand, "--locked", "--package", package])
        .args(toolchain.build_arguments());
    if subcommand == "clippy" {
        cargo.args(["--", "-Dwarnings"]);
    }
    process::run(&mut cargo)
}

/// rustup's minimal profile leaves both out.
fn components() -> Result<()> {
    let there = |tool: &str| process::answer(process::cargo().args([tool, "--version"])).is_some();
    if there("fmt") && there("clippy") {
        return Ok(());
    }
    say::detail("rustup component add rustfmt clippy");
    process::run_within(
        Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]),
        COMPONENTS_LIMIT,
    )
    .context("rustfmt and clippy are needed: install these two components of the active Rust toolchain")
}
