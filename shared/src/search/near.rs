//! Near forms: the word that somebody probably meant, for one that nothing has.

/// How many letters may be wrong in a word of so many; none in a short one, which would be any other short word.
pub(super) const fn tolerance(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// How many letters have to be added, left out, replaced, or exchanged with the next one, to make one word of the
/// other; `None` where that are more than `most`.
pub(super) fn distance(one: &[char], other: &[char], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let first: Vec<usize> = (0..=other.len()).collect();
    let (mut before, mut last) = (Vec::new(), first);
    let mut previous = None;
    for (row, letter) in one.iter().enumerate() {
        let mut now = vec![row + 1];
        let mut least = row + 1;
        let mut left = None;
        for (column, against) in other.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX - 1);
            let mut cost = (at(&last, column) + usize::from(letter != against))
                .min(at(&last, column + 1) + 1)
                .min(at(&now, column) + 1);
            if previous == Some(against) && left == Some(letter) {
                cost = cost.min(at(&before, column.saturating_sub(1)) + 1);
            }
            now.push(cost);
            least = least.min(cost);
            left = Some(against);
        }
        if least > most {
            return None;
        }
        before = std::mem::replace(&mut last, now);
        previous = Some(letter);
    }
    last.last().copied().filter(|cost| *cost <= most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::same("budget", "budget", Some(0))]
    #[case::replaced("transparance", "transparence", Some(1))]
    #[case::left_out("participaton", "participation", Some(1))]
    #[case::exchanged("bugdet", "budget", Some(1))]
    #[case::two("recepise", "recepisse", Some(1))]
    #[case::arabic("الشفافيه", "الشفافه", Some(1))]
    #[case::too_far("budget", "forum", None)]
    #[case::too_long("a", "abcd", None)]
    fn letters_are_counted_up_to_a_bound(
        #[case] one: &str,
        #[case] other: &str,
        #[case] expected: Option<usize>,
    ) {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        assert_eq!(distance(&letters(one), &letters(other), 2), expected);
        assert_eq!(distance(&letters(other), &letters(one), 2), expected);
    }
}
