//! Joining the Fluent files of a language into one, without their comments.

use anyhow::{Context as _, Result, bail};

use crate::workspace;

/// The words of pages and files that are written here, once for all; the app never asks for them.
const WRITTEN_HERE: [&str; 2] = ["install.ftl", "reset.ftl"];

/// All messages of a language that the app may ask for.
pub(crate) fn bundle(language: &str) -> Result<String> {
    joined(language, |name| !WRITTEN_HERE.contains(&name))
}

/// All messages of a language.
pub(crate) fn everything(language: &str) -> Result<String> {
    joined(language, |_| true)
}

fn joined(language: &str, is_wanted: impl Fn(&str) -> bool) -> Result<String> {
    let folder = workspace::root().join("locales").join(language);
    let mut bundle = String::new();
    for file in workspace::files_below(&folder)? {
        let name = file
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if name.ends_with(".ftl") && is_wanted(name) {
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
    fn a_message_with_a_variable_cannot_stand_in_the_page() {
        assert!(plain_message("boot-title = { $name }\n", "boot-title").is_err());
    }
}
