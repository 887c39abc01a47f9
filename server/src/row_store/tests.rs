use super::*;
use crate::store::{Direction, MemoryStore, Store};
use shared::ids::{ExperienceId, PersonId};
use shared::records::Bookmark;
use shared::time::Timestamp;

const OWN: Scope = Scope::Person(PersonId::VISITOR);

fn bookmark(name: &str, at: i64) -> Record {
    Bookmark {
        experience: ExperienceId::from_name(name),
        at: Timestamp(at),
    }
    .into()
}

/// Changes rows and commits; what is told of it.
pub(crate) fn change(store: &MemoryStore, work: impl FnOnce(&mut RowStore<'_>)) -> Vec<(Scope, u64)> {
    let mut txn = store.write().unwrap();
    let mut recorder = HeadRecorder::new(&mut *txn);
    let mut row_store = RowStore::new(&mut recorder);
    work(&mut row_store);
    row_store.finish().unwrap();
    let heads = recorder.into_heads();
    txn.commit().unwrap();
    heads.into_iter().collect()
}

/// Seq, name's place in `abc`, and whether it is deleted.
fn order(store: &MemoryStore) -> Vec<(u64, char, bool)> {
    let txn = store.read().unwrap();
    let name = |id| {
        ('a'..='z')
            .find(|c| ExperienceId::from_name(&c.to_string()).uuid() == id)
            .unwrap()
    };
    order_range::<Written>(&*txn, OWN, 0, u64::MAX, Direction::Forward, usize::MAX)
        .unwrap()
        .into_iter()
        .map(|stored| (stored.row.seq, name(stored.row.id), stored.row.is_deleted()))
        .collect()
}

#[test]
fn every_change_moves_its_row_to_the_head_and_nothing_else_does() {
    let store = MemoryStore::new();
    let change_events = change(&store, |row_store| {
        row_store.put(OWN, bookmark("a", 1));
        row_store.put(OWN, bookmark("b", 1));
        row_store.put(Scope::Network, bookmark("c", 1));
    });
    assert_eq!(change_events, [(Scope::Network, 1), (OWN, 2)]);
    assert_eq!(order(&store), [(1, 'a', false), (2, 'b', false)]);

    let unchanged = change(&store, |row_store| {
        row_store.put(OWN, bookmark("a", 1));
        row_store.delete(&RowKey::of(OWN, &bookmark("c", 1)));
    });
    assert_eq!(unchanged, []);

    change(&store, |row_store| row_store.put(OWN, bookmark("a", 2)));
    assert_eq!(order(&store), [(2, 'b', false), (3, 'a', false)]);

    change(&store, |row_store| {
        row_store.delete(&RowKey::of(OWN, &bookmark("b", 1)))
    });
    assert_eq!(order(&store), [(3, 'a', false), (4, 'b', true)]);
    let again = change(&store, |row_store| {
        row_store.delete(&RowKey::of(OWN, &bookmark("b", 1)));
    });
    assert_eq!(again, [], "deleting what is deleted changes nothing");
    change(&store, |row_store| row_store.put(OWN, bookmark("b", 1)));
    assert_eq!(order(&store), [(3, 'a', false), (5, 'b', false)]);
}

#[test]
fn compaction_forgets_tombstones_and_raises_the_floor_to_the_last() {
    let store = MemoryStore::new();
    change(&store, |row_store| {
        for name in ["a", "b", "c"] {
            row_store.put(OWN, bookmark(name, 1));
        }
        row_store.delete(&RowKey::of(OWN, &bookmark("a", 1)));
        row_store.delete(&RowKey::of(OWN, &bookmark("b", 1)));
    });
    assert_eq!(order(&store), [(3, 'c', false), (4, 'a', true), (5, 'b', true)]);
    let mut txn = store.write().unwrap();
    assert_eq!(compact(&mut *txn, OWN, 4).unwrap(), 1);
    txn.commit().unwrap();
    assert_eq!(order(&store), [(3, 'c', false), (5, 'b', true)]);
    let read = store.read().unwrap();
    assert_eq!(head(&*read, OWN).unwrap(), Head { head: 5, floor: 4 });
    assert_eq!(scopes(&*read).unwrap(), [(OWN, Head { head: 5, floor: 4 })]);
}

#[test]
fn tombstones_are_forgotten_when_they_are_old_and_not_before() {
    let store = MemoryStore::new();
    let tidy = |at: i64| {
        let mut txn = store.write().unwrap();
        let forgotten = compact_old(&mut *txn, &[OWN], Timestamp(at)).unwrap();
        txn.commit().unwrap();
        forgotten
    };
    change(&store, |row_store| {
        row_store.put(OWN, bookmark("a", 1));
        row_store.put(OWN, bookmark("b", 1));
        row_store.delete(&RowKey::of(OWN, &bookmark("a", 1)));
    });
    assert_eq!(tidy(0), 0, "the first mark");
    change(&store, |row_store| {
        row_store.delete(&RowKey::of(OWN, &bookmark("b", 1)))
    });
    assert_eq!(tidy(TOMBSTONE_LIFE_MS - 1), 0);
    assert_eq!(tidy(TOMBSTONE_LIFE_MS), 1, "the one before the mark");
    assert_eq!(order(&store), [(4, 'b', true)]);
    assert_eq!(tidy(2 * TOMBSTONE_LIFE_MS), 1);
    assert_eq!(order(&store), []);
    let read = store.read().unwrap();
    assert_eq!(head(&*read, OWN).unwrap(), Head { head: 4, floor: 4 });
}

#[test]
fn a_row_that_cannot_be_read_fails_the_work_instead_of_being_written_over() {
    let store = MemoryStore::new();
    change(&store, |row_store| row_store.put(OWN, bookmark("a", 1)));
    let key = RowKey::of(OWN, &bookmark("a", 1));
    let mut txn = store.write().unwrap();
    let newer = Row {
        kind: key.kind.clone(),
        id: key.id,
        seq: 1,
        schema: 9,
        body: Some(serde_json::json!({"another": "shape"})),
    };
    txn.put(Table::Rows, &keys::row(&key), &keys::encode_row(&newer).unwrap())
        .unwrap();
    let row_store = RowStore::new(&mut *txn);
    assert_eq!(row_store.get(&key), None);
    assert!(matches!(row_store.finish(), Err(StoreError::Corrupted(_))));
}

#[test]
fn kinds_that_begin_alike_are_kept_apart() {
    let card = keys::kind(Scope::Public, Kind::ModuleCard.word());
    let module = keys::kind(Scope::Public, Kind::Module.word());
    assert!(!card.starts_with(&module));
    for scope in [
        Scope::Public,
        Scope::Directory,
        Scope::Network,
        Scope::Administration,
        OWN,
        Scope::Experience(ExperienceId::from_name("a")),
    ] {
        assert_eq!(keys::decode_scope(&keys::scope(scope)), Some(scope));
    }
}
