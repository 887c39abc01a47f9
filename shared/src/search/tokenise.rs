//! From a text to the words that are compared.
//!
//! A word can have several spellings that all count: with its article and without, with what an apostrophe
//! joins to it and without. A card holds all of them; a question is content with one.

use super::normalise::normalise;

/// One word of a question with its spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Any of these will do; the first is closest to what was typed.
    pub spellings: Vec<String>,
    /// Whether a card's word may go on after it: true for the last word of a question.
    pub is_unfinished: bool,
}

/// The words of a card's text, every spelling of each, in order.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let folded = normalise(text);
    pieces(&folded)
        .flat_map(|piece| spellings(piece, SHORTEST_AFTER_ARTICLE))
        .collect()
}

/// The words of a question. The last one is unfinished unless something other than a letter follows it.
///
/// Small words (of, de, في) are left out as long as a bigger one remains: people put them into a question and
/// the card may well say it without them.
#[must_use]
pub fn question(text: &str) -> Vec<Term> {
    let folded = normalise(text);
    let pieces: Vec<&str> = pieces(&folded).collect();
    let says_something = |piece: &&&str| !SMALL_WORDS.contains(*piece) && !ARTICLES.contains(*piece);
    let keep_small = !pieces.iter().any(|piece| says_something(&piece));
    let is_typing = folded
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || c == '\'');
    let last = pieces.len().saturating_sub(1);
    pieces
        .iter()
        .enumerate()
        .filter(|(_, piece)| keep_small || says_something(piece))
        .map(|(position, piece)| {
            let is_unfinished = is_typing && position == last;
            let shortest = if is_unfinished { 1 } else { SHORTEST_AFTER_ARTICLE };
            Term {
                spellings: spellings(piece, shortest),
                is_unfinished,
            }
        })
        .filter(|term| !term.spellings.is_empty())
        .collect()
}

fn pieces(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|piece| piece.trim_matches('\''))
        .filter(|piece| !piece.is_empty())
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

fn spellings(piece: &str, shortest: usize) -> Vec<String> {
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
const SHORTEST_AFTER_ARTICLE: usize = 3;

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
