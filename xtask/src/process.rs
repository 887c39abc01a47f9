//! Running other programs so that a failure says which one and why.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use std::{env, ffi::OsStr};

use anyhow::{Context as _, Result, bail};

use crate::{say, workspace};

/// Cargo of the toolchain that runs this tool, in the checkout.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(workspace::root());
    command
}

/// Runs a program with its output on the terminal; a failure is an error.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .with_context(|| format!("starting {}", words(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", words(command));
    }
    Ok(())
}

/// A program that runs beside other work. It ends with this value.
#[derive(Debug)]
pub(crate) struct Beside {
    child: Child,
    words: String,
}

impl Beside {
    /// Starts a program with its output on the terminal.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        let words = words(command);
        let child = command.spawn().with_context(|| format!("starting {words}"))?;
        Ok(Self { child, words })
    }

    /// Waits until it has ended; a failure is an error.
    pub(crate) fn finish(mut self) -> Result<()> {
        let status = self.child.wait();
        let status = status.with_context(|| format!("waiting for {}", self.words))?;
        if !status.success() {
            bail!("{} failed ({status})", self.words);
        }
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a program and returns its standard output; its errors go to the terminal.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("starting {}", words(command)))?;
    if !output.status.success() {
        bail!("{} failed ({})", words(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// What a program prints when asked quietly, or nothing when it is not there or fails.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a program that may hang, says every 15 seconds that it is still waited for, and gives up after `limit`.
pub(crate) fn run_within(command: &mut Command, limit: Duration) -> Result<()> {
    let started = Instant::now();
    let mut told = Duration::ZERO;
    let mut child = command
        .stdin(Stdio::null())
        .spawn()
        .with_context(|| format!("starting {}", words(command)))?;
    loop {
        if let Some(status) = child
            .try_wait()
            .with_context(|| format!("waiting for {}", words(command)))?
        {
            if !status.success() {
                bail!("{} failed ({status})", words(command));
            }
            return Ok(());
        }
        let elapsed = started.elapsed();
        if elapsed > limit {
            // It may have ended since it was asked; either way it is not waited for any longer.
            let _ = child.kill();
            let _ = child.wait();
            bail!("{} did not finish within {} s", words(command), limit.as_secs());
        }
        if elapsed - told > Duration::from_secs(15) {
            told = elapsed;
            say::detail(&format!(
                "still waiting for {} ({} s of at most {} s)",
                command.get_program().to_string_lossy(),
                elapsed.as_secs(),
                limit.as_secs()
            ));
        }
        thread::sleep(Duration::from_millis(100));
    }
}

/// Where a program is on the search path.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(workspace::executable(program)))
        .find(|candidate| candidate.is_file())
}

fn words(command: &Command) -> String {
    let mut words = vec![command.get_program()];
    words.extend(command.get_args());
    let text: Vec<_> = words.into_iter().map(OsStr::to_string_lossy).collect();
    format!("`{}`", text.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_hangs_is_given_up() {
        let error = run_within(Command::new("sleep").arg("30"), Duration::from_millis(200)).unwrap_err();
        assert!(error.to_string().contains("did not finish"), "{error}");
    }

    #[test]
    fn a_program_beside_others_is_waited_for_and_ends_with_its_value() {
        Beside::start(&mut Command::new("true"))
            .unwrap()
            .finish()
            .unwrap();
        let failed = Beside::start(&mut Command::new("false")).unwrap().finish();
        assert!(failed.unwrap_err().to_string().contains("`false` failed"));
        let begun = Instant::now();
        drop(Beside::start(Command::new("sleep").arg("30")).unwrap());
        assert!(begun.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn a_missing_program_has_no_answer() {
        assert_eq!(answer(&mut Command::new("no-such-program-of-multaqa")), None);
    }
}
