//! One search index over everything public that this device holds: what cards say, and the texts that are here. It is built beside the pages, in short turns, so
//! that ten thousand cards neither delay the first paint nor make a key stick.
//!
//! A part of the code of its own, because the hub answers first: nothing but [`device_search`] may be called from elsewhere.

use super::answer::answer;
use super::finder::{DeviceSearch, Editions, found_more};
use super::found::Found;
use crate::replica::use_replica;
use crate::time_slice::TimeSlice;
use leptos::prelude::*;
use shared::ids::CollectivityId;
use shared::lang::Translated;
use shared::records::{Collectivity, Experience, ExperienceCard, Lesson, ModuleCard};
use shared::scope::Scope;
use shared::search::{
    Question, SearchIndex, collectivity_fields, experience_fields, lesson_fields, module_fields, term_fields,
    terms,
};
use shared::vocabulary::CollectivityKind;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::time::Duration;

/// How long cards are read before the browser may paint and answer keys again.
const TURN_MS: f64 = 6.0;

/// With so many cards read the first answers are worth a search.
const EARLY: usize = 60;

#[derive(Default)]
struct Shelf {
    index: SearchIndex<Found>,
    /// What was read of each card, to read again only what changed.
    known: HashMap<Found, Known>,
    /// Each look at everything has a number, and each card that of the last in which it was there.
    round: u32,
    /// What is still to be looked at in this round.
    waiting: VecDeque<Found>,
    /// The editions of what this round looks at.
    editions: Option<Editions>,
    /// Whether the index answers otherwise than before this round.
    has_changed: bool,
    is_working: bool,
    /// The names of collectivities and regions, which are words of their experiences too.
    names: BTreeMap<CollectivityId, (Translated, String)>,
    regions: BTreeMap<String, Translated>,
}

#[derive(Clone, Copy)]
struct Known {
    /// A fingerprint of its words.
    print: u64,
    round: u32,
}

thread_local! {
    static SHELF: RefCell<Shelf> = RefCell::default();
}

/// What this part does.
pub(crate) fn device_search() -> DeviceSearch {
    DeviceSearch {
        take_stock,
        search,
        answer: |question, lang, is_complete| {
            answer(
                &search(question, usize::MAX),
                &Question::read(question),
                lang,
                is_complete,
            )
        },
    }
}

fn search(question: &str, limit: usize) -> Vec<Found> {
    SHELF.with_borrow(|shelf| {
        let hits = shelf.index.search(question, limit);
        hits.into_iter().map(|hit| hit.key).collect()
    })
}

/// Begins a look at everything. Where it is not the `first` of a page, it only does when a card may have changed.
fn take_stock(editions: Editions, is_first: bool) {
    let begins = SHELF.with_borrow_mut(|shelf| {
        let is_news = shelf.editions.replace(editions) != Some(editions) || is_first;
        if is_news {
            shelf.begin_round();
        }
        is_news && !std::mem::replace(&mut shelf.is_working, true)
    });
    if begins {
        set_timeout(read_some, Duration::ZERO);
    }
}

/// Reads on for a turn; another follows until nothing waits.
fn read_some() {
    let (is_done, is_better) = SHELF.with_borrow_mut(|shelf| {
        let before = shelf.index.len();
        untrack(|| shelf.read_for(TimeSlice::of_ms(TURN_MS)));
        let is_done = shelf.waiting.is_empty();
        if is_done {
            shelf.end_round();
        }
        shelf.is_working = !is_done;
        // The first answers come early; then only the complete index is worth a new search.
        let is_early = before < EARLY && shelf.index.len() >= EARLY;
        (
            is_done,
            is_early || is_done && std::mem::take(&mut shelf.has_changed),
        )
    });
    found_more(is_better, is_done);
    if !is_done {
        set_timeout(read_some, Duration::ZERO);
    }
}

impl Shelf {
    fn begin_round(&mut self) {
        let replica = use_replica();
        self.round = self.round.wrapping_add(1);
        let mut all: Vec<Found> = Vec::new();
        replica.with_list(Scope::Public, |collectivities| {
            self.names.clear();
            self.regions.clear();
            for one in collectivities {
                let one: &Collectivity = one;
                all.push(Found::Collectivity(one.id));
                self.names.insert(one.id, (one.name.clone(), one.region.clone()));
                if one.kind == CollectivityKind::Region {
                    self.regions.insert(one.region.clone(), one.name.clone());
                }
            }
        });
        replica.with_list(Scope::Public, |cards| {
            all.extend(cards.map(|card: &ExperienceCard| Found::Experience(card.id)));
        });
        replica.with_list(Scope::Public, |cards| {
            all.extend(
                cards
                    .filter(|card: &&ModuleCard| !card.archived)
                    .flat_map(|card| {
                        let lessons = card.lessons.iter().map(|head| Found::Lesson(card.id, head.id));
                        std::iter::once(Found::Module(card.id)).chain(lessons)
                    }),
            );
        });
        all.extend(terms().map(|(key, _)| Found::Term(key)));
        // What is new before what is only looked at again.
        let (again, new): (Vec<Found>, Vec<Found>) =
            all.into_iter().partition(|key| self.known.contains_key(key));
        self.waiting = new.into_iter().chain(again).collect();
    }

    fn read_for(&mut self, turn: TimeSlice) {
        while let Some(key) = self.waiting.pop_front() {
            self.read_one(key);
            if turn.is_over() {
                break;
            }
        }
    }

    /// Lets go of what this round did not find.
    fn end_round(&mut self) {
        let round = self.round;
        let index = &mut self.index;
        let before = self.known.len();
        self.known.retain(|key, known| {
            let is_there = known.round == round;
            if !is_there {
                index.remove(key);
            }
            is_there
        });
        self.has_changed |= self.known.len() != before;
    }

    /// Notes that a card is there; whether its words are still to be read.
    fn is_news(&mut self, key: Found, print: u64) -> bool {
        let known = Known {
            print,
            round: self.round,
        };
        let before = self.known.insert(key, known);
        let is_news = before.is_none_or(|before| before.print != print);
        self.has_changed |= is_news;
        is_news
    }

    fn read_one(&mut self, key: Found) {
        let replica = use_replica();
        match key {
            Found::Module(id) => {
                replica.with_one(Scope::Public, id, |card| {
                    card.inspect(|card| self.read_module(key, card));
                });
            }
            Found::Lesson(module, id) => {
                let title = replica.with_one(Scope::Public, module, |card: Option<&ModuleCard>| {
                    let (_, head) = card?.lesson(id)?;
                    Some(head.title.clone())
                });
                replica.with_one(Scope::Module(module), id, |lesson| {
                    title
                        .as_ref()
                        .zip(lesson)
                        .inspect(|(title, lesson)| self.read_lesson(key, title, lesson));
                });
            }
            Found::Experience(id) => {
                replica.with_one(Scope::Public, id, |card| {
                    let Some(card) = card else { return };
                    replica.with_one(Scope::Experience(id), id, |text: Option<&Experience>| {
                        self.read_experience(key, card, text);
                    });
                });
            }
            Found::Collectivity(id) => {
                replica.with_one(Scope::Public, id, |one| {
                    one.inspect(|one| self.read_collectivity(key, one));
                });
            }
            Found::Term(term) => {
                if self.is_news(key, 0)
                    && let Some((_, names)) = terms().find(|(key, _)| *key == term)
                {
                    self.index.put(key, &term_fields(&names));
                }
            }
        }
    }

    fn read_module(&mut self, key: Found, card: &ModuleCard) {
        if self.is_news(key, fingerprint((&card.title, &card.summary, &card.principles))) {
            self.index.put(key, &module_fields(card));
        }
    }

    fn read_lesson(&mut self, key: Found, title: &Translated, lesson: &Lesson) {
        if self.is_news(key, fingerprint((title, &lesson.text))) {
            self.index.put(key, &lesson_fields(title, lesson));
        }
    }

    fn read_experience(&mut self, key: Found, card: &ExperienceCard, text: Option<&Experience>) {
        let owner = self.names.get(&card.collectivity);
        let revision = text.map(|text| text.revision);
        let print = fingerprint((&card.title, &card.summary, &card.principles, owner, revision));
        if !self.is_news(key, print) {
            return;
        }
        let owner = self.names.get(&card.collectivity);
        let region = owner.and_then(|(_, code)| self.regions.get(code));
        let places: Vec<&Translated> = owner.map(|(name, _)| name).into_iter().chain(region).collect();
        self.index.put(
            key,
            &experience_fields(card, text.map(|text| &text.content), &places),
        );
    }

    fn read_collectivity(&mut self, key: Found, one: &Collectivity) {
        if self.is_news(key, fingerprint((&one.name, one.kind))) {
            let region = self.regions.get(&one.region);
            let region = region.filter(|_| one.kind != CollectivityKind::Region);
            self.index.put(key, &collectivity_fields(one, region));
        }
    }
}

fn fingerprint(words: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::{ExperienceId, LessonId, ModuleId};
    use shared::lang::Lang;
    use shared::records::{ExperienceContent, LessonHead, PartialDate, Section};
    use shared::time::Timestamp;
    use shared::vocabulary::{ExperienceKind, ExperienceState};

    fn found(shelf: &Shelf, question: &str) -> Vec<Found> {
        let hits = shelf.index.search(question, usize::MAX);
        hits.into_iter().map(|hit| hit.key).collect()
    }

    #[test]
    fn the_text_of_an_experience_is_searched_once_it_is_here_and_as_it_is_now() {
        let id = ExperienceId::from_name("minutes");
        let title = Translated::only(Lang::Fr, "Les comptes rendus du conseil");
        let mut text = Experience {
            id,
            slug: Some("minutes".to_owned()),
            author: None,
            collectivity: CollectivityId::from_name("a-commune"),
            state: ExperienceState::Published,
            revision: 1,
            content: ExperienceContent::default(),
            created: Timestamp(0),
            updated: Timestamp(0),
            published: Some(Timestamp(0)),
            previous: None,
            submitted: None,
            decision: None,
            versions: Vec::new(),
            writers: Vec::new(),
            library_dates: None,
        };
        text.content
            .set_text(Section::Title, Lang::Fr, "Les comptes rendus du conseil");
        text.content
            .set_text(Section::Problem, Lang::Fr, "Les archives étaient au sous-sol");
        let card = ExperienceCard {
            id,
            slug: "minutes".to_owned(),
            collectivity: text.collectivity,
            kind: ExperienceKind::Practice,
            principles: Vec::new(),
            title,
            summary: Translated::default(),
            languages: vec![Lang::Fr],
            started: PartialDate::default(),
            published: Timestamp(0),
        };
        let key = Found::Experience(id);
        let mut shelf = Shelf::default();
        shelf.read_experience(key, &card, None);
        assert_eq!(found(&shelf, "conseil"), [key]);
        assert_eq!(found(&shelf, "sous-sol"), []);
        shelf.read_experience(key, &card, Some(&text));
        assert_eq!(found(&shelf, "sous-sol"), [key]);
        text.revision = 2;
        text.content
            .set_text(Section::Problem, Lang::Fr, "Les archives étaient au grenier");
        shelf.read_experience(key, &card, Some(&text));
        assert_eq!(
            (found(&shelf, "sous-sol"), found(&shelf, "grenier")),
            (vec![], vec![key])
        );
        shelf.read_experience(key, &card, None);
        assert_eq!(found(&shelf, "grenier"), [], "it left this device");
    }

    #[test]
    fn the_text_of_a_lesson_is_searched() {
        let module = ModuleId::from_name("first-30-days");
        let head = LessonHead {
            id: LessonId::of_module("first-30-days", "calendar"),
            number: 1,
            slug: "calendar".to_owned(),
            title: Translated::only(Lang::Ar, "الجدول الزمني"),
        };
        let lesson = Lesson {
            id: head.id,
            module,
            number: 1,
            text: Translated::only(Lang::Ar, "سلم الملف إلى الكتابة العامة"),
        };
        let key = Found::Lesson(module, lesson.id);
        let mut shelf = Shelf::default();
        shelf.read_lesson(key, &head.title, &lesson);
        assert_eq!(found(&shelf, "الكتابة"), [key]);
    }
}
