//! The filters of the list: kept in the address, each saying how many experiences it leaves.

use shared::lang::Lang;
use shared::records::ExperienceCard;
use shared::vocabulary::{ExperienceKind, Principle};
use std::collections::BTreeSet;
use std::str::FromStr;
use std::sync::Arc;

/// A published experience with what the list must know beside its card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    /// What the list shows.
    pub(crate) card: Arc<ExperienceCard>,
    /// The code of its region, `01` to `12`; empty when its collectivity is not a member any more.
    pub(crate) region: String,
    /// Whether the reader marked it.
    pub(crate) is_marked: bool,
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

    /// Whether an experience gets through.
    pub(crate) fn keeps(&self, listed: &Listed) -> bool {
        let card = &listed.card;
        lets_through(&self.principles, |wanted| card.principles.contains(wanted))
            && (self.regions.is_empty() || self.regions.contains(&listed.region))
            && (self.kinds.is_empty() || self.kinds.contains(&card.kind))
            && lets_through(&self.languages, |wanted| card.languages.contains(wanted))
            && (!self.marked || listed.is_marked)
    }

    /// How many of these get through.
    pub(crate) fn count<'a>(&self, all: impl IntoIterator<Item = &'a Listed>) -> usize {
        all.into_iter().filter(|listed| self.keeps(listed)).count()
    }

    /// The same with this principle alone in its group: what the choice leaves beside the other groups.
    pub(crate) fn only_principle(&self, principle: Principle) -> Self {
        Self {
            principles: BTreeSet::from([principle]),
            ..self.clone()
        }
    }

    /// The same with this region alone in its group.
    pub(crate) fn only_region(&self, code: &str) -> Self {
        Self {
            regions: BTreeSet::from([code.to_owned()]),
            ..self.clone()
        }
    }

    /// The same with this type alone in its group.
    pub(crate) fn only_kind(&self, kind: ExperienceKind) -> Self {
        Self {
            kinds: BTreeSet::from([kind]),
            ..self.clone()
        }
    }

    /// The same with this language alone in its group.
    pub(crate) fn only_language(&self, lang: Lang) -> Self {
        Self {
            languages: BTreeSet::from([lang]),
            ..self.clone()
        }
    }

    /// The same for marked ones alone.
    pub(crate) fn only_marked(&self) -> Self {
        Self {
            marked: true,
            ..self.clone()
        }
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

fn lets_through<T>(group: &BTreeSet<T>, fits: impl FnMut(&T) -> bool) -> bool {
    group.is_empty() || group.iter().any(fits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::{CollectivityId, ExperienceId};
    use shared::lang::Translated;
    use shared::records::PartialDate;
    use shared::time::Timestamp;

    fn listed(name: &str, region: &str, principles: &[Principle]) -> Listed {
        Listed {
            card: Arc::new(ExperienceCard {
                id: ExperienceId::from_name(name),
                slug: name.to_owned(),
                collectivity: CollectivityId::from_name("tinghir"),
                kind: ExperienceKind::Practice,
                principles: principles.to_vec(),
                title: Translated::only(Lang::Ar, "تجربة"),
                summary: Translated::default(),
                languages: vec![Lang::Ar],
                started: PartialDate::default(),
                published: Timestamp(0),
            }),
            region: region.to_owned(),
            is_marked: name == "a",
        }
    }

    fn experiences() -> Vec<Listed> {
        vec![
            listed("a", "08", &[Principle::CitizenParticipation]),
            listed(
                "b",
                "01",
                &[Principle::CitizenParticipation, Principle::Digitalisation],
            ),
            listed("c", "01", &[Principle::Transparency]),
        ]
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
        let all = experiences();
        let filter = Filter::default().only_region("01");
        assert_eq!(filter.count(&all), 2);
        assert_eq!(
            filter.only_principle(Principle::CitizenParticipation).count(&all),
            1
        );
        assert_eq!(filter.only_region("08").count(&all), 1);
        assert_eq!(filter.only_language(Lang::Fr).count(&all), 0);
        assert_eq!(filter.only_kind(ExperienceKind::OpennessProject).count(&all), 0);
        assert_eq!(filter.only_marked().count(&all), 0);
        assert_eq!(Filter::default().only_marked().count(&all), 1);
    }

    #[test]
    fn one_match_within_a_group_is_enough_and_a_second_press_takes_it_back() {
        let all = experiences();
        let mut filter = Filter::default();
        toggle(&mut filter.principles, Principle::Transparency);
        toggle(&mut filter.principles, Principle::Digitalisation);
        assert_eq!(filter.count(&all), 2);
        toggle(&mut filter.principles, Principle::Digitalisation);
        assert_eq!(filter.count(&all), 1);
    }
}
