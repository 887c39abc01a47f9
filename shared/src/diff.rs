//! What changed between two versions of a text, word by word, for somebody who has to judge the change.
//!
//! Words are compared, blanks are not: a text that only gained a line break counts as the same. Nothing is lost:
//! the kept and added pieces together are the new text, the kept and removed ones say the words of the old one.

use similar::algorithms::{Capture, myers};
use similar::{DiffOp, DiffTag};

/// A run of words that stayed, went or came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both versions, with the blanks of the new one.
    Kept(String),
    /// Only in the old version.
    Removed(String),
    /// Only in the new version.
    Added(String),
}

/// Compares two versions. Equal texts give one kept piece, or none when both are empty.
#[must_use]
pub fn words(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (tokens(before), tokens(after));
    let mut runs = Runs::default();
    for difference in differences(&old, &new) {
        let (tag, old_range, new_range) = difference.as_tag_tuple();
        let old = old.get(old_range).unwrap_or_default();
        let new = new.get(new_range).unwrap_or_default();
        if tag == DiffTag::Equal {
            old.iter().zip(new).for_each(|(old, new)| runs.keep(old, new));
        } else {
            runs.change(&old.concat(), &new.concat());
        }
    }
    runs.into_pieces()
}

/// How many words went or came, whichever are more, and how many there were.
#[must_use]
pub fn words_changed(before: &str, after: &str) -> (usize, usize) {
    let (old, new) = (tokens(before), tokens(after));
    let kept: usize = differences(&old, &new)
        .into_iter()
        .filter(|difference| difference.tag() == DiffTag::Equal)
        .map(|difference| difference.old_range().len())
        .sum();
    (old.len().max(new.len()).saturating_sub(kept), old.len())
}

/// Whether two versions say the same words.
#[must_use]
pub fn is_same_text(before: &str, after: &str) -> bool {
    before.split_whitespace().eq(after.split_whitespace())
}

/// Words, each with the blanks that follow it; blanks before the first word are a word of their own.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let word_end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (_, after_word) = rest.split_at(word_end);
        let blanks = after_word
            .find(|c: char| !c.is_whitespace())
            .unwrap_or(after_word.len());
        let (token, remaining) = rest.split_at(word_end + blanks);
        tokens.push(token);
        rest = remaining;
    }
    tokens
}

/// What happened to ranges of words, in order. The search is bounded: in long texts that have little in common some
/// common words may be missed.
fn differences(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    let (old, new) = (without_blanks(old), without_blanks(new));
    let mut found = Capture::new();
    // The algorithm is called by its own name: `similar::capture_diff` would link all of them into the app.
    let Ok(()) = myers::diff(&mut found, &*old, 0..old.len(), &*new, 0..new.len());
    found.into_ops()
}

fn without_blanks<'a>(tokens: &[&'a str]) -> Vec<&'a str> {
    tokens.iter().map(|token| token.trim_end()).collect()
}

/// Gathers words into pieces: what goes before what comes, and a single word that stayed by chance between two
/// changes belongs to both, because a sentence in crumbs cannot be read.
#[derive(Default)]
struct Runs {
    runs: Vec<Run>,
}

enum Run {
    Kept { old: String, new: String, words: usize },
    Changed { removed: String, added: String },
}

impl Runs {
    fn keep(&mut self, old_word: &str, new_word: &str) {
        if let Some(Run::Kept { old, new, words }) = self.runs.last_mut() {
            old.push_str(old_word);
            new.push_str(new_word);
            *words += 1;
        } else {
            self.runs.push(Run::Kept {
                old: old_word.to_owned(),
                new: new_word.to_owned(),
                words: 1,
            });
        }
    }

    fn change(&mut self, old: &str, new: &str) {
        if let Some(Run::Changed { removed, added }) = self.runs.last_mut() {
            removed.push_str(old);
            added.push_str(new);
        } else {
            self.runs.push(Run::Changed {
                removed: old.to_owned(),
                added: new.to_owned(),
            });
        }
    }

    fn into_pieces(self) -> Vec<Piece> {
        let last = self.runs.len().saturating_sub(1);
        let mut whole = Self::default();
        for (index, run) in self.runs.into_iter().enumerate() {
            let is_between = index > 0 && index < last;
            match run {
                Run::Kept { old, new, words: 1 } if is_between => whole.change(&old, &new),
                Run::Kept { old, new, .. } => whole.keep(&old, &new),
                Run::Changed { removed, added } => whole.change(&removed, &added),
            }
        }
        let mut pieces = Vec::new();
        for run in whole.runs {
            match run {
                Run::Kept { new, .. } => pieces.push(Piece::Kept(new)),
                Run::Changed { removed, added } => {
                    pieces.extend((!removed.is_empty()).then_some(Piece::Removed(removed)));
                    pieces.extend((!added.is_empty()).then_some(Piece::Added(added)));
                }
            }
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn marked(before: &str, after: &str) -> String {
        words(before, after)
            .into_iter()
            .map(|piece| match piece {
                Piece::Kept(text) => text,
                Piece::Removed(text) => format!("[-{text}-]"),
                Piece::Added(text) => format!("[+{text}+]"),
            })
            .collect()
    }

    #[rstest]
    #[case::nothing("", "", "")]
    #[case::written("", "ضعف المشاركة", "[+ضعف المشاركة+]")]
    #[case::emptied("ضعف المشاركة", "", "[-ضعف المشاركة-]")]
    #[case::same("ضعف المشاركة", "ضعف المشاركة", "ضعف المشاركة")]
    #[case::blanks_do_not_count("a  b\nc", "a b c", "a b c")]
    #[case::a_word_replaced(
        "شارك 120 مواطنا في اللقاء",
        "شارك 210 مواطنا في اللقاء",
        "شارك [-120 -][+210 +]مواطنا في اللقاء"
    )]
    #[case::a_word_added(
        "le budget est participatif",
        "le budget est très participatif",
        "le budget est [+très +]participatif"
    )]
    #[case::an_end_added("one two", "one two three", "one two[+ three+]")]
    #[case::crumbs_are_gathered("a b c d e", "a x c y e", "a [-b c d -][+x c y +]e")]
    #[case::two_words_stay("a b c d e f", "a x c d y f", "a [-b -][+x +]c d [-e -][+y +]f")]
    fn changes_are_shown_where_they_are(#[case] before: &str, #[case] after: &str, #[case] expected: &str) {
        let shown = marked(before, after);
        // The blank between the last kept word and what was added after it may belong to either.
        assert_eq!(
            shown.split_whitespace().collect::<String>(),
            expected.split_whitespace().collect::<String>(),
            "{shown}"
        );
    }

    #[test]
    fn unrelated_long_texts_are_shown_one_after_the_other() {
        let before = (0..3_000).map(|n| format!("a{n} ")).collect::<String>();
        let after = (0..3_000).map(|n| format!("b{n} ")).collect::<String>();
        assert_eq!(
            words(&before, &after),
            [Piece::Removed(before), Piece::Added(after)]
        );
    }

    #[test]
    fn only_words_tell_two_texts_apart() {
        assert!(is_same_text("a b", " a\n b "));
        assert!(!is_same_text("a b", "ab"));
    }

    proptest! {
        #[test]
        fn no_word_of_either_version_is_lost(before in "([abc]{1,2}[ \n]{1,2}){0,12}", after in "([abc]{1,2}[ \n]{1,2}){0,12}") {
            let (mut old, mut new) = (String::new(), String::new());
            for piece in words(&before, &after) {
                match piece {
                    Piece::Kept(text) => { old.push_str(&text); new.push_str(&text); }
                    Piece::Removed(text) => old.push_str(&text),
                    Piece::Added(text) => new.push_str(&text),
                }
            }
            prop_assert_eq!(&new, &after);
            prop_assert!(is_same_text(&old, &before), "{} / {}", old, before);
        }
    }
}
