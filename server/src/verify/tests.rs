use super::*;
use crate::damage::{damage, dump, small_hub};
use crate::store::{DataFolder, Entry, RedbStore, Store, Transaction};
use crate::test_folder::TestFolder;
use std::fs;

/// Bounded: each seed copies, opens and walks a database of some hundred kilobytes.
const SEEDS: u64 = 160;

#[test]
fn a_sound_database_has_no_damage() {
    let folder = TestFolder::new();
    let store = small_hub(folder.path());
    let read = store.read().unwrap();
    let seen = verify(&*read).sound().unwrap();
    let entries: usize = dump(&*read).iter().map(|(_, entries)| entries.len()).sum();
    assert_eq!(seen.entries, entries);
    assert!(seen.scopes >= 4 && seen.rows > 100, "{seen:?}");
}

/// What a damaged database answers is an error or what was stored, and what is not whole is noticed.
#[test]
fn damage_on_disk_is_noticed_and_ends_no_process() {
    let folder = TestFolder::new();
    drop(small_hub(folder.path()));
    let file = DataFolder::database_of(folder.path());
    let sound = fs::read(&file).unwrap();
    let wanted = dump(&*RedbStore::open(folder.path()).unwrap().read().unwrap());
    let (mut refused, mut noticed, mut unharmed) = (0, 0, 0);
    for seed in 0..SEEDS {
        let mut bytes = sound.clone();
        damage(&mut bytes, seed);
        fs::write(&file, &bytes).unwrap();
        let Ok(store) = RedbStore::open(folder.path()) else {
            refused += 1;
            continue;
        };
        let Ok(read) = store.read() else {
            refused += 1;
            continue;
        };
        let is_whole = compare(&*read, &wanted, seed);
        let report = verify(&*read);
        if is_whole {
            unharmed += 1;
        } else {
            noticed += 1;
            assert_ne!(report.damages, Vec::<String>::new(), "seed {seed}");
        }
        drop(read);
        // It may go through or not; the process and what can be read stay.
        let written = store.write().and_then(|mut txn| {
            txn.put(Table::Emails, b"b@hub.example", &[8; 16])?;
            txn.commit()
        });
        if written.is_ok() && is_whole {
            let held = store.read().unwrap().get(Table::Emails, b"b@hub.example");
            assert_eq!(held, Ok(Some(vec![8; 16])), "seed {seed}");
        }
    }
    println!("{refused} refused, {noticed} noticed, {unharmed} without harm");
    assert!(refused > 0 && noticed > SEEDS / 4 && unharmed > 0);
}

/// Whether all is there; whatever is there must be what was stored.
fn compare(txn: &dyn ReadTxn, wanted: &[(Table, Vec<Entry>)], seed: u64) -> bool {
    let mut is_whole = true;
    for (table, entries) in wanted {
        for (key, value) in entries {
            match txn.get(*table, key) {
                Ok(Some(held)) => assert_eq!(held, *value, "seed {seed}: altered in {table:?}"),
                Ok(None) | Err(_) => is_whole = false,
            }
        }
        is_whole &= txn
            .range(*table, &Span::all(), Direction::Forward, usize::MAX)
            .is_ok_and(|held| held == *entries);
    }
    is_whole
}

/// Each kind of entry that says something else than the others is named.
#[test]
fn what_does_not_hold_together_is_named() {
    let folder = TestFolder::new();
    let store = small_hub(folder.path());
    type Wrong = fn(&mut dyn Transaction, &[u8], &[u8]);
    let cases: [(Table, &str, Wrong); 9] = [
        (Table::Rows, "rows", |txn, key, value| {
            let mut value = value.to_vec();
            value.truncate(5);
            txn.put(Table::Rows, key, &value).unwrap();
        }),
        (Table::Rows, "rows", |txn, key, value| {
            txn.put(Table::Rows, key, &[&value[..11], br#"{"id":1}"#].concat())
                .unwrap();
        }),
        (Table::Order, "rows", |txn, key, _| {
            txn.delete(Table::Order, key).unwrap()
        }),
        (Table::Rows, "order", |txn, key, _| {
            txn.delete(Table::Rows, key).unwrap()
        }),
        (Table::Heads, "heads", |txn, key, _| {
            txn.put(Table::Heads, key, b"short").unwrap()
        }),
        (Table::Slugs, "slugs", |txn, key, _| {
            txn.delete(Table::Slugs, key).unwrap()
        }),
        (Table::Published, "published", |txn, key, _| {
            txn.delete(Table::Published, key).unwrap()
        }),
        (Table::Emails, "emails", |txn, key, _| {
            txn.put(Table::Emails, key, b"short").unwrap()
        }),
        (Table::Meta, "epoch", |txn, _, _| {
            txn.delete(Table::Meta, b"epoch").unwrap()
        }),
    ];
    for (table, says, wrong) in cases {
        let read = store.read().unwrap();
        let entries = read.range(table, &Span::all(), Direction::Forward, 1).unwrap();
        drop(read);
        let (key, value) = &entries[0];
        let mut txn = store.write().unwrap();
        wrong(&mut *txn, key, value);
        let report = verify(&*txn);
        assert!(
            report.damages.iter().any(|damage| damage.contains(says)),
            "{table:?}: {:?}",
            report.damages
        );
        drop(txn);
    }
    assert_eq!(verify(&*store.read().unwrap()).damages, Vec::<String>::new());
}
