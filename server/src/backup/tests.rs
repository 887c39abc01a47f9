use super::*;
use crate::damage::{damage, dump, small_hub};
use crate::database::ensure_epoch;
use crate::entropy::OsEntropy;
use crate::row_store::RowStore;
use crate::test_folder::TestFolder;
use shared::apply::View;
use shared::ids::{ExperienceId, PersonId};
use shared::records::Bookmark;
use shared::scope::Scope;
use shared::time::Timestamp;

const OWN: Scope = Scope::Person(PersonId::VISITOR);

fn put(store: &dyn Store, names: std::ops::Range<u32>) {
    let mut txn = store.write().unwrap();
    let mut row_store = RowStore::new(&mut *txn);
    for name in names {
        let bookmark = Bookmark {
            experience: ExperienceId::from_name(&name.to_string()),
            at: Timestamp(1),
        };
        row_store.put(OWN, bookmark.into());
    }
    row_store.finish().unwrap();
    txn.put(Table::Sessions, b"p-session", b"").unwrap();
    txn.put(Table::Emails, b"a@b.ma", &[7; 16]).unwrap();
    txn.commit().unwrap();
}

fn server(folder: &Path) -> RedbStore {
    let store = RedbStore::open(folder).unwrap();
    ensure_epoch(&store, &mut OsEntropy).unwrap();
    store
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
    assert_eq!((verified.scopes, verified.rows), (1, 2_500));
    assert!(!private::beside(&file, "partial").exists());

    // Again, over the older one; this time what came meanwhile is in it.
    let verified = with_reading(&data, |txn| backup(txn, &file)).unwrap();
    assert_eq!(verified.rows, 2_600);
    let mut held: Vec<(Table, Vec<Entry>)> = Table::ALL.iter().map(|table| (*table, Vec::new())).collect();
    archive::read(&file, &mut |table, entries| {
        let part = held.iter_mut().find(|(of, _)| *of == table).unwrap();
        part.1.extend(entries);
        Ok(())
    })
    .unwrap();
    assert_eq!(held, dump(&*store.read().unwrap()));
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
    let old_epoch = row_store::epoch(&*store.read().unwrap()).unwrap();
    drop(store);
    let full = restore(&file, &data, &mut OsEntropy);
    assert_eq!(full, Err(BackupError::NotEmpty(data)));

    let new = folder.path().join("new");
    assert_eq!(restore(&file, &new, &mut OsEntropy).unwrap().content.rows, 10);
    let store = RedbStore::open(&new).unwrap();
    let read = store.read().unwrap();
    assert_ne!(row_store::epoch(&*read).unwrap(), old_epoch);
    assert_eq!(read.get(Table::Sessions, b"p-session").unwrap(), None);
    assert!(read.get(Table::Emails, b"a@b.ma").unwrap().is_some());
}

#[test]
fn a_damaged_or_foreign_file_restores_nothing() {
    let folder = TestFolder::new();
    let new = folder.path().join("new");
    let foreign = folder.path().join("foreign");
    fs::write(&foreign, b"not a database").unwrap();
    let outcome = restore(&foreign, &new, &mut OsEntropy);
    assert_eq!(outcome, Err(BackupError::NotABackup(foreign)));
    let outcome = restore(&folder.path().join("nowhere"), &new, &mut OsEntropy);
    assert!(matches!(outcome, Err(BackupError::Io { .. })), "{outcome:?}");
    assert!(!new.exists());

    // A row that is in no order: redb finds nothing wrong with the file, the row store does.
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
    assert!(!file.exists() && !private::beside(&file, "partial").exists());
}

#[test]
fn a_folder_without_a_database_is_named() {
    let folder = TestFolder::new();
    let outcome = with_reading(folder.path(), |_| Ok::<_, StoreError>(()));
    assert!(matches!(outcome, Err(StoreError::Failed(_))));
}

/// Every change of a backup is noticed before anything is written.
#[test]
fn a_backup_that_was_changed_in_any_way_restores_nothing() {
    let folder = TestFolder::new();
    let store = small_hub(&folder.path().join("data"));
    let file = folder.path().join("all.multaqa");
    backup(&*store.read().unwrap(), &file).unwrap();
    let wanted = dump(&*store.read().unwrap());
    let sound = fs::read(&file).unwrap();
    let new = folder.path().join("new");
    let mut named = std::collections::BTreeSet::new();
    for seed in 0..160 {
        let mut bytes = sound.clone();
        damage(&mut bytes, seed);
        if bytes == sound {
            continue;
        }
        fs::write(&file, &bytes).unwrap();
        match restore(&file, &new, &mut OsEntropy) {
            Err(BackupError::Damaged { parts, .. }) => drop(named.insert(parts)),
            // Its first bytes say no more what it is.
            Err(BackupError::NotABackup(_)) => {}
            other => panic!("seed {seed}: {other:?}"),
        }
        assert!(!new.exists(), "seed {seed}: nothing is written");
    }
    // Which parts a seed meets depends on their sizes; the smallest are met together with others.
    for part in ["rows", "meta"] {
        assert!(
            named.iter().any(|parts: &String| parts.contains(part)),
            "{named:?}"
        );
    }

    fs::write(&file, &sound).unwrap();
    restore(&file, &new, &mut OsEntropy).unwrap();
    let restored = RedbStore::open(&new).unwrap();
    let held = dump(&*restored.read().unwrap());
    let without_epoch = |mut dump: Vec<(Table, Vec<Entry>)>| {
        for (table, entries) in &mut dump {
            entries.retain(|(key, _)| *table != Table::Meta || key != b"epoch");
        }
        dump
    };
    assert_eq!(without_epoch(held), without_epoch(wanted));
}

/// A backup of the time before hashes is a database: it is read, and said to have none.
#[test]
fn a_backup_without_hashes_is_restored_and_said_to_have_none() {
    let folder = TestFolder::new();
    let data = folder.path().join("data");
    drop(small_hub(&data));
    let file = folder.path().join("old.multaqa");
    fs::copy(DataFolder::database_of(&data), &file).unwrap();
    let looked = look_through(&file).unwrap();
    assert_eq!((looked.has_hashes, looked.content.damages), (false, Vec::new()));
    let restored = restore(&file, &folder.path().join("new"), &mut OsEntropy).unwrap();
    assert!(!restored.has_hashes && restored.content.rows > 100);

    let sound = fs::read(&file).unwrap();
    for seed in 0..60 {
        let mut bytes = sound.clone();
        damage(&mut bytes, seed);
        fs::write(&file, &bytes).unwrap();
        let new = folder.path().join(format!("new-{seed}"));
        // Whether it is refused or holds together, the process goes on.
        let _ = restore(&file, &new, &mut OsEntropy);
    }
}

#[test]
fn a_backup_of_a_newer_version_is_left_alone() {
    let folder = TestFolder::new();
    let store = server(&folder.path().join("data"));
    let file = folder.path().join("all.multaqa");
    backup(&*store.read().unwrap(), &file).unwrap();
    let mut bytes = fs::read(&file).unwrap();
    bytes[17] = 99;
    let end = bytes.len() - 32;
    let hash = <sha2::Sha256 as sha2::Digest>::digest(&bytes[..end]);
    bytes[end..].copy_from_slice(&hash);
    fs::write(&file, &bytes).unwrap();
    let outcome = restore(&file, &folder.path().join("new"), &mut OsEntropy);
    assert_eq!(outcome, Err(BackupError::Store(StoreError::NewerFormat(99))));
}
