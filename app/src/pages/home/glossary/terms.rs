//! The glossary of the starter library, read as it is: the vocabulary of the interface and this page cannot disagree.

use shared::folder::{Term, read_glossary};

const CSV: &str = include_str!("../../../../../server/starter/glossary.csv");

/// The terms of the network: those with a source. The others name parts of the interface.
pub(crate) fn terms() -> Vec<Term> {
    let mut terms = read_glossary(CSV).unwrap_or_default();
    terms.retain(|term| term.source.is_some());
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_of_the_network_has_three_forms() {
        let terms = terms();
        assert!(terms.len() > 50, "only {} terms", terms.len());
        for term in terms {
            assert_eq!(term.text.languages().count(), 3, "{term:?}");
        }
    }
}
