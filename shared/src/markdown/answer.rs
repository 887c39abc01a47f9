//! The answer to an exercise: an aside that a reader opens after having tried, and that stays folded on paper.

use crate::search::normalise;

/// The labels under which a text gives the answer to an exercise, in each language.
const LABELS: [&str; 6] = [
    "Answer",
    "Suggested answer",
    "Réponse",
    "Réponse proposée",
    "الجواب",
    "جواب مقترح",
];

/// Whether an aside with this label is the answer to an exercise. A stop after the label does not matter.
#[must_use]
pub fn is_answer(label: &str) -> bool {
    let is_stop = |c: char| c.is_whitespace() || matches!(c, '.' | ':');
    let said = normalise(label.trim_start().trim_end_matches(is_stop));
    LABELS.iter().any(|known| normalise(known) == said)
}

#[cfg(test)]
mod tests {
    use super::is_answer;

    #[test]
    fn an_answer_is_known_by_its_label_in_each_language() {
        for label in [
            "Suggested answer.",
            "Réponse",
            "REPONSE PROPOSEE :",
            "جواب مقترح.",
            "الجواب",
        ] {
            assert!(is_answer(label), "{label}");
        }
        for label in [
            "Why answer every idea?",
            "Reply letter template.",
            "تمرين",
            "Exemple",
            "",
        ] {
            assert!(!is_answer(label), "{label}");
        }
    }
}
