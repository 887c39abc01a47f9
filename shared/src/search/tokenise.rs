//! From a text to the words that are compared.
//!
//! A word can have several spellings that all count: with its article and without, with what an apostrophe
//! joins to it and without. A card holds all of them; a question is content with one.

use super::normalise::{is_apostrophe, is_invisible, normalise};
use crate::unicode::is_combining_mark;

/// One word of a question with its spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Any of these will do; the first is closest to what was typed.
    pub spellings: Vec<String>,
    /// Whether a card's word may go on after it: true for the last word of a question.
    pub is_unfinished: bool,
}

/// The words of a card's text, every spelling of each, in order. What hyphens join is also one word.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let folded = normalise(text);
    let mut found = Vec::new();
    for chunk in chunks(&folded) {
        for piece in pieces(chunk) {
            found.extend(spellings(piece, SHORTEST_AFTER_ARTICLE));
        }
        found.extend(joined(chunk));
    }
    found
}

/// One word of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    /// The word, folded.
    pub(super) piece: String,
    /// The word with its spellings.
    pub(super) term: Term,
    /// The place in the question of what hyphens join, for a word of it, and the word that it is without them.
    pub(super) compound: Option<(usize, String)>,
}

/// The words of a question. The last one is unfinished unless something other than a letter follows it.
///
/// Small words (of, de, في) are left out as long as a bigger one remains: people put them into a question and
/// the card may well say it without them.
pub(super) fn typed_words(text: &str) -> Vec<Typed> {
    let folded = normalise(text);
    let mut all = Vec::new();
    for (place, chunk) in chunks(&folded).enumerate() {
        let joined = joined(chunk);
        all.extend(pieces(chunk).map(|piece| (piece, joined.clone().map(|word| (place, word)))));
    }
    let says_something = |piece: &str| !SMALL_WORDS.contains(&piece) && !ARTICLES.contains(&piece);
    let keep_small = !all.iter().any(|(piece, _)| says_something(piece));
    let is_typing = folded
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || c == '\'');
    let last = all.len().saturating_sub(1);
    all.into_iter()
        .enumerate()
        .filter(|(_, (piece, _))| keep_small || says_something(piece))
        .map(|(position, (piece, compound))| {
            let is_unfinished = is_typing && position == last;
            let shortest = if is_unfinished { 1 } else { SHORTEST_AFTER_ARTICLE };
            Typed {
                piece: piece.to_owned(),
                term: Term {
                    spellings: spellings(piece, shortest),
                    is_unfinished,
                },
                compound,
            }
        })
        .filter(|typed| !typed.term.spellings.is_empty())
        .collect()
}

/// A whole word in the one form that stands for all its spellings, for looking it up.
pub(super) fn canonical(piece: &str) -> String {
    let mut spellings = spellings(piece, SHORTEST_AFTER_ARTICLE);
    let is_joined = piece.contains('\'');
    let one = if is_joined {
        spellings.into_iter().next()
    } else {
        spellings.pop()
    };
    one.unwrap_or_default()
}

/// Whether a character belongs to a word, before it is folded.
pub(super) fn is_of_word(character: char) -> bool {
    character.is_alphanumeric()
        || is_combining_mark(character)
        || is_apostrophe(character)
        || is_invisible(character)
}

/// What stands between blanks and signs other than hyphens.
fn chunks(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-')
}

fn pieces(chunk: &str) -> impl Iterator<Item = &str> {
    chunk
        .split('-')
        .map(|piece| piece.trim_matches('\''))
        .filter(|piece| !piece.is_empty())
}

/// What hyphens join, without them: co-creation is written cocreation too. Numbers are not joined.
fn joined(chunk: &str) -> Option<String> {
    let chunk = match chunk.split_once('\'') {
        Some((before, after)) if ELISIONS.contains(&before) => after,
        _ => chunk,
    };
    let is_word = |part: &str| !part.is_empty() && part.chars().all(char::is_alphabetic);
    let is_joined = chunk.contains('-') && chunk.split('-').all(is_word);
    is_joined.then(|| without_plural(&chunk.replace('-', "")).to_owned())
}

/// Words that hold others together, in their folded form, with what a French apostrophe leaves standing alone.
const SMALL_WORDS: [&str; 51] = [
    "de", "du", "des", "la", "le", "les", "et", "ou", "a", "au", "aux", "en", "un", "une", "sur", "pour",
    "par", "dans", "avec", "l", "d", "qu", "ce", "the", "of", "and", "to", "in", "an", "for", "on", "by",
    "with", "is", "at", "من", "في", "على", "الي", "عن", "او", "مع", "هل", "ما", "هو", "هي", "ان", "كيف",
    "هذا", "هذه", "و",
];

/// What a French apostrophe leaves of a word before it.
const ELISIONS: [&str; 14] = [
    "l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu",
];

pub(super) fn spellings(piece: &str, shortest: usize) -> Vec<String> {
    let mut found: Vec<String> = Vec::with_capacity(2);
    let mut add = |word: &str| {
        for word in [
            without_plural(word),
            without_article(without_plural(word), shortest),
        ] {
            if !word.is_empty() && !found.iter().any(|known| known == word) {
                found.push(word.to_owned());
            }
        }
    };
    match piece.rsplit_once('\'') {
        // The English possessive: commune's.
        Some((owner, "s")) => add(&owner.replace('\'', "")),
        Some((before, after)) => {
            // Names too have apostrophes (M'diq, Aït M'hamed): people type them with it, without it, or apart.
            if ELISIONS.contains(&before.rsplit('\'').next().unwrap_or(before)) {
                add(after);
            }
            add(&piece.replace('\'', ""));
        }
        None => add(piece),
    }
    found
}

/// The articles of Arabic, with the words that are written together with them, longest first.
const ARTICLES: [&str; 8] = ["وبال", "ولل", "وال", "بال", "كال", "فال", "لل", "ال"];

/// Shorter leftovers are not words: الله is not له with an article.
pub(super) const SHORTEST_AFTER_ARTICLE: usize = 3;

/// Takes articles off until none is left, so that الالتزام and التزام, whose own first letters look like an
/// article, meet in the same form. The conjunction و alone stays: too many words begin with it.
fn without_article(word: &str, shortest: usize) -> &str {
    let mut bare = word;
    while let Some(rest) = ARTICLES
        .iter()
        .find_map(|article| bare.strip_prefix(article))
        .filter(|rest| rest.chars().count() >= shortest)
    {
        bare = rest;
    }
    bare
}

/// The plain plural of French and English: budgets, réseaux. Words of four letters and fewer keep their end
/// (Fès, Taza, six), and so does a double s (progress).
fn without_plural(word: &str) -> &str {
    let is_latin = word.chars().all(|c| c.is_ascii_alphabetic());
    match word.strip_suffix(['s', 'x']) {
        Some(singular) if is_latin && word.len() > 4 && !singular.ends_with('s') => singular,
        _ => word,
    }
}
