use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

/// Where and when a table was made.
#[derive(Clone, Debug, Default)]
pub struct Machine {
    processor: String,
    cores: usize,
    memory_mib: u64,
    system: String,
    load: String,
    commit: String,
    date: String,
}

impl Machine {
    /// This machine, now. What cannot be found out stays empty.
    #[must_use]
    pub fn here() -> Self {
        let text = |path: &str| fs::read_to_string(path).unwrap_or_default();
        let dirty = asked("git", &["status", "--porcelain", "--untracked-files=no"]);
        let mut commit = asked("git", &["rev-parse", "--short=12", "HEAD"]);
        if !dirty.is_empty() {
            commit.push_str(" with changes");
        }
        Self {
            processor: field(&text("/proc/cpuinfo"), "model name"),
            cores: std::thread::available_parallelism().map_or(0, usize::from),
            memory_mib: kibibytes(&field(&text("/proc/meminfo"), "MemTotal")) / 1024,
            system: asked("uname", &["-sr"]),
            load: load(),
            commit,
            date: asked("date", &["-u", "+%Y-%m-%d %H:%M UTC"]),
        }
    }

    pub(super) fn words(&self) -> String {
        format!(
            "{}, {} cores, {} MiB of memory, {}. Load when it began (1, 5, 15 minutes): {}. Commit {}, {}.",
            self.processor, self.cores, self.memory_mib, self.system, self.load, self.commit, self.date
        )
    }

    pub(super) fn json(&self) -> Value {
        json!({
            "processor": self.processor,
            "cores": self.cores,
            "memory_mib": self.memory_mib,
            "system": self.system,
            "load": self.load,
            "commit": self.commit,
            "date": self.date,
        })
    }
}

/// How much the machine has to do: averages over 1, 5 and 15 minutes.
pub(super) fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').take(3).collect::<Vec<_>>().join(" ")
}

/// Memory of a process and of everything that it started, in MiB; `None` where the system does not tell.
pub(super) fn memory_mib(process: u32) -> Option<f64> {
    let mut kib = resident_kib(process)?;
    let children = fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    let mut waiting: Vec<u32> = children.split(' ').filter_map(|id| id.parse().ok()).collect();
    while let Some(child) = waiting.pop() {
        // One that has just ended takes no memory.
        kib += resident_kib(child).unwrap_or(0);
        let children = fs::read_to_string(format!("/proc/{child}/task/{child}/children")).unwrap_or_default();
        waiting.extend(children.split(' ').filter_map(|id| id.parse::<u32>().ok()));
    }
    Some(f64::from(u32::try_from(kib).unwrap_or(u32::MAX)) / 1024.0)
}

fn resident_kib(process: u32) -> Option<u64> {
    let status = fs::read_to_string(Path::new("/proc").join(process.to_string()).join("status")).ok()?;
    Some(kibibytes(&field(&status, "VmRSS")))
}

fn field(text: &str, name: &str) -> String {
    text.lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(key, _)| key.trim() == name)
        .map_or_else(String::new, |(_, value)| value.trim().to_owned())
}

fn kibibytes(value: &str) -> u64 {
    value
        .split(' ')
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or(0)
}

fn asked(program: &str, words: &[&str]) -> String {
    Command::new(program)
        .args(words)
        .output()
        .map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_tables_are_read() {
        let status = "Name:\tmultaqa\nVmRSS:\t   61440 kB\n";
        assert_eq!(kibibytes(&field(status, "VmRSS")), 61_440);
        assert_eq!(field(status, "VmSwap"), "");
    }
}
