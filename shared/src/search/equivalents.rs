//! Different words for the same thing: the forms of the glossary in the three languages, and the other official names.

use super::tokenise::{SHORTEST_AFTER_ARTICLE, Term, canonical, spellings, typed_words};
use std::collections::HashMap;
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/glossary.rs"));

/// What else an authority or the law calls a term of the glossary, by its key.
const OFFICIAL_SYNONYMS: [(&str, &[&str]); 12] = [
    (
        "access-to-information",
        &[
            "الولوج إلى المعلومة",
            "الولوج إلى المعلومات",
            "الحصول على المعلومة",
            "الحصول على المعلومات",
            "الوصول إلى المعلومات",
        ],
    ),
    (
        "right-of-access-to-information",
        &["الحق في الولوج إلى المعلومة", "الحق في الحصول على المعلومة"],
    ),
    (
        "accountability",
        &["reddition des comptes", "ربط المسؤولية بالمحاسبة", "تقديم الحساب"],
    ),
    (
        "digitalisation",
        &[
            "numérisation",
            "dématérialisation",
            "transformation numérique",
            "transformation digitale",
            "digitization",
            "digital transformation",
            "التحول الرقمي",
        ],
    ),
    (
        "citizen-participation",
        &["مشاركة المواطنين", "participation des citoyens"],
    ),
    (
        "co-creation",
        &["co-construction", "co-élaboration", "البناء المشترك"],
    ),
    (
        "participatory-budget",
        &["الميزانية التشاركية", "participatory budgeting"],
    ),
    ("open-data", &["البيانات المفتوحة", "open data"]),
    ("commune", &["municipalité", "municipality"]),
    ("petition", &["العرائض", "ملتمس"]),
    ("self-assessment", &["autoévaluation"]),
    (
        "public-consultation",
        &["استشارة عمومية", "concertation publique"],
    ),
];

/// The terms of the network with their Arabic, French and English forms. The others, which have no source, name parts of
/// the interface.
pub(super) fn glossary() -> impl Iterator<Item = (&'static str, [&'static str; 3])> {
    let terms = GLOSSARY.iter().filter(|(_, _, has_source)| *has_source);
    terms.map(|(key, forms, _)| (*key, *forms))
}

/// The words of a name that must all be there.
pub(super) type Phrase = Vec<Term>;

#[derive(Default)]
struct Equivalents {
    /// The names of each term.
    groups: Vec<Vec<Phrase>>,
    /// In which groups the words of a name are, in their canonical forms.
    by_words: HashMap<Vec<String>, Vec<usize>>,
    /// Words of the longest name.
    longest: usize,
}

impl Equivalents {
    fn read() -> Self {
        let mut equivalents = Self::default();
        for (key, forms, _) in GLOSSARY {
            let others = OFFICIAL_SYNONYMS.iter().filter(|(of, _)| of == key);
            let names = forms.iter().chain(others.flat_map(|(_, names)| *names));
            let group = equivalents.groups.len();
            let mut phrases = Vec::new();
            for name in names.flat_map(|name| names_in(name)) {
                equivalents.add(name, group, &mut phrases);
            }
            equivalents.groups.push(phrases);
        }
        equivalents
    }

    fn add(&mut self, name: &str, group: usize, phrases: &mut Vec<Phrase>) {
        let words = typed_words(name);
        let compounds = words.iter().filter_map(|word| word.compound.as_ref());
        let joined: Option<String> = compounds.map(|(_, joined)| joined.clone()).next();
        let is_one_compound = joined.is_some() && words.iter().all(|word| word.compound.is_some());
        let pieces = words.iter().map(|word| word.piece.clone()).collect();
        let spelt = [
            Some(pieces),
            joined.filter(|_| is_one_compound).map(|word| vec![word]),
        ];
        for pieces in spelt.into_iter().flatten() {
            let pieces: Vec<String> = pieces;
            let key: Vec<String> = pieces.iter().map(|piece| canonical(piece)).collect();
            self.longest = self.longest.max(key.len());
            let groups = self.by_words.entry(key).or_default();
            if !groups.contains(&group) {
                groups.push(group);
                phrases.push(pieces.iter().map(|piece| whole_word(piece)).collect());
            }
        }
    }
}

/// A word that is written out.
pub(super) fn whole_word(piece: &str) -> Term {
    Term {
        spellings: spellings(piece, SHORTEST_AFTER_ARTICLE),
        is_unfinished: false,
    }
}

/// A name, and the short one that stands behind it in brackets.
fn names_in(form: &str) -> impl Iterator<Item = &str> {
    form.split(['(', ')'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
}

/// The longest name that these words begin with: how many words it has, and all other names of the same thing.
/// The words are canonical.
pub(super) fn named_at(words: &[String]) -> Option<(usize, Vec<Phrase>)> {
    static EQUIVALENTS: OnceLock<Equivalents> = OnceLock::new();
    let known = EQUIVALENTS.get_or_init(Equivalents::read);
    (1..=known.longest.min(words.len())).rev().find_map(|length| {
        let groups = known.by_words.get(words.get(..length)?)?;
        let names = groups.iter().filter_map(|group| known.groups.get(*group));
        Some((length, names.flatten().cloned().collect()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_official_synonym_belongs_to_a_term() {
        for (key, _) in OFFICIAL_SYNONYMS {
            assert!(GLOSSARY.iter().any(|(term, _, _)| *term == key), "{key}");
        }
    }
}
