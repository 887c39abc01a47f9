//! The page that starts the app, once per language, out of `app/index.html`.
//!
//! In the template, `{{lang}}`, `{{dir}}`, `{{base}}` (the folder of the build) and `{{t some-key}}` (a message)
//! are replaced; anything else in double braces is an error.

use anyhow::{Context as _, Result, bail};

use super::messages;

/// Fills the template for one language.
pub(crate) fn fill(template: &str, lang: &str, dir: &str, base: &str, bundle: &str) -> Result<String> {
    let mut page = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after
            .split_once("}}")
            .context("a {{ in app/index.html is never closed")?;
        page.push_str(before);
        match name.trim() {
            "lang" => page.push_str(lang),
            "dir" => page.push_str(dir),
            "base" => page.push_str(base),
            other => match other.strip_prefix("t ") {
                Some(key) => page.push_str(&escape(messages::plain_message(bundle, key.trim())?)),
                None => bail!("app/index.html has {{{{{other}}}}}, which means nothing here"),
            },
        }
        rest = after;
    }
    page.push_str(rest);
    Ok(page)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_filled_in_its_language() {
        let template =
            "<html lang={{lang}} dir={{ dir }}><title>{{t boot-title}}</title><script src={{base}}boot.js>";
        let page = fill(
            template,
            "fr",
            "ltr",
            "/b/1f/",
            "boot-title = Apprendre & partager\n",
        )
        .unwrap();
        assert_eq!(
            page,
            "<html lang=fr dir=ltr><title>Apprendre &amp; partager</title><script src=/b/1f/boot.js>"
        );
    }

    #[test]
    fn a_slip_in_the_template_stops_the_build() {
        for template in ["{{language}}", "{{t no-such-key}}", "{{base"] {
            assert!(fill(template, "ar", "rtl", "/", "a = b\n").is_err(), "{template}");
        }
    }
}
