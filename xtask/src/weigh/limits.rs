//! The promises about weight, in bytes of brotli.

use super::manifest::{File, Manifest};
use crate::say;

/// A first visit to a page that anybody may open.
const FIRST_VISIT: u64 = 250_000;
/// A pack of code that is fetched later.
const LATER_PACK: u64 = 60_000;
const LOCALE: u64 = 15_000;
const STYLE: u64 = 20_000;
/// The JavaScript that starts the app and fetches its parts.
const GLUE: u64 = 12_000;

/// The parts with the pages that a partner reaches by a link somebody shared.
pub(super) const PUBLIC_PARTS: [&str; 11] = [
    "about",
    "catalogue",
    "certificate",
    "collectivity",
    "directory",
    "front",
    "glossary",
    "lesson",
    "listing",
    "module",
    "reading",
];

/// Which promises a build breaks, in words.
pub(super) fn broken_promises(manifest: &Manifest) -> Vec<String> {
    let mut broken = Vec::new();
    let hold = |broken: &mut Vec<String>, what: String, is: u64, limit: u64| {
        if is > limit {
            let (is, limit) = (say::size(is), say::size(limit));
            broken.push(format!("{what}: {is}, at most {limit} are allowed"));
        }
    };
    for part in PUBLIC_PARTS {
        if !manifest.parts().any(|one| one == part) {
            broken.push(format!("the build has no part `{part}`"));
        }
        for language in ["ar", "fr", "en"] {
            let what = format!("a first visit in {language} to a page of the part `{part}`");
            hold(
                &mut broken,
                what,
                manifest.first_visit(language, part),
                FIRST_VISIT,
            );
        }
    }
    const STARTS: [&str; 3] = ["__wasm_split.js", "app.js", "boot.js"];
    let glue = manifest
        .files()
        .iter()
        .filter(|file| STARTS.contains(&file.name()));
    hold(
        &mut broken,
        "the JavaScript".to_owned(),
        glue.map(File::wire).sum(),
        GLUE,
    );
    for file in manifest.files() {
        let limit = match file.name().rsplit_once('.') {
            Some((_, "pack")) => LATER_PACK,
            Some(("ar" | "fr" | "en", "messages")) => LOCALE,
            Some((_, "css")) => STYLE,
            _ => continue,
        };
        hold(&mut broken, file.path.clone(), file.wire(), limit);
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::super::manifest::tests::manifest;
    use super::*;

    #[test]
    fn what_is_too_heavy_is_named() {
        let light = manifest(&[
            ("app_bg.wasm", 190_000),
            ("part2.pack", 59_000),
            ("ar.messages", 14_000),
        ]);
        assert_eq!(broken_promises(&light), Vec::<String>::new());
        let heavy = manifest(&[
            ("app_bg.wasm", 200_000),
            ("part0.pack", 40_000),
            ("part2.pack", 61_000),
            ("ar.messages", 16_000),
            ("app.js", 13_000),
        ]);
        let broken = broken_promises(&heavy).join("\n");
        for named in [
            "part2.pack",
            "ar.messages",
            "JavaScript",
            "in ar to a page of the part `reading`",
        ] {
            assert!(broken.contains(named), "{broken}");
        }
        assert!(
            !broken.contains("in fr to a page of the part `about`"),
            "{broken}"
        );
    }
}
