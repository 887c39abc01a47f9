//! What a browser needs to install the app beside others on a device: a manifest in each language.

use anyhow::Result;
use serde_json::json;

use super::pages::Language;

/// The colours of `style/tokens.css` that a browser paints before there is a page.
const PAPER: &str = "#fbfaf6";

/// Places that are one touch away from the icon: the word of each message and its address below the language.
const SHORTCUTS: [(&str, &str); 3] = [
    ("install-learn", "learn"),
    ("install-experiences", "experiences"),
    ("install-mine", "mine"),
];

/// The manifest in a language. It is one app in three languages, so its identity is the same in each.
pub(crate) fn manifest(language: &Language, base: &str) -> Result<String> {
    let Language { code, dir, messages } = language;
    let icon = |file: &str, sizes: &str, kind: &str, purpose: &str| json!({ "src": format!("{base}{file}"), "sizes": sizes, "type": kind, "purpose": purpose });
    let shortcuts = SHORTCUTS
        .iter()
        .map(|(key, place)| Ok(json!({ "name": messages.plain(key)?, "url": format!("/{code}/{place}") })))
        .collect::<Result<Vec<_>>>()?;
    let manifest = json!({
        "id": "/",
        "name": messages.plain("install-name")?,
        "short_name": messages.plain("install-short-name")?,
        "description": messages.plain("boot-description")?,
        "lang": code,
        "dir": dir,
        "start_url": format!("/{code}/"),
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            icon("icon-192.png", "192x192", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "maskable"),
            icon("icon-maskable.svg", "any", "image/svg+xml", "maskable"),
            icon("mark.svg", "any", "image/svg+xml", "any"),
        ],
        "shortcuts": shortcuts,
    });
    Ok(format!("{manifest:#}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::messages;
    use crate::workspace;

    #[test]
    fn every_language_has_a_manifest_and_every_icon_is_there() {
        for (code, dir) in crate::site::LANGUAGES {
            let messages = messages::everything(code).unwrap();
            let language = Language { code, dir, messages };
            let text = manifest(&language, "/b/1f/").unwrap();
            let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(manifest["start_url"], format!("/{code}/"));
            assert_eq!(manifest["shortcuts"].as_array().unwrap().len(), 3);
            for icon in manifest["icons"].as_array().unwrap() {
                let file = icon["src"].as_str().unwrap().strip_prefix("/b/1f/").unwrap();
                assert!(
                    workspace::root().join("app/public").join(file).is_file(),
                    "{file}"
                );
            }
        }
    }
}
