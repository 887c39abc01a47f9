use std::path::Path;

use super::error::{BenchError, BenchResult, During as _};
use super::fill::Filled;
use super::hub::{BenchHub, Server};
use super::plan::Effort;
use super::statistics::Series;
use super::table::{Row, Target};
use crate::browser::Visitor;

/// Somebody visited once; the server is gone and the browser was closed. How long until the page can be read again?
pub(super) async fn measure(
    server: &Server,
    folder: &Path,
    filled: &Filled,
    effort: Effort,
) -> BenchResult<Vec<Row>> {
    let slug = filled
        .slugs
        .first()
        .ok_or_else(|| BenchError("there is no experience to open".to_owned()))?;
    let (mut shown, mut painted) = (Vec::new(), Vec::new());
    for _ in 0..effort.browser_runs {
        let hub = BenchHub::start(server, folder)?;
        let address = format!("{}/fr/experiences/{slug}", hub.origin());
        let visitor = Visitor::fresh().await.during("starting a browser")?;
        visitor.opens(&address).await.during("the one visit")?;
        visitor.has_kept_the_app().await.during("the one visit")?;
        drop(hub);
        let visitor = visitor.reopened().await.during("starting the browser again")?;
        visitor.slowed(4).await.during("slowing the processor")?;
        let visit = visitor
            .opens(&address)
            .await
            .during("opening the page without a server")?;
        shown.extend(visit.forward_ms.map(|ms| ms / 1000.0));
        painted.extend(visit.first_ms.map(|ms| ms / 1000.0));
    }
    Ok(vec![
        Row::new("Reopen offline, CPU ÷4: content shown", "s", Series::new(shown))
            .target(Target::AtMost(1.0))
            .note(
                "the experience that was read once, in French; server stopped, browser restarted; the app is shown \
                 with all the text of the page. The service worker’s own thread is not slowed by the browser",
            ),
        Row::new("Reopen offline, CPU ÷4: first contentful paint", "s", Series::new(painted)),
    ])
}
