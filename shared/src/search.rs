//! Search over the cards that a device or the server holds, in three languages at once.
//!
//! People type what their keyboard gives them: no vowel signs, any form of alef, no accents, an article or none.
//! Both the cards and the question are folded to the same plain form ([`normalise`]), so that both meet.
//! A card is found when every word of the question is in it; the last word may be unfinished.

mod index;
mod normalise;
mod tokenise;

pub use index::{Field, Hit, SearchIndex, Weight};
pub use normalise::normalise;
pub use tokenise::{Term, question, words};

#[cfg(test)]
mod tests;
