use super::*;
use crate::entropy::OsEntropy;
use crate::hub::ensure_epoch;
use crate::ledger::Ledger;
use crate::store::{Direction, Span};
use crate::test_folder::TestFolder;
use shared::apply::View;
use shared::ids::{ExperienceId, PersonId};
use shared::records::Bookmark;
use shared::scope::Scope;
use shared::time::Timestamp;

const OWN: Scope = Scope::Person(PersonId::VISITOR);

fn put(store: &dyn Store, names: std::ops::Range<u32>) {
    let mut txn = store.write().unwrap();
    let mut ledger = Ledger::new(&mut *txn);
    for name in names {
        let bookmark = Bookmark {
            experience: ExperienceId::from_name(&name.to_string()),
            at: Timestamp(1),
        };
        ledger.put(OWN, bookmark.into());
    }
    ledger.finish().unwrap();
    txn.put(Table::Sessions, b"session", b"").unwrap();
    txn.put(Table::Emails, b"a@b.ma", b"").unwrap();
    txn.commit().unwrap();
}

fn server(folder: &Path) -> RedbStore {
    let store = RedbStore::open(folder).unwrap();
    ensure_epoch(&store, &mut OsEntropy).unwrap();
    store
}

fn dump(txn: &dyn ReadTxn) -> Vec<(Table, Vec<crate::store::Entry>)> {
    let all = |table: Table| {
        txn.range(table, &Span::all(), Direction::Forward, usize::MAX)
            .unwrap()
    };
    Table::ALL.iter().map(|table| (*table, all(*table))).collect()
}

#[test]
fn a_backup_of_a_running_server_holds_one_moment() {
    let folder = TestFolder::new();
    let data = folder.path().join("data");
    let store = server(&data);
    put(&store, 0..2_500);
    let file = folder.path().join("backup.redb");
    let verified = with_reading(&data, |txn| {
        put(&store, 2_500..2_600);
        backup(txn, &file)
    })
    .unwrap();
    assert_eq!(
        verified,
        Verified {
            scopes: 1,
            rows: 2_500
        }
    );
    assert!(!beside(&file, "partial").exists());

    // Again, over the older one; this time what came meanwhile is in it.
    let verified = with_reading(&data, |txn| backup(txn, &file)).unwrap();
    assert_eq!(verified.rows, 2_600);
    let held = RedbFile::open(&file).unwrap();
    assert_eq!(dump(&*held.read().unwrap()), dump(&*store.read().unwrap()));
}

#[test]
fn a_restore_is_a_new_life_without_the_sessions_of_the_old() {
    let folder = TestFolder::new();
    let data = folder.path().join("data");
    let store = server(&data);
    put(&store, 0..10);
    let file = folder.path().join("backup.redb");
    backup(&*store.read().unwrap(), &file).unwrap();

    let taken = restore(&file, &folder.path().join("data"), &mut OsEntropy);
    assert!(matches!(taken, Err(BackupError::Store(StoreError::InUse(_)))));
    let old_epoch = ledger::epoch(&*store.read().unwrap()).unwrap();
    drop(store);
    let full = restore(&file, &data, &mut OsEntropy);
    assert_eq!(full, Err(BackupError::NotEmpty(data)));

    let new = folder.path().join("new");
    assert_eq!(restore(&file, &new, &mut OsEntropy).unwrap().rows, 10);
    let store = RedbStore::open(&new).unwrap();
    let read = store.read().unwrap();
    assert_ne!(ledger::epoch(&*read).unwrap(), old_epoch);
    assert_eq!(read.get(Table::Sessions, b"session").unwrap(), None);
    assert!(read.get(Table::Emails, b"a@b.ma").unwrap().is_some());
}

#[test]
fn a_damaged_or_foreign_file_restores_nothing() {
    let folder = TestFolder::new();
    let new = folder.path().join("new");
    let foreign = folder.path().join("foreign");
    fs::write(&foreign, b"not a database").unwrap();
    for file in [&foreign, &folder.path().join("nowhere")] {
        let outcome = restore(file, &new, &mut OsEntropy);
        assert!(matches!(outcome, Err(BackupError::Store(_))), "{outcome:?}");
        assert!(!DataFolder::database_of(&new).exists());
    }

    // A row that is in no order: redb finds nothing wrong with the file, the ledger does.
    let data = folder.path().join("data");
    let store = server(&data);
    put(&store, 0..3);
    let mut txn = store.write().unwrap();
    txn.put(Table::Rows, b"\x01stray\0", b"").unwrap();
    txn.commit().unwrap();
    let file = folder.path().join("backup.redb");
    let outcome = backup(&*store.read().unwrap(), &file);
    assert!(matches!(
        outcome,
        Err(BackupError::Store(StoreError::Corrupted(_)))
    ));
    assert!(!file.exists() && !beside(&file, "partial").exists());
}

#[test]
fn a_folder_without_a_database_is_named() {
    let folder = TestFolder::new();
    let outcome = with_reading(folder.path(), |_| Ok::<_, StoreError>(()));
    assert!(matches!(outcome, Err(StoreError::Failed(_))));
}
