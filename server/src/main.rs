//! The `multaqa` command.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;
use server::cli::Cli;

fn main() -> ExitCode {
    match server::commands::run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // One line, cause after cause: `multaqa: the port is in use: …`.
            let _ = writeln!(std::io::stderr(), "multaqa: {error:#}");
            ExitCode::FAILURE
        }
    }
}
