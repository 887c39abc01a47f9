use std::time::Duration;

use super::error::{BenchError, BenchResult};
use super::fill::Filled;
use super::hub::BenchHub;
use super::load::{Ask, Load, Wire, load};
use super::plan::Effort;
use super::statistics::Series;
use super::sync::Held;
use super::table::{Row, Target};

/// Devices that ask at the same time.
pub(super) const DEVICES: usize = 64;

/// Pages that are asked for again and again.
const PAGES: usize = 60;

const LANGUAGES: [&str; 3] = ["ar", "fr", "en"];

/// Rows of a pull after a pause.
pub(super) const DELTA: u64 = 20;

/// The rates, and the size of an idle sync.
pub(super) async fn measure(hub: &BenchHub, filled: &Filled, effort: Effort) -> BenchResult<Vec<Row>> {
    let mut rows = vec![idle_sync(hub, filled)?];

    let pulls = repeated(effort, async |_| {
        delta_pulls(hub, filled, effort.lasting, true).await
    })
    .await?;
    rows.push(
        rate("Delta pulls of 20 rows", &pulls)
            .target(Target::AtLeast(4_000.0))
            .note(noted(
                &pulls,
                "64 signed-in devices; compressed with Brotli, as browsers ask for it",
            )),
    );
    let pulls = repeated(effort, async |_| {
        delta_pulls(hub, filled, effort.lasting, false).await
    })
    .await?;
    rows.push(rate("Delta pulls of 20 rows, not compressed", &pulls).note(noted(
        &pulls,
        "the same without Brotli, which shows what compressing costs",
    )));

    let pages = repeated(effort, async |_| html_pages(hub, filled, effort.lasting).await).await?;
    rows.push(
        rate("Public HTML pages", &pages)
            .target(Target::AtLeast(10_000.0))
            .note(noted(&pages, "60 experiences in three languages, over and over")),
    );
    let fresh = repeated(effort, async |run| {
        fresh_pages(hub, filled, effort.lasting, run).await
    })
    .await?;
    rows.push(
        rate("Public HTML pages, each for the first time", &fresh)
            .note(noted(&fresh, "another page with every request")),
    );

    let files = files_of(hub)?;
    let count = files.len();
    let immutable = repeated(effort, async |_| {
        let files = files.clone();
        load(hub.address, DEVICES, effort.lasting, move |connection, number| {
            let at = (connection + number).checked_rem(files.len()).unwrap_or(0);
            Ask::get(files.get(at).map_or("/", String::as_str))
        })
        .await
    })
    .await?;
    rows.push(
        rate("Immutable files", &immutable)
            .target(Target::AtLeast(15_000.0))
            .note(noted(
                &immutable,
                &format!("the {count} small files that a first page names"),
            )),
    );
    Ok(rows)
}

/// Runs a load several times.
pub(super) async fn repeated(
    effort: Effort,
    mut once: impl AsyncFnMut(usize) -> BenchResult<Load>,
) -> BenchResult<Vec<Load>> {
    let mut loads = Vec::with_capacity(effort.runs);
    for run in 0..effort.runs {
        loads.push(once(run).await?);
    }
    Ok(loads)
}

pub(super) fn rate(measure: &str, loads: &[Load]) -> Row {
    Row::new(measure, "/s", loads.iter().map(|load| load.per_second).collect())
}

/// What is to be known about a rate: how, the slowest hundredth, the size, and what went wrong.
pub(super) fn noted(loads: &[Load], how: &str) -> String {
    let median = |of: fn(&Load) -> f64| loads.iter().map(of).collect::<Series>().median().unwrap_or(0.0);
    let refused: usize = loads.iter().map(|load| load.refused).sum();
    let mut note = format!(
        "{how}; p99 {:.1} ms, {:.1} KB an answer",
        median(|load| load.p99_ms),
        median(|load| load.bytes) / 1000.0
    );
    if refused > 0 {
        note.push_str(&format!("; {refused} requests were refused and are not counted"));
    }
    note
}

pub(super) async fn delta_pulls(
    hub: &BenchHub,
    filled: &Filled,
    lasting: Duration,
    compressed: bool,
) -> BenchResult<Load> {
    let mut asks = Vec::new();
    for (number, device) in filled.devices.iter().take(DEVICES).enumerate() {
        let body = Held::by(hub.address, device, number)?.behind_by(DELTA)?;
        let ask = Ask::post("/api/pull", body).by(device);
        asks.push(if compressed { ask } else { ask.plain() });
    }
    let places = asks.len();
    load(hub.address, places, lasting, move |connection, number| {
        let ask = asks.get(connection).cloned().unwrap_or_else(|| Ask::get("/"));
        ask.from(address_of(connection, number))
    })
    .await
}

/// A device is counted under another address after so many requests, as if it were many devices.
pub(super) const fn address_of(connection: usize, number: usize) -> usize {
    connection + 256 * (1 + number / 500)
}

pub(super) async fn html_pages(hub: &BenchHub, filled: &Filled, lasting: Duration) -> BenchResult<Load> {
    let pages: Vec<String> = filled
        .slugs
        .iter()
        .take(PAGES)
        .flat_map(|slug| LANGUAGES.map(|lang| format!("/{lang}/experiences/{slug}")))
        .collect();
    // What the very first page costs, with its index over everything public, is part of the start.
    if let Some(first) = pages.first() {
        Wire::open(hub.address)?.ask(&Ask::get(first.clone()))?;
    }
    load(hub.address, DEVICES, lasting, move |connection, number| {
        let at = (connection * 7 + number).checked_rem(pages.len()).unwrap_or(0);
        Ask::get(pages.get(at).map_or("/", String::as_str))
    })
    .await
}

async fn fresh_pages(hub: &BenchHub, filled: &Filled, lasting: Duration, run: usize) -> BenchResult<Load> {
    let slugs: Vec<String> = filled.slugs.iter().skip(PAGES).cloned().collect();
    load(hub.address, DEVICES, lasting, move |connection, number| {
        let turn = connection + DEVICES * number;
        let at = turn.checked_rem(slugs.len()).unwrap_or(0);
        let round = run + turn.checked_div(slugs.len()).unwrap_or(0);
        let lang = LANGUAGES.get(round % 3).copied().unwrap_or("ar");
        Ask::get(format!(
            "/{lang}/experiences/{}",
            slugs.get(at).map_or("", String::as_str)
        ))
    })
    .await
}

/// The addresses of the build's files that the first page names; the large program itself is left out.
fn files_of(hub: &BenchHub) -> BenchResult<Vec<String>> {
    let mut wire = Wire::open(hub.address)?;
    let page = wire.ask(&Ask::get("/fr").plain())?;
    let page = String::from_utf8_lossy(&page.body).into_owned();
    let mut files: Vec<String> = page
        .split('"')
        .filter(|text| text.starts_with("/b/") && text.contains('.') && !text.ends_with(".wasm"))
        .map(str::to_owned)
        .collect();
    files.sort();
    files.dedup();
    let mut found = Vec::new();
    for file in files {
        if wire.ask(&Ask::get(file.clone()))?.status == 200 {
            found.push(file);
        }
    }
    if found.is_empty() {
        return Err(BenchError("the first page names no file of the build".to_owned()));
    }
    Ok(found)
}

/// What a browser says beside what is counted anyway.
const OF_A_BROWSER: [(&str, &str); 11] = [
    ("connection", "keep-alive"),
    ("sec-ch-ua", "\"Chromium\";v=\"140\", \"Not?A_Brand\";v=\"24\""),
    ("sec-ch-ua-platform", "\"Android\""),
    ("sec-ch-ua-mobile", "?1"),
    (
        "user-agent",
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
    ),
    ("accept", "*/*"),
    ("origin", "http://127.0.0.1"),
    ("sec-fetch-mode", "cors"),
    ("sec-fetch-dest", "empty"),
    ("referer", "http://127.0.0.1/fr/mine"),
    ("accept-language", "fr,ar;q=0.9"),
];

fn idle_sync(hub: &BenchHub, filled: &Filled) -> BenchResult<Row> {
    let device = filled
        .devices
        .first()
        .ok_or_else(|| BenchError("there is no device".to_owned()))?;
    let body = Held::by(hub.address, device, 0)?.behind_by(0)?;
    let ask = Ask::post("/api/pull", body.clone()).by(device).from(0);
    let answer = Wire::open(hub.address)?.ask_with(&ask, &OF_A_BROWSER)?;
    if answer.status != 200 {
        return Err(BenchError(format!(
            "an idle pull was answered with {}",
            answer.status
        )));
    }
    let (up, down) = answer.wire;
    Ok(Row::once("Idle sync round trip", "bytes", super::load::real(up + down))
        .target(Target::AtMost(1024.0))
        .note(format!(
            "a member with nothing new, over HTTP/1.1 with the heads of a browser: {up} up (body {}), {down} down (body {})",
            body.len(),
            answer.body.len()
        )))
}
