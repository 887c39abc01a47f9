//! The rule that `shared` holds the domain and nothing of the world around it.

use anyhow::{Result, bail};

use crate::wasm_toolchain::TARGET;
use crate::{process, workspace};

/// Each of these would bring a runtime, a database, a network, a clock, randomness, a browser or a regex engine.
const FORBIDDEN: [&str; 26] = [
    "aho-corasick",
    "axum",
    "chrono",
    "fancy-regex",
    "futures-executor",
    "getrandom",
    "gloo-net",
    "hyper",
    "jiff",
    "js-sys",
    "leptos",
    "mio",
    "rand",
    "redb",
    "regex",
    "regex-automata",
    "regex-lite",
    "reqwest",
    "rusqlite",
    "socket2",
    "sqlx",
    "time",
    "tokio",
    "wasm-bindgen",
    "wasm-bindgen-futures",
    "web-sys",
];

/// The same world, reached through the standard library.
const WORLD: [&str; 9] = [
    "std::env",
    "std::fs",
    "std::io",
    "std::net",
    "std::process",
    "std::thread",
    "Instant::now",
    "SystemTime",
    "std::os",
];

/// Looks at what `shared` links, on this machine and in the browser.
pub(crate) fn dependencies() -> Result<()> {
    for target in [None, Some(TARGET)] {
        let mut cargo = process::cargo();
        cargo.args(["tree", "--locked", "--package", "shared", "--edges", "normal"]);
        cargo.args(["--prefix", "none", "--format", "{p}"]);
        if let Some(target) = target {
            cargo.args(["--target", target]);
        }
        let tree = process::output(&mut cargo)?;
        let found = forbidden_in(&tree);
        if !found.is_empty() {
            bail!("shared depends on {}, which it must not", found.join(", "));
        }
    }
    Ok(())
}

fn forbidden_in(tree: &str) -> Vec<&str> {
    let mut found: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|package| FORBIDDEN.contains(package))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Looks at what the source of `shared` names.
pub(crate) fn sources() -> Result<()> {
    let root = workspace::root();
    let mut found = Vec::new();
    for file in workspace::files_below(&root.join("shared/src"))? {
        let is_rust = file.extension().is_some_and(|extension| extension == "rs");
        if !is_rust || file.file_stem().is_some_and(|name| name == "tests") {
            continue;
        }
        let source = workspace::read_text(&file)?;
        for (number, name) in world_in(&source) {
            let file = file.strip_prefix(&root).unwrap_or(&file).display();
            found.push(format!("{file}:{number} names {name}"));
        }
    }
    if !found.is_empty() {
        bail!(
            "shared must not touch the world around it, but:\n{}",
            found.join("\n")
        );
    }
    Ok(())
}

/// Lines, counted from 1, that reach for the world; comments and what follows the tests' module do not count.
fn world_in(source: &str) -> Vec<(usize, &'static str)> {
    source
        .lines()
        .enumerate()
        .take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .filter_map(|(at, line)| Some((at + 1, *WORLD.iter().find(|name| line.contains(*name))?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forbidden_package_is_found_by_its_whole_name() {
        let tree = "shared v0.1.0 (/somewhere)\nserde v1.0.1\ntime-core v0.1.0\ngetrandom v0.4.1 (*)\n";
        assert_eq!(forbidden_in(tree), ["getrandom"]);
    }

    #[test]
    fn the_world_is_seen_outside_comments_and_tests() {
        let source = "// std::fs is not used\nuse std::fs;\n#[cfg(test)]\nuse std::env;\n";
        assert_eq!(world_in(source), [(2, "std::fs")]);
    }
}
