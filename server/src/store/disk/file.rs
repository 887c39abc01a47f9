//! The database file: how it is made, what is refused as one, and how redb reads it.

use crate::private;
use crate::store::StoreError;
use redb::backends::FileBackend;
use redb::{BackendError, StorageBackend};
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::ops::Bound;
use std::path::Path;

/// What every redb file begins with.
const MAGIC: &[u8] = b"redb\x1a\x0a\xa9\x0d\x0a";

/// Looks whether a file is a database at all. An empty one is what a full disk or a failed copy leaves behind: to
/// begin anew in it would hide that everything is gone.
///
/// # Errors
/// [`StoreError::NotADatabase`], or the file cannot be read.
pub(super) fn look(path: &Path) -> Result<(), StoreError> {
    let refused = |what| {
        Err(StoreError::NotADatabase {
            path: path.to_path_buf(),
            what,
        })
    };
    let mut begins = Vec::new();
    File::open(path)
        .and_then(|file| file.take(MAGIC.len() as u64).read_to_end(&mut begins))
        .map_err(|error| StoreError::Unreadable {
            path: path.to_path_buf(),
            reason: error.to_string(),
        })?;
    match begins.as_slice() {
        [] => refused("is empty"),
        begins if begins == MAGIC => Ok(()),
        _ => refused("does not begin like a database"),
    }
}

/// Makes a database under another name with `fill`, and gives it its name when it is whole: a start that is broken
/// off leaves no file that looks like a damaged one.
pub(super) fn create(
    path: &Path,
    fill: impl FnOnce(&Path) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let unfinished = private::beside(path, "new");
    let unwritable = |error: io::Error| StoreError::Unwritable {
        path: path.to_path_buf(),
        reason: error.to_string(),
    };
    private::remove_if_there(&unfinished).map_err(unwritable)?;
    private::create_file(&unfinished).map_err(unwritable)?;
    fill(&unfinished)?;
    fs::rename(&unfinished, path).map_err(unwritable)?;
    private::sync_folder_of(path).map_err(unwritable)
}

/// A file that reads as zeros where the disk gives nothing: after its end, and where a sector cannot be read. redb
/// refuses all work after a read that failed, so one bad sector or one damaged address would otherwise take every
/// page with it; zeros are a page that it refuses, and only that one.
#[derive(Debug)]
pub(super) struct PaddedFile<B>(B);

impl PaddedFile<FileBackend> {
    pub(super) fn of(file: File) -> Result<Self, StoreError> {
        FileBackend::new(file).map(Self).map_err(super::failed)
    }
}

#[cfg(test)]
impl<B> PaddedFile<B> {
    pub(super) const fn around(backend: B) -> Self {
        Self(backend)
    }
}

type Limit = Bound<u64>;

impl<B: StorageBackend> StorageBackend for PaddedFile<B> {
    fn len(&self) -> io::Result<u64> {
        self.0.len()
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let length = self.0.len()?;
        let there = usize::try_from(length.saturating_sub(offset)).unwrap_or(usize::MAX);
        let (there, beyond) = out.split_at_mut(there.min(out.len()));
        beyond.fill(0);
        if !there.is_empty()
            && let Err(error) = self.0.read(offset, there)
        {
            tracing::error!(store.offset = offset, store.error = %error, "a part of the database cannot be read");
            there.fill(0);
        }
        Ok(())
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.0.set_len(len)
    }

    fn sync_data(&self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.0.write(offset, data)
    }

    fn close(&self) -> io::Result<()> {
        self.0.close()
    }

    fn try_lock_range(&self, start: Limit, end: Limit) -> Result<bool, BackendError> {
        self.0.try_lock_range(start, end)
    }

    fn try_lock_shared_range(&self, start: Limit, end: Limit) -> Result<bool, BackendError> {
        self.0.try_lock_shared_range(start, end)
    }

    fn lock_range(&self, start: Limit, end: Limit) -> Result<(), BackendError> {
        self.0.lock_range(start, end)
    }

    fn lock_shared_range(&self, start: Limit, end: Limit) -> Result<(), BackendError> {
        self.0.lock_shared_range(start, end)
    }

    fn unlock_range(&self, start: Limit, end: Limit) -> Result<(), BackendError> {
        self.0.unlock_range(start, end)
    }

    fn query_lock_range(&self, start: Limit, end: Limit) -> Result<bool, BackendError> {
        self.0.query_lock_range(start, end)
    }
}
