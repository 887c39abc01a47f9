//! Large folders: read whole before anything is written, then written piece by piece.

use super::*;

const RECORD: &str = "experiences/agadir-ideas-online.toml";

/// A folder with so many experiences, and the list that they need.
fn large_folder(folder: &std::path::Path, many: usize) {
    let list = "directory/collectivities.csv";
    let mut files: Files = starter().into_iter().filter(|(path, _)| path == list).collect();
    let record = String::from_utf8(starter()[RECORD].clone()).unwrap();
    for number in 0..many {
        let slug = format!("large-{number:04}");
        let text = record.replace("slug = \"agadir-ideas-online\"", &format!("slug = \"{slug}\""));
        files.insert(format!("experiences/{slug}.toml"), text.into_bytes());
    }
    write_folder(folder, &files).unwrap();
}

fn count_of(store: &dyn Store) -> u64 {
    row_store::published_count(&*store.read().unwrap()).unwrap()
}

/// Other people's changes go through between the pieces of a large library.
#[tokio::test]
async fn a_large_library_does_not_hold_up_the_writer() {
    let folder = TestFolder::new();
    let library = folder.path().join("library");
    large_folder(&library, 400);
    let store = std::sync::Arc::new(MemoryStore::new());
    let hub = Database::start(store.clone(), &mut OsEntropy).unwrap();
    let importing = tokio::spawn({
        let hub = hub.clone();
        async move { import_folder(&hub, library, FIRST, OnConflict::Keep).await }
    });
    let mut between = std::collections::BTreeSet::new();
    while !importing.is_finished() {
        let seen = hub
            .write(|txn| {
                txn.put(crate::store::Table::Meta, b"other", b"change")?;
                Ok::<_, HubError>(row_store::published_count(txn)?)
            })
            .await
            .unwrap();
        between.insert(seen);
    }
    let done = importing.await.unwrap().unwrap();
    assert_eq!(done.imported.added, 12 + 75 + 1_503 + 400);
    assert_eq!(done.passed_over, Vec::<String>::new());
    assert_eq!(count_of(&*store), 400);
    assert!(between.len() > 5, "changes saw these numbers: {between:?}");
    hub.stop().await;
}

#[tokio::test]
async fn a_mistake_in_the_last_file_of_a_large_library_changes_nothing() {
    let folder = TestFolder::new();
    let library = folder.path().join("library");
    large_folder(&library, 100);
    std::fs::write(library.join("experiences/zzz.toml"), "slug = ").unwrap();
    std::fs::write(library.join("README.md"), "notes").unwrap();
    let store = std::sync::Arc::new(MemoryStore::new());
    let hub = Database::start(store.clone(), &mut OsEntropy).unwrap();
    let before = picture(&store);
    let outcome = import_folder(&hub, library.clone(), FIRST, OnConflict::Keep).await;
    let Err(ImportError::Problems(problems)) = outcome else {
        panic!("{outcome:?}");
    };
    assert_eq!(problems[0].file, "experiences/zzz.toml");
    assert_eq!(picture(&store), before);

    std::fs::remove_file(library.join("experiences/zzz.toml")).unwrap();
    let done = import_folder(&hub, library, FIRST, OnConflict::Keep)
        .await
        .unwrap();
    assert_eq!(done.passed_over, ["README.md"]);
    hub.stop().await;
}

/// A store whose disk is full after so many commits.
struct Filling {
    store: MemoryStore,
    room: std::sync::atomic::AtomicI32,
}

impl Store for Filling {
    fn read(&self) -> Result<Box<dyn ReadTxn>, StoreError> {
        self.store.read()
    }

    fn write(&self) -> Result<Box<dyn crate::store::Transaction + '_>, StoreError> {
        if self.room.fetch_sub(1, std::sync::atomic::Ordering::SeqCst) <= 0 {
            return Err(StoreError::Failed("no space left".to_owned()));
        }
        self.store.write()
    }
}

#[tokio::test]
async fn an_import_that_breaks_off_says_so_and_is_completed_by_the_next() {
    let folder = TestFolder::new();
    let library = folder.path().join("library");
    large_folder(&library, 200);
    let store = std::sync::Arc::new(Filling {
        store: MemoryStore::new(),
        room: 12.into(),
    });
    let hub = Database::start(store.clone(), &mut OsEntropy).unwrap();
    let outcome = import_folder(&hub, library.clone(), FIRST, OnConflict::Keep).await;
    let Err(ImportError::BrokenOff { done, .. }) = outcome else {
        panic!("{outcome:?}");
    };
    assert!(done > 0 && count_of(&*store) < 200);
    store.room.store(i32::MAX, std::sync::atomic::Ordering::SeqCst);
    let completed = import_folder(&hub, library, LATER, OnConflict::Keep)
        .await
        .unwrap()
        .imported;
    assert_eq!(
        (completed.unchanged, completed.total()),
        (done, 12 + 75 + 1_503 + 200)
    );
    assert_eq!(count_of(&*store), 200);
    hub.stop().await;
}
