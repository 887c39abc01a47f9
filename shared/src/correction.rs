//! What counts as a small correction of a published text. It is public at once and shown to the focal point
//! afterwards; every other change is validated first.
//!
//! Small means that no meaning can have changed: misspelt words, signs, blanks and capitals. Precisely:
//!
//! - no fact changes (kind, principles, dates, cost, sources, state of a translation), and no section appears or goes;
//! - in a title only signs, blanks and capitals change;
//! - words with a digit, an address or a link stay as they are;
//! - elsewhere, at most [`WORDS_MOST`] words of the whole text change, each by one letter, or by two from eight letters
//!   on. Words of fewer than four letters stay (a "not" is one of them), and so does the first letter of every word (a
//!   prefix can reverse it);
//! - a section grows or shrinks by at most [`CHARACTERS_MOST`] characters, which bounds signs and blanks.
//!
//! The comparison is with what a focal point last saw, so that many small corrections cannot add up to a large one.

use crate::lang::Lang;
use crate::records::{ExperienceContent, Section};

/// How many words a small correction changes at most, in all sections and languages together.
pub const WORDS_MOST: usize = 8;

/// By how many characters a section may grow or shrink.
pub const CHARACTERS_MOST: usize = 40;

/// The fewest letters of a word that may change, and from how many letters on two of them may.
const ONE_LETTER_FROM: usize = 4;
const TWO_LETTERS_FROM: usize = 8;

/// Longer words are no words, and comparing them is not free.
const LETTERS_MOST: usize = 40;

/// Whether `after` is `before` with small corrections, or the same.
#[must_use]
pub fn is_small(before: &ExperienceContent, after: &ExperienceContent) -> bool {
    let mut words_left = WORDS_MOST;
    has_same_facts(before, after)
        && Section::ALL.into_iter().all(|section| {
            Lang::ALL.into_iter().all(
                |lang| match (before.text(section, lang), after.text(section, lang)) {
                    (Some(before), Some(after)) => is_small_in(section, before, after, &mut words_left),
                    (before, after) => before == after,
                },
            )
        })
}

/// Whether everything but the texts is the same.
#[must_use]
pub fn has_same_facts(one: &ExperienceContent, other: &ExperienceContent) -> bool {
    let without_texts = |content: &ExperienceContent| ExperienceContent {
        kind: content.kind,
        principles: content.principles.clone(),
        started: content.started.clone(),
        ended: content.ended.clone(),
        budget_mad: content.budget_mad,
        texts: Default::default(),
        translations: content.translations.clone(),
        sources: content.sources.clone(),
    };
    without_texts(one) == without_texts(other)
}

/// Whether a text of a few words or sentences, outside an experience, has small corrections at most. It is judged like
/// a section that is no title.
#[must_use]
pub fn is_small_text(before: &str, after: &str) -> bool {
    is_small_in(Section::Summary, before, after, &mut { WORDS_MOST })
}

fn is_small_in(section: Section, before: &str, after: &str, words_left: &mut usize) -> bool {
    if before == after {
        return true;
    }
    if before.chars().count().abs_diff(after.chars().count()) > CHARACTERS_MOST {
        return false;
    }
    let (old, new) = (words(before), words(after));
    if !fixed(&old).eq(fixed(&new)) {
        return false;
    }
    let all_letters = |words: &[&str]| words.iter().flat_map(|word| letters(word)).collect::<Vec<_>>();
    if all_letters(&old) == all_letters(&new) {
        return true;
    }
    section != Section::Title
        && old.len() == new.len()
        && old.iter().zip(&new).all(|(old, new)| {
            let (old, new) = (letters(old), letters(new));
            if old == new {
                return true;
            }
            let has_room = *words_left > 0;
            *words_left = words_left.saturating_sub(1);
            has_room && is_misspelling(&old, &new)
        })
}

/// The words of a text; signs that stand alone are none.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect()
}

/// The letters and digits of a word, without regard to capitals.
fn letters(word: &str) -> Vec<char> {
    word.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The words that may not change, without the punctuation at their ends.
fn fixed<'a>(words: &'a [&str]) -> impl Iterator<Item = &'a str> {
    const ENDS: &[char] = &['.', ',', ';', ':', '!', '?', ')', '»', '"', '،', '؛', '؟'];
    words
        .iter()
        .filter(|word| is_fixed(word))
        .map(|word| word.trim_end_matches(ENDS))
}

fn is_fixed(word: &str) -> bool {
    const LINKS: [&str; 5] = ["://", "](", "@", "mailto:", "`"];
    let chars: Vec<char> = word.chars().collect();
    let joins_words = |three: &[char]| match three {
        [before, '.' | '/', after] => before.is_alphanumeric() && after.is_alphanumeric(),
        _ => false,
    };
    chars.iter().any(|c| c.is_numeric())
        || LINKS.iter().any(|mark| word.contains(mark))
        || chars.windows(3).any(joins_words)
}

fn is_misspelling(old: &[char], new: &[char]) -> bool {
    let (shorter, longer) = (old.len().min(new.len()), old.len().max(new.len()));
    let most = match shorter {
        TWO_LETTERS_FROM.. => 2,
        ONE_LETTER_FROM.. => 1,
        _ => return false,
    };
    longer <= LETTERS_MOST && old.first() == new.first() && distance(old, new) <= most
}

/// How many letters have to be put in, taken out, replaced or swapped with their neighbour.
fn distance(old: &[char], new: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=new.len()).collect();
    let mut old_before = None;
    for (row, old_letter) in old.iter().enumerate() {
        let mut current = vec![row + 1];
        let mut new_before = None;
        for (column, new_letter) in new.iter().enumerate() {
            let at = |line: &[usize], place: usize| line.get(place).copied().unwrap_or(usize::MAX / 2);
            let replaced = at(&last, column) + usize::from(old_letter != new_letter);
            let removed = at(&last, column + 1) + 1;
            let added = at(&current, column) + 1;
            let is_swap = old_before == Some(new_letter) && new_before == Some(old_letter);
            let swapped = match column.checked_sub(1) {
                Some(place) if is_swap => at(&before_last, place) + 1,
                _ => usize::MAX,
            };
            current.push(replaced.min(removed).min(added).min(swapped));
            new_before = Some(new_letter);
        }
        before_last = std::mem::replace(&mut last, current);
        old_before = Some(old_letter);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests;
