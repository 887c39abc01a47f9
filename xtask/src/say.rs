//! What the person at the terminal reads: the only place that prints.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a build tool speaks through its terminal"
)]

use std::time::{Duration, Instant};

/// One line of result or explanation.
pub(crate) fn line(text: &str) {
    println!("{text}");
}

/// A detail below the current step.
pub(crate) fn detail(text: &str) {
    println!("      {text}");
}

/// The last words of a command that failed, with every cause.
pub(crate) fn failure(error: &anyhow::Error) {
    eprintln!("\nxtask: {error:#}");
}

/// Numbers the steps of a command and tells how long it has been running, and at the end how long each step took.
pub(crate) struct Steps {
    total: usize,
    started: Instant,
    /// The steps so far, each with its beginning.
    steps: Vec<(String, Instant)>,
}

impl Steps {
    pub(crate) fn new(total: usize) -> Self {
        Self {
            total,
            started: Instant::now(),
            steps: Vec::new(),
        }
    }

    /// Announces the next step.
    pub(crate) fn next(&mut self, text: &str) {
        self.steps.push((text.to_owned(), Instant::now()));
        println!(
            "[{}/{}] {text}  ({})",
            self.steps.len(),
            self.total,
            clock(self.started.elapsed())
        );
    }

    /// Says that the last step is over, and how long each took.
    pub(crate) fn finish(&self, text: &str) {
        let ends = self.steps.iter().skip(1).map(|(_, start)| *start);
        for ((step, start), end) in self.steps.iter().zip(ends.chain([Instant::now()])) {
            println!("{:>8}  {step}", clock(end.saturating_duration_since(*start)));
        }
        println!("{text}  ({})", clock(self.started.elapsed()));
    }
}

fn clock(elapsed: Duration) -> String {
    let seconds = elapsed.as_secs();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// A size in bytes as people read it.
pub(crate) fn size(bytes: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "one decimal is printed")]
    let amount = bytes as f64;
    if amount < 1024.0 {
        format!("{bytes} B")
    } else if amount < 1024.0 * 1024.0 {
        format!("{:.1} KiB", amount / 1024.0)
    } else {
        format!("{:.1} MiB", amount / (1024.0 * 1024.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_well() {
        assert_eq!(size(12), "12 B");
        assert_eq!(size(1536), "1.5 KiB");
        assert_eq!(size(30 * 1024 * 1024), "30.0 MiB");
    }

    #[test]
    fn the_clock_counts_minutes() {
        assert_eq!(clock(Duration::from_secs(65)), "1:05");
    }
}
