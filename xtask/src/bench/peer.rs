use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result};

use crate::{process, say, workspace};

/// Its package has a hundred megabytes.
const LONGEST_INSTALL: Duration = Duration::from_secs(15 * 60);
const LONGEST_PROVISION: Duration = Duration::from_secs(5 * 60);

/// Kolibri, installed and provisioned; or why not. Without it everything else is measured all the same.
pub(super) enum Peer {
    Ready { program: PathBuf, home: PathBuf },
    Missing(String),
}

impl Peer {
    /// Installs it below `folder` if it is not there yet, and gives it a new home. Nothing outside is touched.
    pub(super) fn find(folder: &Path, arguments: &[String]) -> Self {
        if !is_wanted(arguments) {
            return Self::Missing("not asked for".to_owned());
        }
        match install(folder) {
            Ok(ready) => ready,
            Err(error) => {
                say::detail(&format!("it is left out: {error:#}"));
                Self::Missing(format!("Kolibri could not be installed: {error:#}"))
            }
        }
    }

    /// Tells the bench where it is.
    pub(super) fn tell(&self, bench: &mut Command) {
        match self {
            Self::Ready { program, home } => bench.arg("--peer").arg(program).arg("--peer-home").arg(home),
            Self::Missing(reason) => bench.arg("--peer-missing").arg(reason),
        };
    }
}

/// Whether a choice of parts leaves it in.
fn is_wanted(arguments: &[String]) -> bool {
    let mut chosen = arguments
        .windows(2)
        .filter_map(|pair| match pair {
            [word, part] if word == "--only" => Some(part),
            _ => None,
        })
        .peekable();
    chosen.peek().is_none() || chosen.any(|part| part == "peer")
}

fn install(folder: &Path) -> Result<Peer> {
    let environment = folder.join("kolibri");
    let program = environment.join("bin").join(workspace::executable("kolibri"));
    if !program.is_file() {
        process::run_within(
            Command::new("python3").args(["-m", "venv"]).arg(&environment),
            LONGEST_INSTALL,
        )?;
        process::run_within(
            Command::new(environment.join("bin").join("pip")).args(["install", "--quiet", "kolibri"]),
            LONGEST_INSTALL,
        )?;
    }
    let home = folder.join("kolibri-home");
    if home.exists() {
        std::fs::remove_dir_all(&home).with_context(|| format!("removing {}", home.display()))?;
    }
    // The account is for this folder alone, which the next run throws away.
    process::run_within(
        Command::new(&program)
            .args(["manage", "provisiondevice", "--noinput"])
            .args([
                "--facility",
                "Bench",
                "--preset",
                "nonformal",
                "--language_id",
                "fr-fr",
            ])
            .args([
                "--superusername",
                "bench",
                "--superuserpassword",
                "bench-of-a-peer",
            ])
            .env("KOLIBRI_HOME", &home)
            .stdout(Stdio::null())
            .stderr(Stdio::null()),
        LONGEST_PROVISION,
    )?;
    Ok(Peer::Ready { program, home })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_peer_is_installed_only_for_a_run_that_measures_it() {
        assert!(is_wanted(&words("--quick")));
        assert!(is_wanted(&words("--only server --only peer")));
        assert!(!is_wanted(&words("--quick --only server")));
    }
}
