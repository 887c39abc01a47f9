//! The only build tool of Multaqa. `cargo xtask help` says what it can do.

mod apt;
mod bench;
mod browser;
mod check;
mod dist;
mod parallel;
mod process;
mod say;
mod serve;
mod simulate;
mod site;
mod test;
mod tools;
mod wasm_toolchain;
mod weigh;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
The build tool of Multaqa.

  cargo xtask serve [--demo] [--listen ADDRESS] [--data FOLDER]
      Build the app and the server and start it on http://127.0.0.1:8080, with its data in ./data.
      Any other option of `multaqa serve` may follow.

  cargo xtask test [NAME…]
      Everything: unit, integration and browser tests. NAME is a crate (shared, server, app, xtask, tests)
      or one test file of `tests/tests`, and limits the run to it; what follows `--` goes to the tests.

  cargo xtask check [--fix]
      Formatting, clippy, documentation, and the rules that keep `shared` pure. --fix formats first.

  cargo xtask dist
      One self-contained release binary, target/dist/multaqa.

  cargo xtask build [--release]
      Only the app, into target/site (with --release: as small as it gets, into target/site-release).

  cargo xtask simulate [--seeds N]
      Run the sync simulator with N seeds.

  cargo xtask weigh
      Build the release app and print what each file weighs on the wire.

  cargo xtask bench [--quick] [--experiences N] [--only server|attack|growth|browser|touches|peer]…
      Measure the release on this machine, beside Kolibri, and write target/bench/table.md and table.json.
      Takes about an hour with 100000 experiences (the default), some minutes with --quick.

MULTAQA_WASM_TOOLCHAIN=rustup or =debian says where the wasm compiler comes from; by default it is found.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::failure(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", [].as_slice()),
    };
    let asks_for_help = |argument: &String| argument == "--help" || argument == "-h";
    // What follows `--` is for the tests.
    let command = if rest
        .iter()
        .take_while(|argument| *argument != "--")
        .any(asks_for_help)
    {
        "help"
    } else {
        command
    };
    match command {
        "serve" => serve::run(rest),
        "test" => test::run(rest),
        "check" => check::run(rest),
        "dist" => dist::run(rest),
        "build" => site::run(rest),
        "simulate" => simulate::run(rest),
        "weigh" => weigh::run(rest),
        "bench" => bench::run(rest),
        "help" | "--help" | "-h" => {
            say::line(HELP);
            Ok(())
        }
        unknown => bail!("there is no command `{unknown}`; `cargo xtask help` lists them"),
    }
}

/// Refuses what a command does not know, so that a slip of the keyboard is not silently ignored.
fn flag(arguments: &[String], known: &str) -> Result<bool> {
    match arguments {
        [only] if only == known => Ok(true),
        _ => no_arguments(arguments).map(|()| false),
    }
}

/// For the commands that take none.
fn no_arguments(arguments: &[String]) -> Result<()> {
    match arguments.first() {
        Some(argument) => bail!("`{argument}` is not understood here; `cargo xtask help` lists what is"),
        None => Ok(()),
    }
}
