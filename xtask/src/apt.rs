//! Installing system packages where that can be done without asking anybody.

use std::process::Command;
use std::sync::Mutex;

use crate::{process, say};

/// Why packages were not installed, in words that end a sentence.
pub(crate) type Obstacle = String;

/// The package lists are refreshed once per run, and only when something is to be installed.
static LISTS_REFRESHED: Mutex<bool> = Mutex::new(false);

/// Installs packages with apt, without recommendations.
///
/// # Errors
/// When there is no apt, no right to use it, or apt itself fails.
pub(crate) fn install(packages: &[&str]) -> Result<(), Obstacle> {
    if process::find("apt-get").is_none() {
        return Err("this system has no apt-get".to_owned());
    }
    let Some(prefix) = privileged() else {
        return Err("apt-get needs root, and sudo asks for a password".to_owned());
    };
    let apt = |arguments: &[&str]| {
        let mut words = prefix.iter().copied().chain(["apt-get"]);
        let mut command = Command::new(words.next().unwrap_or("apt-get"));
        command
            .args(words)
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    {
        let mut refreshed = LISTS_REFRESHED.lock().map_err(|error| error.to_string())?;
        if !*refreshed {
            say::detail("apt-get update");
            process::run(&mut apt(&["update", "-qq"])).map_err(|error| format!("{error:#}"))?;
            *refreshed = true;
        }
    }
    say::detail(&format!("apt-get install {}", packages.join(" ")));
    let mut arguments = vec![
        "install",
        "-y",
        "-qq",
        "-o",
        "Dpkg::Use-Pty=0",
        "--no-install-recommends",
    ];
    arguments.extend(packages);
    process::run(&mut apt(&arguments)).map_err(|error| format!("{error:#}"))
}

/// The words before `apt-get` that give it the right to install: none for root, `sudo -n` where it asks nothing.
fn privileged() -> Option<Vec<&'static str>> {
    let user = process::answer(Command::new("id").arg("-u"))?;
    if user == "0" {
        return Some(Vec::new());
    }
    process::answer(Command::new("sudo").args(["-n", "true"])).map(|_| vec!["sudo", "-n"])
}
