//! The words of the interface: reading what the crate `locales` makes of the Fluent files, with little code.
//!
//! A compiled file is text, one message on a line; its first line is the index (see `messages/index.rs`). A message is
//! its words, with variables in braces:
//! - `{name}` is the value of a variable, between marks that isolate its direction unless it is the whole message;
//! - `{count|0=nothing|one thing|{} things}` selects: variants with a key first, for exactly that number or text, then
//!   one for each plural category of the language, in the order of [`categories`]; what is missing at the end is like
//!   the last. `{}` in a variant is the variable that was selected by;
//! - `{~count|…}` is never isolated: it comes from another message, whose words stand here;
//! - [`LINE_BREAK`] is a line break.
//!
//! A message is looked at when it is asked for, so that opening the app costs no time for a thousand others.

mod index;
mod pattern;
mod plural;
mod value;

pub use index::{Digits, hash};
pub use plural::{Category, categories, category};
pub use value::Value;

use crate::lang::Lang;
use std::ops::Range;

/// Stands for a line break inside of a message.
pub const LINE_BREAK: char = '¶';
/// What has a meaning in a compiled message, so that words cannot hold it. In a variant, `=` has one as well.
pub const RESERVED: [char; 4] = ['{', '}', '|', LINE_BREAK];

/// The text is no compiled file of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no compiled file of messages")]
pub struct Malformed;

/// The messages of one language.
#[derive(Clone, Debug)]
pub struct Messages {
    lang: Lang,
    text: String,
    bits: u32,
    seed: u32,
    /// Where each message lies in the text, by its hash, in the order of the hashes.
    places: Vec<(u32, Range<usize>)>,
}

impl Messages {
    /// Takes a compiled file. The messages themselves are read when they are asked for.
    ///
    /// # Errors
    /// [`Malformed`]: the index cannot be read, or does not go with the messages.
    pub fn parse(lang: Lang, text: String) -> Result<Self, Malformed> {
        let (index, messages) = text.split_once('\n').ok_or(Malformed)?;
        let (bits, seed, hashes) = index::read(index).ok_or(Malformed)?;
        let mut start = index.len() + 1;
        let mut places = Vec::with_capacity(hashes.len());
        let mut hashes = hashes.into_iter();
        for message in messages.split('\n') {
            let end = start + message.len();
            places.push((hashes.next().ok_or(Malformed)?, start..end));
            start = end + 1;
        }
        if hashes.next().is_some() {
            return Err(Malformed);
        }
        Ok(Self {
            lang,
            bits,
            seed,
            places,
            text,
        })
    }

    /// The language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The message with its variables filled in, numbers as `number` writes them. `None` when there is no such message,
    /// a variable of it was not given, or it cannot be read.
    ///
    /// Keys are known by their hash alone: that those the code asks for exist is for the tests to see, and a wrong key
    /// may, once in many, find the words of another.
    #[must_use]
    pub fn format(
        &self,
        key: &str,
        arguments: &[(&str, Value<'_>)],
        number: &dyn Fn(f64) -> String,
    ) -> Option<String> {
        let hash = hash(key, self.seed, self.bits);
        let found = self.places.binary_search_by_key(&hash, |(hash, _)| *hash).ok()?;
        let (_, place) = self.places.get(found)?;
        pattern::fill(self.lang, self.text.get(place.clone())?, arguments, number)
    }
}

#[cfg(test)]
mod tests;
