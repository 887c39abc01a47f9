use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::programs::Programs;
use super::temporary_folder::TemporaryFolder;

/// The app as it was built, under the name of another build: what a server has after an update.
pub struct OtherBuild {
    folder: TemporaryFolder,
    name: String,
}

impl OtherBuild {
    /// Everything is as in the build that was tested, but for the name.
    #[must_use]
    pub fn make() -> Self {
        let held = TemporaryFolder::new("site");
        let folder = held.path();
        copy(&Programs::get().site, folder);
        let worker = fs::read_to_string(folder.join("service-worker.js")).expect("the site has a worker");
        let old = build_of(&worker);
        let name: String = old.chars().rev().collect();
        fs::rename(folder.join("b").join(&old), folder.join("b").join(&name)).expect("a build has a folder");
        let mut worker = worker.replace(&old, &name);
        for page in ["index.ar.html", "index.fr.html", "index.en.html", "reset.html"] {
            let inside = folder.join("b").join(&name).join(page);
            let before = fs::read_to_string(&inside).expect("a build has its pages");
            let after = before.replace(&old, &name);
            worker = worker.replace(&hash_of(&before), &hash_of(&after));
            for file in [inside, folder.join(page)] {
                fs::write(&file, &after).expect("the site can be written to");
                forget_compressed(&file);
            }
        }
        let file = folder.join("service-worker.js");
        fs::write(&file, worker).expect("the site can be written to");
        forget_compressed(&file);
        Self { folder: held, name }
    }

    /// One file of the build is a page of somebody else, as a network that wants a ticket makes it.
    #[must_use]
    pub fn poisoned(self) -> Self {
        let file = self.folder.path().join("b").join(&self.name).join("app_bg.wasm");
        fs::write(&file, "<!doctype html><h1>Please buy a ticket</h1>").expect("the site can be written to");
        forget_compressed(&file);
        self
    }

    /// Its folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The name of the build.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The addresses of the files that a device keeps.
    #[must_use]
    pub fn files(&self) -> Vec<String> {
        files_of(self.folder.path())
    }
}

/// The folder of the build that is tested.
#[must_use]
pub fn site_under_test() -> &'static Path {
    &Programs::get().site
}

/// Whether the build that is tested has a file of its own for a first visit to a public page, as a release has.
#[must_use]
pub fn has_bundles() -> bool {
    let builds = fs::read_dir(site_under_test().join("b")).expect("a site has a build");
    builds
        .flatten()
        .flat_map(|build| fs::read_dir(build.path()).expect("a build has files").flatten())
        .any(|file| file.file_name().to_string_lossy().ends_with(".bundle.wasm"))
}

/// The name of the build that was tested, and the addresses of the files that a device keeps.
#[must_use]
pub fn build_under_test() -> (String, Vec<String>) {
    let site = &Programs::get().site;
    let worker = fs::read_to_string(site.join("service-worker.js")).expect("the site has a worker");
    (build_of(&worker), files_of(site))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder for a site can be made");
    for entry in fs::read_dir(from).expect("the site can be read") {
        let path = entry.expect("the site can be read").path();
        let Some(name) = path.file_name() else { continue };
        let target = to.join(name);
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a file of the site can be copied");
        }
    }
}

fn build_of(worker: &str) -> String {
    let (_, rest) = worker
        .split_once("\"id\":\"")
        .expect("the worker names its build");
    rest.chars().take_while(char::is_ascii_hexdigit).collect()
}

fn files_of(site: &Path) -> Vec<String> {
    let builds = fs::read_dir(site.join("b")).expect("a site has a build");
    builds
        .flatten()
        .flat_map(|build| {
            let name = build.file_name().to_string_lossy().into_owned();
            let files = fs::read_dir(build.path()).into_iter().flatten().flatten();
            files
                .map(|file| file.file_name().to_string_lossy().into_owned())
                .filter(|file| !file.ends_with(".br") && !file.ends_with(".gz"))
                // One file for a first visit; a device that keeps the app keeps the same code in packs.
                .filter(|file| !file.ends_with(".bundle.wasm"))
                .map(|file| format!("/b/{name}/{file}"))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn hash_of(text: &str) -> String {
    use std::fmt::Write as _;
    Sha256::digest(text).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn forget_compressed(file: &Path) {
    for end in ["br", "gz"] {
        // Small files have none.
        let _ = fs::remove_file(format!("{}.{end}", file.display()));
    }
}
