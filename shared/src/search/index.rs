//! An index in memory: which cards hold which words, and how prominently.

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::ops::Bound;

use super::tokenise::{Term, question, words};

/// How much a field says about its card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Running text.
    Body,
    /// What the card is about: principles, region, collectivity, summary.
    Subject,
    /// What the card is called.
    Title,
}

impl Weight {
    const fn points(self) -> u32 {
        match self {
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

/// One word in one card.
#[derive(Clone, Copy, Debug)]
struct Posting {
    slot: u32,
    points: u32,
}

/// The cards and their words. Keys are whatever names a card: an id, or a kind with an id.
#[derive(Clone, Debug)]
pub struct SearchIndex<K> {
    slots: HashMap<K, u32>,
    /// The words of the card in each slot, for taking them out again; `None` where a slot is free.
    cards: Vec<Option<Card<K>>>,
    free: Vec<u32>,
    /// Postings of each word, ordered by slot.
    words: BTreeMap<String, Vec<Posting>>,
}

#[derive(Clone, Debug)]
struct Card<K> {
    key: K,
    words: Vec<String>,
}

impl<K> Default for SearchIndex<K> {
    fn default() -> Self {
        Self {
            slots: HashMap::new(),
            cards: Vec::new(),
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

    /// Adds a card, or replaces what is known of it.
    pub fn put(&mut self, key: K, fields: &[Field<'_>]) {
        self.remove(&key);
        let points = points_of(fields);
        let slot = self.free.pop().unwrap_or_else(|| {
            self.cards.push(None);
            u32::try_from(self.cards.len() - 1).unwrap_or(u32::MAX)
        });
        let mut own_words = Vec::with_capacity(points.len());
        for (word, points) in points {
            let postings = self.words.entry(word.clone()).or_default();
            let position = postings.partition_point(|posting| posting.slot < slot);
            postings.insert(position, Posting { slot, points });
            own_words.push(word);
        }
        if let Some(card) = self.cards.get_mut(slot as usize) {
            *card = Some(Card {
                key: key.clone(),
                words: own_words,
            });
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
        let card = self.cards.get_mut(slot as usize).and_then(Option::take);
        for word in card.into_iter().flat_map(|card| card.words) {
            if let Some(postings) = self.words.get_mut(&word) {
                let position = postings.partition_point(|posting| posting.slot < slot);
                if postings.get(position).is_some_and(|posting| posting.slot == slot) {
                    postings.remove(position);
                }
                if postings.is_empty() {
                    self.words.remove(&word);
                }
            }
        }
        self.free.push(slot);
        true
    }

    /// The best answers to a question, best first; cards of the same score in the order of their keys.
    /// A question without a word has no answer.
    #[must_use]
    pub fn search(&self, text: &str, limit: usize) -> Vec<Hit<K>> {
        let terms = question(text);
        let Some((first, others)) = terms.split_first() else {
            return Vec::new();
        };
        let mut scores = self.points(first);
        for term in others {
            let points = self.points(term);
            for (score, points) in scores.iter_mut().zip(points) {
                *score = if *score > 0 && points > 0 {
                    *score + points
                } else {
                    0
                };
            }
        }
        let mut hits: Vec<Hit<K>> = scores
            .into_iter()
            .zip(&self.cards)
            .filter(|(score, _)| *score > 0)
            .filter_map(|(score, card)| {
                Some(Hit {
                    key: card.as_ref()?.key.clone(),
                    score,
                })
            })
            .collect();
        hits.sort_unstable_by(|a, b| b.score.cmp(&a.score).then_with(|| a.key.cmp(&b.key)));
        hits.truncate(limit);
        hits
    }

    /// What a term is worth in each slot: the best of its spellings. A whole word is worth twice as much as a
    /// beginning, and the spelling as typed more than one that was derived from it.
    fn points(&self, term: &Term) -> Vec<u32> {
        let mut best = vec![0; self.cards.len()];
        let mut take = |postings: &[Posting], factor: u32| {
            for posting in postings {
                if let Some(points) = best.get_mut(posting.slot as usize) {
                    *points = (*points).max(posting.points * factor);
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
            if let Some(postings) = self.words.get(spelling) {
                take(postings, 2 * closeness);
            }
        }
        best
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
