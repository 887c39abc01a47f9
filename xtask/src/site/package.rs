//! Writing the folder that the server hands out: one build under its own name, compressed, with its manifest.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::bundles::Bundles;
use super::inputs::hex;
use super::packs::{PacksOfParts, TABLE};
use super::pages::Language;
use super::{Effort, LANGUAGES, install, messages, pages, styles, worker, workspace_app};
use crate::parallel::on_every_core;
use crate::{say, workspace};

/// Below this a response fits one packet and compressing it changes nothing.
const TOO_SMALL_TO_COMPRESS: usize = 600;

/// Writes everything of a build into the empty folder `site`: the code in `work`, and what goes with it.
pub(crate) fn run(
    work: &Path,
    packs: &PacksOfParts,
    bundles: &Bundles,
    site: &Path,
    effort: Effort,
) -> Result<()> {
    let app = workspace_app();
    let mut build: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for file in workspace::files_below(work)? {
        let name = file.strip_prefix(work)?.to_string_lossy().replace('\\', "/");
        build.insert(name, workspace::read(&file)?);
    }
    for name in ["boot.js", "reset.js"] {
        build.insert(name.to_owned(), workspace::read(&app.join(name))?);
    }
    build.insert("app.css".to_owned(), styles::bundle()?.into_bytes());
    let public = app.join("public");
    for file in workspace::files_below(&public)? {
        let name = file.strip_prefix(&public)?.to_string_lossy().replace('\\', "/");
        build.insert(name, workspace::read(&file)?);
    }
    let mut languages = Vec::new();
    for (code, dir) in LANGUAGES {
        build.insert(format!("{code}.ftl"), messages::first(code)?.into_bytes());
        build.insert(format!("{code}.later.ftl"), messages::later(code)?.into_bytes());
        languages.push(Language {
            code,
            dir,
            messages: messages::everything(code)?,
        });
    }
    let templates = Templates::read(&app)?;

    let id = build_id(&build, &templates, &languages);
    let base = format!("/b/{id}/");
    // Pages name their build, so they can only be written once it has a name. They lie in the build, for the worker
    // that opens them without a network, and beside it, for the server.
    let mut pages = BTreeMap::new();
    for language in &languages {
        let manifest = install::manifest(language, &base)?;
        build.insert(format!("{}.webmanifest", language.code), manifest.into_bytes());
        let page = pages::fill(&templates.start, language, &base)?;
        pages.insert(format!("index.{}.html", language.code), page.into_bytes());
    }
    // Beside the pages, where the server finds them; no browser asks for them, and no worker keeps them.
    let mut words = BTreeMap::new();
    for (code, _) in LANGUAGES {
        words.insert(
            format!("pages.{code}.ftl"),
            messages::for_server(code)?.into_bytes(),
        );
    }
    let reset = pages::fill_each(&templates.reset, &languages, &base)?;
    pages.insert("reset.html".to_owned(), reset.into_bytes());
    build.extend(pages.iter().map(|(name, page)| (name.clone(), page.clone())));

    // A device that keeps the app has all of its packs.
    let mut kept = build.clone();
    kept.retain(|name, _| !bundles.values().any(|bundle| bundle == name));
    let worker = worker::write(&templates.worker, &id, &kept)?;
    let mut files: BTreeMap<String, Vec<u8>> = build
        .into_iter()
        .map(|(name, bytes)| (format!("b/{id}/{name}"), bytes))
        .collect();
    files.extend(pages);
    files.extend(words);
    files.insert("service-worker.js".to_owned(), worker.into_bytes());
    let mut entries = write_all(files, site, effort)?;
    entries.sort_by_key(|entry| entry.path.clone());
    let manifest = json!({
        "build": id,
        "files": entries.iter().map(Entry::to_json).collect::<Vec<_>>(),
        "parts": first_fetched(packs, bundles, &id),
    });
    workspace::write(&site.join("manifest.json"), format!("{manifest:#}\n").as_bytes())?;
    let raw: u64 = entries.iter().map(|entry| entry.size).sum();
    let wire: u64 = entries
        .iter()
        .map(|entry| entry.brotli.unwrap_or(entry.size))
        .sum();
    say::detail(&format!(
        "build {id}: {} files, {}, {} in brotli",
        entries.len(),
        say::size(raw),
        say::size(wire)
    ));
    Ok(())
}

/// For each part what a first visit to one of its pages fetches, as the browser asks for it.
fn first_fetched(packs: &PacksOfParts, bundles: &Bundles, id: &str) -> BTreeMap<String, Vec<String>> {
    packs
        .iter()
        .map(|(part, packs)| {
            let mut files = packs.clone();
            files.push(TABLE.to_owned());
            if let Some(bundle) = bundles.get(part) {
                files = vec![bundle.clone()];
            }
            let paths = files.iter().map(|file| format!("b/{id}/{file}")).collect();
            (part.clone(), paths)
        })
        .collect()
}

/// What is filled in with the name of the build.
struct Templates {
    start: String,
    reset: String,
    worker: String,
}

impl Templates {
    fn read(app: &Path) -> Result<Self> {
        Ok(Self {
            start: workspace::read_text(&app.join("index.html"))?,
            reset: workspace::read_text(&app.join("reset.html"))?,
            worker: workspace::read_text(&app.join("service-worker.js"))?,
        })
    }
}

/// The same files have the same name, so that a build without changes costs nobody a download. What the pages are
/// made of counts as well.
fn build_id(build: &BTreeMap<String, Vec<u8>>, templates: &Templates, languages: &[Language]) -> String {
    let mut hash = Sha256::new();
    let mut take = |bytes: &[u8]| {
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    };
    for (name, bytes) in build {
        take(name.as_bytes());
        take(bytes);
    }
    for text in [&templates.start, &templates.reset, &templates.worker] {
        take(text.as_bytes());
    }
    // The words of the pages are those of the server's files and a few more.
    for language in languages {
        take(language.messages.source.as_bytes());
    }
    hex(&hash.finalize()).chars().take(16).collect()
}

struct Entry {
    path: String,
    sha256: String,
    size: u64,
    brotli: Option<u64>,
    gzip: Option<u64>,
}

impl Entry {
    fn to_json(&self) -> serde_json::Value {
        json!({
            "path": self.path,
            "sha256": self.sha256,
            "size": self.size,
            "brotli": self.brotli,
            "gzip": self.gzip,
        })
    }
}

/// Compresses on every core: the wasm alone takes seconds at the highest level.
fn write_all(files: BTreeMap<String, Vec<u8>>, site: &Path, effort: Effort) -> Result<Vec<Entry>> {
    let mut queue: Vec<_> = files.into_iter().collect();
    queue.sort_by_key(|(_, bytes)| bytes.len());
    on_every_core(queue, |(path, bytes)| write_one(path, &bytes, site, effort))
}

fn write_one(path: String, bytes: &[u8], site: &Path, effort: Effort) -> Result<Entry> {
    workspace::write(&site.join(&path), bytes)?;
    let mut entry = Entry {
        sha256: hex(&Sha256::digest(bytes)),
        size: bytes.len() as u64,
        brotli: None,
        gzip: None,
        path,
    };
    let packed_already = [".png", ".webp", ".woff2", ".ico"]
        .iter()
        .any(|end| entry.path.ends_with(end));
    if bytes.len() < TOO_SMALL_TO_COMPRESS || packed_already {
        return Ok(entry);
    }
    let squeezed = brotli(bytes, effort)?;
    if squeezed.len() < bytes.len() {
        entry.brotli = Some(squeezed.len() as u64);
        workspace::write(&site.join(format!("{}.br", entry.path)), &squeezed)?;
    }
    let squeezed = gzip(bytes, effort)?;
    if squeezed.len() < bytes.len() {
        entry.gzip = Some(squeezed.len() as u64);
        workspace::write(&site.join(format!("{}.gz", entry.path)), &squeezed)?;
    }
    Ok(entry)
}

pub(super) fn brotli(bytes: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let quality = match effort {
        Effort::Quick => 3,
        Effort::Small => 11,
    };
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 64 * 1024, quality, 22);
    writer.write_all(bytes).context("brotli failed")?;
    drop(writer);
    Ok(out)
}

fn gzip(bytes: &[u8], effort: Effort) -> Result<Vec<u8>> {
    let level = match effort {
        Effort::Quick => flate2::Compression::fast(),
        Effort::Small => flate2::Compression::best(),
    };
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), level);
    writer.write_all(bytes).context("gzip failed")?;
    writer.finish().context("gzip failed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_is_named_after_all_that_is_in_it() {
        let build = |name: &str, text: &str| BTreeMap::from([(name.to_owned(), text.as_bytes().to_vec())]);
        let templates = |start: &str| Templates {
            start: start.to_owned(),
            reset: String::new(),
            worker: String::new(),
        };
        let id_of = |name, text, start| build_id(&build(name, text), &templates(start), &[]);
        let id = id_of("app.js", "one", "<html>");
        assert_eq!(id.len(), 16);
        assert_eq!(id, id_of("app.js", "one", "<html>"));
        assert_ne!(id, id_of("app.js", "two", "<html>"));
        assert_ne!(id, id_of("app.jso", "ne", "<html>"));
        assert_ne!(id, id_of("app.js", "one", "<html lang>"));
    }

    #[test]
    fn compressed_files_hold_what_they_were_made_of() {
        use std::io::Read as _;
        let text = "ملتقى ".repeat(500).into_bytes();
        let mut unpacked = Vec::new();
        brotli::Decompressor::new(brotli(&text, Effort::Small).unwrap().as_slice(), 4096)
            .read_to_end(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text);
        unpacked.clear();
        flate2::read::GzDecoder::new(gzip(&text, Effort::Quick).unwrap().as_slice())
            .read_to_end(&mut unpacked)
            .unwrap();
        assert_eq!(unpacked, text);
    }
}
