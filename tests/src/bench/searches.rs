use std::time::{Duration, Instant};

use super::error::{BenchError, BenchResult};
use super::hub::BenchHub;
use super::load::{Ask, Wire, load};
use super::plan::Effort;
use super::reading::{address_of, noted, rate, repeated};
use super::table::{Row, Target};

/// People who search at the same time.
const SEARCHERS: usize = 8;

/// Questions of people: one word, several, being typed, in each language, and one that is misspelt.
const QUESTIONS: [&str; 8] = [
    "transparency",
    "budget+participatif",
    "a",
    "%D8%A7%D9%84%D8%B4%D9%81%D8%A7%D9%81%D9%8A%D8%A9",
    "acc%C3%A8s+%C3%A0+l%27information",
    "cocreation",
    "transparance",
    "commune+de+Tinghir",
];

/// How long questions wait for their answers, alone and while pages are asked for as well; and the memory of the server.
pub(super) async fn measure(hub: &BenchHub, effort: Effort) -> BenchResult<Vec<Row>> {
    let before = hub.memory_mib()?;
    let begun = Instant::now();
    wait_until_all_is_read(hub).await?;
    let read = Row::once(
        "Reading all texts for the search",
        "s",
        begun.elapsed().as_secs_f64(),
    )
    .note(format!(
        "beside the first requests; the server holds {:.0} MiB after it and {before:.0} MiB at its start",
        hub.memory_mib()?
    ));

    let alone = repeated(effort, async |_| {
        load(hub.address, 1, effort.lasting, move |connection, number| {
            question(number % QUESTIONS.len())
                .unwrap_or_else(|| Ask::get("/healthz"))
                .from(address_of(connection, number))
        })
        .await
    })
    .await?;
    let busy = repeated(effort, async |_| {
        load(
            hub.address,
            SEARCHERS,
            effort.lasting,
            move |connection, number| {
                let turn = connection + number;
                let ask =
                    question(turn % (2 * QUESTIONS.len())).unwrap_or_else(|| Ask::get("/fr/experiences"));
                ask.from(address_of(connection, number))
            },
        )
        .await
    })
    .await?;
    let memory = hub.memory_mib()?;
    let p99 = |loads: &[super::load::Load]| loads.iter().map(|load| load.p99_ms).collect();
    Ok(vec![
        read,
        rate("Searches of one person", &alone).note(noted(&alone, "one question after the other")),
        Row::new("Search among all texts, p99", "ms", p99(&busy))
            .target(Target::AtMost(50.0))
            .note(noted(
                &busy,
                &format!(
                    "{SEARCHERS} people search and open lists in turn; the server holds {memory:.0} MiB"
                ),
            )),
    ])
}

fn question(turn: usize) -> Option<Ask> {
    let question = QUESTIONS.get(turn)?;
    Some(Ask::get(format!("/api/search?q={question}&lang=fr")))
}

async fn wait_until_all_is_read(hub: &BenchHub) -> BenchResult<()> {
    // Plain, because its words are looked at.
    let first = Ask::get("/api/search?q=budget&lang=fr").plain();
    let until = Instant::now() + Duration::from_secs(120);
    while !String::from_utf8_lossy(&Wire::open(hub.address)?.ask(&first)?.body)
        .contains(r#""is_complete":true"#)
    {
        if Instant::now() > until {
            return Err(BenchError(
                "the search has not read everything in two minutes".to_owned(),
            ));
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    Ok(())
}
