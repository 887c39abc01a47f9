use super::*;
use crate::test_folder::TestFolder;
use redb::StorageBackend;
use redb::backends::InMemoryBackend;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

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

/// A disk in memory that refuses to sync, or to read the page at a place, when told to, and outlives the database on it.
#[derive(Clone, Debug)]
struct Disk {
    pages: Arc<InMemoryBackend>,
    is_full: Arc<AtomicBool>,
    bad_page: Arc<AtomicU64>,
}

impl Disk {
    fn new() -> Self {
        Self {
            pages: Arc::new(InMemoryBackend::new()),
            is_full: Arc::new(AtomicBool::new(false)),
            bad_page: Arc::new(AtomicU64::new(u64::MAX)),
        }
    }
}

impl StorageBackend for Disk {
    fn len(&self) -> Result<u64, io::Error> {
        self.pages.len()
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> Result<(), io::Error> {
        if offset == self.bad_page.load(Ordering::SeqCst) {
            return Err(io::Error::other("a bad sector"));
        }
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
    let disk = Disk::new();
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

/// What cannot be read is an error each time it is met, and what can be read goes on.
#[test]
fn a_bad_sector_takes_no_other_with_it() {
    let disk = Disk::new();
    let backend = disk.clone();
    let open = move || {
        let opened = Database::builder()
            .set_cache_size(0)
            .create_with_backend(file::PaddedFile::around(backend.clone()));
        opened.map_err(failed)
    };
    let store = RedbStore::with_opener(Box::new(open)).unwrap();
    let mut txn = store.write().unwrap();
    for number in 0..100_u32 {
        txn.put(Table::Rows, &number.to_be_bytes(), &[7; 1_000]).unwrap();
    }
    txn.commit().unwrap();
    let answers = || {
        let read = store.read().unwrap();
        (0..100_u32)
            .map(|number| read.get(Table::Rows, &number.to_be_bytes()))
            .collect::<Vec<_>>()
    };
    assert!(answers().iter().all(|answer| *answer == Ok(Some(vec![7; 1_000]))));
    let length = disk.pages.len().unwrap();
    let damaged = (1..length / 4_096).map(|page| page * 4_096).find(|place| {
        disk.bad_page.store(*place, Ordering::SeqCst);
        let answers = answers();
        let (right, wrong): (Vec<_>, Vec<_>) = answers.into_iter().partition(Result::is_ok);
        assert!(right.iter().all(|answer| *answer == Ok(Some(vec![7; 1_000]))));
        !right.is_empty() && !wrong.is_empty()
    });
    assert!(damaged.is_some(), "some are read and some are not");
    disk.bad_page.store(u64::MAX, Ordering::SeqCst);
    assert!(answers().iter().all(|answer| *answer == Ok(Some(vec![7; 1_000]))));
    put(&store, b"b").unwrap();
}

/// Values of the time before checksums get them, and are read without them until then.
#[test]
fn values_of_an_older_version_get_their_checksums() {
    let folder = TestFolder::new();
    let file = DataFolder::database_of(folder.path());
    let database = builder(CACHE_BYTES).create(&file).unwrap();
    let txn = database.begin_write().unwrap();
    let mut rows = txn.open_table(definition(Table::Rows)).unwrap();
    for number in 0..5_000_u32 {
        let bytes = number.to_be_bytes();
        rows.insert(bytes.as_slice(), bytes.as_slice()).unwrap();
    }
    drop(rows);
    let mut meta = txn.open_table(definition(Table::Meta)).unwrap();
    meta.insert(FORMAT_KEY, 2_u32.to_be_bytes().as_slice()).unwrap();
    meta.insert(b"other".as_slice(), b"".as_slice()).unwrap();
    drop(meta);
    txn.commit().unwrap();
    drop(database);
    let held = |txn: &dyn ReadTxn| {
        let other = txn.get(Table::Meta, b"other").unwrap();
        let rows = txn.range(Table::Rows, &Span::all(), Direction::Forward, 9_999);
        (other, rows.unwrap())
    };
    let before = held(&*RedbFile::open(&file).unwrap().read().unwrap());
    assert_eq!(
        (before.0.as_deref(), before.1.len()),
        (Some(b"".as_slice()), 5_000)
    );
    for _ in 0..2 {
        let store = RedbStore::open(folder.path()).unwrap();
        assert_eq!(held(&*store.read().unwrap()), before);
    }
    assert_eq!(held(&*RedbFile::open(&file).unwrap().read().unwrap()), before);
}
