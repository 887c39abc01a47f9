//! `cargo run -p tests --bin simulate -- --seeds N [--from S] [--fault NAME]`

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line tool speaks there"
)]

use std::process::ExitCode;
use tests::simulator::{FAULTS, Fault, SimulationReport, run};

struct Arguments {
    seeds: u64,
    from: u64,
    fault: Option<Fault>,
}

fn main() -> ExitCode {
    let arguments = match read(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(wrong) => {
            eprintln!("{wrong}\nsimulate --seeds N [--from S] [--fault NAME]");
            return ExitCode::from(2);
        }
    };
    let begun = std::time::Instant::now();
    let mut total = SimulationReport::default();
    for seed in arguments.from..arguments.from.saturating_add(arguments.seeds) {
        match run(seed, arguments.fault) {
            Ok(report) => total.add(report),
            Err(failure) => {
                println!("seed {seed}: {failure}");
                println!("replay: cargo run -p tests --bin simulate -- --seeds 1 --from {seed}");
                return ExitCode::FAILURE;
            }
        }
    }
    println!(
        "{} seeds in {:.1} s: {} changes saved, {} restores, {} crashes and copies",
        arguments.seeds,
        begun.elapsed().as_secs_f32(),
        total.saved,
        total.restores,
        total.crashes,
    );
    println!("applied: {:?}", total.applied);
    println!("refused, with their words kept: {:?}", total.refused);
    ExitCode::SUCCESS
}

fn read(mut words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut arguments = Arguments {
        seeds: 100,
        from: 0,
        fault: None,
    };
    while let Some(word) = words.next() {
        let value = words.next().ok_or_else(|| format!("{word} needs a value"))?;
        let number = || value.parse().map_err(|_| format!("{value} is not a number"));
        match word.as_str() {
            "--seeds" => arguments.seeds = number()?,
            "--from" => arguments.from = number()?,
            "--fault" => {
                let found = FAULTS.iter().find(|(name, _)| *name == value);
                let (_, fault) = found.ok_or_else(|| format!("no fault is called {value}"))?;
                arguments.fault = Some(*fault);
            }
            _ => return Err(format!("{word} is not known")),
        }
    }
    Ok(arguments)
}
