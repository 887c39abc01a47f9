//! Copies of the whole database in one file, made while the server runs, and the way back.

mod archive;

use crate::database::new_epoch;
use crate::entropy::{Entropy, EntropyError};
use crate::private;
use crate::row_store;
use crate::store::{DataFolder, Entry, ReadTxn, RedbFile, RedbStore, Store, StoreError, Table, copy};
use crate::verify::{Verified, VerifyReport, verify};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Why there is no backup, or nothing was restored.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// A file cannot be read or written.
    #[error("{path}: {reason}")]
    Io {
        /// Which.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// A restore needs a folder without a database: it never overwrites one.
    #[error("{0} holds a database already; restore into an empty folder")]
    NotEmpty(PathBuf),
    /// The file is something else.
    #[error("{0} is not a backup of Multaqa")]
    NotABackup(PathBuf),
    /// The backup is not what was written.
    #[error("{path} is damaged and nothing of it was used: {parts} cannot be trusted; use another backup")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The parts of it that are, in words.
        parts: String,
    },
    /// There were no random bytes for the new life of the database.
    #[error(transparent)]
    Entropy(#[from] EntropyError),
    /// The store failed, or the backup is damaged or of a newer version.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> BackupError + '_ {
    move |error| BackupError::Io {
        path: path.to_path_buf(),
        reason: error.to_string(),
    }
}

/// Looks whether everything of one reading holds together, writes it to `file`, compares what was written with its
/// hashes, and only then gives it its name; an older backup of that name is there until this moment.
///
/// # Errors
/// There is no new backup; an older one is untouched.
pub fn backup(txn: &dyn ReadTxn, file: &Path) -> Result<Verified, BackupError> {
    let verified = verify(txn).sound()?;
    let partial = private::beside(file, "partial");
    // What an interrupted backup left behind is of no use.
    private::remove_if_there(&partial).map_err(failed(&partial))?;
    let outcome = archive::write(txn, &partial).and_then(|()| archive::check(&partial));
    finish(outcome.map(|()| verified), &partial, file)
}

/// Opens the reading that a backup or an export starts from, whether or not a server is running on the folder,
/// and hands it to `work`.
///
/// # Errors
/// There is no database in the folder or it cannot be read; or what `work` says.
pub fn with_reading<T, E: From<StoreError>>(
    folder: &Path,
    work: impl FnOnce(&dyn ReadTxn) -> Result<T, E>,
) -> Result<T, E> {
    if !holds_database(folder) {
        let what = format!("there is no database in {}", folder.display());
        return Err(StoreError::Failed(what).into());
    }
    match RedbStore::open(folder) {
        // Nobody works on it: opening as its owner also repairs what a crash left.
        Ok(store) => work(&*store.read()?),
        Err(StoreError::InUse(_)) => work(&*RedbFile::beside_server(folder)?.read()?),
        Err(error) => Err(error.into()),
    }
}

/// [`with_reading`] for what must change nothing, be the data damaged or not.
///
/// # Errors
/// As [`with_reading`].
pub fn with_reading_only<T, E: From<StoreError>>(
    folder: &Path,
    work: impl FnOnce(&dyn ReadTxn) -> Result<T, E>,
) -> Result<T, E> {
    let Ok(file) = RedbFile::beside_server(folder) else {
        // There is none, or a crash left something to repair, which only an owner does.
        return with_reading(folder, work);
    };
    work(&*file.read()?)
}

/// What was restored or looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held<T> {
    /// What is in the backup.
    pub content: T,
    /// Whether its hashes say that it is what was written. Backups of earlier versions have none: there a change
    /// that can still be read is not noticed.
    pub has_hashes: bool,
}

/// Brings a backup back into a folder that has no database, as a new life of it: devices notice, pull everything
/// anew and offer again what the backup does not know. Sessions are left out, so that none that was ended since
/// the backup begins again. Every hash is compared before anything is written.
///
/// # Errors
/// The folder has no database then.
pub fn restore(file: &Path, folder: &Path, entropy: &mut dyn Entropy) -> Result<Held<Verified>, BackupError> {
    let has_hashes = check(file)?;
    let folder = DataFolder::take(folder)?;
    let database = folder.database();
    if database.exists() {
        return Err(BackupError::NotEmpty(folder.path().to_path_buf()));
    }
    let epoch = new_epoch(entropy)?;
    let partial = private::beside(&database, "partial");
    private::remove_if_there(&partial).map_err(failed(&partial))?;
    let outcome = unpack(file, has_hashes, &partial).and_then(|store| {
        let mut writing = store.write()?;
        row_store::set_epoch(&mut *writing, epoch)?;
        writing.commit()?;
        Ok(verify(&*store.read()?).sound()?)
    });
    let content = finish(outcome, &partial, &database)?;
    Ok(Held { content, has_hashes })
}

/// Looks through a backup without using it for anything.
///
/// # Errors
/// It is no backup, or its hashes say that it is damaged.
pub fn look_through(file: &Path) -> Result<Held<VerifyReport>, BackupError> {
    let has_hashes = check(file)?;
    if !has_hashes {
        let backup = RedbFile::open(file)?;
        let content = verify(&*backup.read()?);
        return Ok(Held { content, has_hashes });
    }
    let folder = tempfile::tempdir().map_err(failed(&std::env::temp_dir()))?;
    let store = unpack(file, has_hashes, &folder.path().join("backup"))?;
    let content = verify(&*store.read()?);
    Ok(Held { content, has_hashes })
}

/// Compares the hashes of a backup; says whether it has any.
fn check(file: &Path) -> Result<bool, BackupError> {
    if archive::is_archive(file)? {
        archive::check(file)?;
        return Ok(true);
    }
    match RedbFile::open(file) {
        Ok(_) => Ok(false),
        Err(StoreError::NotADatabase { path, .. }) => Err(BackupError::NotABackup(path)),
        Err(error) => Err(error.into()),
    }
}

/// Writes what a backup holds, but for the sessions, into a new store.
fn unpack(file: &Path, is_archive: bool, target: &Path) -> Result<RedbStore, BackupError> {
    let store = RedbStore::at(target)?;
    if !is_archive {
        let kept: Vec<Table> = Table::ALL
            .iter()
            .copied()
            .filter(|table| *table != Table::Sessions)
            .collect();
        copy(&*RedbFile::open(file)?.read()?, &kept, &store)?;
        return Ok(store);
    }
    archive::read(file, &mut |table, entries| put(&store, table, &entries))?;
    Ok(store)
}

fn put(store: &RedbStore, table: Table, entries: &[Entry]) -> Result<(), BackupError> {
    if table == Table::Sessions || entries.is_empty() {
        return Ok(());
    }
    let mut txn = store.write()?;
    for (key, value) in entries {
        txn.put(table, key, value)?;
    }
    Ok(txn.commit()?)
}

fn holds_database(folder: &Path) -> bool {
    DataFolder::database_of(folder).exists()
}

fn finish<T>(outcome: Result<T, BackupError>, partial: &Path, file: &Path) -> Result<T, BackupError> {
    match outcome {
        Ok(done) => {
            fs::rename(partial, file).map_err(failed(file))?;
            private::sync_folder_of(file).map_err(failed(file))?;
            Ok(done)
        }
        Err(error) => {
            // The error matters, and not whether a useless file could be taken away.
            let _ = fs::remove_file(partial);
            Err(error)
        }
    }
}

#[cfg(test)]
mod tests;
