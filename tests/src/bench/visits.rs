use std::time::Duration;

use super::error::{BenchError, BenchResult, During as _};
use super::fill::Filled;
use super::hub::BenchHub;
use super::plan::Effort;
use super::statistics::Series;
use super::table::{Row, Target};
use crate::browser::{Line, Visit, Visitor};

/// How long a page is watched after the app came forward, or after the language was switched.
const AFTERWARDS: Duration = Duration::from_millis(1500);

/// Somebody with a weak network and an old phone.
struct Reader {
    word: &'static str,
    line: Line,
    slower: u32,
    /// First paint, largest paint, interactive: seconds.
    targets: [f64; 3],
}

const READERS: [Reader; 2] = [
    Reader {
        word: "R1 (1.6 Mbit/s, 150 ms, CPU ÷4)",
        line: Line {
            bits_per_second: 1_600_000,
            latency_ms: 150,
        },
        slower: 4,
        targets: [1.0, 1.5, 3.5],
    },
    Reader {
        word: "R2 (400 kbit/s, 400 ms, CPU ÷6)",
        line: R2,
        slower: R2_SLOWER,
        targets: [2.5, 4.0, 9.0],
    },
];

/// The weaker of the two networks; the peer is measured on it as well.
pub(super) const R2: Line = Line {
    bits_per_second: 400_000,
    latency_ms: 400,
};
pub(super) const R2_SLOWER: u32 = 6;

/// Somebody opens the link of an experience for the first time, on each network, in Arabic and in French.
pub(super) async fn measure(hub: &BenchHub, filled: &Filled, effort: Effort) -> BenchResult<Vec<Row>> {
    let slug = filled
        .slugs
        .first()
        .ok_or_else(|| BenchError("there is no experience to open".to_owned()))?;
    let mut rows = Vec::new();
    for reader in &READERS {
        for (lang, other) in [("ar", "fr"), ("fr", "en")] {
            let address = format!("{}/{lang}/experiences/{slug}", hub.origin());
            let mut visits = Vec::new();
            let mut failures = Vec::new();
            for _ in 0..effort.browser_runs {
                match cold(reader, &address, other).await {
                    Ok(visit) => visits.push(visit),
                    Err(error) => failures.push(error.to_string()),
                }
            }
            rows.extend(rows_of(reader, (lang, other), &visits, &failures));
        }
    }
    Ok(rows)
}

struct Cold {
    arrived: Visit,
    settled: Visit,
    /// After a switch of the language.
    switched: Visit,
}

async fn cold(reader: &Reader, address: &str, other: &str) -> BenchResult<Cold> {
    let visitor = Visitor::fresh().await.during("starting a browser")?;
    visitor.on(reader.line).await.during("slowing the network")?;
    visitor
        .slowed(reader.slower)
        .await
        .during("slowing the processor")?;
    let arrived = visitor.opens(address).await.during("opening a page")?;
    tokio::time::sleep(AFTERWARDS).await;
    let settled = visitor.sees().await;
    let switch = format!("#app .language-switch a[hreflang={other}]");
    visitor.clicks(&switch).await.during("switching the language")?;
    // The words of the other language come over the slow line first.
    tokio::time::sleep(AFTERWARDS * 3).await;
    let switched = visitor.sees().await;
    Ok(Cold {
        arrived,
        settled,
        switched,
    })
}

fn rows_of(reader: &Reader, (lang, other): (&str, &str), visits: &[Cold], failures: &[String]) -> Vec<Row> {
    let seconds = |of: fn(&Cold) -> Option<f64>| -> Series {
        visits.iter().filter_map(of).map(|ms| ms / 1000.0).collect()
    };
    let [first, largest, forward] = reader.targets;
    let named = |what: &str| format!("{}, {lang}: {what}", reader.word);
    let all_shift = visits
        .iter()
        .map(|visit| visit.switched.all_shift)
        .collect::<Series>()
        .median()
        .unwrap_or(0.0);
    let failed = if failures.is_empty() {
        String::new()
    } else {
        format!("{} of the visits failed: {}", failures.len(), failures.join("; "))
    };
    let timed = |what, series, most| {
        Row::new(named(what), "s", series)
            .target(Target::AtMost(most))
            .note(failed.clone())
    };
    vec![
        timed("first contentful paint", seconds(|visit| visit.settled.first_ms), first),
        timed("largest contentful paint", seconds(|visit| visit.settled.largest_ms), largest),
        timed("interactive", seconds(|visit| visit.arrived.forward_ms), forward).note(format!(
            "the app has come forward: the server’s page is gone, the app’s is shown with all its text, the frame \
             after that was painted and the thread was free. {failed}"
        )),
        Row::new(
            named("on the wire until interactive"),
            "KB",
            visits
                .iter()
                .filter_map(|visit| visit.arrived.bytes_until_forward)
                .map(|bytes| bytes / 1000.0)
                .collect(),
        )
        .target(Target::AtMost(256.0))
        .note("heads and bodies, as Resource Timing counts them; what the service worker fetches later is not in it"),
        Row::new(
            named("layout shift"),
            "",
            visits.iter().map(|visit| visit.settled.shift).collect(),
        )
        .target(Target::AtMost(0.02))
        .note("the sum of the shifts until 1.5 s after the app came forward"),
        Row::new(
            named(&format!("layout shift, with a switch to {other}")),
            "",
            visits.iter().map(|visit| visit.switched.shift).collect(),
        )
        .target(Target::AtMost(0.02))
        .note(format!(
            "4.5 s after the touch; what comes within half a second of it does not count, as in browsers; with it {all_shift:.2}"
        )),
    ]
}

/// How long the list of experiences takes to be usable, cold, on a slow phone with a good network.
pub(super) async fn list(hub: &BenchHub, effort: Effort) -> BenchResult<Series> {
    let address = format!("{}/fr/experiences", hub.origin());
    let mut times = Vec::new();
    for _ in 0..effort.browser_runs {
        let visitor = Visitor::fresh().await.during("starting a browser")?;
        visitor.slowed(4).await.during("slowing the processor")?;
        let visit = visitor.opens(&address).await.during("opening the list")?;
        times.extend(visit.forward_ms);
    }
    Ok(Series::new(times))
}
