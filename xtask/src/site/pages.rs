//! The pages that are written while the app is built: the one that starts it, once per language, out of
//! `app/index.html`, and the one that clears everything, in all languages at once, out of `app/reset.html`.
//!
//! In a template, `{{lang}}`, `{{dir}}`, `{{base}}` (the folder of the build) and `{{t some-key}}` (a message)
//! are replaced; what stands between `{{each}}` and `{{end}}` is repeated in every language; anything else in double
//! braces is an error.

use anyhow::{Context as _, Result, bail};

use super::messages::Words;

/// A language with its writing direction and its messages.
#[derive(Debug)]
pub(crate) struct Language {
    pub(crate) code: &'static str,
    pub(crate) dir: &'static str,
    pub(crate) messages: Words,
}

/// Fills a template that holds a part in every language; around it the first language is spoken.
pub(crate) fn fill_each(template: &str, languages: &[Language], base: &str) -> Result<String> {
    let (before, rest) = template.split_once("{{each}}").context("there is no {{each}}")?;
    let (repeated, after) = rest.split_once("{{end}}").context("there is no {{end}}")?;
    let [first, ..] = languages else {
        bail!("there is no language to write in");
    };
    let mut page = fill(before, first, base)?;
    for language in languages {
        page.push_str(&fill(repeated, language, base)?);
    }
    page.push_str(&fill(after, first, base)?);
    Ok(page)
}

/// Fills the template for one language.
pub(crate) fn fill(template: &str, language: &Language, base: &str) -> Result<String> {
    let Language { code, dir, messages } = language;
    let mut page = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after
            .split_once("}}")
            .context("a {{ of the page is never closed")?;
        page.push_str(before);
        match name.trim() {
            "lang" => page.push_str(code),
            "dir" => page.push_str(dir),
            "base" => page.push_str(base),
            other => match other.strip_prefix("t ") {
                Some(key) => page.push_str(&escape(&messages.plain(key.trim())?)),
                None => bail!("the page has {{{{{other}}}}}, which means nothing here"),
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

    fn language(code: &'static str, messages: &str) -> Language {
        Language {
            code,
            dir: if code == "ar" { "rtl" } else { "ltr" },
            messages: Words::parse(code, messages.to_owned()).unwrap(),
        }
    }

    #[test]
    fn a_page_is_filled_in_its_language() {
        let template =
            "<html lang={{lang}} dir={{ dir }}><title>{{t boot-title}}</title><script src={{base}}boot.js>";
        let french = language("fr", "boot-title = Apprendre & partager\n");
        assert_eq!(
            fill(template, &french, "/b/1f/").unwrap(),
            "<html lang=fr dir=ltr><title>Apprendre &amp; partager</title><script src=/b/1f/boot.js>"
        );
    }

    #[test]
    fn a_part_is_repeated_in_every_language() {
        let languages = [language("ar", "a = ا\n"), language("fr", "a = A\n")];
        assert_eq!(
            fill_each(
                "<{{lang}}>{{each}}<p lang={{lang}}>{{t a}}{{end}}</{{lang}}>",
                &languages,
                "/"
            )
            .unwrap(),
            "<ar><p lang=ar>ا<p lang=fr>A</ar>"
        );
        assert!(fill_each("{{each}}", &languages, "/").is_err());
    }

    #[test]
    fn a_slip_in_the_template_stops_the_build() {
        for template in ["{{language}}", "{{t no-such-key}}", "{{base"] {
            assert!(
                fill(template, &language("ar", "a = b\n"), "/").is_err(),
                "{template}"
            );
        }
    }
}
