use super::*;
use crate::test_folder::TestFolder;
use redb::StorageBackend;
use redb::backends::InMemoryBackend;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

fn put(store: &dyn Store, key: &[u8]) -> Result<(), StoreError> {
    let mut txn = store.write()?;
    txn.put(Table::Rows, key, b"value")?;
    txn.commit()
}

#[test]
fn what_was_committed_is_there_after_opening_again() {
    let folder = TestFolder::new();
    let store = RedbStore::open(folder.path()).unwrap();
    put(&store, b"a").unwrap();
    drop(store);
    let store = RedbStore::open(folder.path()).unwrap();
    let held = store.read().unwrap().get(Table::Rows, b"a").unwrap();
    assert_eq!(held, Some(b"value".to_vec()));
}

#[test]
fn a_folder_has_one_owner_and_others_may_read_beside() {
    let folder = TestFolder::new();
    let store = RedbStore::open(folder.path()).unwrap();
    put(&store, b"a").unwrap();
    let second = RedbStore::open(folder.path()).err();
    assert_eq!(second, Some(StoreError::InUse(folder.path().to_path_buf())));
    let beside = RedbFile::beside_server(folder.path()).unwrap();
    put(&store, b"b").unwrap();
    let read = beside.read().unwrap();
    let keys = read
        .range(Table::Rows, &Span::all(), Direction::Forward, 9)
        .unwrap();
    assert_eq!(keys.len(), 2);
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = TestFolder::new();
    let file = folder.path().join("file");
    std::fs::write(&file, b"").unwrap();
    let wrong = file.join("data");
    match RedbStore::open(&wrong).err() {
        Some(StoreError::Unwritable { path, .. }) => assert_eq!(path, wrong),
        other => panic!("{other:?}"),
    }
}

#[test]
fn data_of_an_older_version_gets_the_tables_that_came_later() {
    let folder = TestFolder::new();
    let file = DataFolder::database_of(folder.path());
    let database = builder(CACHE_BYTES).create(&file).unwrap();
    let txn = database.begin_write().unwrap();
    for table in [Table::Meta, Table::Rows] {
        let mut open = txn.open_table(definition(table)).unwrap();
        open.insert(FORMAT_KEY, 1_u32.to_be_bytes().as_slice()).unwrap();
    }
    txn.commit().unwrap();
    drop(database);
    let read = |txn: &dyn ReadTxn, table| txn.range(table, &Span::all(), Direction::Forward, 9).unwrap();
    let before = RedbFile::open(&file).unwrap();
    let reading = before.read().unwrap();
    assert_eq!(read(&*reading, Table::Published), []);
    assert_eq!(reading.get(Table::Published, b"a").unwrap(), None);
    drop(reading);
    drop(before);

    let store = RedbStore::open(folder.path()).unwrap();
    assert_eq!(read(&*store.read().unwrap(), Table::Published), []);
    assert_eq!(read(&*store.read().unwrap(), Table::Rows).len(), 1);
    drop(store);
    let after = RedbFile::open(&file).unwrap();
    let format = after.begin().unwrap().format().unwrap();
    assert_eq!(format.as_deref(), Some(FORMAT.to_be_bytes().as_slice()));
}

#[test]
fn data_of_a_newer_version_is_left_alone() {
    let folder = TestFolder::new();
    drop(RedbStore::open(folder.path()).unwrap());
    let database = builder(CACHE_BYTES)
        .open(DataFolder::database_of(folder.path()))
        .unwrap();
    let txn = database.begin_write().unwrap();
    let mut meta = txn.open_table(definition(Table::Meta)).unwrap();
    meta.insert(FORMAT_KEY, 7_u32.to_be_bytes().as_slice()).unwrap();
    drop(meta);
    txn.commit().unwrap();
    drop(database);
    assert_eq!(
        RedbStore::open(folder.path()).err(),
        Some(StoreError::NewerFormat(7))
    );
    assert_eq!(
        RedbFile::beside_server(folder.path()).err(),
        Some(StoreError::NewerFormat(7))
    );
}

/// A disk in memory that refuses to sync when told to, and outlives the database on it.
#[derive(Clone, Debug)]
struct Disk {
    pages: Arc<InMemoryBackend>,
    is_full: Arc<AtomicBool>,
}

impl StorageBackend for Disk {
    fn len(&self) -> Result<u64, io::Error> {
        self.pages.len()
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> Result<(), io::Error> {
        self.pages.read(offset, out)
    }

    fn set_len(&self, len: u64) -> Result<(), io::Error> {
        self.pages.set_len(len)
    }

    fn sync_data(&self) -> Result<(), io::Error> {
        if self.is_full.load(Ordering::SeqCst) {
            return Err(io::Error::new(io::ErrorKind::StorageFull, "no space left"));
        }
        self.pages.sync_data()
    }

    fn write(&self, offset: u64, data: &[u8]) -> Result<(), io::Error> {
        self.pages.write(offset, data)
    }
}

#[test]
fn after_a_failed_commit_the_database_is_opened_again() {
    let disk = Disk {
        pages: Arc::new(InMemoryBackend::new()),
        is_full: Arc::new(AtomicBool::new(false)),
    };
    let backend = disk.clone();
    let open = move || {
        let opened = Database::builder().create_with_backend(backend.clone());
        opened.map_err(failed)
    };
    let store = RedbStore::with_opener(Box::new(open)).unwrap();
    put(&store, b"a").unwrap();
    let reading = store.read().unwrap();
    disk.is_full.store(true, Ordering::SeqCst);
    assert!(matches!(put(&store, b"b"), Err(StoreError::Failed(_))));
    assert!(put(&store, b"b").is_err(), "as long as the disk is full");
    disk.is_full.store(false, Ordering::SeqCst);
    put(&store, b"c").unwrap();
    let read = store.read().unwrap();
    assert_eq!(read.get(Table::Rows, b"a").unwrap(), Some(b"value".to_vec()));
    assert_eq!(read.get(Table::Rows, b"c").unwrap(), Some(b"value".to_vec()));
    drop(reading);
}
