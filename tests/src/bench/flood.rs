//! What one address or one member can take from everybody else.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::time::Duration;

use shared::ids::{DeviceId, ExperienceId, MutationId};
use shared::lang::Lang;
use shared::limits::PERSON_MIB;
use shared::mutation::{Mutation, SaveDraft};
use shared::records::{Change, Section};
use shared::scope::Scope;
use shared::wire::{Envelope, Outcome, PROTOCOL, PULL_SCOPES, PullRequest, PushRequest, PushResponse};

use super::error::{BenchError, BenchResult, During as _};
use super::fill::{Device, Filled};
use super::hub::BenchHub;
use super::load::{Ask, Load, Wire, load, real};
use super::plan::Effort;
use super::reading::{address_of, html_pages};
use super::statistics::Series;
use super::sync::written;
use super::table::{Row, Target};

/// Bodies that are sent slowly, all from one address.
const SLOW_BODIES: usize = 300;

/// Connections that ask large questions all the time.
const ASKERS: usize = 16;

/// Addresses that try to hold all event streams, and how many each.
const LISTENING: (usize, usize) = (10, 64);

/// The longest a page may take while somebody floods the hub.
const CALM_MS: f64 = 50.0;

pub(super) async fn measure(
    hub: &BenchHub,
    filled: &Filled,
    folder: &Path,
    effort: Effort,
) -> BenchResult<Vec<Row>> {
    Ok(vec![
        slow_bodies(hub, effort).await?,
        streams(hub.address)?,
        large_questions(hub, filled, effort).await?,
        stored_by_one(hub, filled, folder)?,
    ])
}

fn p99(loads: &[Load]) -> Series {
    loads.iter().map(|load| load.p99_ms).collect()
}

fn refused(loads: &[Load]) -> usize {
    loads.iter().map(|load| load.refused).sum()
}

/// The API for others while one address sends bodies that do not end.
async fn slow_bodies(hub: &BenchHub, effort: Effort) -> BenchResult<Row> {
    let head = "POST /api/sign-in HTTP/1.1\r\nhost: 127.0.0.1\r\nsec-fetch-site: same-origin\r\n\
                x-forwarded-for: 10.255.0.1\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{";
    let mut open = Vec::with_capacity(SLOW_BODIES);
    for _ in 0..SLOW_BODIES {
        let mut stream = TcpStream::connect(hub.address).during("connecting")?;
        stream.write_all(head.as_bytes()).during("sending a request")?;
        open.push(stream);
    }
    let mut loads = Vec::new();
    for _ in 0..effort.runs {
        loads.push(
            load(hub.address, ASKERS, effort.lasting / 2, |connection, number| {
                Ask::get("/api/hub").from(address_of(connection, number))
            })
            .await?,
        );
    }
    Ok(Row::new(
        format!("API for others while {SLOW_BODIES} bodies of one address do not end, p99"),
        "ms",
        p99(&loads),
    )
    .target(Target::AtMost(CALM_MS))
    .note(format!("{} requests refused", refused(&loads))))
}

/// How many event streams ten addresses get.
fn streams(address: SocketAddr) -> BenchResult<Row> {
    let mut open = Vec::new();
    for number in 0..LISTENING.0 {
        for _ in 0..LISTENING.1 {
            let mut stream = TcpStream::connect(address).during("connecting")?;
            stream
                .set_read_timeout(Some(Duration::from_secs(10)))
                .during("connecting")?;
            let asking = format!(
                "GET /api/poke HTTP/1.1\r\nhost: 127.0.0.1\r\nx-forwarded-for: 10.255.1.{number}\r\n\r\n"
            );
            stream.write_all(asking.as_bytes()).during("sending a request")?;
            let mut start = [0; 12];
            stream.read_exact(&mut start).during("reading an answer")?;
            if start.ends_with(b"200") {
                open.push(stream);
            }
        }
    }
    Ok(
        Row::once("Event streams that ten addresses hold", "", real(open.len()))
            .target(Target::AtMost(300.0))
            .note("visitors, 64 from each address; as many again stay for those who are signed in"),
    )
}

/// Pages for others while one asks for as many unknown scopes as may be, and for the list of all pages.
async fn large_questions(hub: &BenchHub, filled: &Filled, effort: Effort) -> BenchResult<Row> {
    let unknown = |number: usize| Scope::Experience(ExperienceId::from_name(&number.to_string()));
    let question = written(&PullRequest {
        protocol: PROTOCOL,
        device: None,
        epoch: None,
        scopes: (0..PULL_SCOPES).map(|number| (unknown(number), None)).collect(),
        results_after: 0,
        sees: None,
    })?;
    let calm = html_pages(hub, filled, effort.lasting / 2).await?;
    let (mut pages, mut asked) = (Vec::new(), Vec::new());
    for _ in 0..effort.runs {
        let question = question.clone();
        let flood = load(hub.address, ASKERS, effort.lasting, move |connection, number| {
            let ask = if connection % 4 == 0 {
                Ask::get("/sitemap.xml")
            } else {
                Ask::post("/api/pull", question.clone())
            };
            ask.from(address_of(connection, number))
        });
        let (flood, page) = tokio::join!(flood, html_pages(hub, filled, effort.lasting / 2));
        pages.push(page?);
        asked.push(flood?);
    }
    let questions: Series = asked.iter().map(|load| load.per_second).collect();
    Ok(Row::new(
        "Public pages during a flood of large questions, p99",
        "ms",
        p99(&pages),
    )
    .target(Target::AtMost(CALM_MS))
    .note(format!(
        "{PULL_SCOPES} unknown scopes in each pull, and the list of pages, over {ASKERS} connections, {:.0} \
                 answered a second; p99 of pages before {:.1} ms",
        questions.median().unwrap_or(0.0),
        calm.p99_ms
    )))
}

/// What one member can make the hub keep, and whether another one still can write.
fn stored_by_one(hub: &BenchHub, filled: &Filled, folder: &Path) -> BenchResult<Row> {
    let mut people = filled.devices.iter().rev();
    let (Some(one), Some(other)) = (people.next(), people.next()) else {
        return Err(BenchError("there are not two people".to_owned()));
    };
    let file = server::store::DataFolder::database_of(folder);
    let weigh = || {
        std::fs::metadata(&file)
            .map(|file| file.len())
            .during("weighing the database")
    };
    let before = weigh()?;
    let mut wire = Wire::open(hub.address)?;
    // Two thousand are far more than there is room for.
    let mut kept = 0;
    let mut why = String::new();
    while why.is_empty() && kept < 2_000 {
        match save(&mut wire, one, kept + 1, 20_000)? {
            Outcome::Applied => kept += 1,
            Outcome::Refused { refusal } => why = refusal.code.code().to_owned(),
        }
    }
    let after = weigh()?;
    let goes_on = save(&mut wire, other, 1, 200)? == Outcome::Applied;
    let grew = after.saturating_sub(before) / (1024 * 1024);
    // What the store keeps around rows is no more than that.
    let most = 3 * PERSON_MIB;
    Ok(
        Row::once(
            "Growth of the database by one member until refused",
            "MiB",
            real(usize::try_from(grew).unwrap_or(usize::MAX)),
        )
        .target(Target::AtMost(real(most)))
        .note(format!(
            "{kept} drafts with long sections full, then `{why}`; the quota counts {PERSON_MIB} MiB of rows; another \
             member's draft is {}",
            if goes_on { "kept" } else { "refused" }
        )),
    )
}

fn save(wire: &mut Wire, device: &Device, n: u64, length: usize) -> BenchResult<Outcome> {
    let long = Section::ALL
        .into_iter()
        .filter(|section| !matches!(section, Section::Title | Section::Summary));
    let save: Mutation = SaveDraft {
        experience: ExperienceId::from_name(&format!("{}/{n}", device.secret)),
        collectivity: device.collectivity,
        changes: long
            .map(|section| Change::Text {
                section,
                lang: Lang::Fr,
                text: "a".repeat(length),
                seen: Vec::new(),
            })
            .collect(),
    }
    .into();
    let id = MutationId::from_name(&format!("{}/flood/{n}", device.secret));
    let now = server::clock::Clock::system().now();
    let push = PushRequest {
        protocol: PROTOCOL,
        device: DeviceId::from_name(&format!("{}/flood", device.secret)),
        epoch: None,
        mutations: vec![Envelope::new(id, n, now, &save).during("writing a mutation")?],
    };
    let answer = wire.ask(&Ask::post("/api/push", written(&push)?).by(device).from(0))?;
    let answer: PushResponse = serde_json::from_slice(&answer.body).during("reading the answer to a push")?;
    let result = answer.results.into_iter().next();
    Ok(result
        .ok_or_else(|| BenchError("a push was not answered".to_owned()))?
        .outcome)
}
