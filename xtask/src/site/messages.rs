//! The words of a language: as the compiled files that the app and the server read, and as text for the pages that are
//! written here.

use anyhow::{Context as _, Result, bail};
use shared::lang::Lang;

use crate::workspace;

/// The words of pages and files that are written here, once for all.
const WRITTEN_HERE: [&str; 2] = ["install.ftl", "reset.ftl"];
/// The words that only the server's pages hold: the app does not fetch them.
const SERVER_ONLY: [&str; 2] = ["boot.ftl", "public.ftl"];

/// The messages that the app may ask for.
pub(crate) fn for_app(language: &str) -> Result<String> {
    compiled(language, |file| {
        !WRITTEN_HERE.contains(&file) && !SERVER_ONLY.contains(&file)
    })
}

/// The messages that the server's pages may ask for: those of the app and some of their own.
pub(crate) fn for_server(language: &str) -> Result<String> {
    compiled(language, |file| !WRITTEN_HERE.contains(&file))
}

fn compiled(language: &str, is_wanted: impl Fn(&str) -> bool) -> Result<String> {
    let lang: Lang = language.parse()?;
    let files = locales::files(lang).with_context(|| format!("reading the messages of `{language}`"))?;
    locales::compile(lang, &files, is_wanted)
        .with_context(|| format!("compiling the messages of `{language}`"))
}

/// All messages of a language as the translators wrote them, without their comments.
pub(crate) fn everything(language: &str) -> Result<String> {
    let folder = workspace::root().join("locales").join(language);
    let mut bundle = String::new();
    for file in workspace::files_below(&folder)? {
        let name = file
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if name.ends_with(".ftl") {
            bundle.push_str(&without_comments(&workspace::read_text(&file)?));
        }
    }
    if bundle.is_empty() {
        bail!("{} holds no messages", folder.display());
    }
    Ok(bundle)
}

/// A number sign in the first column always begins a comment: text that goes on over lines is indented.
fn without_comments(messages: &str) -> String {
    let mut kept: String = messages
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| [line, "\n"])
        .collect();
    kept.push('\n');
    kept
}

/// The text of a message that stands on one line and has no variables.
pub(crate) fn plain_message<'bundle>(bundle: &'bundle str, key: &str) -> Result<&'bundle str> {
    let text = bundle
        .lines()
        .find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix('='))
        .map(str::trim)
        .with_context(|| format!("there is no message `{key}`"))?;
    if text.is_empty() || text.contains('{') {
        bail!(
            "the message `{key}` must be one line without variables: it stands in the page that starts the app"
        );
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_text_stays() {
        let bundle = without_comments("# about\nboot-title = Multaqa # 1\n  # still text\n\nb = c\n");
        assert_eq!(bundle, "boot-title = Multaqa # 1\n  # still text\n\nb = c\n\n");
        assert_eq!(plain_message(&bundle, "boot-title").unwrap(), "Multaqa # 1");
        assert!(
            plain_message(&bundle, "boot").is_err(),
            "a key is not found by its beginning"
        );
    }

    #[test]
    fn the_app_does_not_fetch_what_only_the_server_shows() {
        for (code, _) in crate::site::LANGUAGES {
            let lang = code.parse().unwrap();
            let says = |text: String, key: &str| {
                let messages = shared::messages::Messages::parse(lang, text).unwrap();
                messages.format(key, &[], &|number| number.to_string()).is_some()
            };
            assert!(says(for_server(code).unwrap(), "public-month-1"));
            assert!(says(for_server(code).unwrap(), "common-close"));
            assert!(says(for_app(code).unwrap(), "common-close"));
            assert!(for_app(code).unwrap().len() + 500 < for_server(code).unwrap().len());
        }
    }

    #[test]
    fn a_message_with_a_variable_cannot_stand_in_the_page() {
        assert!(plain_message("boot-title = { $name }\n", "boot-title").is_err());
    }
}
