//! The filters of the catalogue: kept in the address, each saying how many modules it leaves.

use shared::lang::Lang;
use shared::module_progress::Stage;
use shared::records::ModuleCard;
use shared::vocabulary::{Audience, Principle};
use std::collections::BTreeSet;
use std::str::FromStr;

/// What the reader wants to see. An empty group lets everything through; within a group one match is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Serves one of these principles.
    pub(crate) principles: BTreeSet<Principle>,
    /// Is written for some of these people.
    pub(crate) audiences: BTreeSet<Audience>,
    /// Exists in full in one of these languages.
    pub(crate) languages: BTreeSet<Lang>,
    /// The reader stands here in it.
    pub(crate) stages: BTreeSet<Stage>,
}

impl Filter {
    /// Reads the query of an address. A word that means nothing filters nothing.
    pub(crate) fn from_query(value_of: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            principles: words_of(value_of(PRINCIPLE), Principle::from_word),
            audiences: words_of(value_of(AUDIENCE), Audience::from_word),
            languages: words_of(value_of(LANGUAGE), |word| Lang::from_str(word).ok()),
            stages: words_of(value_of(STAGE), Stage::from_word),
        }
    }

    /// The parts of the query that say it; empty when nothing is filtered.
    pub(crate) fn to_query(&self) -> Vec<String> {
        [
            part(PRINCIPLE, &self.principles, |word| word.word()),
            part(AUDIENCE, &self.audiences, |word| word.word()),
            part(LANGUAGE, &self.languages, |lang| lang.code()),
            part(STAGE, &self.stages, |stage| stage.word()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Whether anything is filtered.
    pub(crate) fn is_set(&self) -> bool {
        *self != Self::default()
    }

    /// Whether a module gets through.
    pub(crate) fn keeps(&self, card: &ModuleCard, stage: Stage) -> bool {
        lets_through(&self.principles, |wanted| card.principles.contains(wanted))
            && lets_through(&self.audiences, |wanted| card.audience.contains(wanted))
            && lets_through(&self.languages, |wanted| card.languages.contains(wanted))
            && lets_through(&self.stages, |wanted| *wanted == stage)
    }

    /// How many modules get through.
    pub(crate) fn count(&self, modules: &[(ModuleCard, Stage)]) -> usize {
        modules
            .iter()
            .filter(|(card, stage)| self.keeps(card, *stage))
            .count()
    }

    /// The same with this principle alone in its group: what the choice leaves beside the other groups.
    pub(crate) fn only_principle(&self, principle: Principle) -> Self {
        Self {
            principles: BTreeSet::from([principle]),
            ..self.clone()
        }
    }

    /// The same with this audience alone in its group.
    pub(crate) fn only_audience(&self, audience: Audience) -> Self {
        Self {
            audiences: BTreeSet::from([audience]),
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

    /// The same with this stage alone in its group.
    pub(crate) fn only_stage(&self, stage: Stage) -> Self {
        Self {
            stages: BTreeSet::from([stage]),
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
const AUDIENCE: &str = "audience";
const LANGUAGE: &str = "language";
const STAGE: &str = "progress";

fn words_of<T: Ord>(value: Option<String>, read: impl Fn(&str) -> Option<T>) -> BTreeSet<T> {
    value.unwrap_or_default().split(',').filter_map(read).collect()
}

fn part<T>(name: &str, group: &BTreeSet<T>, word: impl Fn(&T) -> &'static str) -> Option<String> {
    let words: Vec<&str> = group.iter().map(word).collect();
    (!words.is_empty()).then(|| format!("{name}={}", words.join(",")))
}

fn lets_through<T>(group: &BTreeSet<T>, fits: impl FnMut(&T) -> bool) -> bool {
    group.is_empty() || group.iter().any(fits)
}

/// The modules written for one role, in the order in which to take them.
pub(crate) fn path_for(audience: Audience, cards: &[ModuleCard]) -> Vec<ModuleCard> {
    let mut path: Vec<ModuleCard> = cards
        .iter()
        .filter(|card| card.audience.contains(&audience))
        .cloned()
        .collect();
    path.sort_by(|a, b| a.order.cmp(&b.order).then_with(|| a.slug.cmp(&b.slug)));
    path
}

/// The roles that at least one module is written for, in the order in which people expect them.
pub(crate) fn roles_with_a_path(cards: &[ModuleCard]) -> Vec<Audience> {
    Audience::ALL
        .iter()
        .copied()
        .filter(|audience| cards.iter().any(|card| card.audience.contains(audience)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::ModuleId;
    use shared::lang::Translated;
    use shared::records::PartialDate;
    use shared::time::Timestamp;

    fn card(slug: &str, order: u32) -> ModuleCard {
        ModuleCard {
            archived: false,
            id: ModuleId::from_name(slug),
            slug: slug.to_owned(),
            order,
            title: Translated::default(),
            summary: Translated::default(),
            principles: vec![Principle::Transparency],
            audience: vec![Audience::FocalPoint],
            minutes: 60,
            languages: vec![Lang::Ar, Lang::Fr],
            lessons: Vec::new(),
            pass_percent: 80,
            questions: 5,
            updated: Timestamp(0),
            updated_on: PartialDate::default(),
            edition: Default::default(),
        }
    }

    fn modules() -> Vec<(ModuleCard, Stage)> {
        let mut second = card("b", 2);
        second.principles = vec![Principle::Digitalisation, Principle::Transparency];
        second.audience = vec![Audience::Elected];
        vec![(card("a", 1), Stage::InProgress), (second, Stage::NotStarted)]
    }

    #[test]
    fn an_address_says_what_is_filtered_and_survives_nonsense() {
        let filter = Filter {
            principles: BTreeSet::from([Principle::AccessToInformation, Principle::Transparency]),
            stages: BTreeSet::from([Stage::InProgress]),
            ..Filter::default()
        };
        assert_eq!(
            filter.to_query(),
            [
                "principle=transparency,access-to-information",
                "progress=in-progress"
            ]
        );
        let read_back = Filter::from_query(|name| match name {
            "principle" => Some("access-to-information,nonsense,transparency".into()),
            "progress" => Some("in-progress".into()),
            "audience" => Some("<everybody>".into()),
            _ => None,
        });
        assert_eq!(read_back, filter);
        assert!(Filter::default().to_query().is_empty());
    }

    #[test]
    fn each_choice_says_how_many_it_leaves_beside_the_other_groups() {
        let modules = modules();
        let all = Filter::default();
        assert_eq!(all.count(&modules), 2);
        let digital = all.only_principle(Principle::Digitalisation);
        assert_eq!(digital.count(&modules), 1);
        assert_eq!(digital.only_principle(Principle::Transparency).count(&modules), 2);
        assert_eq!(digital.only_stage(Stage::InProgress).count(&modules), 0);
        assert_eq!(all.only_language(Lang::En).count(&modules), 0);
        assert_eq!(all.only_audience(Audience::Elected).count(&modules), 1);
    }

    #[test]
    fn one_match_within_a_group_is_enough_and_a_second_press_takes_it_back() {
        let modules = modules();
        let mut filter = Filter::default();
        toggle(&mut filter.audiences, Audience::Elected);
        toggle(&mut filter.audiences, Audience::FocalPoint);
        assert_eq!(filter.count(&modules), 2);
        toggle(&mut filter.audiences, Audience::FocalPoint);
        assert_eq!(filter.count(&modules), 1);
    }

    #[test]
    fn a_path_holds_the_modules_of_a_role_in_their_order() {
        let mut cards: Vec<ModuleCard> = modules().into_iter().map(|(card, _)| card).collect();
        cards.reverse();
        for card in &mut cards {
            card.audience.push(Audience::Staff);
        }
        let orders: Vec<u32> = path_for(Audience::Staff, &cards)
            .iter()
            .map(|card| card.order)
            .collect();
        assert_eq!(orders, [1, 2]);
        assert_eq!(
            roles_with_a_path(&cards),
            [Audience::FocalPoint, Audience::Elected, Audience::Staff]
        );
        assert!(path_for(Audience::Trainer, &cards).is_empty());
    }
}
