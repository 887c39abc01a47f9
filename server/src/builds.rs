//! The build of the app that was served before this one: its files stay reachable.
//!
//! A tab that was opened before an update fetches the parts of its own build when it needs them. The data folder
//! therefore keeps the files of the build that is served, and of the one before it; never more.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::{fs, process};

use crate::assets::Assets;
use crate::private;

/// The build that is served now, and the one before.
const KEPT: usize = 2;

/// Keeps the files of the current build for the time after the next update, and adds those of the build before to
/// what is served. The folder is `builds` in the data folder; `order` in it names the builds, the newest first.
///
/// # Errors
/// The folder cannot be read or written. The current build is served all the same.
pub fn keep(assets: &mut Assets, data: &Path) -> io::Result<()> {
    let Some(current) = assets.build().map(str::to_owned) else {
        return Ok(());
    };
    let folder = data.join("builds");
    let order_file = folder.join("order");
    let mut order = read_order(&order_file)?;
    order.retain(|build| *build != current);
    order.insert(0, current.clone());
    order.truncate(KEPT);

    let copy = folder.join(&current);
    if !copy.is_dir() {
        write_build(assets, &copy)?;
    }
    // The order comes after the files: a name in it always has its folder.
    private::write_file(&order_file, order.join("\n").as_bytes())?;
    forget_others(&folder, &order)?;
    for previous in order.iter().skip(1) {
        assets.add_build(previous, &folder.join(previous))?;
    }
    Ok(())
}

fn read_order(file: &Path) -> io::Result<Vec<String>> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(text
            .lines()
            .filter(|name| is_name(name))
            .map(str::to_owned)
            .collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// Names become parts of paths: hexadecimal digits and nothing else.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Under another name first, so that a folder that is there is whole.
fn write_build(assets: &Assets, copy: &Path) -> io::Result<()> {
    let unfinished = unfinished(copy);
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished)?;
    }
    private::create_folder(&unfinished)?;
    for (name, bytes) in assets.files_of_build() {
        let file = unfinished.join(name);
        if let Some(parent) = file.parent() {
            private::create_folder(parent)?;
        }
        private::create_file(&file)?.write_all(bytes)?;
    }
    fs::rename(&unfinished, copy)
}

fn unfinished(path: &Path) -> PathBuf {
    path.with_extension(format!("{}.unfinished", process::id()))
}

fn forget_others(folder: &Path, order: &[String]) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let is_kept = entry
            .file_name()
            .to_str()
            .is_some_and(|name| order.iter().any(|build| build == name));
        if entry.file_type()?.is_dir() && !is_kept {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_folder::TestFolder;
    use axum::body::Bytes;

    fn app(build: &str) -> Assets {
        Assets::from_files([
            ("index.ar.html".to_owned(), Bytes::from_static(b"<!doctype html>")),
            (format!("b/{build}/app.js"), Bytes::from(format!("build {build}"))),
            (format!("b/{build}/app.js.br"), Bytes::from_static(b"br")),
        ])
    }

    fn served(assets: &Assets, build: &str) -> Option<String> {
        let file = assets.get(&format!("/b/{build}/app.js"))?;
        assert!(file.immutable && file.brotli.is_some());
        Some(String::from_utf8(file.bytes.to_vec()).unwrap())
    }

    #[test]
    fn the_build_before_stays_reachable_and_older_ones_go() {
        let data = TestFolder::new();
        for (build, before, gone) in [
            ("0a", None, None),
            ("0b", Some("0a"), None),
            // Started again: nothing changes.
            ("0b", Some("0a"), None),
            ("0c", Some("0b"), Some("0a")),
            // Back to the build before: the one that was left is the previous one now.
            ("0b", Some("0c"), Some("0a")),
        ] {
            let mut assets = app(build);
            keep(&mut assets, data.path()).unwrap();
            assert_eq!(served(&assets, build), Some(format!("build {build}")));
            assert_eq!(assets.build(), Some(build));
            if let Some(before) = before {
                assert_eq!(served(&assets, before), Some(format!("build {before}")));
            }
            if let Some(gone) = gone {
                assert_eq!(served(&assets, gone), None);
                assert!(!data.path().join("builds").join(gone).exists());
            }
        }
    }

    #[test]
    fn what_a_broken_start_left_behind_is_no_build() {
        let data = TestFolder::new();
        let builds = data.path().join("builds");
        fs::create_dir_all(builds.join("0a.123.unfinished")).unwrap();
        fs::write(builds.join("order"), "../0b\n").unwrap();
        let mut assets = app("0c");
        keep(&mut assets, data.path()).unwrap();
        assert_eq!(fs::read_to_string(builds.join("order")).unwrap(), "0c");
        assert!(!builds.join("0a.123.unfinished").exists());
    }
}
