//! `cargo xtask simulate`: more seeds for the sync simulator than the tests have time for.

use anyhow::Result;

use crate::process;

/// Everything that follows goes to the simulator as it is; `--seeds N` is the number of runs.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    process::run(
        process::cargo()
            .args([
                "run",
                "--locked",
                "--profile",
                "simulate",
                "--package",
                "tests",
                "--bin",
                "simulate",
                "--",
            ])
            .args(arguments),
    )
}
