use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde_json::Value;

/// The manifest of a build, as `site::package` writes it.
#[derive(Debug)]
pub(crate) struct Manifest {
    files: Vec<File>,
    /// What a first visit to a page of each part fetches besides the frame: its bundle, or packs with their table.
    parts: BTreeMap<String, Vec<String>>,
}

/// A file and its size in each form, in bytes.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) size: u64,
    pub(crate) gzip: Option<u64>,
    pub(crate) brotli: Option<u64>,
}

impl File {
    /// What travels to a browser that takes brotli, as all have since 2017.
    pub(crate) fn wire(&self) -> u64 {
        self.brotli.unwrap_or(self.size)
    }

    /// The name without its folder.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
}

impl Manifest {
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self> {
        let manifest: Value = serde_json::from_slice(bytes).context("reading manifest.json")?;
        Self::from_json(&manifest).context("manifest.json is not what the build writes")
    }

    fn from_json(manifest: &Value) -> Option<Self> {
        let files = manifest.get("files")?.as_array()?.iter().map(|file| {
            Some(File {
                path: file.get("path")?.as_str()?.to_owned(),
                size: file.get("size")?.as_u64()?,
                gzip: file.get("gzip")?.as_u64(),
                brotli: file.get("brotli")?.as_u64(),
            })
        });
        let parts = manifest.get("parts")?.as_object()?.iter().map(|(part, files)| {
            let files = files.as_array()?.iter();
            let files = files.map(|file| file.as_str().map(str::to_owned));
            Some((part.clone(), files.collect::<Option<_>>()?))
        });
        Some(Self {
            files: files.collect::<Option<_>>()?,
            parts: parts.collect::<Option<_>>()?,
        })
    }

    pub(crate) fn files(&self) -> &[File] {
        &self.files
    }

    /// The names of the parts that are fetched later.
    pub(crate) fn parts(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// The bytes of a part with everything that it shares with other parts.
    pub(crate) fn part(&self, part: &str) -> u64 {
        let paths = self.parts.get(part).map(Vec::as_slice).unwrap_or_default();
        self.files
            .iter()
            .filter(|file| paths.contains(&file.path))
            .map(File::wire)
            .sum()
    }

    /// The bytes of everything that a first visit to a page in this part fetches, data aside.
    pub(crate) fn first_visit(&self, language: &str, part: &str) -> u64 {
        let start: u64 = self
            .files
            .iter()
            .filter(|file| starts_the_app(&file.path, language))
            .map(File::wire)
            .sum();
        start + self.part(part)
    }
}

/// What the page of a language asks for before anything of a part.
fn starts_the_app(path: &str, language: &str) -> bool {
    // The build holds the page once more, for the service worker.
    let Some((_, name)) = path.rsplit_once('/') else {
        return path == format!("index.{language}.html");
    };
    const ALWAYS: [&str; 6] = [
        "__wasm_split.js",
        "app.css",
        "app.js",
        "app_bg.wasm",
        "boot.js",
        "mark.svg",
    ];
    ALWAYS.contains(&name) || name == format!("{language}.ftl")
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::limits::FIRST_VISITS;
    use super::*;
    use serde_json::json;

    /// A manifest of files with this many bytes in brotli; a part `reading` of two packs.
    pub(crate) fn manifest(files: &[(&str, u64)]) -> Manifest {
        let files: Vec<Value> = files
            .iter()
            .map(|(name, brotli)| {
                json!({ "path": format!("b/1f/{name}"), "size": brotli * 10, "gzip": null, "brotli": brotli })
            })
            .collect();
        let mut parts: BTreeMap<&str, Vec<&str>> = FIRST_VISITS.map(|(part, _)| (part, Vec::new())).into();
        parts.insert("reading", vec!["b/1f/part0.pack", "b/1f/part1.pack"]);
        Manifest::from_json(&json!({ "files": files, "parts": parts })).unwrap()
    }

    #[test]
    fn a_first_visit_is_one_language_and_the_part_that_is_opened() {
        let manifest = manifest(&[
            ("app_bg.wasm", 100),
            ("part2.pack", 1_000),
            ("part0.pack", 20),
            ("part1.pack", 30),
            ("ar.ftl", 9),
            ("fr.ftl", 90),
        ]);
        assert_eq!(manifest.part("reading"), 50);
        assert_eq!(manifest.first_visit("ar", "reading"), 159);
        assert_eq!(manifest.first_visit("fr", "reading"), 240);
    }
}
