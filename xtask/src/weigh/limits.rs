//! How heavy the app may be, in bytes of brotli: just above what it weighs, so that no change adds to it unseen.

use super::manifest::Manifest;
use crate::say;

/// The parts with the pages that a partner reaches by a link somebody shared, each with the most that a first visit to one
/// of its pages may weigh.
pub(crate) const FIRST_VISITS: [(&str, u64); 12] = [
    ("certificate", 294_000),
    ("collectivity", 291_000),
    ("editions", 335_000),
    ("front", 324_500),
    ("learning", 311_000),
    ("lesson", 331_000),
    ("listing", 334_500),
    ("module", 330_500),
    ("network", 297_000),
    ("reading", 376_000),
    ("reference", 289_000),
    ("searching", 278_000),
];

/// A pack of code that is fetched later.
const PACK: u64 = 149_000;
/// The messages of one language that the frame and public pages ask for, and all others.
const LOCALE: u64 = 11_700;
const LATER_LOCALE: u64 = 16_500;
const STYLE: u64 = 20_000;
/// The JavaScript that starts the app and fetches its parts.
const GLUE: u64 = 9_750;
const GLUE_FILES: [&str; 3] = ["__wasm_split.js", "app.js", "boot.js"];

/// What a build is heavier than, in words.
pub(super) fn broken(manifest: &Manifest) -> Vec<String> {
    let mut broken = Vec::new();
    let mut hold = |what: &str, is: u64, most: u64| {
        if is > most {
            broken.push(format!(
                "{what}: {}, at most {} are allowed",
                say::size(is),
                say::size(most)
            ));
        }
    };
    for (part, most) in FIRST_VISITS {
        for language in ["ar", "fr", "en"] {
            let what = format!("a first visit in {language} to a page of the part `{part}`");
            hold(&what, manifest.first_visit(language, part), most);
        }
    }
    let glue = manifest
        .files()
        .iter()
        .filter(|file| GLUE_FILES.contains(&file.name()));
    hold("the JavaScript", glue.map(|file| file.wire()).sum(), GLUE);
    for file in manifest.files() {
        match file.name().rsplit_once('.') {
            Some((_, "pack")) => hold(&file.path, file.wire(), PACK),
            Some(("ar" | "fr" | "en", "ftl")) => hold(&file.path, file.wire(), LOCALE),
            Some(("ar.later" | "fr.later" | "en.later", "ftl")) => {
                hold(&file.path, file.wire(), LATER_LOCALE)
            }
            Some((_, "css")) => hold(&file.path, file.wire(), STYLE),
            _ => {}
        }
    }
    for (part, _) in FIRST_VISITS {
        if !manifest.parts().any(|one| one == part) {
            broken.push(format!("the build has no part `{part}`"));
        }
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
            ("ar.ftl", LOCALE),
            ("ar.later.ftl", LATER_LOCALE),
        ]);
        assert_eq!(broken(&light), Vec::<String>::new());
        let (_, front) = FIRST_VISITS
            .into_iter()
            .find(|(part, _)| *part == "front")
            .unwrap();
        let heavy = manifest(&[
            ("app_bg.wasm", front + 1),
            ("part0.pack", PACK + 1),
            ("part1.pack", PACK),
            ("ar.ftl", LOCALE + 1),
            ("fr.later.ftl", LATER_LOCALE + 1),
            ("app.js", GLUE + 1),
        ]);
        let broken = broken(&heavy).join("\n");
        for named in [
            "part0.pack",
            "ar.ftl",
            "fr.later.ftl",
            "JavaScript",
            "in ar to a page of the part `front`",
            "in fr to a page of the part `reading`",
        ] {
            assert!(broken.contains(named), "{named} is not in:\n{broken}");
        }
        assert!(!broken.contains("part1.pack"), "{broken}");
    }
}
