//! What is asked: the words, each with everything that answers it as well.

use super::equivalents::{Phrase, named_at, whole_word};
use super::normalise::normalise;
use super::tokenise::{Term, Typed, canonical, is_of_word, typed_words, words};
use crate::limits;

/// One thing that is asked for. Any of its names will do, and a name is there when all its words are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Concept {
    /// The name as typed.
    pub(super) typed: Phrase,
    /// Other names.
    pub(super) others: Vec<Phrase>,
}

impl Concept {
    fn terms(&self) -> impl Iterator<Item = &Term> {
        std::iter::once(&self.typed).chain(&self.others).flatten()
    }
}

/// A question, read. A card answers it when it has every concept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub(super) concepts: Vec<Concept>,
    /// The words as typed, folded.
    pieces: Vec<String>,
}

impl Question {
    /// Reads a question. Of a longer one than [`limits::QUESTION`] characters the rest is left out.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let text: String = text.chars().take(limits::QUESTION).collect();
        let typed = typed_words(&text);
        let keys: Vec<String> = typed.iter().map(|word| canonical(&word.piece)).collect();
        let mut concepts = Vec::new();
        let mut rest = typed.as_slice();
        while let Some((first, others)) = rest.split_first() {
            let at = typed.len() - rest.len();
            let (length, names) = match named_at(keys.get(at..).unwrap_or_default()) {
                Some(named) => named,
                None => (1 + of_same_compound(first, others), Vec::new()),
            };
            let (here, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
            concepts.push(concept(here, names));
            rest = after;
        }
        Self {
            concepts,
            pieces: typed.into_iter().map(|word| word.piece).collect(),
        }
    }

    /// Whether it has no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.concepts.is_empty()
    }

    /// The question in the letters of a text: for each word that the text has, as it is written there.
    #[must_use]
    pub fn as_written_in(&self, texts: &[&str]) -> String {
        let surface = |piece: &String| {
            let term = whole_word(piece);
            texts
                .iter()
                .flat_map(|text| text.split(|c: char| !is_of_word(c)))
                .find(|word| {
                    words(word)
                        .iter()
                        .any(|spelling| term.spellings.contains(spelling))
                })
                .map_or_else(|| piece.clone(), str::to_lowercase)
        };
        self.pieces.iter().map(surface).collect::<Vec<_>>().join(" ")
    }

    /// The words as typed, folded.
    pub(super) fn pieces(&self) -> &[String] {
        &self.pieces
    }

    /// Which of its concepts a word of a text belongs to.
    pub(super) fn concept_of(&self, word: &str) -> Option<usize> {
        if normalise(word).is_empty() {
            return None;
        }
        let spellings = words(word);
        let fits = |term: &Term| {
            term.spellings.iter().any(|asked| {
                spellings
                    .iter()
                    .any(|is| is == asked || term.is_unfinished && is.starts_with(asked))
            })
        };
        self.concepts.iter().position(|concept| concept.terms().any(fits))
    }
}

fn of_same_compound(first: &Typed, others: &[Typed]) -> usize {
    let Some((place, _)) = &first.compound else {
        return 0;
    };
    let is_same = |word: &&Typed| word.compound.as_ref().is_some_and(|(at, _)| at == place);
    others.iter().take_while(is_same).count()
}

fn concept(words: &[Typed], mut others: Vec<Phrase>) -> Concept {
    if let Some((place, joined)) = words.first().and_then(|word| word.compound.as_ref()) {
        let is_whole = words
            .iter()
            .all(|word| word.compound.as_ref().is_some_and(|(at, _)| at == place));
        if is_whole {
            others.push(vec![Term {
                is_unfinished: words.iter().any(|word| word.term.is_unfinished),
                ..whole_word(joined)
            }]);
        }
    }
    Concept {
        typed: words.iter().map(|word| word.term.clone()).collect(),
        others,
    }
}
