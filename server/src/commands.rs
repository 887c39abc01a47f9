//! What each command of `multaqa` does. Their results go to standard output, for people and for scripts; log
//! lines and errors go to standard error.

mod admin_link;
mod backups;
mod library;
mod links;
mod serve;

use std::future::Future;
use std::io::Write as _;

use anyhow::{Context as _, Result};

use crate::cli::{Cli, Command};

/// Runs one command to its end.
///
/// # Errors
/// Why it could not be done, in words for the person who typed the command.
pub fn run(cli: Cli) -> Result<()> {
    crate::logging::start(&cli.log, cli.log_format).context("the filter for log lines is not one")?;
    match cli.command {
        Command::Serve(args) => block_on(serve::serve(*args))?,
        Command::AdminLink(args) => block_on(admin_link::print_admin_link(args))?,
        Command::RecoveryLink(args) => block_on(admin_link::print_recovery_link(args))?,
        Command::Import {
            folder,
            replace,
            data,
        } => block_on(library::import_folder(&data.data, &folder, replace))?,
        Command::Export { folder, data } => library::export_folder(&data.data, &folder),
        Command::Backup { file, data } => backups::write_backup(&data.data, &file),
        Command::Verify { file, data } => backups::verify_data(&data.data, file.as_deref()),
        Command::Restore { file, data } => backups::restore_backup(&data.data, &file),
    }
}

fn block_on<T>(work: impl Future<Output = T>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("the threads of the server cannot be started")?;
    Ok(runtime.block_on(work))
}

/// Prints to the terminal of the command. A closed output is no failure.
fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
