//! Experiences that read like real ones, in three languages, as many as are wanted. The same seed gives the same
//! ones on every machine.

use std::collections::BTreeMap;

use serde::Deserialize;
use shared::ids::{ExperienceId, PersonId};
use shared::lang::{Lang, Translated};
use shared::records::{Author, Collectivity, Experience, ExperienceContent, PartialDate, Section, Source};
use shared::time::Timestamp;
use shared::vocabulary::{ExperienceKind, ExperienceState, Principle};

use super::error::{BenchResult, During as _};
use crate::simulator::Prng;

const PHRASES: &str = include_str!("phrases.json");

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// 1 January 2023.
const FIRST_DAY: i64 = 19_358;
/// Publications lie within so many days after the first.
const DAYS: usize = 1_400;

#[derive(Debug, Deserialize)]
struct Phrases {
    topics: Vec<Topic>,
    sentences: BTreeMap<Section, Vec<Translated>>,
}

#[derive(Debug, Deserialize)]
struct Topic {
    slug: String,
    principles: Vec<Principle>,
    title: Translated,
    summary: Translated,
}

/// Somebody who may have written an experience.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writer {
    /// The person.
    pub person: PersonId,
    /// The name.
    pub name: String,
}

/// Makes experiences of these collectivities.
#[derive(Debug)]
pub struct Generator {
    seed: u64,
    phrases: Phrases,
    collectivities: Vec<Collectivity>,
}

impl Generator {
    /// A generator whose experiences follow from the seed and the collectivities.
    ///
    /// # Errors
    /// The phrases that are compiled in cannot be read, or there are no collectivities.
    pub fn new(seed: u64, mut collectivities: Vec<Collectivity>) -> BenchResult<Self> {
        collectivities.sort_by(|a, b| a.slug.cmp(&b.slug));
        if collectivities.is_empty() {
            return Err(super::BenchError(
                "there is no collectivity to write about".to_owned(),
            ));
        }
        Ok(Self {
            seed,
            phrases: serde_json::from_str(PHRASES).during("reading the phrases")?,
            collectivities,
        })
    }

    /// The experience with this number, and whose it is. One in four was written by somebody of `writers`.
    #[must_use]
    pub fn experience(&self, number: usize, writers: &[Writer]) -> Option<Experience> {
        // Each has its own source of chance, so that the hundredth is the same with or without the others.
        let mixed = u64::try_from(number).ok()?.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut chance = Prng::new(self.seed ^ mixed);
        let collectivity = chance.pick(&self.collectivities)?;
        let topic = chance.pick(&self.phrases.topics)?;
        let slug = format!("{}-{}-{number}", topic.slug, collectivity.slug);
        let day = FIRST_DAY + i64::try_from(chance.below(DAYS)).ok()?;
        let published = Timestamp(day * DAY_MS + i64::try_from(number % 86_400).ok()? * 1000);
        let author = if chance.chance(25) {
            chance.pick(writers).map(|writer| Author {
                person: writer.person,
                name: writer.name.clone(),
                collectivity: Some(collectivity.id),
            })
        } else {
            None
        };
        Some(Experience {
            id: ExperienceId::from_name(&slug),
            slug: Some(slug),
            collectivity: collectivity.id,
            author,
            state: ExperienceState::Published,
            revision: 1,
            content: self.content(topic, collectivity, &mut chance),
            previous: None,
            created: published,
            updated: published,
            submitted: None,
            published: Some(published),
            decision: None,
            versions: Vec::new(),
            writers: Vec::new(),
            library_dates: None,
        })
    }

    /// A few sentences as somebody types them into a draft.
    #[must_use]
    pub fn sentence(&self, number: usize, lang: Lang) -> String {
        let sentences: Vec<_> = self.phrases.sentences.values().flatten().collect();
        let at = number.checked_rem(sentences.len()).unwrap_or(0);
        let found = sentences.get(at).and_then(|sentence| sentence.get(lang));
        found.unwrap_or_default().to_owned()
    }

    fn content(&self, topic: &Topic, place: &Collectivity, chance: &mut Prng) -> ExperienceContent {
        let year = 2019 + chance.below(7);
        let budget = (1 + chance.below(60)) * 10_000;
        let values = Values {
            place: &place.name,
            year,
            count: 12 + chance.below(4_000),
            budget,
        };
        let mut texts = BTreeMap::from([
            (Section::Title, values.fill(&[&topic.title], " ")),
            (Section::Summary, values.fill(&[&topic.summary], " ")),
        ]);
        for (section, sentences) in &self.phrases.sentences {
            let most = 2 + chance.below(sentences.len());
            let from = chance.below(sentences.len());
            let chosen: Vec<_> = sentences
                .iter()
                .cycle()
                .skip(from)
                .take(most.min(sentences.len()))
                .collect();
            texts.insert(*section, values.fill(&chosen, "\n\n"));
        }
        ExperienceContent {
            kind: if chance.chance(30) {
                ExperienceKind::OpennessProject
            } else {
                ExperienceKind::Practice
            },
            principles: topic.principles.clone(),
            started: PartialDate(format!("{year}-{:02}", 1 + chance.below(12))),
            ended: PartialDate::default(),
            budget_mad: chance.chance(40).then(|| u64::try_from(budget).unwrap_or(0)),
            texts,
            translations: BTreeMap::new(),
            sources: vec![Source {
                title: place.name.fr.clone().unwrap_or_default(),
                url: "https://example.ma/".to_owned(),
            }],
        }
    }
}

struct Values<'a> {
    place: &'a Translated,
    year: usize,
    count: usize,
    budget: usize,
}

impl Values<'_> {
    fn fill(&self, sentences: &[&Translated], between: &str) -> Translated {
        let mut filled = Translated::default();
        for lang in Lang::ALL {
            let place = self.place.best(lang).map_or("", |(_, name)| name);
            let said: Vec<&str> = sentences.iter().filter_map(|one| one.get(lang)).collect();
            let text = said
                .join(between)
                .replace("{place}", place)
                .replace("{year}", &self.year.to_string())
                .replace("{count}", &self.count.to_string())
                .replace("{budget}", &self.budget.to_string());
            filled.set(lang, &text);
        }
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::CollectivityId;
    use shared::vocabulary::CollectivityKind;

    fn generator(seed: u64) -> Generator {
        let collectivity = |slug: &str, ar: &str| Collectivity {
            id: CollectivityId::from_name(slug),
            slug: slug.to_owned(),
            kind: CollectivityKind::Commune,
            code: "08.1".to_owned(),
            region: "08".to_owned(),
            name: Translated::new(ar, slug, slug),
            province: None,
            shares_name: false,
            population: None,
            joined: Some("2024-02".to_owned()),
            source: None,
        };
        let both = vec![collectivity("tinghir", "تنغير"), collectivity("sefrou", "صفرو")];
        Generator::new(seed, both).unwrap()
    }

    #[test]
    fn the_same_seed_gives_the_same_experiences() {
        let of = |seed: u64| -> Vec<_> {
            let generator = generator(seed);
            (0..50)
                .map(|number| generator.experience(number, &[]).unwrap())
                .collect()
        };
        assert_eq!(of(7), of(7));
        assert_ne!(of(7), of(8));
    }

    #[test]
    fn every_experience_has_an_address_of_its_own_and_can_be_read_in_every_language() {
        let generator = generator(1);
        let mut slugs = std::collections::BTreeSet::new();
        for number in 0..300 {
            let experience = generator.experience(number, &[]).unwrap();
            assert_eq!(experience.content.languages(), Lang::ALL.to_vec());
            assert!(experience.content.started.is_valid());
            for (section, text) in &experience.content.texts {
                for lang in Lang::ALL {
                    let text = text
                        .get(lang)
                        .unwrap_or_else(|| panic!("{section:?} in {lang:?}"));
                    assert!(text.chars().count() <= section.limit(), "{section:?}");
                    assert!(!text.contains(['{', '}']), "{text}");
                }
            }
            assert!(slugs.insert(experience.slug.unwrap()));
        }
    }

    #[test]
    fn an_experience_does_not_depend_on_those_before_it() {
        let writers = [Writer {
            person: PersonId::from_name("amina"),
            name: "Amina".to_owned(),
        }];
        let (one, other) = (generator(3), generator(3));
        assert!((0..40).any(|number| one.experience(number, &writers).unwrap().author.is_some()));
        assert_eq!(one.experience(99, &writers), other.experience(99, &writers));
    }
}
