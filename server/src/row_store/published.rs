//! The published experiences in the order of the lists, so that a page that shows some of them need not read all: the
//! newest first, those of the same moment by their slugs.

use super::reading::{damaged, records};
use crate::store::{Direction, ReadTxn, Span, StoreError, Table, WriteTxn};
use shared::ids::{CollectivityId, ExperienceId};
use shared::records::ExperienceCard;
use shared::row::{Kind, Record, RecordType, Row};
use shared::scope::Scope;
use shared::time::Timestamp;
use uuid::Uuid;

/// What the keys begin with: one list of all, one of each collectivity, and how many there are.
const ALL: u8 = 0;
const OF_ONE: u8 = 1;
const COUNT: [u8; 1] = [2];

/// An entry of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Published {
    /// The experience.
    pub(crate) id: ExperienceId,
    /// Its name in addresses.
    pub(crate) slug: String,
}

/// At most so many published experiences, of all or of one collectivity, after the first `skip`.
///
/// # Errors
/// The store cannot be read.
pub(crate) fn published(
    txn: &(impl ReadTxn + ?Sized),
    of: Option<CollectivityId>,
    skip: usize,
    most: usize,
) -> Result<Vec<Published>, StoreError> {
    let list = list(of);
    let limit = skip.saturating_add(most);
    let entries = txn.range(Table::Published, &Span::prefix(&list), Direction::Forward, limit)?;
    entries
        .iter()
        .skip(skip)
        .map(|(key, id)| {
            let slug = key.get(list.len() + size_of::<u64>()..).unwrap_or_default();
            let slug = slug.split(|byte| *byte == 0).next().unwrap_or_default();
            Ok(Published {
                id: ExperienceId(Uuid::from_slice(id).map_err(damaged)?),
                slug: std::str::from_utf8(slug).map_err(damaged)?.to_owned(),
            })
        })
        .collect()
}

/// How many experiences are published.
///
/// # Errors
/// The store cannot be read.
pub(crate) fn published_count(txn: &(impl ReadTxn + ?Sized)) -> Result<u64, StoreError> {
    Ok(held_count(txn)?.unwrap_or(0))
}

/// Whether the database has its lists.
///
/// # Errors
/// The store cannot be read.
pub(crate) fn has_published(txn: &(impl ReadTxn + ?Sized)) -> Result<bool, StoreError> {
    Ok(held_count(txn)?.is_some())
}

/// Writes the lists of a database that has none yet.
///
/// # Errors
/// The store cannot be read or written.
pub(crate) fn write_published(txn: &mut dyn WriteTxn) -> Result<(), StoreError> {
    set_count(txn, 0)?;
    for record in records(&*txn, Scope::Public, Kind::ExperienceCard)? {
        replace(txn, Scope::Public, None, Some(&record))?;
    }
    Ok(())
}

/// Puts the experience of a row that was written where it belongs, and takes the row before out of its place.
pub(super) fn replace(
    txn: &mut dyn WriteTxn,
    scope: Scope,
    before: Option<&Row>,
    after: Option<&Record>,
) -> Result<(), StoreError> {
    if scope != Scope::Public {
        return Ok(());
    }
    let before = before.and_then(Row::record);
    let before = before.as_ref().and_then(ExperienceCard::of);
    let after = after.and_then(ExperienceCard::of);
    if before.is_none() && after.is_none() {
        return Ok(());
    }
    for key in before.into_iter().flat_map(keys) {
        txn.delete(Table::Published, &key)?;
    }
    for (card, key) in after
        .into_iter()
        .flat_map(|card| keys(card).map(|key| (card, key)))
    {
        txn.put(Table::Published, &key, card.id.uuid().as_bytes())?;
    }
    let count = published_count(&*txn)?;
    match (before, after) {
        (None, Some(_)) => set_count(txn, count + 1),
        (Some(_), None) => set_count(txn, count.saturating_sub(1)),
        _ => Ok(()),
    }
}

/// Looks whether a published experience is in the lists.
pub(super) fn check_card(txn: &dyn ReadTxn, card: &ExperienceCard) -> Result<(), StoreError> {
    if !has_published(txn)? {
        return Ok(());
    }
    for key in keys(card) {
        if txn.get(Table::Published, &key)?.as_deref() != Some(card.id.uuid().as_bytes()) {
            return Err(damaged("it is not in the lists of published experiences"));
        }
    }
    Ok(())
}

/// Looks whether an entry of the lists can be read, and counts it. That none is there for nothing follows from the
/// numbers: each card has its own.
pub(super) fn check_entry(key: &[u8], value: &[u8], listed: &mut u64) -> Result<(), StoreError> {
    if key == COUNT {
        <[u8; 8]>::try_from(value).map_err(damaged)?;
        return Ok(());
    }
    *listed += 1;
    Uuid::from_slice(value).map_err(damaged)?;
    Ok(())
}

pub(super) fn held_count(txn: &(impl ReadTxn + ?Sized)) -> Result<Option<u64>, StoreError> {
    txn.get(Table::Published, &COUNT)?
        .map(|bytes| Ok(u64::from_be_bytes(bytes.as_slice().try_into().map_err(damaged)?)))
        .transpose()
}

fn set_count(txn: &mut dyn WriteTxn, count: u64) -> Result<(), StoreError> {
    txn.put(Table::Published, &COUNT, &count.to_be_bytes())
}

fn list(of: Option<CollectivityId>) -> Vec<u8> {
    match of {
        None => vec![ALL],
        Some(id) => [&[OF_ONE], id.uuid().as_bytes().as_slice()].concat(),
    }
}

/// The places of a card in both lists.
fn keys(card: &ExperienceCard) -> [Vec<u8>; 2] {
    [None, Some(card.collectivity)].map(|of| {
        [
            list(of).as_slice(),
            &newest_first(card.published),
            card.slug.as_bytes(),
            &[0],
            card.id.uuid().as_bytes(),
        ]
        .concat()
    })
}

/// Bytes that sort as times do, the latest first.
const fn newest_first(at: Timestamp) -> [u8; 8] {
    // The sign bit turned over makes signed numbers sort as unsigned ones; all bits turned over, backwards.
    let ascending = at.0.cast_unsigned() ^ (1 << 63);
    (!ascending).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row_store::{RowStore, tests};
    use crate::store::{MemoryStore, Store};
    use shared::apply::View as _;
    use shared::lang::Translated;
    use shared::records::PartialDate;
    use shared::row::RowKey;
    use shared::vocabulary::ExperienceKind;

    fn card(name: &str, owner: &str, published: i64) -> ExperienceCard {
        ExperienceCard {
            id: ExperienceId::from_name(name),
            slug: name.to_owned(),
            collectivity: CollectivityId::from_name(owner),
            kind: ExperienceKind::Practice,
            principles: Vec::new(),
            title: Translated::default(),
            summary: Translated::default(),
            languages: Vec::new(),
            started: PartialDate::default(),
            published: Timestamp(published),
        }
    }

    fn change(store: &MemoryStore, work: impl FnOnce(&mut RowStore<'_>)) {
        tests::change(store, work);
        assert_eq!(damages(store), Vec::<String>::new());
    }

    /// An epoch is not part of these stores.
    fn damages(store: &MemoryStore) -> Vec<String> {
        let mut damages = crate::verify::verify(&*store.read().unwrap()).damages;
        damages.retain(|damage| !damage.contains("epoch"));
        damages
    }

    fn slugs(store: &MemoryStore, of: Option<&str>, skip: usize, most: usize) -> Vec<String> {
        let of = of.map(CollectivityId::from_name);
        let listed = published(&*store.read().unwrap(), of, skip, most).unwrap();
        listed.into_iter().map(|one| one.slug).collect()
    }

    fn filled() -> MemoryStore {
        let store = MemoryStore::new();
        change(&store, |row_store| {
            write_published(row_store.beside()).unwrap();
            for (name, owner, at) in [
                ("old", "tinghir", -5),
                ("b-two", "agadir", 7),
                ("b", "tinghir", 7),
                ("newest", "agadir", i64::MAX),
            ] {
                row_store.put(Scope::Public, card(name, owner, at).into());
            }
        });
        store
    }

    #[test]
    fn the_newest_come_first_then_the_slugs_decide() {
        let store = filled();
        assert_eq!(slugs(&store, None, 0, 9), ["newest", "b", "b-two", "old"]);
        assert_eq!(slugs(&store, None, 1, 2), ["b", "b-two"]);
        assert_eq!(slugs(&store, Some("agadir"), 0, 9), ["newest", "b-two"]);
        assert_eq!(slugs(&store, Some("nobody"), 0, 9), Vec::<String>::new());
        assert_eq!(published_count(&*store.read().unwrap()).unwrap(), 4);
    }

    #[test]
    fn what_is_moved_or_withdrawn_leaves_its_place() {
        let store = filled();
        change(&store, |row_store| {
            row_store.put(Scope::Public, card("old", "agadir", 8).into());
            let gone = card("b", "tinghir", 7).into();
            row_store.delete(&RowKey::of(Scope::Public, &gone));
            row_store.delete(&RowKey::of(Scope::Public, &gone));
        });
        assert_eq!(slugs(&store, None, 0, 9), ["newest", "old", "b-two"]);
        assert_eq!(slugs(&store, Some("tinghir"), 0, 9), Vec::<String>::new());
        assert_eq!(published_count(&*store.read().unwrap()).unwrap(), 3);
    }

    #[test]
    fn a_database_from_before_gets_its_lists() {
        let store = filled();
        let mut txn = store.write().unwrap();
        for (key, _) in txn
            .range(Table::Published, &Span::all(), Direction::Forward, usize::MAX)
            .unwrap()
        {
            txn.delete(Table::Published, &key).unwrap();
        }
        txn.commit().unwrap();
        assert_eq!(damages(&store), Vec::<String>::new());
        assert_eq!(slugs(&store, None, 0, 9), Vec::<String>::new());
        assert!(!has_published(&*store.read().unwrap()).unwrap());
        let mut txn = store.write().unwrap();
        write_published(&mut *txn).unwrap();
        txn.commit().unwrap();
        assert!(has_published(&*store.read().unwrap()).unwrap());
        assert_eq!(slugs(&store, None, 0, 9), ["newest", "b", "b-two", "old"]);
        assert_eq!(damages(&store), Vec::<String>::new());
    }

    #[test]
    fn a_list_that_lost_an_entry_is_noticed() {
        let store = filled();
        let mut txn = store.write().unwrap();
        let [key, _] = keys(&card("old", "tinghir", -5));
        txn.delete(Table::Published, &key).unwrap();
        txn.commit().unwrap();
        let damages = damages(&store);
        assert_eq!(damages.len(), 2, "the card and the number: {damages:?}");
    }
}
