//! The built app: every file of it with its compressed forms, held in memory.
//!
//! A release binary carries the files inside; a development server reads the folder that `cargo xtask` built.
//! Files of one build live together under `b/<build-id>/` and never change, so they may be cached for ever;
//! the pages `index.<language>.html` and `reset.html` and the service worker name the build and must be asked for
//! again each time. `builds` keeps the files of the build before reachable.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use axum::body::Bytes;
use sha2::{Digest as _, Sha256};

include!(concat!(env!("OUT_DIR"), "/embedded_site.rs"));

/// All files of the built app by their path without a leading slash.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    files: BTreeMap<String, Asset>,
    build: Option<String>,
}

/// One file of the built app.
#[derive(Debug, Clone)]
pub struct Asset {
    /// The file as it is.
    pub bytes: Bytes,
    /// The same file compressed with gzip, where that is smaller.
    pub gzip: Option<Bytes>,
    /// The same file compressed with brotli, where that is smaller.
    pub brotli: Option<Bytes>,
    /// The media type, with its charset for text.
    pub content_type: &'static str,
    /// Whether the path names this content for ever, so that it never needs to be asked for again.
    pub immutable: bool,
    /// A strong entity tag of the uncompressed bytes, in its quotes.
    pub etag: String,
}

/// Why the built app cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum AssetsError {
    /// A folder or file of the built app cannot be read.
    #[error("the built app in {folder} cannot be read: {source}")]
    Unreadable {
        /// The folder that was named.
        folder: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The folder is there but holds no page to start from.
    #[error("{folder} holds no built app; `cargo xtask serve` builds one")]
    NoPage {
        /// The folder that was named.
        folder: PathBuf,
    },
    /// The binary carries no app and no folder was named.
    #[error(
        "this binary carries no app: name the folder of a built one with MULTAQA_SITE, or start with `cargo xtask serve`"
    )]
    NothingEmbedded,
}

impl Assets {
    /// The app in `folder` if one is named, otherwise the one that the binary carries.
    ///
    /// # Errors
    /// When the folder cannot be read or holds no page, or when no folder is named and the binary carries no app.
    pub fn open(folder: Option<&Path>) -> Result<Self, AssetsError> {
        let Some(folder) = folder else {
            let assets = Self::from_files(
                EMBEDDED
                    .iter()
                    .map(|(path, bytes)| ((*path).to_owned(), Bytes::from_static(bytes))),
            );
            return if assets.files.is_empty() {
                Err(AssetsError::NothingEmbedded)
            } else {
                Ok(assets)
            };
        };
        let mut files = Vec::new();
        read_folder(folder, "", &mut files).map_err(|source| AssetsError::Unreadable {
            folder: folder.to_owned(),
            source,
        })?;
        let assets = Self::from_files(files);
        if assets.page("ar").is_none() {
            return Err(AssetsError::NoPage {
                folder: folder.to_owned(),
            });
        }
        Ok(assets)
    }

    /// The file at `path`, given with or without its leading slash.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Asset> {
        self.files.get(path.trim_start_matches('/'))
    }

    /// The page that starts the app in a language (`ar`, `fr` or `en`).
    #[must_use]
    pub fn page(&self, language: &str) -> Option<&Asset> {
        self.files.get(&format!("index.{language}.html"))
    }

    /// The name of the build that the pages start.
    #[must_use]
    pub fn build(&self) -> Option<&str> {
        self.build.as_deref()
    }

    /// The files of that build by their path in it, the compressed forms as files of their own.
    pub fn files_of_build(&self) -> impl Iterator<Item = (String, &Bytes)> {
        let folder = self.build().map(|build| format!("b/{build}/"));
        self.files
            .iter()
            .filter_map(move |(path, asset)| Some((path.strip_prefix(folder.as_deref()?)?.to_owned(), asset)))
            .flat_map(|(name, asset)| {
                let compressed = [("br", &asset.brotli), ("gz", &asset.gzip)].map(|(end, bytes)| {
                    let name = format!("{name}.{end}");
                    bytes.as_ref().map(|bytes| (name, bytes))
                });
                std::iter::once((name, &asset.bytes)).chain(compressed.into_iter().flatten())
            })
    }

    /// Serves the files of another build as well.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn add_build(&mut self, build: &str, folder: &Path) -> io::Result<()> {
        let mut files = Vec::new();
        read_folder(folder, &format!("b/{build}"), &mut files)?;
        self.files.extend(Self::from_files(files).files);
        Ok(())
    }

    /// An app out of uncompressed files and, beside some of them, the same name with `.br` or `.gz` added.
    pub fn from_files(files: impl IntoIterator<Item = (String, Bytes)>) -> Self {
        let (compressed, plain): (BTreeMap<_, _>, BTreeMap<_, _>) = files
            .into_iter()
            .partition(|(path, _)| path.ends_with(".br") || path.ends_with(".gz"));
        let files: BTreeMap<String, Asset> = plain
            .into_iter()
            .map(|(path, bytes)| {
                let asset = Asset {
                    gzip: compressed.get(&format!("{path}.gz")).cloned(),
                    brotli: compressed.get(&format!("{path}.br")).cloned(),
                    content_type: content_type(&path),
                    immutable: path.starts_with("b/"),
                    etag: etag(&bytes),
                    bytes,
                };
                (path, asset)
            })
            .collect();
        let build = files
            .keys()
            .find_map(|path| path.strip_prefix("b/")?.split('/').next().map(str::to_owned));
        Self { files, build }
    }
}

impl Asset {
    /// A file that was written just now and is compressed by its writer. Its name says what it is.
    pub(crate) fn written(name: &str, bytes: Bytes) -> Self {
        Self {
            gzip: None,
            brotli: None,
            content_type: content_type(name),
            immutable: false,
            etag: etag(&bytes),
            bytes,
        }
    }

    /// The smallest form that a request's `Accept-Encoding` allows, with the value for `Content-Encoding`.
    #[must_use]
    pub fn best_encoding(&self, accept_encoding: &str) -> (&Bytes, Option<&'static str>) {
        if let Some(brotli) = &self.brotli
            && accepts(accept_encoding, "br")
        {
            (brotli, Some("br"))
        } else if let Some(gzip) = &self.gzip
            && accepts(accept_encoding, "gzip")
        {
            (gzip, Some("gzip"))
        } else {
            (&self.bytes, None)
        }
    }
}

/// Whether an `Accept-Encoding` takes this coding.
pub(crate) fn accepts(accept_encoding: &str, coding: &str) -> bool {
    accept_encoding.split(',').any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(coding));
        // A quality of zero is how a client says "not this one".
        let refused = parts.any(|part| {
            part.strip_prefix("q=")
                .is_some_and(|quality| quality.parse::<f32>().is_ok_and(|q| q == 0.0))
        });
        named && !refused
    })
}

fn etag(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut tag = String::from("\"");
    for byte in Sha256::digest(bytes).iter().take(16) {
        let _ = write!(tag, "{byte:02x}");
    }
    tag.push('"');
    tag
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("ftl" | "txt") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("xml") => "application/xml; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

fn read_folder(folder: &Path, prefix: &str, into: &mut Vec<(String, Bytes)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        // The build writes plain ASCII names; anything else was put there by somebody else and is not served.
        let Some(name) = name.to_str() else { continue };
        let path = if prefix.is_empty() {
            name.to_owned()
        } else {
            format!("{prefix}/{name}")
        };
        if entry.file_type()?.is_dir() {
            read_folder(&entry.path(), &path, into)?;
        } else {
            into.push((path, Bytes::from(fs::read(entry.path())?)));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn app() -> Assets {
        Assets::from_files(
            [
                ("index.ar.html", "<!doctype html>"),
                ("b/1f/app.wasm", "wasm"),
                ("b/1f/app.wasm.br", "br"),
                ("b/1f/app.wasm.gz", "gz"),
            ]
            .map(|(path, text)| (path.to_owned(), Bytes::from_static(text.as_bytes()))),
        )
    }

    #[test]
    fn files_of_a_build_may_be_cached_for_ever_and_pages_may_not() {
        let app = app();
        assert!(app.get("/b/1f/app.wasm").unwrap().immutable);
        assert!(!app.page("ar").unwrap().immutable);
        assert!(app.page("de").is_none());
    }

    #[test]
    fn a_compressed_form_is_not_a_file_of_its_own() {
        assert!(app().get("b/1f/app.wasm.br").is_none());
    }

    #[test]
    fn the_browser_gets_the_smallest_form_that_it_accepts() {
        let app = app();
        let wasm = app.get("b/1f/app.wasm").unwrap();
        let cases = [
            ("gzip, deflate, br", Some("br")),
            ("gzip, br;q=0", Some("gzip")),
            ("BR;q=0.5", Some("br")),
            ("", None),
            ("gzip;q=0.0", None),
            ("brotli", None),
        ];
        for (accept, expected) in cases {
            assert_eq!(wasm.best_encoding(accept).1, expected, "{accept:?}");
        }
    }

    #[test]
    fn a_folder_without_pages_is_named_in_the_error() {
        let folder = std::env::temp_dir().join(format!("multaqa-assets-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let error = Assets::open(Some(&folder)).unwrap_err().to_string();
        fs::remove_dir_all(&folder).unwrap();
        assert!(error.contains(folder.to_str().unwrap()), "{error}");
    }
}
