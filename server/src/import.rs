//! A library from a folder into the rows, and back. What people changed here since the last import is theirs:
//! an import only takes it away when it is told to.

mod export;
mod folder;
mod incoming;
mod items;
mod modules;
mod remembered;
mod staged;
#[cfg(test)]
mod tests;

pub use export::export;
pub use folder::write_folder;
pub(crate) use modules::{has_remembered_modules, remember_modules};
pub use staged::{FolderImported, import_folder};

use crate::database::HubError;
use crate::row_store::{self, Named, RowStore};
use crate::store::{ReadTxn, StoreError, WriteTxn};
use incoming::Incoming;
use items::{Item, items_of};
use shared::folder::{self as format, Files, Problem, Reading};
use shared::scope::Scope;
use shared::time::Timestamp;
use std::path::PathBuf;

include!(concat!(env!("OUT_DIR"), "/embedded_starter.rs"));

/// Why nothing was imported or exported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Everything that is wrong in the folder. Nothing was changed.
    #[error("the folder has {} mistakes", .0.len())]
    Problems(Vec<Problem>),
    /// A file or folder cannot be read or written.
    #[error("{path}: {reason}")]
    Io {
        /// Which.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The folder to export to holds something already.
    #[error("{0} is not empty")]
    NotEmpty(PathBuf),
    /// The store failed when a part of the library was written.
    #[error(
        "the import broke off after {done} modules, experiences and collectivities; import the folder again to complete \
         it: {cause}"
    )]
    BrokenOff {
        /// How many are written.
        done: usize,
        /// Why.
        cause: HubError,
    },
    /// The store failed, or is stopping.
    #[error(transparent)]
    Database(#[from] HubError),
}

impl ImportError {
    /// What was read cannot be kept until it is written.
    fn staging(error: std::io::Error) -> Self {
        Self::Io {
            path: std::env::temp_dir(),
            reason: error.to_string(),
        }
    }
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> Self {
        Self::Database(error.into())
    }
}

/// What an import does with what people here changed, and with lessons that the folder no longer has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnConflict {
    /// It stays as it is, and the import names it.
    #[default]
    Keep,
    /// What the folder has takes its place.
    Replace,
}

/// A module or experience that an import cannot bring without taking something away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// `experience` or `module`.
    pub what: &'static str,
    /// Its name in addresses.
    pub slug: String,
    /// Whether people here changed it since the last import.
    pub is_changed: bool,
    /// The names of its lessons that are not in the folder.
    pub lessons_gone: Vec<String>,
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Modules, experiences and collectivities that were not here before.
    pub added: usize,
    /// Those that were, and are different now.
    pub changed: usize,
    /// Those that are as they were.
    pub unchanged: usize,
    /// Those that stay as they are, because the folder would take something away.
    pub kept: Vec<Conflict>,
    /// Those of the changed ones with which something was taken away.
    pub replaced: Vec<Conflict>,
}

impl Imported {
    /// Everything that was in the folder.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.added + self.changed + self.unchanged + self.kept.len()
    }

    fn add(&mut self, other: Self) {
        self.added += other.added;
        self.changed += other.changed;
        self.unchanged += other.unchanged;
        self.kept.extend(other.kept);
        self.replaced.extend(other.replaced);
    }
}

/// The library that a new hub opens with.
#[must_use]
pub fn starter() -> Files {
    STARTER
        .iter()
        .map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec()))
        .collect()
}

/// Whether nothing was ever imported or written here.
///
/// # Errors
/// The store cannot be read.
pub fn is_empty(txn: &(impl ReadTxn + ?Sized)) -> Result<bool, StoreError> {
    let is_bare = |scope| Ok::<_, StoreError>(row_store::head(txn, scope)?.head == 0);
    Ok(is_bare(Scope::Directory)? && is_bare(Scope::Public)?)
}

/// Imports files that are in memory in one transaction, all or nothing. Rows that do not change keep their place, so
/// that importing the same folder twice sends nobody anything.
///
/// # Errors
/// The transaction must be thrown away; [`ImportError::Problems`] names every mistake by file and line.
pub fn import(
    txn: &mut dyn WriteTxn,
    files: &Files,
    at: Timestamp,
    on_conflict: OnConflict,
) -> Result<Imported, ImportError> {
    let known = row_store::names(&*txn, Named::Collectivity)?;
    let knows_collectivity = |slug: &str| known.contains(slug);
    let reading = Reading {
        at,
        knows_collectivity: &knows_collectivity,
    };
    let mut items = Vec::new();
    format::read_pieces(
        files.keys().map(String::as_str),
        &mut |path| files.get(path).cloned(),
        reading,
        &mut |piece| items.extend(items_of(piece)),
    )
    .map_err(ImportError::Problems)?;
    let imported = write_items(txn, &items, at, on_conflict)?;
    row_store::relate_collectivities(txn)?;
    Ok(imported)
}

fn write_items(
    txn: &mut dyn WriteTxn,
    items: &[Item],
    at: Timestamp,
    on_conflict: OnConflict,
) -> Result<Imported, ImportError> {
    let mut incoming = Incoming::new(RowStore::new(txn), at, on_conflict);
    for item in items {
        incoming.take(item)?;
    }
    Ok(incoming.finish()?)
}
