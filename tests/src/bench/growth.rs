use super::error::BenchResult;
use super::fill::Filled;
use super::hub::BenchHub;
use super::plan::Effort;
use super::reading::{delta_pulls, html_pages};
use super::statistics::Series;
use super::table::{Row, Target};
use super::writing::pushes;

/// What may cost so many times more with many experiences.
const MOST: Target = Target::AtMost(1.2);

/// A hub with its content and how many experiences that is.
pub(super) struct Grown<'a> {
    pub(super) hub: &'a BenchHub,
    pub(super) filled: &'a Filled,
    pub(super) experiences: usize,
}

/// How much more one request costs on the large hub than on the small one, turn by turn so that both meet the same
/// weather.
pub(super) async fn measure(small: &Grown<'_>, large: &Grown<'_>, effort: Effort) -> BenchResult<Vec<Row>> {
    let (mut pulls, mut pushed, mut pages) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..effort.runs {
        let seed = 1_000 + u64::try_from(run).unwrap_or(0);
        // The second one meets a machine that the first has tired: they take turns.
        let order = if run % 2 == 0 {
            [small, large]
        } else {
            [large, small]
        };
        let (mut pull, mut push, mut page) = (Vec::new(), Vec::new(), Vec::new());
        for one in order {
            pull.push(
                delta_pulls(one.hub, one.filled, effort.lasting, true)
                    .await?
                    .per_second,
            );
        }
        for one in order {
            push.push(
                pushes(one.hub, one.filled, effort.lasting, seed, 1)
                    .await?
                    .per_second,
            );
        }
        for one in order {
            page.push(html_pages(one.hub, one.filled, effort.lasting).await?.per_second);
        }
        for (into, mut rates) in [(&mut pulls, pull), (&mut pushed, push), (&mut pages, page)] {
            if run % 2 == 1 {
                rates.reverse();
            }
            if let [few, many] = rates.as_slice() {
                into.push(few / many);
            }
        }
    }
    let from_to = format!("from {} to {} experiences", small.experiences, large.experiences);
    let row = |what: &str, ratios: Vec<f64>| {
        Row::new(format!("{what}, {from_to}"), "×", Series::new(ratios))
            .target(MOST)
            .note("rate with few ÷ rate with many")
    };
    Ok(vec![
        row("Delta pull", pulls),
        row("Push", pushed),
        row("Public page", pages),
    ])
}

/// How much longer the app takes to come forward.
pub(super) fn of_the_app(few: &Series, many: &Series, sizes: (usize, usize)) -> Option<Row> {
    let ratio = many.median()? / few.median()?;
    Some(
        Row::once(
            format!("First usable page of the app, from {} to {} experiences", sizes.0, sizes.1),
            "×",
            ratio,
        )
        .target(MOST)
        .note("median of the list of experiences, cold, CPU ÷4, network as it is: interactive with many ÷ with few"),
    )
}
