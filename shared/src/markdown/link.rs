//! Where a link may lead.
//!
//! Addresses are accepted by what they are, never refused by what they look like: a scheme that is not in the
//! list does not exist here, however it is spelled.

use crate::limits::is_plain_host;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Where a link leads: one of the few kinds that a text may contain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// A page elsewhere, `https` only, as typed.
    Web(String),
    /// An e-mail address, without its `mailto:`.
    Mail(String),
    /// A telephone number, without its `tel:`: digits, and what people put between them.
    Phone(String),
    /// Another lesson of the same module, by its number (`lesson:02`).
    Lesson(u16),
    /// A page of the hub itself: a path that starts with one slash.
    Page(String),
}

impl LinkTarget {
    /// Reads an address; `None` when it is not of an allowed kind.
    #[must_use]
    pub fn parse(address: &str) -> Option<Self> {
        let address = address.trim();
        // Browsers drop tabs and line breaks inside an address and read a backslash as a slash; invisible
        // direction marks make an address look like another. None has a place in an honest one.
        if address.is_empty() || address.chars().any(is_suspect) {
            return None;
        }
        if address.starts_with('/') {
            return (!address.starts_with("//")).then(|| Self::Page(address.to_owned()));
        }
        let (scheme, rest) = address.split_once(':')?;
        match scheme.to_ascii_lowercase().as_str() {
            "https" => web(rest).then(|| Self::Web(format!("https:{rest}"))),
            "mailto" => mail(rest).then(|| Self::Mail(rest.to_owned())),
            "tel" => phone(rest).then(|| Self::Phone(rest.to_owned())),
            "lesson" => rest.parse().ok().filter(|number| *number > 0).map(Self::Lesson),
            _ => None,
        }
    }

    /// The address as Markdown has it, which [`LinkTarget::parse`] reads back.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Self::Web(address) | Self::Page(address) => address.clone(),
            Self::Mail(address) => format!("mailto:{address}"),
            Self::Phone(number) => format!("tel:{number}"),
            Self::Lesson(number) => format!("lesson:{number:02}"),
        }
    }
}

impl Serialize for LinkTarget {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.address())
    }
}

impl<'de> Deserialize<'de> for LinkTarget {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let address = String::deserialize(deserializer)?;
        Self::parse(&address).ok_or_else(|| serde::de::Error::custom("no address that a text may contain"))
    }
}

fn is_suspect(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\\' | '<' | '>' | '"')
        || matches!(character, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// `//host…`.
fn web(rest: &str) -> bool {
    rest.strip_prefix("//").is_some_and(is_plain_host)
}

/// An address and nothing else: no subject or body filled in by somebody else.
fn mail(rest: &str) -> bool {
    match rest.split_once('@') {
        Some((name, host)) => {
            !name.is_empty() && host.contains('.') && !rest.contains(['?', '&', ',', '%', '/'])
        }
        None => false,
    }
}

fn phone(rest: &str) -> bool {
    rest.chars().any(|c| c.is_ascii_digit())
        && rest.len() <= 32
        && rest
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '(' | ')' | '*' | '#'))
}
