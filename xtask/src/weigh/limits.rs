//! The promises about weight, in bytes of brotli.

use super::manifest::{File, Manifest};
use crate::say;

/// A first visit to a page that anybody may open.
const FIRST_VISIT: u64 = 250_000;
/// A pack of code that is fetched later.
const LATER_PACK: u64 = 60_000;
const LOCALE: u64 = 15_500;
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

/// First visits that are heavier than promised, and how heavy each may be until it is mended: no change may add to it.
const HEAVIER: [(&str, u64); 9] = [
    ("catalogue", 295_000),
    ("certificate", 275_000),
    ("collectivity", 285_000),
    ("directory", 290_000),
    ("front", 306_000),
    ("lesson", 365_000),
    ("listing", 350_000),
    ("module", 285_000),
    ("reading", 425_000),
];

/// How many packs may be larger than promised, and how large: what several parts share in the same way is one piece,
/// which only a cut in the code makes smaller.
const LARGER_PACKS: usize = 4;
const LARGEST_PACK: u64 = 127_000;

/// What a build is heavier than, in words.
#[derive(Debug, Default)]
pub(super) struct Judgement {
    /// Promises that are not kept yet.
    pub(super) missed: Vec<String>,
    /// Limits that hold meanwhile and are broken: a change made it heavier.
    pub(super) broken: Vec<String>,
}

impl Judgement {
    fn hold(&mut self, what: &str, is: u64, promised: u64, limit: u64) {
        let said = |most| {
            format!(
                "{what}: {}, at most {} are allowed",
                say::size(is),
                say::size(most)
            )
        };
        if is > limit {
            self.broken.push(said(limit));
        } else if is > promised {
            self.missed.push(said(promised));
        }
    }
}

/// Weighs a build against the promises and limits.
pub(super) fn judged(manifest: &Manifest) -> Judgement {
    let mut judgement = Judgement::default();
    for part in PUBLIC_PARTS {
        if !manifest.parts().any(|one| one == part) {
            judgement.broken.push(format!("the build has no part `{part}`"));
        }
        let heavier = HEAVIER.iter().find(|(heavier, _)| *heavier == part);
        let limit = heavier.map_or(FIRST_VISIT, |(_, limit)| *limit);
        for language in ["ar", "fr", "en"] {
            let what = format!("a first visit in {language} to a page of the part `{part}`");
            judgement.hold(&what, manifest.first_visit(language, part), FIRST_VISIT, limit);
        }
    }
    const STARTS: [&str; 3] = ["__wasm_split.js", "app.js", "boot.js"];
    let glue = manifest
        .files()
        .iter()
        .filter(|file| STARTS.contains(&file.name()));
    judgement.hold("the JavaScript", glue.map(File::wire).sum(), GLUE, GLUE);
    for file in manifest.files() {
        let (promised, limit) = match file.name().rsplit_once('.') {
            Some((_, "pack")) => (LATER_PACK, LARGEST_PACK),
            Some(("ar" | "fr" | "en", "ftl")) => (LOCALE, LOCALE),
            Some((_, "css")) => (STYLE, STYLE),
            _ => continue,
        };
        judgement.hold(&file.path, file.wire(), promised, limit);
    }
    let large = manifest.files().iter().filter(|file| is_large_pack(file)).count();
    if large > LARGER_PACKS {
        judgement.broken.push(format!(
            "{large} packs are larger than {}, at most {LARGER_PACKS} are allowed",
            say::size(LATER_PACK)
        ));
    }
    judgement
}

fn is_large_pack(file: &File) -> bool {
    file.name().ends_with(".pack") && file.wire() > LATER_PACK
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
            ("ar.ftl", 14_000),
        ]);
        let judgement = judged(&light);
        assert!(
            judgement.broken.is_empty() && judgement.missed.is_empty(),
            "{judgement:?}"
        );
        let heavy = manifest(&[
            ("app_bg.wasm", 260_000),
            ("part0.pack", 130_000),
            ("part1.pack", 61_000),
            ("ar.ftl", 16_000),
            ("app.js", 13_000),
        ]);
        let Judgement { missed, broken } = judged(&heavy);
        let (missed, broken) = (missed.join("\n"), broken.join("\n"));
        for named in [
            "part0.pack",
            "ar.ftl",
            "JavaScript",
            "in ar to a page of the part `about`",
            "in ar to a page of the part `reading`",
        ] {
            assert!(broken.contains(named), "{named} is not in:\n{broken}");
        }
        for named in ["part1.pack", "in ar to a page of the part `front`"] {
            assert!(missed.contains(named), "{named} is not in:\n{missed}");
            assert!(!broken.contains(named), "{named} is in:\n{broken}");
        }
    }

    #[test]
    fn there_are_no_more_large_packs_than_today() {
        let names = [
            "part0.pack",
            "part1.pack",
            "part2.pack",
            "part3.pack",
            "part4.pack",
        ];
        let packs = names.map(|name| (name, LATER_PACK + 1));
        let about_packs = |packs: &[(&str, u64)]| {
            let broken = judged(&manifest(packs)).broken;
            broken
                .iter()
                .filter(|broken| broken.contains("packs are larger"))
                .count()
        };
        assert_eq!(about_packs(&packs), 1);
        assert_eq!(about_packs(packs.get(1..).unwrap()), 0);
    }
}
