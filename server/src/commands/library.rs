use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, anyhow, bail};
use shared::time::Timestamp;

use super::print;
use crate::backup::with_reading;
use crate::clock::Clock;
use crate::control::{self, ControlAnswer, ControlRequest};
use crate::database::Database;
use crate::entropy::OsEntropy;
use crate::import::{self, Conflict, FolderImported, ImportError, OnConflict, export, write_folder};
use crate::store::RedbStore;

/// Reads a folder into the hub: the one that runs on the data, or here when none does.
pub(super) async fn import_folder(data: &Path, folder: &Path, replace: bool) -> Result<()> {
    let folder = std::path::absolute(folder)?;
    if !folder.is_dir() {
        bail!("there is no folder {}", folder.display());
    }
    let request = ControlRequest::Import {
        folder: folder.clone(),
        replace,
    };
    let running = data.to_owned();
    let asked = tokio::task::spawn_blocking(move || control::ask(&running, &request)).await?;
    match asked.context("the running hub cannot be asked")? {
        Some(ControlAnswer::Done(text)) => {
            print(&text);
            return Ok(());
        }
        Some(ControlAnswer::Failed(reason)) => bail!("{reason}"),
        None => {}
    }
    let hub = Database::start(Arc::new(RedbStore::open(data)?), &mut OsEntropy)?;
    let done = import_into(&hub, folder, Clock::system().now(), replace).await;
    hub.stop().await;
    print(&done?);
    Ok(())
}

/// Reads a folder into a hub, and says in words what came of it.
pub(super) async fn import_into(
    hub: &Database,
    folder: PathBuf,
    now: Timestamp,
    replace: bool,
) -> Result<String> {
    let on_conflict = if replace {
        OnConflict::Replace
    } else {
        OnConflict::Keep
    };
    match import::import_folder(hub, folder, now, on_conflict).await {
        Ok(done) => Ok(in_words(&done)),
        Err(ImportError::Problems(problems)) => {
            let mut text = String::from("nothing was imported:");
            for problem in problems {
                // Writing to a string cannot fail.
                let _ = write!(text, "\n  {problem}");
            }
            Err(anyhow!(text))
        }
        Err(other) => Err(other.into()),
    }
}

/// How many files that were passed over, and how many conflicts, are named.
const NAMED_MOST: usize = 20;

fn in_words(done: &FolderImported) -> String {
    let FolderImported {
        imported,
        passed_over,
    } = done;
    let mut text = format!(
        "Imported: {} new, {} changed, {} as they were, {} kept.\n",
        imported.added,
        imported.changed,
        imported.unchanged,
        imported.kept.len()
    );
    push_conflicts(
        &mut text,
        "Kept as they are here; `multaqa import --replace` takes what the folder has:",
        &imported.kept,
    );
    push_conflicts(&mut text, "Replaced by what the folder has:", &imported.replaced);
    if let Some(named) = passed_over.get(..NAMED_MOST.min(passed_over.len()))
        && !named.is_empty()
    {
        // Writing to a string cannot fail.
        let _ = write!(text, "Passed over as notes or for later: {}", named.join(", "));
        if passed_over.len() > named.len() {
            let _ = write!(text, " and {} more", passed_over.len() - named.len());
        }
        text.push_str(".\n");
    }
    text
}

fn push_conflicts(text: &mut String, title: &str, conflicts: &[Conflict]) {
    if conflicts.is_empty() {
        return;
    }
    text.push_str(title);
    for Conflict {
        what,
        slug,
        is_changed,
        lessons_gone,
    } in conflicts.iter().take(NAMED_MOST)
    {
        let changed = is_changed.then(|| "changed here".to_owned());
        let gone = (!lessons_gone.is_empty())
            .then(|| format!("not in the folder: the lessons {}", lessons_gone.join(", ")));
        let why: Vec<String> = changed.into_iter().chain(gone).collect();
        // Writing to a string cannot fail.
        let _ = write!(text, "\n  {what} {slug} ({})", why.join("; "));
    }
    if let Some(more) = conflicts.len().checked_sub(NAMED_MOST).filter(|more| *more > 0) {
        let _ = write!(text, "\n  and {more} more");
    }
    text.push('\n');
}

/// Writes what everybody may read as a folder; a hub that runs on the data goes on meanwhile.
pub(super) fn export_folder(data: &Path, folder: &Path) -> Result<()> {
    let files = with_reading(data, export)?;
    write_folder(folder, &files)?;
    print(&format!(
        "Exported {} files to {}.\n",
        files.len(),
        folder.display()
    ));
    Ok(())
}
