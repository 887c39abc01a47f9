use std::path::Path;

use anyhow::{Result, bail};

use super::print;
use crate::backup::{backup, look_through, restore, with_reading, with_reading_only};
use crate::entropy::OsEntropy;
use crate::verify::{VerifyReport, verify};

/// Writes everything into one file; a hub that runs on the data goes on meanwhile.
pub(super) fn write_backup(data: &Path, file: &Path) -> Result<()> {
    with_reading(data, |txn| backup(txn, file))?;
    print(&format!("Everything is in {}.\n", file.display()));
    Ok(())
}

/// Brings a backup back into an empty folder.
pub(super) fn restore_backup(data: &Path, file: &Path) -> Result<()> {
    let restored = restore(file, data, &mut OsEntropy)?;
    warn_without_hashes(restored.has_hashes);
    print(&format!(
        "Restored into {}. Everybody signs in again; devices offer anew what the backup does not hold.\n",
        data.display()
    ));
    Ok(())
}

/// Looks through a backup, or through the data of a folder beside the hub that runs on it, and names what is wrong.
pub(super) fn verify_data(data: &Path, file: Option<&Path>) -> Result<()> {
    let report = match file {
        Some(file) => {
            let held = look_through(file)?;
            warn_without_hashes(held.has_hashes);
            held.content
        }
        None => with_reading_only(data, |txn| Ok::<_, anyhow::Error>(verify(txn)))?,
    };
    tell(&report)
}

fn tell(report: &VerifyReport) -> Result<()> {
    let seen = report.seen;
    print(&format!(
        "Looked at {} entries, {} rows in {} scopes among them.\n",
        seen.entries, seen.rows, seen.scopes
    ));
    if report.damages.is_empty() {
        print("Everything can be read and holds together.\n");
        return Ok(());
    }
    for damage in &report.damages {
        print(&format!("  {damage}\n"));
    }
    let count = report.damages.len() + report.unnamed;
    bail!("damaged entries: {count}; restore the newest backup in which `multaqa verify FILE` finds nothing");
}

fn warn_without_hashes(has_hashes: bool) {
    if !has_hashes {
        tracing::warn!(
            "this backup was written by an earlier version and carries no hashes: whether it was changed since \
             cannot be told; what can be read in it holds together"
        );
    }
}
