use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::error::{BenchError, BenchResult, During as _};
use super::load::{Ask, Wire, load};
use super::machine;
use super::plan::{Effort, Peer};
use super::reading::{noted, rate, repeated};
use super::statistics::Series;
use super::table::Row;
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

/// The same questions to Kolibri, on the same machine in the same session.
pub(super) async fn measure(peer: &Peer, effort: Effort) -> BenchResult<Vec<Row>> {
    let kolibri = Kolibri::start(&peer.program, &peer.home)?;
    tokio::time::sleep(SETTLE).await;
    let mut rows = Vec::new();
    if let Some(memory) = machine::memory_mib(kolibri.program.id()) {
        rows.push(
            Row::once("Kolibri: memory idle", "MiB", memory)
                .note("resident, with the processes that it starts"),
        );
    }
    let origin = format!("http://{}", kolibri.address);
    let page = address_of_the_first_page(&kolibri, &origin).await?;
    let path = page.strip_prefix(&origin).unwrap_or("/").to_owned();
    let how = format!("{path}, 16 connections");
    let answers = repeated(effort, async |_| {
        let path = path.clone();
        load(kolibri.address, CONNECTIONS, effort.lasting, move |_, _| {
            Ask::get(path.clone())
        })
        .await
    })
    .await?;
    rows.push(rate("Kolibri: first page, requests", &answers).note(noted(&answers, &how)));

    let (mut painted, mut largest, mut bytes) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..effort.browser_runs {
        let visitor = Visitor::fresh().await.during("starting a browser")?;
        visitor.on(R2).await.during("slowing the network")?;
        visitor.slowed(R2_SLOWER).await.during("slowing the processor")?;
        let visit = visitor
            .loads(&page)
            .await
            .during("opening Kolibri’s first page")?;
        painted.extend(visit.first_ms.map(|ms| ms / 1000.0));
        largest.extend(visit.largest_ms.map(|ms| ms / 1000.0));
        bytes.push(visit.bytes / 1000.0);
    }
    rows.push(
        Row::new("Kolibri: first page on the wire", "KB", Series::new(bytes))
            .note("cold, until the page has loaded, as Resource Timing counts it"),
    );
    rows.push(Row::new(
        "Kolibri: first contentful paint at R2",
        "s",
        Series::new(painted),
    ));
    rows.push(Row::new(
        "Kolibri: largest contentful paint at R2",
        "s",
        Series::new(largest),
    ));

    let visitor = Visitor::fresh().await.during("starting a browser")?;
    visitor
        .loads(&page)
        .await
        .during("opening Kolibri’s first page")?;
    drop(kolibri);
    let again = visitor.loads(&page).await;
    rows.push(match again {
        Ok(_) => {
            Row::once("Kolibri: reload with the server stopped", "pages", 1.0).note("something was shown")
        }
        Err(_) => Row::once("Kolibri: reload with the server stopped", "pages", 0.0)
            .note("the browser’s error page"),
    });
    Ok(rows)
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
