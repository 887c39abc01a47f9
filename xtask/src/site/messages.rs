//! The messages of a language: as the files that the app and the server read, and as text for the pages that are written
//! here.

use anyhow::{Context as _, Result, bail};
use locales::Messages;

/// The words of pages and files that are written here, once for all.
const WRITTEN_HERE: [&str; 2] = ["install.ftl", "reset.ftl"];
/// The words that only the server's pages hold: the app does not fetch them.
const SERVER_ONLY: [&str; 2] = ["boot.ftl", "public.ftl"];

/// The words of pages that are not public: the app fetches them before the first such page.
const LATER: [&str; 7] = [
    "account.ftl",
    "admin.ftl",
    "attention.ftl",
    "people.ftl",
    "studying.ftl",
    "teach.ftl",
    "writing.ftl",
];

/// The messages that every page of the app may ask for.
pub(crate) fn first(language: &str) -> Result<String> {
    source(language, |file| {
        !WRITTEN_HERE.contains(&file) && !SERVER_ONLY.contains(&file) && !LATER.contains(&file)
    })
}

/// The messages that only pages of the app may ask for that are not public.
pub(crate) fn later(language: &str) -> Result<String> {
    source(language, |file| LATER.contains(&file))
}

/// The messages that the server's pages may ask for: those of the app and some of their own.
pub(crate) fn for_server(language: &str) -> Result<String> {
    source(language, |file| !WRITTEN_HERE.contains(&file))
}

/// All messages of a language, for the pages that are written here.
pub(crate) fn everything(language: &str) -> Result<Words> {
    Words::parse(language, source(language, |_| true)?)
}

fn source(language: &str, is_wanted: impl Fn(&str) -> bool) -> Result<String> {
    let source = locales::source(language.parse()?, is_wanted)
        .with_context(|| format!("reading the messages of `{language}`"))?;
    if source.is_empty() {
        bail!("there are no messages of `{language}`");
    }
    Ok(source)
}

/// The messages of a language as the translators wrote them, and as the pages hold them.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) source: String,
    messages: Messages,
}

impl Words {
    pub(crate) fn parse(language: &str, source: String) -> Result<Self> {
        let messages = Messages::parse(language.parse()?, source.clone())
            .with_context(|| format!("reading the messages of `{language}`"))?;
        Ok(Self { source, messages })
    }

    /// The text of a message that has no variables.
    pub(crate) fn plain(&self, key: &str) -> Result<String> {
        let text = self.messages.format_plain(key, &[]);
        text.with_context(|| {
            format!("there is no message `{key}`, or it has variables, which nobody fills in here")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_app_does_not_fetch_what_only_the_server_shows() {
        for (code, _) in crate::site::LANGUAGES {
            let says = |source: String, key: &str| Words::parse(code, source).unwrap().plain(key).is_ok();
            assert!(says(for_server(code).unwrap(), "public-no-script"));
            assert!(says(for_server(code).unwrap(), "common-close"));
            assert!(says(first(code).unwrap(), "common-close"));
            assert!(!says(first(code).unwrap(), "public-no-script"));
            assert!(!says(later(code).unwrap(), "public-no-script"));
        }
    }

    #[test]
    fn each_message_of_the_app_is_in_one_of_its_two_files() {
        for (code, _) in crate::site::LANGUAGES {
            let (first, later) = (first(code).unwrap(), later(code).unwrap());
            let all = Messages::parse(code.parse().unwrap(), first.clone()).unwrap();
            all.and(later.clone()).unwrap();
            let server = for_server(code).unwrap();
            let of_server = source(code, |file| SERVER_ONLY.contains(&file)).unwrap();
            assert_eq!(first.len() + later.len() + of_server.len(), server.len());
            // A file of the list that is no longer there would move nothing.
            for file in LATER {
                assert!(!source(code, |one| one == file).unwrap().is_empty(), "{file}");
            }
        }
    }

    #[test]
    fn a_message_with_a_variable_cannot_stand_in_the_page() {
        let words = Words::parse("en", "with = { $name }\nwithout = Multaqa\n".to_owned()).unwrap();
        assert!(words.plain("with").is_err());
        assert_eq!(words.plain("without").unwrap(), "Multaqa");
    }
}
