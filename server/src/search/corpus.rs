//! What is searched, and how far it is read.

use super::Changed;
use crate::row_store;
use crate::store::{ReadTxn, StoreError};
use shared::ids::{CollectivityId, ExperienceId, LessonId, ModuleId};
use shared::lang::Translated;
use shared::records::{Collectivity, Experience, ExperienceCard, Lesson, ModuleCard};
use shared::row::{Kind, Record, Row};
use shared::scope::Scope;
use shared::search::{
    SearchIndex, collectivity_fields, experience_fields, lesson_fields, module_fields, term_fields, terms,
};
use shared::vocabulary::CollectivityKind;
use std::collections::{BTreeMap, HashMap};

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Found {
    Experience(ExperienceId),
    Module(ModuleId),
    Lesson(ModuleId, LessonId),
    Collectivity(CollectivityId),
    /// By its key.
    Term(&'static str),
}

/// A scope whose text is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Document {
    Experience(ExperienceId),
    Module(ModuleId),
}

impl Document {
    const fn scope(self) -> Scope {
        match self {
            Self::Experience(id) => Scope::Experience(id),
            Self::Module(id) => Scope::Module(id),
        }
    }
}

/// The index, as of a head of the public scope.
#[derive(Debug, Default)]
pub(super) struct Corpus {
    head: u64,
    pub(super) index: SearchIndex<Found>,
    /// The texts that are still to be read, each with the head that its scope has at least.
    waiting: BTreeMap<Document, u64>,
    /// Lessons in the index, to take them out with their module.
    lessons: HashMap<ModuleId, Vec<LessonId>>,
    /// Names and region codes: words of the experiences as well.
    names: BTreeMap<CollectivityId, (Translated, String)>,
    regions: BTreeMap<String, Translated>,
}

impl Corpus {
    /// Whether it is as this reading has it, or newer.
    pub(super) fn is_current(&self, txn: &dyn ReadTxn) -> Result<bool, StoreError> {
        Ok(self.head > 0 && self.head >= row_store::head(txn, Scope::Public)?.head)
    }

    /// The names of the region with this code.
    pub(super) fn region(&self, code: &str) -> Option<&Translated> {
        self.regions.get(code)
    }

    /// Whether no text waits to be read.
    pub(super) fn is_complete(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Takes note of what changed.
    pub(super) fn note(&mut self, changed: Changed) {
        match changed {
            Changed::One(document, head) => {
                let known = self.waiting.entry(document).or_default();
                *known = head.max(*known);
            }
            Changed::Anything => *self = Self::default(),
        }
    }

    /// Takes in what changed in the public scope: names at once, texts wait.
    pub(super) fn catch_up(&mut self, txn: &dyn ReadTxn) -> Result<(), StoreError> {
        let now = row_store::head(txn, Scope::Public)?;
        // Deletions may have been forgotten that this has not seen.
        if now.floor > self.head {
            *self = Self::default();
        }
        if self.head == 0 {
            for (key, names) in terms() {
                self.index.put(Found::Term(key), &term_fields(&names));
            }
        }
        let mut collectivities = Vec::new();
        row_store::each_change(txn, Scope::Public, self.head, now.head, |row| {
            self.take(row, &mut collectivities);
        })?;
        for one in collectivities {
            let region = self.regions.get(&one.region);
            let fields = collectivity_fields(&one, region.filter(|_| one.kind != CollectivityKind::Region));
            self.index.put(Found::Collectivity(one.id), &fields);
        }
        self.head = now.head.max(self.head);
        Ok(())
    }

    fn take(&mut self, row: &Row, collectivities: &mut Vec<Collectivity>) {
        let id = row.id;
        match (Kind::from_word(&row.kind), row.record()) {
            (Some(Kind::ExperienceCard), _) => {
                self.waiting
                    .entry(Document::Experience(ExperienceId(id)))
                    .or_default();
            }
            (Some(Kind::ModuleCard), _) => {
                self.waiting.entry(Document::Module(ModuleId(id))).or_default();
            }
            (Some(Kind::Collectivity), Some(Record::Collectivity(one))) => {
                if one.kind == CollectivityKind::Region {
                    self.regions.insert(one.region.clone(), one.name.clone());
                }
                self.names.insert(one.id, (one.name.clone(), one.region.clone()));
                collectivities.push(one);
            }
            (Some(Kind::Collectivity), _) => {
                self.names.remove(&CollectivityId(id));
                self.index.remove(&Found::Collectivity(CollectivityId(id)));
            }
            _ => {}
        }
    }

    /// Reads at most so many of the texts that wait. One that cannot be read is not found, and the log says why.
    pub(super) fn read_texts(&mut self, txn: &dyn ReadTxn, most: usize) {
        let was_waiting = self.waiting.len();
        let mut too_new = Vec::new();
        for _ in 0..most {
            let Some((document, least)) = self.waiting.pop_first() else {
                break;
            };
            let head = row_store::head(txn, document.scope());
            if head.is_ok_and(|is| is.head < least) {
                too_new.push((document, least));
                continue;
            }
            let read = match document {
                Document::Experience(id) => self.read_experience(txn, id),
                Document::Module(id) => self.read_module(txn, id),
            };
            if let Err(error) = read {
                self.forget(document);
                tracing::error!(search.document = ?document, %error, "a text cannot be read and is not found");
            }
        }
        self.waiting.extend(too_new);
        // The lists of the index grew by doubling while everything was read.
        if was_waiting > most && self.waiting.is_empty() {
            self.index.sweep();
        }
    }

    fn forget(&mut self, document: Document) {
        match document {
            Document::Experience(id) => {
                self.index.remove(&Found::Experience(id));
            }
            Document::Module(id) => {
                self.index.remove(&Found::Module(id));
                for lesson in self.lessons.remove(&id).unwrap_or_default() {
                    self.index.remove(&Found::Lesson(id, lesson));
                }
            }
        }
    }

    fn read_experience(&mut self, txn: &dyn ReadTxn, id: ExperienceId) -> Result<(), StoreError> {
        // Only what is published has a card.
        let Some(card) = row_store::find::<ExperienceCard>(txn, Scope::Public, id)? else {
            self.forget(Document::Experience(id));
            return Ok(());
        };
        let text = row_store::find::<Experience>(txn, Scope::Experience(id), id)?;
        let owner = self.names.get(&card.collectivity);
        let region = owner.and_then(|(_, code)| self.regions.get(code));
        let places: Vec<&Translated> = owner.map(|(name, _)| name).into_iter().chain(region).collect();
        let fields = experience_fields(&card, text.as_ref().map(|text| &text.content), &places);
        self.index.put(Found::Experience(id), &fields);
        Ok(())
    }

    fn read_module(&mut self, txn: &dyn ReadTxn, id: ModuleId) -> Result<(), StoreError> {
        self.forget(Document::Module(id));
        let card = row_store::find::<ModuleCard>(txn, Scope::Public, id)?;
        let Some(card) = card.filter(|card| !card.archived) else {
            return Ok(());
        };
        self.index.put(Found::Module(id), &module_fields(&card));
        for head in &card.lessons {
            let Some(lesson) = row_store::find::<Lesson>(txn, Scope::Module(id), head.id)? else {
                continue;
            };
            self.index
                .put(Found::Lesson(id, head.id), &lesson_fields(&head.title, &lesson));
            self.lessons.entry(id).or_default().push(head.id);
        }
        Ok(())
    }
}
