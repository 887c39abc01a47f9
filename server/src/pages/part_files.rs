//! The files of the app's code that a public page needs besides the frame: named in its head, so that the browser asks
//! for them before the app runs and can say so itself.

use super::public_address::PublicAddress;
use crate::assets::Assets;
use serde_json::Value;
use std::collections::BTreeMap;

/// The files that a first visit to a page of each part fetches, as the build's manifest lists them.
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
    pub(super) fn needed_at(&self, place: &PublicAddress) -> &[String] {
        let files = app::server::part_at(&place.below_language()).and_then(|part| self.0.get(part));
        files.map(Vec::as_slice).unwrap_or_default()
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
            files.needed_at(&PublicAddress::Home),
            ["/b/1f/part0.pack", "/b/1f/part1.pack"]
        );
        assert!(files.needed_at(&PublicAddress::Network).is_empty());
        assert!(PartFiles::parse(b"{}").is_none());
    }
}
