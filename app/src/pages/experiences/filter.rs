//! The filters of the list: kept in the address, each saying how many experiences it leaves.

pub(crate) use crate::facets::{Counts, Facets};

use shared::ids::ExperienceId;
use shared::lang::Lang;
use shared::vocabulary::{ExperienceKind, Principle};
use std::collections::BTreeSet;
use std::str::FromStr;

/// A published experience, as far as the filters look at it. What it says stays in the replica: ten thousand of these
/// are sorted, kept and compared, and only a few are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    /// Which one.
    pub(crate) id: ExperienceId,
    /// What it answers to. Without a region when its collectivity is not a member any more.
    pub(crate) facets: Facets,
}

/// What the reader wants to see. An empty group lets everything through; within a group one match is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Serves one of these principles.
    pub(crate) principles: BTreeSet<Principle>,
    /// Lies in one of these regions, by code.
    pub(crate) regions: BTreeSet<String>,
    /// Is of one of these types.
    pub(crate) kinds: BTreeSet<ExperienceKind>,
    /// Can be read in one of these languages.
    pub(crate) languages: BTreeSet<Lang>,
    /// Was marked by the reader.
    pub(crate) marked: bool,
}

impl Filter {
    /// Reads the query of an address. A word that means nothing filters nothing.
    pub(crate) fn from_query(value_of: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            principles: words_of(value_of(PRINCIPLE), Principle::from_word),
            regions: words_of(value_of(REGION), region_code),
            kinds: words_of(value_of(KIND), ExperienceKind::from_word),
            languages: words_of(value_of(LANGUAGE), |word| Lang::from_str(word).ok()),
            marked: value_of(MARKED).is_some_and(|value| value == YES),
        }
    }

    /// The parts of the query that say it; empty when nothing is filtered. All are plain ASCII.
    pub(crate) fn to_query(&self) -> Vec<String> {
        [
            part(PRINCIPLE, &self.principles, |one| one.word()),
            part(REGION, &self.regions, String::as_str),
            part(KIND, &self.kinds, |one| one.word()),
            part(LANGUAGE, &self.languages, |one| one.code()),
            self.marked.then(|| format!("{MARKED}={YES}")),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// How many filters are on.
    pub(crate) fn len(&self) -> usize {
        self.principles.len()
            + self.regions.len()
            + self.kinds.len()
            + self.languages.len()
            + usize::from(self.marked)
    }

    /// All that is on, for comparing.
    pub(crate) fn facets(&self) -> Facets {
        Facets::all(self.principles.iter().copied().map(Facets::principle))
            | Facets::all(self.regions.iter().map(|code| Facets::region(code)))
            | Facets::all(self.kinds.iter().copied().map(Facets::kind))
            | Facets::all(self.languages.iter().copied().map(Facets::language))
            | Facets::marked(self.marked)
    }
}

/// Takes a word into a group, or out of it.
pub(crate) fn toggle<T: Ord>(group: &mut BTreeSet<T>, word: T) {
    if !group.remove(&word) {
        group.insert(word);
    }
}

const PRINCIPLE: &str = "principle";
const REGION: &str = "region";
const KIND: &str = "type";
const LANGUAGE: &str = "language";
const MARKED: &str = "marked";
const YES: &str = "yes";

fn region_code(word: &str) -> Option<String> {
    (word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.to_owned())
}

fn words_of<T: Ord>(value: Option<String>, read: impl Fn(&str) -> Option<T>) -> BTreeSet<T> {
    value.unwrap_or_default().split(',').filter_map(read).collect()
}

fn part<T>(name: &str, group: &BTreeSet<T>, word: impl Fn(&T) -> &str) -> Option<String> {
    let words: Vec<&str> = group.iter().map(word).collect();
    (!words.is_empty()).then(|| format!("{name}={}", words.join(",")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facets(region: &str, principles: &[Principle], is_marked: bool) -> Facets {
        Facets::all(principles.iter().copied().map(Facets::principle))
            | Facets::region(region)
            | Facets::kind(ExperienceKind::Practice)
            | Facets::language(Lang::Ar)
            | Facets::marked(is_marked)
    }

    fn experiences() -> [Facets; 3] {
        [
            facets("08", &[Principle::CitizenParticipation], true),
            facets(
                "01",
                &[Principle::CitizenParticipation, Principle::Digitalisation],
                false,
            ),
            facets("01", &[Principle::Transparency], false),
        ]
    }

    fn count(filter: &Filter) -> usize {
        let wanted = filter.facets();
        experiences()
            .into_iter()
            .filter(|one| wanted.let_through(*one))
            .count()
    }

    #[test]
    fn an_address_says_what_is_filtered_and_survives_nonsense() {
        let read = Filter::from_query(|name| match name {
            PRINCIPLE => Some("digitalisation,nonsense,transparency".into()),
            REGION => Some("08,<script>,1".into()),
            MARKED => Some("yes".into()),
            _ => None,
        });
        assert_eq!(
            read.to_query(),
            ["principle=transparency,digitalisation", "region=08", "marked=yes"]
        );
        assert_eq!(read.len(), 4);
        assert!(Filter::default().to_query().is_empty());
    }

    #[test]
    fn each_choice_says_how_many_it_leaves_beside_the_other_groups() {
        let mut filter = Filter::default();
        assert_eq!(
            Counts::of(filter.facets(), experiences()).left_by(Facets::marked(true)),
            1
        );
        toggle(&mut filter.regions, "01".to_owned());
        assert_eq!(count(&filter), 2);
        let counts = Counts::of(filter.facets(), experiences());
        assert_eq!(
            counts.left_by(Facets::principle(Principle::CitizenParticipation)),
            1
        );
        assert_eq!(counts.left_by(Facets::region("08")), 1);
        assert_eq!(counts.left_by(Facets::language(Lang::Fr)), 0);
        assert_eq!(counts.left_by(Facets::kind(ExperienceKind::OpennessProject)), 0);
        assert_eq!(counts.left_by(Facets::marked(true)), 0);
    }

    #[test]
    fn one_match_within_a_group_is_enough_and_a_second_press_takes_it_back() {
        let mut filter = Filter::default();
        toggle(&mut filter.principles, Principle::Transparency);
        toggle(&mut filter.principles, Principle::Digitalisation);
        assert_eq!(count(&filter), 2);
        toggle(&mut filter.principles, Principle::Digitalisation);
        assert_eq!(count(&filter), 1);
    }

    #[test]
    fn an_experience_without_a_region_passes_only_where_no_region_is_wanted() {
        let wanderer = facets("", &[], false);
        assert!(Filter::default().facets().let_through(wanderer));
        let mut filter = Filter::default();
        toggle(&mut filter.regions, "01".to_owned());
        assert!(!filter.facets().let_through(wanderer));
    }
}
