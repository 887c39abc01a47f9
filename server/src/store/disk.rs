mod checksum;
mod file;
mod guard;
mod reading;

pub use guard::is_guarded;

use super::folder::DataFolder;
use super::{
    Buffer, Changes, Direction, Entry, ReadTxn, Span, Store, StoreError, Table, Transaction, WriteTxn,
};
use crate::private;
use file::PaddedFile;
use guard::guarded;
use reading::DiskReading;
use redb::{
    Builder, ConcurrencyMode, Database, Durability, ReadableDatabase, ReadableTable as _, TableDefinition,
};
use std::fs::{File, OpenOptions};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

/// The version of what the tables hold. Raised when an older server could no longer understand it.
pub(crate) const FORMAT: u32 = 3;
const FORMAT_KEY: &[u8] = b"format";

/// The first format whose values end with checksums.
const WITH_CHECKSUMS: u32 = 3;

/// How much of the file is kept in memory unless somebody says otherwise.
const CACHE_BYTES: usize = 32 * 1024 * 1024;

type Bytes = &'static [u8];
type Opener = Box<dyn Fn() -> Result<Database, StoreError> + Send + Sync>;

const fn definition(table: Table) -> TableDefinition<'static, Bytes, Bytes> {
    TableDefinition::new(table.word())
}

fn failed(error: impl Into<redb::Error>) -> StoreError {
    match error.into() {
        redb::Error::Corrupted(what) => StoreError::Corrupted(what),
        other => StoreError::Failed(other.to_string()),
    }
}

/// The store on disk: one redb file in a data folder that this process holds alone.
pub struct RedbStore {
    // Closed before the folder is let go: fields are dropped in this order.
    open: RwLock<Option<Database>>,
    opener: Opener,
    writing: Mutex<()>,
    _folder: Option<DataFolder>,
}

impl RedbStore {
    /// Opens the database of a data folder; makes both where they are missing.
    ///
    /// # Errors
    /// The folder is in use or cannot be written, or the file is damaged or of a newer version.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        Self::open_with_cache(folder, CACHE_BYTES)
    }

    /// [`RedbStore::open`], keeping at most this many bytes of the file in memory.
    ///
    /// # Errors
    /// As [`RedbStore::open`].
    pub fn open_with_cache(folder: &Path, bytes: usize) -> Result<Self, StoreError> {
        let folder = DataFolder::take(folder)?;
        let mut store = Self::at_with_cache(&folder.database(), bytes)?;
        store._folder = Some(folder);
        Ok(store)
    }

    /// Opens a database file outside a data folder, such as a backup that is being written.
    ///
    /// # Errors
    /// The file cannot be written, is damaged or of a newer version.
    pub fn at(file: &Path) -> Result<Self, StoreError> {
        Self::at_with_cache(file, CACHE_BYTES)
    }

    fn at_with_cache(file: &Path, bytes: usize) -> Result<Self, StoreError> {
        let unwritable = |error: StoreError| match error {
            StoreError::Failed(reason) => StoreError::Unwritable {
                path: file.to_path_buf(),
                reason,
            },
            other => other,
        };
        if !file.exists() {
            file::create(file, |new| {
                let database = guarded(|| builder(bytes).create(new).map_err(failed)).map_err(unwritable)?;
                prepare(&database).map_err(unwritable)
            })?;
        }
        file::look(file)?;
        private::restrict_file(file).map_err(|error| unwritable(StoreError::Failed(error.to_string())))?;
        let path = file.to_path_buf();
        let open = move || {
            let options = OpenOptions::new().read(true).write(true).open(&path);
            let file = options.map_err(|error| StoreError::Failed(error.to_string()))?;
            builder(bytes)
                .create_with_backend(PaddedFile::of(file)?)
                .map_err(failed)
        };
        Self::with_opener(Box::new(open)).map_err(unwritable)
    }

    fn with_opener(opener: Opener) -> Result<Self, StoreError> {
        let database = guarded(&*opener)?;
        guarded(|| prepare(&database))?;
        Ok(Self {
            open: RwLock::new(Some(database)),
            opener,
            writing: Mutex::new(()),
            _folder: None,
        })
    }

    /// Runs `work` on the open database; opens it again first when a failed commit closed it.
    fn with_database<T>(
        &self,
        work: impl FnOnce(&Database) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if let Some(database) = &*self.open.read().unwrap_or_else(PoisonError::into_inner) {
            return work(database);
        }
        let mut open = self.open.write().unwrap_or_else(PoisonError::into_inner);
        let database = match open.take() {
            Some(database) => database,
            None => guarded(&*self.opener)?,
        };
        work(open.insert(database))
    }

    fn reading(&self) -> Result<DiskReading, StoreError> {
        let begin = |database: &Database| guarded(|| database.begin_read().map_err(failed));
        Ok(DiskReading::of(self.with_database(begin)?, true))
    }

    /// After a failed commit redb knows no more what is on disk; closing and opening finds out.
    fn close(&self) {
        let database = self.open.write().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(Err(error)) = database.map(|database| guarded(|| database.close().map_err(failed))) {
            tracing::warn!(store.error = %error, "the database did not close cleanly after a failed commit");
        }
    }
}

fn builder(cache_bytes: usize) -> Builder {
    let mut builder = Database::builder();
    builder.set_cache_size(cache_bytes);
    // Lets a backup or an export read beside a running server; a second writer is kept out by the folder's lock.
    builder.set_concurrency_mode(ConcurrencyMode::SingleWriter);
    builder
}

/// Makes the tables where they are missing, gives the values of an older format their checksums, and looks whether
/// this version understands what is there.
fn prepare(database: &Database) -> Result<(), StoreError> {
    let mut txn = begin_write(database)?;
    let held = {
        let meta = txn.open_table(definition(Table::Meta)).map_err(failed)?;
        let held = meta.get(FORMAT_KEY).map_err(failed)?;
        held.map(|value| check_format(value.value())).transpose()?
    };
    if held == Some(FORMAT) {
        return txn.abort().map_err(failed);
    }
    for table in Table::ALL {
        let mut open = txn.open_table(definition(*table)).map_err(failed)?;
        if held.is_some_and(|format| format < WITH_CHECKSUMS) {
            add_checksums(*table, &mut open)?;
        }
        if *table == Table::Meta {
            open.insert(FORMAT_KEY, FORMAT.to_be_bytes().as_slice())
                .map_err(failed)?;
        }
    }
    txn.set_two_phase_commit(true);
    txn.commit().map_err(failed)
}

/// How many values get their checksums at a time: they are held in memory meanwhile.
const AT_ONCE: usize = 2_000;

fn add_checksums(table: Table, open: &mut redb::Table<'_, Bytes, Bytes>) -> Result<(), StoreError> {
    let mut from: Vec<u8> = Vec::new();
    loop {
        let mut stored: Vec<Entry> = Vec::new();
        for entry in open.range(from.as_slice()..).map_err(failed)?.take(AT_ONCE) {
            let (key, value) = entry.map_err(failed)?;
            stored.push((
                key.value().to_vec(),
                checksum::add(table, key.value(), value.value()),
            ));
        }
        let Some((last, _)) = stored.last() else {
            return Ok(());
        };
        from = [last.as_slice(), &[0]].concat();
        for (key, value) in &stored {
            open.insert(key.as_slice(), value.as_slice()).map_err(failed)?;
        }
    }
}

fn check_format(held: &[u8]) -> Result<u32, StoreError> {
    let format = <[u8; 4]>::try_from(held)
        .map(u32::from_be_bytes)
        .map_err(|_| StoreError::Corrupted("the format of the database cannot be read".to_owned()))?;
    if format > FORMAT {
        return Err(StoreError::NewerFormat(format));
    }
    Ok(format)
}

fn begin_write(database: &Database) -> Result<redb::WriteTransaction, StoreError> {
    let mut txn = database.begin_write().map_err(failed)?;
    txn.set_two_phase_commit(true);
    txn.set_durability(Durability::Immediate).map_err(failed)?;
    Ok(txn)
}

impl Store for RedbStore {
    fn read(&self) -> Result<Box<dyn ReadTxn>, StoreError> {
        Ok(Box::new(self.reading()?))
    }

    fn write(&self) -> Result<Box<dyn Transaction + '_>, StoreError> {
        let alone = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(Box::new(DiskTransaction {
            store: self,
            _alone: alone,
            buffer: Buffer::new(self.reading()?),
        }))
    }
}

/// A database file that is only read: that of a data folder whose server is running, or a backup of an older version.
pub struct RedbFile {
    database: redb::ReadOnlyDatabase,
    has_checksums: bool,
}

impl RedbFile {
    /// Opens the database of a data folder beside the server that is running on it.
    ///
    /// # Errors
    /// There is none, or it cannot be read.
    pub fn beside_server(folder: &Path) -> Result<Self, StoreError> {
        Self::open(&DataFolder::database_of(folder))
    }

    /// Opens a database file.
    ///
    /// # Errors
    /// It is none, is damaged, or of a newer version.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        file::look(path)?;
        let file = File::open(path).map_err(|error| StoreError::Failed(error.to_string()))?;
        let database = guarded(|| {
            builder(CACHE_BYTES)
                .open_read_only_with_backend(PaddedFile::of(file)?)
                .map_err(failed)
        })?;
        let mut opened = Self {
            database,
            has_checksums: false,
        };
        let held = opened.begin()?.format()?;
        opened.has_checksums = check_format(&held.unwrap_or_default())? >= WITH_CHECKSUMS;
        Ok(opened)
    }

    /// Begins a reading.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn read(&self) -> Result<Box<dyn ReadTxn>, StoreError> {
        Ok(Box::new(self.begin()?))
    }

    fn begin(&self) -> Result<DiskReading, StoreError> {
        let txn = guarded(|| self.database.begin_read().map_err(failed))?;
        Ok(DiskReading::of(txn, self.has_checksums))
    }
}

/// Writes are held over a reading and go to redb at the commit, in the order of their keys. There is one writer,
/// so what the reading shows is what the commit meets.
struct DiskTransaction<'a> {
    store: &'a RedbStore,
    _alone: MutexGuard<'a, ()>,
    buffer: Buffer<DiskReading>,
}

impl ReadTxn for DiskTransaction<'_> {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.buffer.get(table, key)
    }

    fn range(
        &self,
        table: Table,
        span: &Span,
        direction: Direction,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        self.buffer.range(table, span, direction, limit)
    }
}

impl WriteTxn for DiskTransaction<'_> {
    fn put(&mut self, table: Table, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
        self.buffer.put(table, key, value)
    }

    fn delete(&mut self, table: Table, key: &[u8]) -> Result<(), StoreError> {
        self.buffer.delete(table, key)
    }
}

impl Transaction for DiskTransaction<'_> {
    fn keep(&mut self) -> bool {
        self.buffer.keep()
    }

    fn undo(&mut self) {
        self.buffer.undo();
    }

    fn commit(self: Box<Self>) -> Result<(), StoreError> {
        let Self {
            store,
            _alone,
            buffer,
        } = *self;
        let changes = buffer.into_changes();
        let written = store.with_database(|database| guarded(|| write(database, &changes)));
        if written.is_err() {
            store.close();
        }
        written
    }
}

fn write(database: &Database, changes: &Changes) -> Result<(), StoreError> {
    let txn = begin_write(database)?;
    for (table, keys) in changes {
        let mut open = txn.open_table(definition(*table)).map_err(failed)?;
        for (key, change) in keys {
            match change {
                Some(value) => {
                    let stored = checksum::add(*table, key, value);
                    open.insert(key.as_slice(), stored.as_slice()).map_err(failed)?
                }
                None => open.remove(key.as_slice()).map_err(failed)?,
            };
        }
    }
    txn.commit().map_err(failed)
}

#[cfg(test)]
mod tests;
