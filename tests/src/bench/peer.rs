use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::error::{BenchError, BenchResult, During as _};
use super::hub::{BenchHub, Server};
use super::load::{Ask, Wire, load};
use super::machine;
use super::plan::{Effort, Peer};
use super::reading::{noted, rate, repeated};
use super::statistics::Series;
use super::table::{Row, Target};
use super::visits::{R2, R2_SLOWER};
use crate::browser::Visitor;

/// How long Kolibri may take to start.
const LONGEST_START: Duration = Duration::from_secs(120);

/// It answers with some threads of one process; more connections would only wait.
const CONNECTIONS: usize = 16;

/// How much its memory is given to settle.
const SETTLE: Duration = Duration::from_secs(10);

/// Kolibri on this machine, from a folder that was provisioned; ended when dropped.
struct Kolibri {
    program: Child,
    address: SocketAddr,
}

impl Kolibri {
    fn start(program: &Path, home: &Path) -> BenchResult<Self> {
        let (port, other) = (free_port()?, free_port()?);
        let log = std::fs::File::create(home.with_extension("log")).during("making a log for Kolibri")?;
        let started = Command::new(program)
            .args(["start", "--foreground"])
            .env("KOLIBRI_HOME", home)
            .env("KOLIBRI_LISTEN_ADDRESS", "127.0.0.1")
            // Nothing is told to the network around.
            .env("KOLIBRI_ZEROCONF_ENABLED", "false")
            .env("KOLIBRI_HTTP_PORT", port.to_string())
            .env("KOLIBRI_ZIP_CONTENT_PORT", other.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .during("starting Kolibri")?;
        let kolibri = Self {
            program: started,
            address: SocketAddr::from(([127, 0, 0, 1], port)),
        };
        let begun = Instant::now();
        while !kolibri.answers() {
            if begun.elapsed() > LONGEST_START {
                return Err(BenchError("Kolibri did not answer within two minutes".to_owned()));
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        Ok(kolibri)
    }

    fn answers(&self) -> bool {
        Wire::open(self.address)
            .and_then(|mut wire| wire.ask(&Ask::get("/")))
            .is_ok_and(|answer| answer.status < 400)
    }
}

impl Drop for Kolibri {
    fn drop(&mut self) {
        // It is asked to end first, so that what it started ends as well.
        let _ = Command::new("kill").arg(self.program.id().to_string()).status();
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(15) {
            if self.program.try_wait().is_ok_and(|ended| ended.is_some()) {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

fn free_port() -> BenchResult<u16> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").during("finding a free port")?;
    Ok(listener.local_addr().during("finding a free port")?.port())
}

/// The same questions to both, on the same machine in the same session. What Kolibri does is the target of the hub.
pub(super) async fn measure(
    peer: &Peer,
    server: &Server,
    folder: &Path,
    effort: Effort,
) -> BenchResult<Vec<Row>> {
    let kolibri = Kolibri::start(&peer.program, &peer.home)?;
    let origin = format!("http://{}", kolibri.address);
    let first = Asked {
        name: "Kolibri",
        process: kolibri.program.id(),
        address: kolibri.address,
        pages: [
            ("first page", address_of_the_first_page(&kolibri, &origin).await?),
            ("learn page", format!("{origin}/fr-fr/learn/")),
        ],
        comes_forward: false,
    };
    let [(_, first_page), _] = &first.pages;
    let theirs = first.answers(effort).await?;
    let visitor = Visitor::fresh().await.during("starting a browser")?;
    visitor
        .loads(first_page)
        .await
        .during("opening Kolibri’s first page")?;
    drop(kolibri);
    let theirs_again = visitor.loads(first_page).await.is_ok();
    drop(visitor);

    let hub = BenchHub::start(server, folder)?;
    let first = Asked {
        name: "Multaqa",
        process: hub.id(),
        address: hub.address,
        pages: [
            ("first page", format!("{}/fr", hub.origin())),
            ("learn page", format!("{}/fr/learn", hub.origin())),
        ],
        comes_forward: true,
    };
    let [(_, first_page), _] = &first.pages;
    let ours = first.answers(effort).await?;
    let visitor = Visitor::fresh().await.during("starting a browser")?;
    visitor.loads(first_page).await.during("opening the first page")?;
    visitor.has_kept_the_app().await.during("the first visit")?;
    drop(hub);
    let ours_again = visitor.loads(first_page).await.is_ok();

    let mut rows = Vec::new();
    for (theirs, ours) in theirs.into_iter().zip(ours) {
        let target = theirs.series.median().map(|median| {
            if theirs.unit == "/s" {
                Target::AtLeast(median)
            } else {
                Target::AtMost(median)
            }
        });
        rows.push(theirs);
        rows.push(match target {
            Some(target) => ours.target(target),
            None => ours,
        });
    }
    rows.push(reloaded("Kolibri", theirs_again));
    rows.push(reloaded("Multaqa", ours_again));
    Ok(rows)
}

fn reloaded(name: &str, is_there: bool) -> Row {
    let (pages, note) = if is_there {
        (1.0, "the page was there again")
    } else {
        (0.0, "the error page of the browser")
    };
    Row::once(
        format!("{name}: first page again with the server stopped"),
        "of 1",
        pages,
    )
    .note(note)
}

/// One of the two.
struct Asked {
    name: &'static str,
    process: u32,
    address: SocketAddr,
    /// What they are called, and their addresses.
    pages: [(&'static str, String); 2],
    /// Whether a page is used once its app has come forward, which is after the document has loaded.
    comes_forward: bool,
}

impl Asked {
    async fn answers(&self, effort: Effort) -> BenchResult<Vec<Row>> {
        tokio::time::sleep(SETTLE).await;
        let memory = machine::memory_mib(self.process).ok_or_else(|| {
            BenchError("this system does not tell how much memory a process takes".to_owned())
        })?;
        let mut rows = vec![
            Row::once(format!("{}: memory idle", self.name), "MiB", memory)
                .note("resident, with the processes that it starts"),
        ];
        for (what, page) in &self.pages {
            rows.extend(self.page_answers(what, page, effort).await?);
        }
        Ok(rows)
    }

    async fn page_answers(&self, what: &str, page: &str, effort: Effort) -> BenchResult<Vec<Row>> {
        let path = page
            .strip_prefix(&format!("http://{}", self.address))
            .unwrap_or("/")
            .to_owned();
        let loads = repeated(effort, async |_| {
            let path = path.clone();
            load(self.address, CONNECTIONS, effort.lasting, move |_, _| {
                Ask::get(path.clone())
            })
            .await
        })
        .await?;
        let (mut painted, mut largest, mut bytes) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..effort.browser_runs {
            let visitor = Visitor::fresh().await.during("starting a browser")?;
            visitor.on(R2).await.during("slowing the network")?;
            visitor.slowed(R2_SLOWER).await.during("slowing the processor")?;
            let visit = if self.comes_forward {
                visitor.opens(page).await
            } else {
                visitor.loads(page).await
            };
            let visit = visit.during(&format!("opening the {what}"))?;
            painted.extend(visit.first_ms.map(|ms| ms / 1000.0));
            largest.extend(visit.largest_ms.map(|ms| ms / 1000.0));
            bytes.push(visit.bytes / 1000.0);
        }
        let named = |measure: &str| format!("{}: {what}{measure}", self.name);
        Ok(vec![
            rate(&named(", requests"), &loads)
                .note(noted(&loads, &format!("{path}, {CONNECTIONS} connections"))),
            Row::new(named(" on the wire"), "KB", Series::new(bytes)).note(if self.comes_forward {
                "cold, until the app has come forward, as Resource Timing counts it"
            } else {
                "cold, until the document has loaded and something is painted, as Resource Timing counts it"
            }),
            Row::new(named(", first contentful paint at R2"), "s", Series::new(painted)),
            Row::new(
                named(", largest contentful paint at R2"),
                "s",
                Series::new(largest),
            ),
        ])
    }
}

/// Where the first page leads a visitor.
async fn address_of_the_first_page(kolibri: &Kolibri, origin: &str) -> BenchResult<String> {
    let visitor = Visitor::fresh().await.during("starting a browser")?;
    visitor
        .loads(&format!("http://{}/", kolibri.address))
        .await
        .during("opening Kolibri")?;
    let address = visitor.asks("return location.href.split('#')[0]").await;
    let address = address.as_str().unwrap_or_default();
    if address.starts_with(origin) {
        Ok(address.to_owned())
    } else {
        Err(BenchError(format!("Kolibri’s first page leads to {address}")))
    }
}
