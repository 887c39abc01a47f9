//! One suite for every store: whatever passes it can take the place of the one on disk.

use super::*;
use crate::test_folder::TestFolder;
use proptest::prelude::*;
use rstest::rstest;
use std::collections::BTreeMap;

fn memory() -> Box<dyn Store> {
    Box::new(MemoryStore::new())
}

/// A store in a folder of its own, which goes when the test ends.
struct OnDisk {
    store: RedbStore,
    _folder: TestFolder,
}

impl Store for OnDisk {
    fn read(&self) -> Result<Box<dyn ReadTxn>, StoreError> {
        self.store.read()
    }

    fn write(&self) -> Result<Box<dyn Transaction + '_>, StoreError> {
        self.store.write()
    }
}

fn disk() -> Box<dyn Store> {
    let folder = TestFolder::new();
    Box::new(OnDisk {
        store: RedbStore::open(folder.path()).unwrap(),
        _folder: folder,
    })
}

fn entries(words: &[(&str, &str)]) -> Vec<Entry> {
    words
        .iter()
        .map(|(key, value)| (key.as_bytes().to_vec(), value.as_bytes().to_vec()))
        .collect()
}

fn fill(store: &dyn Store, words: &[(&str, &str)]) {
    let mut txn = store.write().unwrap();
    for (key, value) in words {
        txn.put(Table::Rows, key.as_bytes(), value.as_bytes()).unwrap();
    }
    txn.commit().unwrap();
}

#[rstest]
#[case::memory(memory())]
#[case::disk(disk())]
fn what_is_committed_is_read_and_what_is_dropped_is_not(#[case] store: Box<dyn Store>) {
    fill(&*store, &[("a", "1")]);
    let mut txn = store.write().unwrap();
    txn.put(Table::Rows, b"b", b"2").unwrap();
    txn.delete(Table::Rows, b"a").unwrap();
    assert_eq!(txn.get(Table::Rows, b"a").unwrap(), None, "its own deletion");
    assert_eq!(txn.get(Table::Rows, b"b").unwrap(), Some(b"2".to_vec()));
    drop(txn);
    let read = store.read().unwrap();
    assert_eq!(read.get(Table::Rows, b"a").unwrap(), Some(b"1".to_vec()));
    assert_eq!(read.get(Table::Rows, b"b").unwrap(), None);
    assert_eq!(
        read.get(Table::Order, b"a").unwrap(),
        None,
        "tables do not share keys"
    );
}

#[rstest]
#[case::memory(memory())]
#[case::disk(disk())]
fn a_reading_stays_what_it_was(#[case] store: Box<dyn Store>) {
    fill(&*store, &[("a", "1"), ("b", "2")]);
    let before = store.read().unwrap();
    fill(&*store, &[("a", "9"), ("c", "3")]);
    let all = Span::all();
    assert_eq!(
        before.range(Table::Rows, &all, Direction::Forward, 9).unwrap(),
        entries(&[("a", "1"), ("b", "2")])
    );
    let after = store.read().unwrap();
    assert_eq!(
        after.range(Table::Rows, &all, Direction::Backward, 2).unwrap(),
        entries(&[("c", "3"), ("b", "2")])
    );
}

#[rstest]
#[case::memory(memory())]
#[case::disk(disk())]
fn ranges_take_the_first_key_and_leave_the_last_out(#[case] store: Box<dyn Store>) {
    fill(&*store, &[("a", "1"), ("b", "2"), ("ba", "3"), ("c", "4")]);
    let mut txn = store.write().unwrap();
    txn.delete(Table::Rows, b"b").unwrap();
    txn.put(Table::Rows, b"bb", b"5").unwrap();
    let prefix = Span::prefix(b"b");
    let forward = txn
        .range(Table::Rows, &prefix, Direction::Forward, usize::MAX)
        .unwrap();
    assert_eq!(forward, entries(&[("ba", "3"), ("bb", "5")]));
    let one = txn.range(Table::Rows, &prefix, Direction::Backward, 1).unwrap();
    assert_eq!(one, entries(&[("bb", "5")]));
    let upside_down = Span {
        from: b"c".to_vec(),
        to: Some(b"a".to_vec()),
    };
    assert!(
        txn.range(Table::Rows, &upside_down, Direction::Forward, 9)
            .unwrap()
            .is_empty()
    );
}

#[rstest]
#[case::one_letter(b"a", Some(b"b".to_vec()))]
#[case::last_byte_full(&[1, 255], Some(vec![2]))]
#[case::all_full(&[255, 255], None)]
#[case::nothing(b"", None)]
fn the_end_of_a_prefix(#[case] prefix: &[u8], #[case] to: Option<Vec<u8>>) {
    assert_eq!(Span::prefix(prefix).to, to);
}

#[derive(Clone, Debug)]
enum Step {
    Put(u8, Vec<u8>, u8),
    Delete(u8, Vec<u8>),
    Range(u8, Vec<u8>, Option<Vec<u8>>, bool, usize),
    Keep,
    Undo,
    Commit,
    Abort,
}

fn step() -> impl Strategy<Value = Step> {
    // Few and short keys, so that steps meet each other.
    let key = || proptest::collection::vec(prop_oneof![0_u8..3, Just(255)], 0..3);
    prop_oneof![
        4 => (0_u8..2, key(), any::<u8>()).prop_map(|(t, k, v)| Step::Put(t, k, v)),
        2 => (0_u8..2, key()).prop_map(|(t, k)| Step::Delete(t, k)),
        3 => (0_u8..2, key(), proptest::option::of(key()), any::<bool>(), 0_usize..6)
            .prop_map(|(t, f, to, d, l)| Step::Range(t, f, to, d, l)),
        1 => Just(Step::Keep),
        2 => Just(Step::Undo),
        1 => Just(Step::Commit),
        1 => Just(Step::Abort),
    ]
}

type Model = BTreeMap<(u8, Vec<u8>), u8>;

fn table(number: u8) -> Table {
    if number == 0 { Table::Rows } else { Table::Order }
}

fn expected(model: &Model, t: u8, span: &Span, backward: bool, limit: usize) -> Vec<Entry> {
    let mut found: Vec<Entry> = model
        .iter()
        .filter(|((table, key), _)| {
            *table == t && *key >= span.from && span.to.as_ref().is_none_or(|to| key < to)
        })
        .map(|((_, key), value)| (key.clone(), vec![*value]))
        .collect();
    if backward {
        found.reverse();
    }
    found.truncate(limit);
    found
}

/// Runs the steps against the store and a map that cannot be wrong.
fn behaves_like_a_map(store: &dyn Store, steps: &[Step]) {
    let mut committed = Model::new();
    let mut kept = committed.clone();
    let mut model = committed.clone();
    let mut has_writes = false;
    let mut txn = store.write().unwrap();
    for step in steps.iter().chain([&Step::Commit]) {
        match step {
            Step::Put(t, key, value) => {
                txn.put(table(*t), key, &[*value]).unwrap();
                model.insert((*t, key.clone()), *value);
                has_writes = true;
            }
            Step::Delete(t, key) => {
                txn.delete(table(*t), key).unwrap();
                model.remove(&(*t, key.clone()));
                has_writes = true;
            }
            Step::Range(t, from, to, backward, limit) => {
                let span = Span {
                    from: from.clone(),
                    to: to.clone(),
                };
                let direction = if *backward {
                    Direction::Backward
                } else {
                    Direction::Forward
                };
                let found = txn.range(table(*t), &span, direction, *limit).unwrap();
                assert_eq!(found, expected(&model, *t, &span, *backward, *limit), "{step:?}");
            }
            Step::Keep => {
                assert_eq!(txn.keep(), has_writes);
                kept.clone_from(&model);
                has_writes = false;
            }
            Step::Undo => {
                txn.undo();
                model.clone_from(&kept);
                has_writes = false;
            }
            Step::Commit | Step::Abort => {
                if matches!(step, Step::Commit) {
                    txn.commit().unwrap();
                    committed.clone_from(&model);
                } else {
                    drop(txn);
                    model.clone_from(&committed);
                }
                for t in [0, 1] {
                    let read = store.read().unwrap();
                    let found = read.range(table(t), &Span::all(), Direction::Forward, usize::MAX);
                    assert_eq!(
                        found.unwrap(),
                        expected(&committed, t, &Span::all(), false, usize::MAX)
                    );
                }
                kept.clone_from(&committed);
                has_writes = false;
                txn = store.write().unwrap();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_store_in_memory_behaves_like_a_map(steps in proptest::collection::vec(step(), 0..60)) {
        behaves_like_a_map(&MemoryStore::new(), &steps);
    }
}

proptest! {
    // Each commit waits for the disk.
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_store_on_disk_behaves_like_a_map(steps in proptest::collection::vec(step(), 0..40)) {
        behaves_like_a_map(&*disk(), &steps);
    }
}
