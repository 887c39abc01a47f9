use std::path::Path;
use std::time::Duration;

use hyper::client::conn::http1::SendRequest;
use tokio::task::JoinSet;

use super::error::{BenchResult, During as _};
use super::fill::Filled;
use super::hub::{BenchHub, Server};
use super::load::{Ask, ask_once, connect, drained};
use super::plan::Effort;
use super::statistics::Series;
use super::table::{Row, Target};

/// The first page that is asked for.
const PAGE: &str = "/ar";

/// How long the server may settle before its memory is looked at.
const SETTLE: Duration = Duration::from_secs(2);

/// A new hub with nothing but the starter library: its first answer, and its memory when nobody asks.
pub(super) fn fresh(server: &Server, work: &Path, effort: Effort) -> BenchResult<Vec<Row>> {
    let mut starts = Vec::new();
    let mut again = Vec::new();
    let mut memory = Vec::new();
    for run in 0..effort.runs {
        let folder = work.join(format!("fresh-{run}"));
        std::fs::create_dir_all(&folder).during("making a data folder")?;
        starts.push(BenchHub::time_to_first_answer(server, &folder, PAGE)?.as_secs_f64());
        again.push(BenchHub::time_to_first_answer(server, &folder, PAGE)?.as_secs_f64());
        let hub = BenchHub::start(server, &folder)?;
        std::thread::sleep(SETTLE);
        memory.push(hub.memory_mib()?);
        drop(hub);
        std::fs::remove_dir_all(&folder).during("removing a data folder")?;
    }
    Ok(vec![
        Row::new("Start to first answer, fresh", "s", Series::new(starts))
            .target(Target::AtMost(0.3))
            .note("an empty folder, so with the import of the starter library; until /ar is answered"),
        Row::new("Start to first answer, second start", "s", Series::new(again))
            .note("the same folder again, after the process was killed"),
        Row::new("Memory idle", "MiB", Series::new(memory))
            .target(Target::AtMost(60.0))
            .note("resident, two seconds after the start, the starter library only"),
    ])
}

/// The start of a hub with much data.
pub(super) fn start_with_much(
    server: &Server,
    folder: &Path,
    filled: &Filled,
    effort: Effort,
) -> BenchResult<Vec<Row>> {
    let (mut starts, mut healthy) = (Vec::new(), Vec::new());
    for _ in 0..effort.runs {
        starts.push(BenchHub::time_to_first_answer(server, folder, PAGE)?.as_secs_f64());
        healthy.push(BenchHub::time_to_first_answer(server, folder, "/healthz")?.as_secs_f64());
    }
    let mib = filled.bytes / (1024 * 1024);
    Ok(vec![
        Row::new("Start to first answer, much data", "s", Series::new(starts))
            .target(Target::AtMost(0.5))
            .note(format!(
                "a database of {mib} MiB, after the process was killed; until {PAGE} is answered"
            )),
        Row::new(
            "Start to the answer of /healthz, much data",
            "s",
            Series::new(healthy),
        )
        .note("the same without what a page needs"),
    ])
}

/// The memory of a hub on which everybody is: each with a session that is used, as many as may with a line for change events.
pub(super) async fn crowd(hub: &BenchHub, filled: &Filled, experiences: usize) -> BenchResult<Vec<Row>> {
    let before = hub.memory_mib()?;
    let mut lines: Vec<SendRequest<String>> = Vec::new();
    let mut reading = JoinSet::new();
    let mut refused = 0;
    for (number, device) in filled.devices.iter().enumerate() {
        let mut sender = connect(hub.address).await?;
        let seen = ask_once(&mut sender, Ask::get("/api/session").by(device).from(number)).await?;
        drained(seen.into_body()).await?;
        let change_event = ask_once(&mut sender, Ask::get("/api/poke").by(device).from(number)).await?;
        if change_event.status().is_success() {
            reading.spawn(drained(change_event.into_body()));
            lines.push(sender);
        } else {
            refused += 1;
        }
    }
    tokio::time::sleep(SETTLE).await;
    let memory = hub.memory_mib()?;
    let (open, people) = (lines.len(), filled.devices.len());
    let mut note = format!(
        "resident; {people} sessions, {open} of them with an event stream; {before:.0} MiB before they came, after the \
         loads above; a database of {} MiB",
        filled.bytes / (1024 * 1024)
    );
    if refused > 0 {
        note.push_str(&format!(
            "; {refused} got no line, because the server holds a limited number of them, and would ask now and then"
        ));
    }
    Ok(vec![
        Row::once(
            format!("Memory with {experiences} experiences and {people} live sessions"),
            "MiB",
            memory,
        )
        .target(Target::AtMost(250.0))
        .note(note),
    ])
}
