//! Writes the table of the built app that goes into the release binary.
//!
//! `cargo xtask dist` sets `MULTAQA_EMBED_SITE` to the folder of the built app; without it the table is empty
//! and the server reads the app from the folder named by `MULTAQA_SITE`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=MULTAQA_EMBED_SITE");
    let mut table = String::from("static EMBEDDED: &[(&str, &[u8])] = &[\n");
    if let Some(site) = env::var_os("MULTAQA_EMBED_SITE") {
        let site = PathBuf::from(site);
        println!("cargo::rerun-if-changed={}", site.display());
        let mut files = Vec::new();
        collect_files(&site, &mut files)?;
        files.sort();
        for file in files {
            let path = file.strip_prefix(&site).map_err(io::Error::other)?;
            let _ = writeln!(table, "    ({path:?}, include_bytes!({file:?})),");
        }
    }
    table.push_str("];\n");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("embedded_site.rs"), table)
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
