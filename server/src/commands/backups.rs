use std::path::Path;

use anyhow::Result;

use super::print;
use crate::backup::{backup, restore, with_reading};
use crate::entropy::OsEntropy;

/// Writes everything into one file; a hub that runs on the data goes on meanwhile.
pub(super) fn write_backup(data: &Path, file: &Path) -> Result<()> {
    with_reading(data, |txn| backup(txn, file))?;
    print(&format!("Everything is in {}.\n", file.display()));
    Ok(())
}

/// Brings a backup back into an empty folder.
pub(super) fn restore_backup(data: &Path, file: &Path) -> Result<()> {
    restore(file, data, &mut OsEntropy)?;
    print(&format!(
        "Restored into {}. Everybody signs in again; devices offer anew what the backup does not hold.\n",
        data.display()
    ));
    Ok(())
}
