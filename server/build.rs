//! Writes the tables of what goes into the binary: the built app and the starter library.
//!
//! `cargo xtask dist` sets `MULTAQA_EMBED_SITE` to the folder of the built app; without it that table is empty
//! and the server reads the app from the folder named by `MULTAQA_SITE`. The starter library is always there.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=MULTAQA_EMBED_SITE");
    let site = env::var_os("MULTAQA_EMBED_SITE").map(PathBuf::from);
    embed(site.as_deref(), "EMBEDDED", "embedded_site.rs")?;
    let package = env::var_os("CARGO_MANIFEST_DIR").ok_or_else(|| io::Error::other("cargo sets this"))?;
    embed(
        Some(&Path::new(&package).join("starter")),
        "STARTER",
        "embedded_starter.rs",
    )
}

/// Writes a table of the paths and bytes of all files in a folder; an empty one when there is no folder.
fn embed(folder: Option<&Path>, name: &str, module: &str) -> io::Result<()> {
    let mut table = format!("static {name}: &[(&str, &[u8])] = &[\n");
    if let Some(folder) = folder {
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut files = Vec::new();
        collect_files(folder, &mut files)?;
        files.sort();
        for file in files {
            let path = file.strip_prefix(folder).map_err(io::Error::other)?;
            let _ = writeln!(table, "    ({path:?}, include_bytes!({file:?})),");
        }
    }
    table.push_str("];\n");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join(module), table)
}

fn collect_files(folder: &Path, into: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect_files(&path, into)?;
        } else {
            into.push(path);
        }
    }
    Ok(())
}
