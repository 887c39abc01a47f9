//! Copies of the whole database in one file, made while the server runs, and the way back.

use crate::entropy::{Entropy, EntropyError};
use crate::hub::new_epoch;
use crate::ledger::{self, Verified};
use crate::store::{DataFolder, ReadTxn, RedbFile, RedbStore, Store, StoreError, Table, copy};
use shared::ids::Epoch;
use std::fs::{self, File};
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

/// Writes everything of one reading to `file`, looks whether the copy holds together, and only then gives it its
/// name; an older backup of that name is there until this moment.
///
/// # Errors
/// There is no new backup; an older one is untouched.
pub fn backup(txn: &dyn ReadTxn, file: &Path) -> Result<Verified, BackupError> {
    let partial = beside(file, "partial");
    let outcome = write_copy(txn, Table::ALL, &partial, None);
    finish(outcome, &partial, file)
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

/// Brings a backup back into a folder that has no database, as a new life of it: devices notice, pull everything
/// anew and offer again what the backup does not know. Sessions are left out, so that none that was ended since
/// the backup begins again.
///
/// # Errors
/// The folder has no database then.
pub fn restore(file: &Path, folder: &Path, entropy: &mut dyn Entropy) -> Result<Verified, BackupError> {
    let folder = DataFolder::take(folder)?;
    let database = folder.database();
    if database.exists() {
        return Err(BackupError::NotEmpty(folder.path().to_path_buf()));
    }
    let backup = RedbFile::open(file)?;
    let reading = backup.read()?;
    ledger::verify(&*reading)?;
    let epoch = new_epoch(entropy)?;
    let kept: Vec<Table> = Table::ALL
        .iter()
        .copied()
        .filter(|table| *table != Table::Sessions)
        .collect();
    let partial = beside(&database, "partial");
    let outcome = write_copy(&*reading, &kept, &partial, Some(epoch));
    finish(outcome, &partial, &database)
}

fn holds_database(folder: &Path) -> bool {
    DataFolder::database_of(folder).exists()
}

fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn write_copy(
    txn: &dyn ReadTxn,
    tables: &[Table],
    partial: &Path,
    epoch: Option<Epoch>,
) -> Result<Verified, BackupError> {
    match fs::remove_file(partial) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(partial)(error)),
        // What an interrupted backup left behind is of no use.
        _ => {}
    }
    let target = RedbStore::at(partial)?;
    copy(txn, tables, &target)?;
    if let Some(epoch) = epoch {
        let mut writing = target.write()?;
        ledger::set_epoch(&mut *writing, epoch)?;
        writing.commit()?;
    }
    drop(target);
    let written = RedbFile::open(partial)?;
    Ok(ledger::verify(&*written.read()?)?)
}

fn finish(
    outcome: Result<Verified, BackupError>,
    partial: &Path,
    file: &Path,
) -> Result<Verified, BackupError> {
    let verified = match outcome {
        Ok(verified) => verified,
        Err(error) => {
            // The error matters, and not whether a useless file could be taken away.
            let _ = fs::remove_file(partial);
            return Err(error);
        }
    };
    fs::rename(partial, file).map_err(failed(file))?;
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    // A name is durable when its folder is.
    File::open(parent)
        .and_then(|folder| folder.sync_all())
        .map_err(failed(parent))?;
    Ok(verified)
}

#[cfg(test)]
mod tests;
