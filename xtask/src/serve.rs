//! `cargo xtask serve`: build what changed, then become the server.

use std::env;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::say::Steps;
use crate::site::{self, Effort};
use crate::{process, workspace};

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let mut steps = Steps::new(site::STEPS + 2);
    let site = site::build(Effort::Quick, &mut steps)?;
    steps.next("the server: compiling it");
    process::run(process::cargo().args(["build", "--locked", "--package", "server", "--bin", "multaqa"]))?;

    let mut server = Command::new(workspace::development_binary());
    server.arg("serve").args(arguments).env("MULTAQA_SITE", site);
    let names_data = arguments
        .iter()
        .any(|argument| argument == "--data" || argument.starts_with("--data="));
    if !names_data && env::var_os("MULTAQA_DATA").is_none() {
        server.arg("--data").arg(workspace::root().join("data"));
    }
    steps.next("the server: starting it; Ctrl-C ends it");
    become_program(&mut server)
}

/// Puts the server in the place of this process, so that signals reach it and its exit code is the command's.
#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt as _;
    let error = command.exec();
    Err(error).with_context(|| format!("starting {}", command.get_program().to_string_lossy()))
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Result<()> {
    process::run(command).context("the server ended")
}
