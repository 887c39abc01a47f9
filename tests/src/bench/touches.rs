use std::time::Duration;

use super::error::{BenchError, BenchResult, During as _};
use super::fill::Filled;
use super::hub::BenchHub;
use super::plan::Effort;
use super::statistics::Series;
use super::table::{Row, Target};
use crate::browser::Visitor;

/// How long a touch may go on having effects before it is asked how long it took.
const AFTERWARDS: Duration = Duration::from_millis(2500);

const SENTENCE: &str = "Le budget est voté avec les habitants.";

/// The browser reports nothing that took less.
const LEAST_MS: f64 = 16.0;

/// What is done with the list, one after the other on one page.
const TOUCHES: [(&str, Touch); 4] = [
    (
        "open the filters",
        Touch::Click("#app main .filter-panel > summary"),
    ),
    ("filter", Touch::Click("#app main .filter-panel fieldset label")),
    ("search", Touch::Type("#app main input[type=search]", "budget")),
    ("open an experience", Touch::Click("#app main li.card a")),
];

#[derive(Clone, Copy, Debug)]
enum Touch {
    Click(&'static str),
    Type(&'static str, &'static str),
}

/// How long a slow phone takes from a touch to the next paint, with so many cards on it.
pub(super) async fn measure(
    hub: &BenchHub,
    filled: &Filled,
    cards: usize,
    effort: Effort,
) -> BenchResult<Vec<Row>> {
    let address = format!("{}/fr/experiences", hub.origin());
    let mut taken = TOUCHES.map(|_| (Vec::new(), Vec::new()));
    for _ in 0..effort.browser_runs {
        let visitor = Visitor::fresh().await.during("starting a browser")?;
        settles(&visitor, &address).await?;
        for ((_, touch), (times, failures)) in TOUCHES.iter().zip(&mut taken) {
            match touched(&visitor, *touch).await {
                Ok(ms) => times.push(ms),
                Err(error) => failures.push(error.to_string()),
            }
        }
    }
    let rows = TOUCHES.iter().zip(taken).map(|((what, _), (times, failures))| {
        let how = "the slowest event of the touch, as Event Timing counts it; less than 16 ms counts as 16";
        Row::new(
            format!("Interaction to next paint, {cards} cards, CPU ÷4: {what}"),
            "ms",
            Series::new(times),
        )
        .target(Target::AtMost(100.0))
        .note(if failures.is_empty() {
            how.to_owned()
        } else {
            format!("{how}; {} failed: {}", failures.len(), failures.join("; "))
        })
    });
    let mut rows: Vec<Row> = rows.collect();
    let what = format!("Interaction to next paint, {cards} cards, CPU ÷4: type in the composer");
    // What fails here takes nothing of the others along.
    rows.push(match composing(hub, filled, effort).await {
        Ok(times) => Row::new(what, "ms", times).target(Target::AtMost(100.0)).note(
            "the slowest of the keys of a short sentence, ten a second at most, each saved as it is typed",
        ),
        Err(error) => Row::without(what, error.to_string()),
    });
    Ok(rows)
}

/// The same for somebody who writes an experience of their own on such a phone.
async fn composing(hub: &BenchHub, filled: &Filled, effort: Effort) -> BenchResult<Series> {
    let writer = filled
        .devices
        .first()
        .ok_or_else(|| BenchError("there is nobody to write".to_owned()))?;
    let address = format!("{}/fr/experiences/write", hub.origin());
    let mut times = Vec::new();
    for _ in 0..effort.browser_runs {
        let visitor = Visitor::fresh().await.during("starting a browser")?;
        visitor
            .holds_session(&hub.origin(), server::cookies::LOOPBACK_NAME, &writer.secret)
            .await
            .during("signing in")?;
        settles(&visitor, &address).await?;
        times.push(touched(&visitor, Touch::Type("#app main textarea", SENTENCE)).await?);
    }
    Ok(Series::new(times))
}

/// The page is open, every card is there, and the phone is slow from now on.
async fn settles(visitor: &Visitor, address: &str) -> BenchResult<()> {
    visitor.opens(address).await.during("opening the page")?;
    visitor
        .has_fetched_everything()
        .await
        .during("fetching the cards")?;
    visitor.slowed(4).await.during("slowing the processor")
}

async fn touched(visitor: &Visitor, touch: Touch) -> BenchResult<f64> {
    visitor.forgets_touches().await;
    match touch {
        Touch::Click(selector) => visitor.clicks(selector).await,
        Touch::Type(selector, words) => visitor.types(selector, words).await,
    }
    .during("touching the page")?;
    tokio::time::sleep(AFTERWARDS).await;
    Ok(visitor.slowest_touch_ms().await.unwrap_or(0.0).max(LEAST_MS))
}
