use super::remembered;
use crate::row_store::{self, RowStore};
use crate::store::{ReadTxn, StoreError, Table, WriteTxn};
use shared::apply::{View, read_module};
use shared::ids::ModuleId;
use shared::records::{EditionNumber, Lesson, ModuleCard, WholeModule};
use shared::row::{Kind, Record, RowKey};
use shared::scope::Scope;
use shared::time::Timestamp;

/// What is here under this id, with every lesson there is, whether its card lists it or not.
pub(super) fn held(view: &dyn View, id: ModuleId) -> Option<WholeModule> {
    let key = RowKey::new(Scope::Public, Kind::ModuleCard, id);
    let Record::ModuleCard(card) = view.get(&key)? else {
        return None;
    };
    let lessons = view.list(Scope::Module(id), Kind::Lesson);
    let lessons = lessons.into_iter().filter_map(|record| match record {
        Record::Lesson(lesson) => Some(lesson),
        _ => None,
    });
    Some(WholeModule {
        lessons: lessons.collect(),
        ..read_module(view, card)?
    })
}

/// The same for the same contents: the day and the number of its edition do not count.
pub(super) fn digest(module: &WholeModule) -> Result<Vec<u8>, StoreError> {
    let mut module = module.clone();
    module.card.updated = Timestamp::default();
    module.card.edition = EditionNumber::FIRST;
    module.quiz.edition = EditionNumber::FIRST;
    let mut lessons = module.lessons;
    lessons.sort_by_key(|lesson| lesson.id);
    remembered::digest(&(&module.card, Some(module.module), &lessons, Some(module.quiz)))
}

/// The lessons that another version of the module does not have: their names in addresses, or their numbers where the
/// card does not list them.
pub(super) fn lessons_gone(module: &WholeModule, other: &WholeModule) -> Vec<String> {
    let is_gone = |lesson: &&Lesson| other.lessons.iter().all(|kept| kept.id != lesson.id);
    let name = |lesson: &Lesson| match module.card.lesson(lesson.id) {
        Some((_, head)) => head.slug.clone(),
        None => lesson.number.to_string(),
    };
    module.lessons.iter().filter(is_gone).map(name).collect()
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
        let row_store = RowStore::new(txn);
        let module = held(&row_store, card.id);
        row_store.check()?;
        if let Some(module) = module {
            remembered::set_module(txn, module.card.id, &digest(&module)?)?;
        }
    }
    txn.put(Table::Meta, REMEMBERED, b"1")
}
