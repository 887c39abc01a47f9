//! Texts that were read before they travel: who gets the tree need not read the text again.

use super::Document;
use serde::{Deserialize, Serialize};

/// The tree of a text, with what says which text it is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadText {
    /// The [`digest`] of the text as it was typed.
    pub digest: u64,
    /// The tree.
    pub document: Document,
}

/// Tells the texts of one page apart (FNV-1a): some dozens, by people who gain nothing by making two alike.
#[must_use]
pub fn digest(source: &str) -> u64 {
    source.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
