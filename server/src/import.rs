//! A library from a folder into the rows, and back. What people changed here since the last import is theirs:
//! an import never takes it away.

mod export;
mod folder;
mod incoming;
mod remembered;
#[cfg(test)]
mod tests;

pub use export::export;
pub use folder::{read_folder, write_folder};

use crate::hub::HubError;
use crate::ledger::{self, Ledger, Named};
use crate::store::{ReadTxn, StoreError, WriteTxn};
use incoming::Incoming;
use shared::folder::{self as format, Files, Problem, Reading};
use shared::scope::Scope;
use shared::time::Timestamp;
use std::cell::RefCell;
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
    /// The store failed, or is stopping.
    #[error(transparent)]
    Hub(#[from] HubError),
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> Self {
        Self::Hub(error.into())
    }
}

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Modules, experiences and collectivities that were not here before.
    pub added: usize,
    /// Those that were, and are different now.
    pub changed: usize,
    /// Those that are as they were.
    pub unchanged: usize,
    /// Experiences that differ from the folder because people here changed them; they stay as they are.
    pub kept: usize,
}

impl Imported {
    /// Everything that was in the folder.
    #[must_use]
    pub const fn total(&self) -> usize {
        self.added + self.changed + self.unchanged + self.kept
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
    let is_bare = |scope| Ok::<_, StoreError>(ledger::head(txn, scope)?.head == 0);
    Ok(is_bare(Scope::Directory)? && is_bare(Scope::Public)?)
}

/// Imports the files of a folder, all or nothing. Rows that do not change keep their place, so that importing
/// the same folder twice sends nobody anything.
///
/// # Errors
/// The transaction must be thrown away; [`ImportError::Problems`] names every mistake by file and line.
pub fn import(txn: &mut dyn WriteTxn, files: &Files, at: Timestamp) -> Result<Imported, ImportError> {
    let library = {
        let failed = RefCell::new(None);
        let knows_collectivity = |slug: &str| {
            let found = ledger::find_named(&*txn, Named::Collectivity, slug);
            found.map_or_else(
                |error| {
                    failed.replace(Some(error));
                    false
                },
                |id| id.is_some(),
            )
        };
        let reading = Reading {
            at,
            knows_collectivity: &knows_collectivity,
        };
        let library = format::read(files, reading);
        if let Some(error) = failed.take() {
            return Err(error.into());
        }
        library.map_err(ImportError::Problems)?
    };
    let mut incoming = Incoming::new(Ledger::new(txn), at);
    incoming.take(&library)?;
    Ok(incoming.finish()?)
}
