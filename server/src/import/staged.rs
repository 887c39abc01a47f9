//! A library on its way from a folder into a running hub. It is read whole before anything is written, and waits in
//! a file meanwhile, so that neither the writer nor the memory has to hold it.

use super::folder::{list_files, read_file};
use super::items::{Item, items_of};
use super::{ImportError, Imported, OnConflict, write_items};
use crate::database::{Database, HubError};
use crate::row_store::{self, Named};
use crate::store::StoreError;
use shared::folder::{self as format, Reading};
use shared::time::Timestamp;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, BufWriter, Seek as _, Write as _};
use std::path::{Path, PathBuf};

/// How much is written in one transaction, in bytes of JSON, besides the item that goes over it. Other people's
/// changes wait for one such piece at most.
const PIECE_BYTES: usize = 128 * 1024;

/// How an import of a folder ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderImported {
    /// What was in the library.
    pub imported: Imported,
    /// Files that are known not to be content, hidden ones left out.
    pub passed_over: Vec<String>,
}

/// Imports a folder: reads all of it, and if nothing is wrong with it, writes it piece by piece between the changes of
/// other people.
///
/// # Errors
/// [`ImportError::Problems`] names every mistake by file and line; nothing was changed. [`ImportError::BrokenOff`]
/// if the store failed on the way: then a part was written, and importing the folder again completes it.
pub async fn import_folder(
    hub: &Database,
    folder: PathBuf,
    at: Timestamp,
    on_conflict: OnConflict,
) -> Result<FolderImported, ImportError> {
    let known = hub
        .read(|txn| Ok::<_, HubError>(row_store::names(txn, Named::Collectivity)?))
        .await?;
    let staging = tokio::task::spawn_blocking(move || Staged::read(&folder, at, &known));
    let mut staged = staging
        .await
        .map_err(|error| StoreError::Failed(error.to_string()))??;
    let mut imported = Imported::default();
    loop {
        let (back, items) = tokio::task::spawn_blocking(move || {
            let items = staged.next_items();
            (staged, items)
        })
        .await
        .map_err(|error| StoreError::Failed(error.to_string()))?;
        staged = back;
        let items = items.map_err(ImportError::staging)?;
        let is_end = items.is_empty();
        let outcome = hub
            .write(move |txn| {
                if is_end {
                    row_store::relate_collectivities(txn)?;
                }
                write_items(txn, &items, at, on_conflict)
            })
            .await;
        match outcome {
            Ok(piece) => imported.add(piece),
            Err(ImportError::Database(cause)) if imported.total() > 0 => {
                return Err(ImportError::BrokenOff {
                    done: imported.total(),
                    cause,
                });
            }
            Err(error) => return Err(error),
        }
        if is_end {
            break;
        }
    }
    Ok(FolderImported {
        imported,
        passed_over: staged.passed_over,
    })
}

struct Staged {
    /// One item in a line, as JSON. The file has no name: it goes with this.
    items: BufReader<File>,
    passed_over: Vec<String>,
}

impl Staged {
    fn read(folder: &Path, at: Timestamp, known: &BTreeSet<String>) -> Result<Self, ImportError> {
        let paths = list_files(folder)?;
        let knows_collectivity = |slug: &str| known.contains(slug);
        let reading = Reading {
            at,
            knows_collectivity: &knows_collectivity,
        };
        let mut waiting = BufWriter::new(tempfile::tempfile().map_err(ImportError::staging)?);
        let (mut unread, mut unwritten) = (None, Ok(()));
        let mut open = |path: &str| match read_file(folder, path) {
            Ok(bytes) => Some(bytes),
            Err(error) => {
                unread.get_or_insert(error);
                None
            }
        };
        let outcome = format::read_pieces(
            paths.iter().map(String::as_str),
            &mut open,
            reading,
            &mut |piece| {
                for item in items_of(piece) {
                    if unwritten.is_ok() {
                        unwritten = write_line(&mut waiting, &item);
                    }
                }
            },
        );
        if let Some(error) = unread {
            return Err(error);
        }
        outcome.map_err(ImportError::Problems)?;
        unwritten.map_err(ImportError::staging)?;
        let mut file = waiting
            .into_inner()
            .map_err(io::IntoInnerError::into_error)
            .map_err(ImportError::staging)?;
        file.rewind().map_err(ImportError::staging)?;
        let mut passed_over = paths;
        passed_over.retain(|path| format::is_passed_over(path));
        Ok(Self {
            items: BufReader::new(file),
            passed_over,
        })
    }

    /// The next items that go into one transaction; none at the end.
    fn next_items(&mut self) -> io::Result<Vec<Item>> {
        let (mut items, mut bytes) = (Vec::new(), 0);
        let mut line = String::new();
        while bytes < PIECE_BYTES {
            line.clear();
            bytes += self.items.read_line(&mut line)?;
            if line.is_empty() {
                break;
            }
            items.push(serde_json::from_str(&line)?);
        }
        Ok(items)
    }
}

fn write_line(waiting: &mut BufWriter<File>, item: &Item) -> io::Result<()> {
    serde_json::to_writer(&mut *waiting, item)?;
    waiting.write_all(b"\n")
}
