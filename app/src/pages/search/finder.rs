//! One search index over everything public that this device holds. It is built beside the pages, in short turns, so
//! that ten thousand cards neither delay the first paint nor make a key stick.

use crate::i18n::key_of;
use crate::replica::use_replica;
use crate::text;
use crate::time_slice::TimeSlice;
use leptos::prelude::*;
use shared::ids::{CollectivityId, ExperienceId, ModuleId};
use shared::lang::{Lang, Translated};
use shared::records::{Collectivity, ExperienceCard, ModuleCard};
use shared::scope::Scope;
use shared::search::{Field, SearchIndex};
use shared::vocabulary::{CollectivityKind, Principle};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::time::Duration;

/// What a search can find.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Found {
    /// A module.
    Module(ModuleId),
    /// A published experience.
    Experience(ExperienceId),
    /// A member of the network.
    Collectivity(CollectivityId),
}

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
    editions: Option<[u64; 3]>,
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
    /// Goes up whenever the index can answer better than before.
    static EDITION: ArcRwSignal<u32> = ArcRwSignal::new(0);
    static IS_COMPLETE: ArcRwSignal<bool> = ArcRwSignal::new(false);
}

/// Searches; cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Finder;

/// Keeps the index up to date for as long as this component lives. What was read stays for the next one.
pub(crate) fn use_finder() -> Finder {
    let replica = use_replica();
    Effect::new(move |_| {
        let editions = [
            replica.edition::<Collectivity>(Scope::Public),
            replica.edition::<ExperienceCard>(Scope::Public),
            replica.edition::<ModuleCard>(Scope::Public),
        ];
        // After this turn of the event loop: the page paints first.
        set_timeout(move || untrack(|| take_stock(editions)), Duration::ZERO);
    });
    Finder
}

impl Finder {
    /// What answers a question, best first. Tracked: better answers come as the index grows.
    pub(crate) fn search(self, question: &str, limit: usize) -> Vec<Found> {
        EDITION.with(|edition| edition.track());
        SHELF.with_borrow(|shelf| {
            shelf
                .index
                .search(question, limit)
                .into_iter()
                .map(|hit| hit.key)
                .collect()
        })
    }

    /// Whether everything on this device has been read. Tracked.
    pub(crate) fn is_complete(self) -> bool {
        // The server looks at the cards themselves.
        cfg!(feature = "ssr") || IS_COMPLETE.with(|complete| complete.get())
    }
}

/// Begins a look at everything, unless nothing changed since the last one began.
fn take_stock(editions: [u64; 3]) {
    let begins = SHELF.with_borrow_mut(|shelf| {
        let is_news = shelf.editions.replace(editions) != Some(editions);
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
    if is_better {
        EDITION.with(|edition| edition.update(|number| *number = number.wrapping_add(1)));
    }
    IS_COMPLETE.with(|complete| {
        if complete.get_untracked() != is_done {
            complete.set(is_done);
        }
    });
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
            all.extend(cards.map(|card: &ModuleCard| Found::Module(card.id)));
        });
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
            Found::Experience(id) => {
                replica.with_one(Scope::Public, id, |card| {
                    card.inspect(|card| self.read_experience(key, card));
                });
            }
            Found::Collectivity(id) => {
                replica.with_one(Scope::Public, id, |one| {
                    one.inspect(|one| self.read_collectivity(key, one));
                });
            }
        }
    }

    fn read_module(&mut self, key: Found, card: &ModuleCard) {
        if !self.is_news(key, fingerprint((&card.title, &card.summary, &card.principles))) {
            return;
        }
        let principles = principle_words(&card.principles);
        let mut fields = titles(&card.title);
        fields.extend(subjects(&card.summary));
        fields.push(Field::subject(&principles));
        self.index.put(key, &fields);
    }

    fn read_experience(&mut self, key: Found, card: &ExperienceCard) {
        let owner = self.names.get(&card.collectivity);
        let print = fingerprint((&card.title, &card.summary, &card.principles, owner));
        if !self.is_news(key, print) {
            return;
        }
        let principles = principle_words(&card.principles);
        let owner = self.names.get(&card.collectivity);
        let region = owner.and_then(|(_, code)| self.regions.get(code));
        let mut fields = titles(&card.title);
        fields.extend(owner.into_iter().flat_map(|(name, _)| subjects(name)));
        fields.extend(region.into_iter().flat_map(subjects));
        fields.push(Field::subject(&principles));
        fields.extend(texts(&card.summary).map(Field::body));
        self.index.put(key, &fields);
    }

    fn read_collectivity(&mut self, key: Found, one: &Collectivity) {
        if !self.is_news(key, fingerprint((&one.name, one.kind))) {
            return;
        }
        let region = self.regions.get(&one.region);
        let kind = text!(key_of("collectivity-kind", one.kind.word()));
        let mut fields = titles(&one.name);
        fields.extend(region.into_iter().flat_map(texts).map(Field::body));
        fields.push(Field::body(&kind));
        self.index.put(key, &fields);
    }
}

fn fingerprint(words: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

fn texts(text: &Translated) -> impl Iterator<Item = &str> {
    Lang::ALL.into_iter().filter_map(|lang| text.get(lang))
}

fn titles(text: &Translated) -> Vec<Field<'_>> {
    texts(text).map(Field::title).collect()
}

fn subjects(text: &Translated) -> impl Iterator<Item = Field<'_>> {
    texts(text).map(Field::subject)
}

/// The names of principles in the language of the interface, and their words in addresses.
fn principle_words(principles: &[Principle]) -> String {
    principles
        .iter()
        .flat_map(|one| [text!(key_of("principle", one.word())), one.word().to_owned()])
        .collect::<Vec<_>>()
        .join(" ")
}
