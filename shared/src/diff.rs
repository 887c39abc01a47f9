//! What changed between two versions of a text, word by word, for somebody who has to judge the change.
//!
//! Words are compared, blanks are not: a text that only gained a line break counts as the same. Nothing is lost:
//! the kept and added pieces together are the new text, the kept and removed ones say the words of the old one.

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

/// How many words may differ before the search for what they have in common is given up: two unrelated texts are
/// shown one after the other, and the work stays bounded on an old phone.
const MOST_DIFFERENCES: usize = 1_200;

/// Compares two versions. Equal texts give one kept piece, or none when both are empty.
#[must_use]
pub fn words(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (tokens(before), tokens(after));
    let same_start = old
        .iter()
        .zip(&new)
        .take_while(|(old, new)| is_same(old, new))
        .count();
    let (_, old_rest) = old.split_at(same_start);
    let (start, new_rest) = new.split_at(same_start);
    let same_end = old_rest
        .iter()
        .rev()
        .zip(new_rest.iter().rev())
        .take_while(|(old, new)| is_same(old, new))
        .count();
    let (old_middle, _) = old_rest.split_at(old_rest.len() - same_end);
    let (new_middle, end) = new_rest.split_at(new_rest.len() - same_end);

    let mut runs = Runs::default();
    start.iter().for_each(|word| runs.keep(word, word));
    compare(old_middle, new_middle, &mut runs);
    end.iter().for_each(|word| runs.keep(word, word));
    runs.into_pieces()
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

fn is_same(one: &str, other: &str) -> bool {
    one.trim_end() == other.trim_end()
}

/// Myers, "An O(ND) Difference Algorithm and Its Variations": the shortest list of words to take out and put in.
fn compare(old: &[&str], new: &[&str], runs: &mut Runs) {
    let Some(trail) = shortest_trail(old, new) else {
        old.iter().for_each(|word| runs.remove(word));
        new.iter().for_each(|word| runs.add(word));
        return;
    };
    // Walked from the end; what is met is turned round afterwards.
    let mut steps = Vec::new();
    let (mut x, mut y) = (old.len(), new.len());
    for (d, furthest) in trail.iter().enumerate().rev() {
        let k = Diagonal::of(x, y);
        let came_down = k.comes_down(d, furthest);
        let before = if came_down { k.above() } else { k.below() };
        let (from_x, from_y) = if d == 0 {
            (0, 0)
        } else {
            before.point(furthest.get(before.slot(d)).copied().unwrap_or_default())
        };
        while x > from_x && y > from_y {
            (x, y) = (x - 1, y - 1);
            steps.push(Step::Keep(x, y));
        }
        if d > 0 {
            if came_down {
                steps.push(Step::Add(from_y));
            } else {
                steps.push(Step::Remove(from_x));
            }
            (x, y) = (from_x, from_y);
        }
    }
    for step in steps.into_iter().rev() {
        match step {
            Step::Keep(x, y) => {
                if let (Some(old), Some(new)) = (old.get(x), new.get(y)) {
                    runs.keep(old, new);
                }
            }
            Step::Remove(x) => old.get(x).into_iter().for_each(|word| runs.remove(word)),
            Step::Add(y) => new.get(y).into_iter().for_each(|word| runs.add(word)),
        }
    }
}

enum Step {
    Keep(usize, usize),
    Remove(usize),
    Add(usize),
}

/// The line of the edit graph on which `x - y` is constant.
#[derive(Clone, Copy)]
struct Diagonal(isize);

impl Diagonal {
    fn of(x: usize, y: usize) -> Self {
        Self(x.cast_signed() - y.cast_signed())
    }

    const fn above(self) -> Self {
        Self(self.0 + 1)
    }

    const fn below(self) -> Self {
        Self(self.0 - 1)
    }

    fn point(self, x: usize) -> (usize, usize) {
        (x, x.saturating_add_signed(-self.0))
    }

    /// Where the table of `d` differences, which covers the diagonals `-d-1` to `d+1`, holds this one.
    fn slot(self, d: usize) -> usize {
        (d + 1).saturating_add_signed(self.0)
    }

    /// Whether the best way here with `d` differences ends with an added word.
    fn comes_down(self, d: usize, furthest: &[usize]) -> bool {
        let at = |diagonal: Self| furthest.get(diagonal.slot(d)).copied().unwrap_or_default();
        self.0 == -d.cast_signed() || (self.0 != d.cast_signed() && at(self.below()) < at(self.above()))
    }
}

/// For each number of differences, how far the old text was read on each diagonal *before* that step; `None` when
/// the texts differ too much.
fn shortest_trail(old: &[&str], new: &[&str]) -> Option<Vec<Vec<usize>>> {
    let most = (old.len() + new.len()).min(MOST_DIFFERENCES);
    let mut trail: Vec<Vec<usize>> = Vec::new();
    let mut reached = vec![0_usize; 3];
    for d in 0..=most {
        let mut next = vec![0_usize; 2 * (d + 1) + 3];
        trail.push(reached.clone());
        let mut k = Diagonal(-d.cast_signed());
        while k.0 <= d.cast_signed() {
            let at = |diagonal: Diagonal| reached.get(diagonal.slot(d)).copied().unwrap_or_default();
            let mut x = if k.comes_down(d, &reached) {
                at(k.above())
            } else {
                at(k.below()) + 1
            };
            if d == 0 {
                x = 0;
            }
            let (_, mut y) = k.point(x);
            while let (Some(old), Some(new)) = (old.get(x), new.get(y))
                && is_same(old, new)
            {
                (x, y) = (x + 1, y + 1);
            }
            if x >= old.len() && y >= new.len() {
                return Some(trail);
            }
            if let Some(place) = next.get_mut(k.slot(d + 1)) {
                *place = x;
            }
            k = Diagonal(k.0 + 2);
        }
        reached = next;
    }
    None
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

    fn remove(&mut self, word: &str) {
        self.change(word, "");
    }

    fn add(&mut self, word: &str) {
        self.change("", word);
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
