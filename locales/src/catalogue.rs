//! All messages of a file, with their index.

use shared::messages::{Digits, hash};
use std::collections::BTreeMap;

/// More would be tried in vain: with one bit more, most seeds do.
const SEEDS: u32 = 4096;
/// Fewer would let a key that does not exist find the words of another too often.
const LEAST_BITS: u32 = 16;

/// Compiled messages by their keys.
#[derive(Default)]
pub(crate) struct Catalogue {
    messages: BTreeMap<String, String>,
}

impl Catalogue {
    pub(crate) fn insert(&mut self, key: String, message: String) {
        self.messages.insert(key, message);
    }

    /// The text of the file: the index with the fewest bits that tell all keys apart, and the messages.
    pub(crate) fn write(&self) -> String {
        let mut tried = (LEAST_BITS..=32).flat_map(|bits| (0..SEEDS).map(move |seed| (bits, seed)));
        let found = tried.find_map(|(bits, seed)| Some((bits, seed, self.by_hash(bits, seed)?)));
        let (bits, seed, messages) = found.unwrap_or_default();
        let mut file = format!("{bits} {seed} ");
        let mut before = 0;
        for hash in messages.keys() {
            Digits::write(hash - before, &mut file);
            before = *hash;
        }
        for message in messages.values() {
            file.push('\n');
            file.push_str(message);
        }
        file
    }

    /// The messages by the hashes of their keys, unless two are equal.
    fn by_hash(&self, bits: u32, seed: u32) -> Option<BTreeMap<u32, &str>> {
        let mut by_hash = BTreeMap::new();
        for (key, message) in &self.messages {
            if by_hash.insert(hash(key, seed, bits), message.as_str()).is_some() {
                return None;
            }
        }
        Some(by_hash)
    }
}
