//! Compiling the crate `app` to one wasm file that can still be split.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use super::Effort;
use crate::wasm_toolchain::WasmToolchain;
use crate::{process, workspace};

/// Has Leptos forget the type of each component's view. Otherwise the type of a page names every element in it, the
/// same code is written for each of these types, and compiling them takes several times as long.
const ERASED: [&str; 2] = ["--cfg", "erase_components"];

/// Compiles the app and returns the path of its wasm file.
pub(crate) fn run(toolchain: &WasmToolchain, effort: Effort) -> Result<PathBuf> {
    same_bindgen_everywhere(&workspace::read_text(&workspace::root().join("Cargo.lock"))?)?;
    let results;
    let mut cargo;
    match effort {
        Effort::Quick => {
            results = toolchain.results("debug");
            cargo = toolchain.cargo();
            start(&mut cargo, toolchain);
            // The profile `dev` under its own name, so that macros and build scripts are compiled once for the app and
            // for the host. Wholly unoptimised wasm would be too large to split and too slow to test.
            cargo
                .args(["--config", "profile.dev.opt-level=1"])
                .env("RUSTFLAGS", flags(&[]));
        }
        Effort::Small => {
            let small;
            (cargo, small) = toolchain.cargo_for_size();
            results = toolchain.small_results(small, "wasm");
            start(&mut cargo, toolchain);
            cargo
                .args(["--profile", "wasm"])
                .args(small.arguments(toolchain))
                .env("RUSTFLAGS", flags(small.flags()));
        }
    }
    // Only the last link needs the relocations; as a flag of the last crate they cause no dependency to be rebuilt.
    cargo.args(["--", "-Clink-arg=--emit-relocs"]);
    process::run(&mut cargo)?;
    Ok(results.join("app.wasm"))
}

fn start(cargo: &mut Command, toolchain: &WasmToolchain) {
    cargo
        .args([
            "rustc",
            "--locked",
            "--package",
            "app",
            "--bin",
            "app",
            "--features",
            "csr",
        ])
        .args(toolchain.build_arguments());
}

/// The compiler's flags for the app and all that it is made of, the standard library included.
fn flags(more: &[&str]) -> String {
    [ERASED.as_slice(), more].concat().join(" ")
}

/// The library in the app and the program that writes its JavaScript must be the same version to the last digit.
fn same_bindgen_everywhere(lock: &str) -> Result<()> {
    let inside = locked_version(lock, "wasm-bindgen");
    let writer = locked_version(lock, "wasm-bindgen-cli-support");
    if inside.is_none() || inside != writer {
        bail!(
            "Cargo.lock has wasm-bindgen {} and wasm-bindgen-cli-support {}; they must be the same. \
             Set wasm-bindgen-cli-support in xtask/Cargo.toml to `={}`",
            inside.unwrap_or("nowhere"),
            writer.unwrap_or("nowhere"),
            inside.unwrap_or("…"),
        );
    }
    Ok(())
}

fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_versions_of_bindgen_are_refused_by_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.131\"\n\n\
                    [[package]]\nname = \"wasm-bindgen-cli-support\"\nversion = \"0.2.130\"\n";
        let error = same_bindgen_everywhere(lock).unwrap_err().to_string();
        assert!(error.contains("`=0.2.131`"), "{error}");
    }

    #[test]
    fn the_lock_file_of_this_checkout_agrees_with_itself() {
        let lock = workspace::read_text(&workspace::root().join("Cargo.lock")).unwrap();
        same_bindgen_everywhere(&lock).unwrap();
    }
}
