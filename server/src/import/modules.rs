use super::items::ModuleItem;
use super::remembered;
use crate::row_store;
use crate::store::{ReadTxn, StoreError, Table, WriteTxn};
use shared::ids::ModuleId;
use shared::records::{Lesson, Module, ModuleCard, Quiz};
use shared::scope::Scope;
use shared::time::Timestamp;

/// What a module consists of, in a folder or here.
pub(super) struct Contents {
    /// Without the day of its last change.
    card: ModuleCard,
    /// As `quiz`, only absent where the store lost it.
    module: Option<Module>,
    /// By id.
    lessons: Vec<Lesson>,
    quiz: Option<Quiz>,
}

impl Contents {
    pub(super) fn of(item: &ModuleItem) -> Self {
        Self::new(
            item.card.clone(),
            Some(item.module.clone()),
            item.lessons.clone(),
            Some(item.quiz.clone()),
        )
    }

    /// What is here under this id.
    pub(super) fn held(txn: &(impl ReadTxn + ?Sized), id: ModuleId) -> Result<Option<Self>, StoreError> {
        let scope = Scope::Module(id);
        let Some(card) = row_store::find::<ModuleCard>(txn, Scope::Public, id)? else {
            return Ok(None);
        };
        Ok(Some(Self::new(
            card,
            row_store::find(txn, scope, id)?,
            row_store::all(txn, scope)?,
            row_store::find(txn, scope, id)?,
        )))
    }

    fn new(card: ModuleCard, module: Option<Module>, mut lessons: Vec<Lesson>, quiz: Option<Quiz>) -> Self {
        lessons.sort_by_key(|lesson| lesson.id);
        Self {
            card: ModuleCard {
                updated: Timestamp::default(),
                ..card
            },
            module,
            lessons,
            quiz,
        }
    }

    /// The same for the same contents.
    pub(super) fn digest(&self) -> Result<Vec<u8>, StoreError> {
        remembered::digest(&(&self.card, &self.module, &self.lessons, &self.quiz))
    }

    /// The lessons that are not among these.
    pub(super) fn lessons_not_in(&self, others: &[Lesson]) -> Vec<&Lesson> {
        let is_gone = |lesson: &&Lesson| others.iter().all(|other| other.id != lesson.id);
        self.lessons.iter().filter(is_gone).collect()
    }

    /// Its name in addresses, or its number where the card does not list it.
    pub(super) fn lesson_name(&self, lesson: &Lesson) -> String {
        match self.card.lesson(lesson.id) {
            Some((_, head)) => head.slug.clone(),
            None => lesson.number.to_string(),
        }
    }
}

const REMEMBERED: &[u8] = b"imported/modules";

/// Whether imports remember what they brought of each module.
///
/// # Errors
/// The store cannot be read.
pub(crate) fn has_remembered_modules(txn: &(impl ReadTxn + ?Sized)) -> Result<bool, StoreError> {
    Ok(txn.get(Table::Meta, REMEMBERED)?.is_some())
}

/// Remembers every module of a database of an earlier version as the last import brought it: nothing else could change
/// one then.
///
/// # Errors
/// The store cannot be read or written; nothing of it may be kept.
pub(crate) fn remember_modules(txn: &mut dyn WriteTxn) -> Result<(), StoreError> {
    for card in row_store::all::<ModuleCard>(&*txn, Scope::Public)? {
        if let Some(held) = Contents::held(&*txn, card.id)? {
            remembered::set_module(txn, card.id, &held.digest()?)?;
        }
    }
    txn.put(Table::Meta, REMEMBERED, b"1")
}
