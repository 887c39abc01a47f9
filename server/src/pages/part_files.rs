//! The files of the app's code that a public page needs besides the frame: named in its head, so that the browser asks
//! for them before the app runs and can say so itself.

use super::place::Place;
use crate::assets::Assets;
use serde_json::Value;
use std::collections::BTreeMap;

/// The files of each part of the app's code, as the build's manifest lists them.
#[derive(Debug, Default)]
pub(super) struct PartFiles(BTreeMap<String, Vec<String>>);

impl PartFiles {
    /// Reads the manifest of the built app. Without one the app fetches the files when it runs.
    pub(super) fn of(assets: &Assets) -> Self {
        let manifest = assets.get("manifest.json");
        manifest
            .and_then(|manifest| Self::parse(&manifest.bytes))
            .unwrap_or_default()
    }

    fn parse(manifest: &[u8]) -> Option<Self> {
        let manifest: Value = serde_json::from_slice(manifest).ok()?;
        let parts = manifest.get("parts")?.as_object()?.iter().map(|(part, files)| {
            let files = files
                .as_array()?
                .iter()
                .map(|file| Some(format!("/{}", file.as_str()?)));
            Some((part.clone(), files.collect::<Option<_>>()?))
        });
        Some(Self(parts.collect::<Option<_>>()?))
    }

    /// The addresses of the files that the page at this place needs.
    pub(super) fn needed_at(&self, place: &Place) -> &[String] {
        self.0.get(part_of(place)).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The part that the page is in, as `app/src/parts.rs` has it.
const fn part_of(place: &Place) -> &'static str {
    match place {
        Place::Home => "front",
        Place::Catalogue => "catalogue",
        Place::Module(_) => "module",
        Place::Lesson(..) => "lesson",
        Place::Experiences => "listing",
        Place::Experience(_) => "reading",
        Place::Network => "directory",
        Place::Collectivity(_) => "collectivity",
        Place::Certificate(_) => "certificate",
        Place::About => "about",
        Place::Glossary => "glossary",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_the_files_of_its_part() {
        let manifest = br#"{ "build": "1f", "parts": { "front": ["b/1f/part0.pack", "b/1f/part1.pack"] } }"#;
        let files = PartFiles::parse(manifest).unwrap();
        assert_eq!(
            files.needed_at(&Place::Home),
            ["/b/1f/part0.pack", "/b/1f/part1.pack"]
        );
        assert!(files.needed_at(&Place::Network).is_empty());
        assert!(PartFiles::parse(b"{}").is_none());
    }

    /// The part that the app itself has the page in: its router names the page's function, and a part holds it.
    fn part_in_the_app(pattern: &str) -> &'static str {
        let router = include_str!("../../../app/src/router.rs");
        let (_, page) = router.split_once(&format!("\n    \"{pattern}\" => ")).unwrap();
        let (page, _) = page.split_once(';').unwrap();
        let parts = include_str!("../../../app/src/parts.rs");
        let (before, _) = parts
            .split_once(&format!("        {page}, fetch_{page} => "))
            .unwrap();
        before
            .lines()
            .rev()
            .find_map(|line| line.strip_suffix(" {"))
            .unwrap()
            .trim()
    }

    #[test]
    fn the_files_are_those_of_the_part_that_the_page_is_in() {
        let pages = [
            ("", ""),
            ("about", "about"),
            ("certificates/AB12-CD34", "certificates/:number"),
            ("experiences", "experiences"),
            ("experiences/one", "experiences/:experience"),
            ("glossary", "glossary"),
            ("learn", "learn"),
            ("learn/one", "learn/:module"),
            ("learn/one/two", "learn/:module/:lesson"),
            ("network", "network"),
            ("network/one", "network/:collectivity"),
        ];
        for (path, pattern) in pages {
            assert_eq!(
                part_of(&Place::at(path).unwrap()),
                part_in_the_app(pattern),
                "{path}"
            );
        }
    }
}
