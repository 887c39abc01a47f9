//! `cargo xtask check`: what the code must hold to before it is tested.

mod purity;

use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result};

use crate::say::{self, Steps};
use crate::wasm_toolchain::WasmToolchain;
use crate::{flag, process};

/// A test may end with a panic: that is how it fails. Clippy sees this by itself only in functions marked `#[test]`,
/// not in those that such functions share.
const FREE_IN_TESTS: [&str; 7] = [
    "clippy::unwrap_used",
    "clippy::expect_used",
    "clippy::panic",
    "clippy::indexing_slicing",
    "clippy::string_slice",
    "clippy::print_stdout",
    "clippy::print_stderr",
];

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
    lint(&["--workspace"], &[])?;
    lint(
        &["--workspace", "--tests", "--benches", "--examples"],
        &FREE_IN_TESTS,
    )?;

    steps.next("clippy, for the browser");
    let toolchain = WasmToolchain::find()?;
    say::detail(&format!("with {}", toolchain.describe()));
    lint_for_browser(&toolchain)?;

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

/// The flags go to clippy alone: in RUSTFLAGS they would have every dependency compiled a second time.
fn lint(targets: &[&str], allowed: &[&str]) -> Result<()> {
    let mut cargo = process::cargo();
    cargo
        .args(["clippy", "--locked"])
        .args(targets)
        .args(["--", "-Dwarnings"]);
    for lint in allowed {
        cargo.args(["--allow", lint]);
    }
    process::run(&mut cargo)
}

/// Debian's compiler has no clippy that matches it, so there the code is only checked.
fn lint_for_browser(toolchain: &WasmToolchain) -> Result<()> {
    let mut cargo = toolchain.cargo();
    let subcommand = match toolchain {
        WasmToolchain::Active => "clippy",
        WasmToolchain::Debian { .. } => "check",
    };
    cargo
        .args([
            subcommand,
            "--locked",
            "--package",
            "shared",
            "--package",
            "app",
            "--features",
            "app/csr",
        ])
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
