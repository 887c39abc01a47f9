//! An index in memory: which cards hold which words, and how prominently.

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::ops::Bound;

use super::near::{distance, tolerance};
use super::question::{Concept, Question};
use super::tokenise::{Term, words};

/// How much a field says about its card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Where it is: collectivity, province, region.
    Place,
    /// Running text.
    Body,
    /// What the card is about: summary, principles.
    Subject,
    /// What the card is called.
    Title,
}

impl Weight {
    const fn points(self) -> u32 {
        match self {
            Self::Place => 4,
            Self::Body => 10,
            Self::Subject => 30,
            Self::Title => 80,
        }
    }
}

/// A text of a card. The same field in three languages is three fields.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// How much it says.
    pub weight: Weight,
    /// The text, as people read it.
    pub text: &'a str,
}

impl<'a> Field<'a> {
    /// A field that carries the card's name.
    #[must_use]
    pub const fn title(text: &'a str) -> Self {
        Self {
            weight: Weight::Title,
            text,
        }
    }

    /// A field that says what the card is about.
    #[must_use]
    pub const fn subject(text: &'a str) -> Self {
        Self {
            weight: Weight::Subject,
            text,
        }
    }

    /// A field that says where the card is from.
    #[must_use]
    pub const fn place(text: &'a str) -> Self {
        Self {
            weight: Weight::Place,
            text,
        }
    }

    /// A field of running text.
    #[must_use]
    pub const fn body(text: &'a str) -> Self {
        Self {
            weight: Weight::Body,
            text,
        }
    }
}

/// A card that answers a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<K> {
    /// Which card.
    pub key: K,
    /// How well: only comparable within one answer.
    pub score: u32,
}

/// One word in one card: the slot of the card and the points of the word, in four bytes, because ten thousand experiences
/// have millions of them.
#[derive(Clone, Copy, Debug)]
struct Posting(u32);

impl Posting {
    const POINTS_BITS: u32 = 8;

    const fn new(slot: u32, points: u32) -> Self {
        Self((slot << Self::POINTS_BITS) | points)
    }

    const fn slot(self) -> usize {
        (self.0 >> Self::POINTS_BITS) as usize
    }

    const fn points(self) -> u32 {
        self.0 & ((1 << Self::POINTS_BITS) - 1)
    }
}

/// More cards than this are not taken in: what a posting has room for.
const CARDS_MOST: usize = 1 << (u32::BITS - Posting::POINTS_BITS);

/// With so many removed cards and as many as a quarter of all, their postings are swept out.
const SWEEP: usize = 64;

/// The cards and their words. Keys are whatever names a card: an id, or a kind with an id.
#[derive(Clone, Debug)]
pub struct SearchIndex<K> {
    slots: HashMap<K, u32>,
    /// The card in each slot; `None` where it was removed.
    cards: Vec<Option<K>>,
    /// Slots of removed cards, whose postings are still there.
    removed: Vec<u32>,
    /// Slots without postings.
    free: Vec<u32>,
    /// Postings of each word.
    words: BTreeMap<Box<str>, Vec<Posting>>,
}

impl<K> Default for SearchIndex<K> {
    fn default() -> Self {
        Self {
            slots: HashMap::new(),
            cards: Vec::new(),
            removed: Vec::new(),
            free: Vec::new(),
            words: BTreeMap::new(),
        }
    }
}

impl<K: Clone + Ord + Hash> SearchIndex<K> {
    /// An empty index.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many cards it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether it holds no card.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Whether it holds this card.
    #[must_use]
    pub fn contains<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.slots.contains_key(key)
    }

    /// How many words it knows, and how often one of them is in a card.
    #[must_use]
    pub fn size(&self) -> (usize, usize) {
        (self.words.len(), self.words.values().map(Vec::len).sum())
    }

    /// Adds a card, or replaces what is known of it.
    pub fn put(&mut self, key: K, fields: &[Field<'_>]) {
        self.remove(&key);
        let slot = match self.free.pop() {
            Some(slot) => slot,
            None if self.cards.len() >= CARDS_MOST => return,
            None => {
                self.cards.push(None);
                u32::try_from(self.cards.len() - 1).unwrap_or(u32::MAX)
            }
        };
        for (word, points) in points_of(fields) {
            let posting = Posting::new(slot, points);
            match self.words.get_mut(word.as_str()) {
                Some(postings) => postings.push(posting),
                None => {
                    self.words.insert(word.into_boxed_str(), vec![posting]);
                }
            }
        }
        if let Some(card) = self.cards.get_mut(slot as usize) {
            *card = Some(key.clone());
        }
        self.slots.insert(key, slot);
    }

    /// Forgets a card; whether there was one.
    pub fn remove<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        let Some(slot) = self.slots.remove(key) else {
            return false;
        };
        if let Some(card) = self.cards.get_mut(slot as usize) {
            *card = None;
        }
        self.removed.push(slot);
        if self.removed.len() >= SWEEP && self.removed.len() * 4 >= self.cards.len() {
            self.sweep();
        }
        true
    }

    /// Takes out the postings of removed cards, and gives back what memory lists hold in reserve: worth its time after
    /// many cards were put.
    pub fn sweep(&mut self) {
        let cards = &self.cards;
        self.words.retain(|_, postings| {
            postings.retain(|posting| cards.get(posting.slot()).is_some_and(Option::is_some));
            postings.shrink_to_fit();
            !postings.is_empty()
        });
        self.free.append(&mut self.removed);
    }

    /// The best answers to a question, best first; cards of the same score in the order of their keys.
    /// A question without a word has no answer.
    #[must_use]
    pub fn search(&self, text: &str, limit: usize) -> Vec<Hit<K>> {
        self.answer(&Question::read(text), limit)
    }

    /// [`SearchIndex::search`] for a question that was read before.
    #[must_use]
    pub fn answer(&self, question: &Question, limit: usize) -> Vec<Hit<K>> {
        let Some((first, others)) = question.concepts.split_first() else {
            return Vec::new();
        };
        let mut scores = self.concept_points(first);
        for concept in others {
            both(&mut scores, &self.concept_points(concept));
        }
        let mut hits: Vec<Hit<K>> = scores
            .into_iter()
            .zip(&self.cards)
            .filter(|(score, _)| *score > 0)
            .filter_map(|(score, card)| {
                Some(Hit {
                    key: card.clone()?,
                    score,
                })
            })
            .collect();
        hits.sort_unstable_by(|a, b| b.score.cmp(&a.score).then_with(|| a.key.cmp(&b.key)));
        hits.truncate(limit);
        hits
    }

    /// The question with the nearest words that are known, folded, in the place of those that no card has; `None` where
    /// there are none near enough.
    #[must_use]
    pub fn near(&self, question: &Question) -> Option<String> {
        let mut is_other = false;
        let mut words = Vec::new();
        for piece in question.pieces() {
            let of_itself = Question::read(piece);
            if of_itself.concepts.iter().any(|concept| self.knows(concept)) {
                words.push(piece.clone());
            } else {
                words.push(self.nearest(piece)?);
                is_other = true;
            }
        }
        is_other.then(|| words.join(" "))
    }

    fn knows(&self, concept: &Concept) -> bool {
        let points = self.concept_points(concept);
        points
            .iter()
            .zip(&self.cards)
            .any(|(points, card)| *points > 0 && card.is_some())
    }

    fn nearest(&self, piece: &str) -> Option<String> {
        let letters: Vec<char> = piece.chars().collect();
        let most = tolerance(letters.len());
        if most == 0 {
            return None;
        }
        let mut best: Option<(usize, usize, &str)> = None;
        for (word, postings) in &self.words {
            // As long in bytes within four for each letter, before letters are counted.
            if word.len().abs_diff(piece.len()) > 4 * most {
                continue;
            }
            let other: Vec<char> = word.chars().collect();
            let Some(distance) = distance(&letters, &other, most) else {
                continue;
            };
            let rank = (distance, usize::MAX - postings.len(), &**word);
            if best.is_none_or(|best| rank < best) && self.is_in_use(postings) {
                best = Some(rank);
            }
        }
        best.map(|(_, _, word)| word.to_owned())
    }

    fn is_in_use(&self, postings: &[Posting]) -> bool {
        let is_there = |posting: &Posting| self.cards.get(posting.slot()).is_some_and(Option::is_some);
        postings.iter().any(is_there)
    }

    /// What a concept is worth in each slot: its name as typed more than another one.
    fn concept_points(&self, concept: &Concept) -> Vec<u32> {
        let mut best = self.phrase_points(&concept.typed);
        let words = u32::try_from(concept.typed.len()).unwrap_or(1);
        for other in &concept.others {
            let others = u32::try_from(other.len()).unwrap_or(1).max(1);
            let points = self.phrase_points(other);
            for (best, points) in best.iter_mut().zip(points) {
                if points > 0 {
                    *best = (*best).max((points * words / others / 2).max(1));
                }
            }
        }
        best
    }

    /// What the words of a name are worth together in each slot; nothing where one of them is not.
    fn phrase_points(&self, phrase: &[Term]) -> Vec<u32> {
        let Some((first, others)) = phrase.split_first() else {
            return vec![0; self.cards.len()];
        };
        let mut scores = self.points(first);
        for term in others {
            both(&mut scores, &self.points(term));
        }
        scores
    }

    /// What a term is worth in each slot: the best of its spellings. A whole word is worth twice as much as a
    /// beginning, and the spelling as typed more than one that was derived from it.
    fn points(&self, term: &Term) -> Vec<u32> {
        let mut best = vec![0; self.cards.len()];
        let mut take = |postings: &[Posting], factor: u32| {
            for posting in postings {
                if let Some(points) = best.get_mut(posting.slot()) {
                    *points = (*points).max(posting.points() * factor);
                }
            }
        };
        for (rank, spelling) in term.spellings.iter().enumerate() {
            let closeness = if rank == 0 { 3 } else { 2 };
            if term.is_unfinished {
                let from_here = self
                    .words
                    .range::<str, _>((Bound::Included(spelling.as_str()), Bound::Unbounded));
                for (_, postings) in from_here.take_while(|(word, _)| word.starts_with(spelling)) {
                    take(postings, closeness);
                }
            }
            if let Some(postings) = self.words.get(spelling.as_str()) {
                take(postings, 2 * closeness);
            }
        }
        best
    }
}

/// Adds up what two things are worth where both are.
fn both(scores: &mut [u32], others: &[u32]) {
    for (score, points) in scores.iter_mut().zip(others) {
        *score = if *score > 0 && *points > 0 {
            *score + points
        } else {
            0
        };
    }
}

/// What each word of a card is worth: the weight of its best field, and more where the field has few words, so
/// that the commune of Casablanca comes before everything that mentions it.
fn points_of(fields: &[Field<'_>]) -> BTreeMap<String, u32> {
    let mut points = BTreeMap::new();
    for field in fields {
        let words = words(field.text);
        let few = field.weight.points() / u32::try_from(words.len()).unwrap_or(u32::MAX).max(1);
        for word in words {
            let known = points.entry(word).or_insert(0);
            *known = (*known).max(field.weight.points() + few);
        }
    }
    points
}
