//! One fingerprint over everything that the app is made of, so that it is rebuilt exactly when something changed.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;
use sha2::{Digest as _, Sha256};

use super::Effort;
use crate::{process, workspace};

const FOLDERS: [&str; 6] = [
    "app",
    "shared/src",
    "style",
    "locales",
    "xtask/src",
    "xtask/tools",
];
const FILES: [&str; 5] = [
    "Cargo.toml",
    "Cargo.lock",
    "shared/Cargo.toml",
    "xtask/Cargo.toml",
    ".cargo/config.toml",
];

/// A line that differs whenever the built app could differ.
pub(crate) fn fingerprint(effort: Effort) -> Result<String> {
    let root = workspace::root();
    let mut hash = Sha256::new();
    let mut files: Vec<PathBuf> = FILES.iter().map(|file| root.join(file)).collect();
    for folder in FOLDERS {
        files.extend(workspace::files_below(&root.join(folder))?);
    }
    for file in files {
        let content = if file.is_file() {
            workspace::read(&file)?
        } else {
            Vec::new()
        };
        hash.update(
            file.strip_prefix(&root)
                .unwrap_or(&file)
                .to_string_lossy()
                .as_bytes(),
        );
        hash.update(content.len().to_le_bytes());
        hash.update(content);
    }
    let compiler = process::answer(Command::new("rustc").arg("--version")).unwrap_or_default();
    let origin = env::var("MULTAQA_WASM_TOOLCHAIN").unwrap_or_default();
    // Only the small build uses node, and installing it later is a reason to build again.
    let node = effort == Effort::Small && process::find("npm").is_some();
    hash.update(format!("{compiler}|{origin}|{node}"));
    Ok(hex(&hash.finalize()))
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
