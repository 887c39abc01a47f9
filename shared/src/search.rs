//! Search over what a device or the server holds, in three languages at once. The one place where letters are folded, words
//! are equal and near forms are found, for both.
//!
//! People type what their keyboard gives them: no vowel signs, any form of alef, no accents, an article or none.
//! Both the cards and the question are folded to the same plain form ([`normalise`]), so that both meet.
//! A card is found when everything that is asked for is in it, by any of its official names in any language; the last
//! word may be unfinished. The index holds the words of the cards alone: other names are looked for, not stored.

mod documents;
mod equivalents;
mod excerpt;
mod index;
mod near;
mod normalise;
mod question;
mod tokenise;

pub use documents::{
    collectivity_fields, experience_fields, lesson_fields, module_fields, plain, term_fields, terms,
};
pub use excerpt::{Marked, Run};
pub use index::{Field, Hit, SearchIndex, Weight};
pub use normalise::normalise;
pub use question::Question;
pub use tokenise::{Term, words};

#[cfg(test)]
mod tests;
