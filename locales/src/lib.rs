//! Making of the Fluent files in this folder what the app and the server read: `shared::messages` says what that is.
//!
//! Only what the messages use is known here. Anything else of Fluent stops the build, with the file and the key.

mod catalogue;
mod message;
mod selection;

use catalogue::Catalogue;
use fluent_syntax::ast::{Entry, Message, Pattern, Resource};
use fluent_syntax::parser;
use shared::lang::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

/// A Fluent file: its name and its text.
pub type File = (String, String);

/// Why a message cannot be compiled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}, `{key}`: {what}")]
pub struct Unsupported {
    /// The name of the file.
    pub file: String,
    /// The message, or the text that is none.
    pub key: String,
    /// What is wrong with it.
    pub what: What,
}

/// What of a message cannot be compiled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum What {
    /// Not Fluent.
    #[error("this is no Fluent")]
    NotFluent,
    /// The key stands twice.
    #[error("there is another message with this key")]
    Twice,
    /// A part of Fluent that no message needed so far.
    #[error("{0} cannot be used here")]
    Syntax(&'static str),
    /// A letter with a meaning in compiled messages.
    #[error("the words cannot hold `{0}` here")]
    Letter(char),
    /// A message that does not exist.
    #[error("there is no message `{0}`")]
    NoMessage(String),
    /// A message that holds itself.
    #[error("the message refers to itself")]
    Endless,
}

/// The Fluent files of a language, by name.
///
/// # Errors
/// The folder or a file of it cannot be read.
pub fn files(lang: Lang) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    for file in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(lang.code()))? {
        let path = file?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            files.push((name, std::fs::read_to_string(&path)?));
        }
    }
    files.sort();
    Ok(files)
}

/// The text that `shared::messages::Messages` reads, out of the Fluent files of a language: of the messages in those
/// files whose name is wanted.
///
/// # Errors
/// [`Unsupported`] for the first message that cannot be compiled.
pub fn compile(lang: Lang, files: &[File], is_wanted: impl Fn(&str) -> bool) -> Result<String, Unsupported> {
    let mut sources = Sources::default();
    for (file, text) in files {
        sources.take(file, text)?;
    }
    let mut catalogue = Catalogue::default();
    for (key, (file, pattern)) in &sources.messages {
        if is_wanted(file) {
            let compiled = message::compile(lang, &sources, key, pattern);
            let compiled = compiled.map_err(|what| unsupported(file, key, what))?;
            catalogue.insert((*key).to_owned(), compiled);
        }
    }
    Ok(catalogue.write())
}

/// All messages, also those that others refer to.
#[derive(Default)]
struct Sources<'a> {
    messages: BTreeMap<&'a str, (&'a str, Pattern<&'a str>)>,
}

impl<'a> Sources<'a> {
    fn take(&mut self, file: &'a str, text: &'a str) -> Result<(), Unsupported> {
        let Resource { body } = parser::parse(text).unwrap_or_else(|(resource, _)| resource);
        for entry in body {
            let message = match entry {
                Entry::Message(message) => message,
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
                Entry::Term(term) => return Err(unsupported(file, term.id.name, What::Syntax("a term"))),
                Entry::Junk { content } => return Err(unsupported(file, content.trim(), What::NotFluent)),
            };
            self.take_message(file, message)?;
        }
        Ok(())
    }

    fn take_message(&mut self, file: &'a str, message: Message<&'a str>) -> Result<(), Unsupported> {
        let key = message.id.name;
        let wrong = |what| Err(unsupported(file, key, what));
        if !message.attributes.is_empty() {
            return wrong(What::Syntax("an attribute"));
        }
        let Some(pattern) = message.value else {
            return wrong(What::Syntax("a message without words"));
        };
        if self.messages.insert(key, (file, pattern)).is_some() {
            return wrong(What::Twice);
        }
        Ok(())
    }
}

fn unsupported(file: &str, key: &str, what: What) -> Unsupported {
    Unsupported {
        file: file.to_owned(),
        key: key.to_owned(),
        what,
    }
}

/// The keys on the way to a message, so that one that holds itself is seen.
type Way<'a> = BTreeSet<&'a str>;

#[cfg(test)]
mod tests;
