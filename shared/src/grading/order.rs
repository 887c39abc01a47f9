//! In which order a question is shown.
//!
//! The right answers of ordering and matching are stored in order, so they must never be shown in it. The order
//! comes from a seed: reloading the page or coming back tomorrow shows the same sitting the same way, on every
//! device, without storing anything.

use crate::ids::AttemptId;
use crate::records::QuestionKind;

/// The seed of one question in one sitting of a quiz. `question` is its place from 0.
#[must_use]
pub fn seed(attempt: AttemptId, question: usize) -> u64 {
    let (high, low) = attempt.uuid().as_u64_pair();
    let place = u64::try_from(question).unwrap_or(u64::MAX);
    Generator(high ^ low.rotate_left(29) ^ place.wrapping_mul(0x9e37_79b9_7f4a_7c15)).next()
}

/// The order in which to show choices, items or right sides: at place `n` stands the one whose own place, which
/// an [`Answer`](crate::records::Answer) names, is `order[n]`.
///
/// True and false stay where people expect them. Ordering and matching are never in the right order as long as
/// they have two parts.
#[must_use]
pub fn shown_order(kind: &QuestionKind, seed: u64) -> Vec<u8> {
    match kind {
        QuestionKind::TrueFalse(choices) => in_order(choices.len()),
        QuestionKind::Single(choices) | QuestionKind::Multiple(choices) => shuffled(choices.len(), seed),
        QuestionKind::Ordering(items) => disordered(items.len(), seed),
        QuestionKind::Matching(pairs) => disordered(pairs.len(), seed),
    }
}

fn in_order(count: usize) -> Vec<u8> {
    (0..=u8::MAX).take(count).collect()
}

/// Fisher and Yates.
fn shuffled(count: usize, seed: u64) -> Vec<u8> {
    let mut order = in_order(count);
    let mut generator = Generator(seed);
    for last in (1..order.len()).rev() {
        order.swap(last, generator.below(last + 1));
    }
    order
}

fn disordered(count: usize, seed: u64) -> Vec<u8> {
    let mut order = shuffled(count, seed);
    if order.is_sorted() && order.len() > 1 {
        order.rotate_left(1);
    }
    order
}

/// SplitMix64 (Steele, Lea and Flood 2014): enough for showing five choices, and the same everywhere for ever.
struct Generator(u64);

impl Generator {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, which is never zero here. The bias of the remainder is below 2⁻⁵⁶.
    fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % limit).unwrap_or(0)
    }
}
