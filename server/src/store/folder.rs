use super::StoreError;
use crate::private;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// The data folder, held by this process alone for as long as this lives.
#[derive(Debug)]
pub struct DataFolder {
    path: PathBuf,
    _lock: File,
}

impl DataFolder {
    /// Makes the folder where it is missing, and takes it.
    ///
    /// # Errors
    /// [`StoreError::InUse`] or [`StoreError::Unwritable`].
    pub fn take(path: &Path) -> Result<Self, StoreError> {
        let unwritable = |error: std::io::Error| StoreError::Unwritable {
            path: path.to_path_buf(),
            reason: error.to_string(),
        };
        private::create_folder(path).map_err(unwritable)?;
        // A lock of the system, not a file that is there or not: it ends with the process, however that ends.
        let lock = private::file_options()
            .create(true)
            .truncate(false)
            .open(path.join("lock"))
            .map_err(unwritable)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self {
                path: path.to_path_buf(),
                _lock: lock,
            }),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse(path.to_path_buf())),
            Err(TryLockError::Error(error)) => Err(unwritable(error)),
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file of the database in it.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        Self::database_of(&self.path)
    }

    /// The file of the database in a data folder, held or not.
    #[must_use]
    pub fn database_of(folder: &Path) -> PathBuf {
        folder.join("multaqa.redb")
    }
}
