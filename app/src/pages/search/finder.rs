//! One search index over everything public that this device holds. It is built beside the pages, a few cards at a
//! time, so that ten thousand of them neither delay the first paint nor make a key stick.

use crate::i18n::key_of;
use crate::replica::use_replica;
use crate::text;
use leptos::prelude::*;
use shared::ids::{CollectivityId, ExperienceId, ModuleId};
use shared::lang::{Lang, Translated};
use shared::records::{Collectivity, ExperienceCard, ModuleCard};
use shared::scope::Scope;
use shared::search::{Field, SearchIndex};
use shared::vocabulary::{CollectivityKind, Principle};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
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

/// How many cards are read before the browser may paint and answer keys again: a few milliseconds on an old phone.
const AT_A_TIME: usize = 60;

#[derive(Default)]
struct Shelf {
    index: SearchIndex<Found>,
    /// A fingerprint of the words of each card, to read again only what changed.
    known: HashMap<Found, u64>,
    waiting: VecDeque<Found>,
    is_working: bool,
    /// The names of collectivities and regions, which are words of their experiences too.
    names: BTreeMap<CollectivityId, (Translated, String)>,
    regions: BTreeMap<String, Translated>,
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
        let collectivities = replica.list::<Collectivity>(Scope::Public);
        let experiences = replica.list::<ExperienceCard>(Scope::Public);
        let modules = replica.list::<ModuleCard>(Scope::Public);
        // After this turn of the event loop: the page paints first.
        set_timeout(
            move || take_stock(&collectivities, &experiences, &modules),
            Duration::ZERO,
        );
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
        IS_COMPLETE.with(|complete| complete.get())
    }
}

/// Notes what came, changed or went since the last time.
fn take_stock(collectivities: &[Collectivity], experiences: &[ExperienceCard], modules: &[ModuleCard]) {
    SHELF.with_borrow_mut(|shelf| {
        shelf.names = collectivities
            .iter()
            .map(|one| (one.id, (one.name.clone(), one.region.clone())))
            .collect();
        shelf.regions = collectivities
            .iter()
            .filter(|one| one.kind == CollectivityKind::Region)
            .map(|one| (one.region.clone(), one.name.clone()))
            .collect();
        let found = collectivities
            .iter()
            .map(|one| (Found::Collectivity(one.id), fingerprint((&one.name, one.kind))))
            .chain(experiences.iter().map(|one| {
                let owner = shelf.names.get(&one.collectivity);
                let print = fingerprint((&one.title, &one.summary, &one.principles, owner));
                (Found::Experience(one.id), print)
            }))
            .chain(modules.iter().map(|one| {
                let print = fingerprint((&one.title, &one.summary, &one.principles));
                (Found::Module(one.id), print)
            }));
        let mut gone: HashSet<Found> = shelf.known.keys().copied().collect();
        let mut changed = Vec::new();
        for (key, print) in found {
            gone.remove(&key);
            if shelf.known.get(&key) != Some(&print) {
                changed.push((key, print));
            }
        }
        for key in gone {
            shelf.known.remove(&key);
            shelf.index.remove(&key);
        }
        for (key, print) in changed {
            shelf.known.insert(key, print);
            shelf.waiting.push_back(key);
        }
    });
    work();
}

fn fingerprint(words: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

/// Reads on, a few cards at a time, until nothing waits.
fn work() {
    let begins = SHELF.with_borrow_mut(|shelf| !std::mem::replace(&mut shelf.is_working, true));
    if begins {
        set_timeout(read_some, Duration::ZERO);
    }
}

fn read_some() {
    let (is_done, read) = SHELF.with_borrow_mut(|shelf| {
        let some: Vec<Found> = (0..AT_A_TIME).map_while(|_| shelf.waiting.pop_front()).collect();
        for key in &some {
            untrack(|| read_one(shelf, *key));
        }
        shelf.is_working = !shelf.waiting.is_empty();
        (!shelf.is_working, some.len())
    });
    // The first answers come early; then only the complete index is worth a new search.
    if is_done || SHELF.with_borrow(|shelf| shelf.index.len() <= AT_A_TIME && read > 0) {
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

fn read_one(shelf: &mut Shelf, key: Found) {
    let replica = use_replica();
    match key {
        Found::Module(id) => {
            if let Some(card) = replica.get::<ModuleCard>(Scope::Public, id) {
                let principles = principle_words(&card.principles);
                let mut fields = titles(&card.title);
                fields.extend(subjects(&card.summary));
                fields.push(Field::subject(&principles));
                shelf.index.put(key, &fields);
            }
        }
        Found::Experience(id) => {
            if let Some(card) = replica.get::<ExperienceCard>(Scope::Public, id) {
                let principles = principle_words(&card.principles);
                let (owner, code) = shelf.names.get(&card.collectivity).cloned().unwrap_or_default();
                let region = shelf.regions.get(&code).cloned().unwrap_or_default();
                let mut fields = titles(&card.title);
                fields.extend(subjects(&owner));
                fields.extend(subjects(&region));
                fields.push(Field::subject(&principles));
                fields.extend(texts(&card.summary).map(Field::body));
                shelf.index.put(key, &fields);
            }
        }
        Found::Collectivity(id) => {
            if let Some(one) = replica.get::<Collectivity>(Scope::Public, id) {
                let region = shelf.regions.get(&one.region).cloned().unwrap_or_default();
                let kind = text!(key_of("collectivity-kind", one.kind.word()));
                let mut fields = titles(&one.name);
                fields.extend(texts(&region).map(Field::body));
                fields.push(Field::body(&kind));
                shelf.index.put(key, &fields);
            }
        }
    }
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
