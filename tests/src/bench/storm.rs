//! Wrong passwords from everywhere: what they take of the memory, and what they leave to everybody else.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;
use server::accounts::credentials::{self, Credentials};
use server::accounts::passwords::PasswordPool;
use server::address::AddressKey;
use server::store::{RedbStore, Store as _};
use tokio::task::JoinSet;

use super::error::{BenchError, BenchResult, During as _};
use super::fill::{Filled, Size, fill};
use super::hub::{BenchHub, Server};
use super::load::{Ask, ask_once, connect, drained, real};
use super::plan::Effort;
use super::statistics::{Series, percentile};
use super::table::{Row, Target};

/// Where the wrong passwords come from.
const ADDRESSES: usize = 200;

/// How many come from each at least.
const TRIES: usize = 10;

/// How long an address waits after an answer before it tries again.
const PAUSE: Duration = Duration::from_millis(100);

/// People who do something else meanwhile, and how often each does.
const OTHERS: usize = 16;
const OTHERS_EVERY: Duration = Duration::from_millis(50);

const EMAIL: &str = "person-0@example.ma";
const PASSWORD: &str = "une phrase assez longue";

/// The numbers of the addresses of those who sign in with the right password; the others have lower ones.
const CALM: usize = 10_000;

#[derive(Clone, Copy, Default)]
struct Storm {
    memory_mib: f64,
    tries: usize,
    hashed: usize,
    others_p99_ms: f64,
    slowest_sign_in: f64,
    sign_ins: usize,
}

pub(super) async fn measure(server: &Server, work: &Path, effort: Effort) -> BenchResult<Vec<Row>> {
    let folder = work.join("storm");
    std::fs::create_dir_all(&folder).during("making a data folder")?;
    let size = Size {
        experiences: 50,
        people: OTHERS,
    };
    let filled = fill(&folder, 1, size)?;
    give_password(&folder).await?;
    let mut storms = Vec::with_capacity(effort.runs);
    for _ in 0..effort.runs {
        let hub = BenchHub::start(server, &folder)?;
        storms.push(storm(&hub, &filled, effort.lasting).await?);
    }
    let series = |of: fn(&Storm) -> f64| storms.iter().map(of).collect::<Series>();
    let median = |of: fn(&Storm) -> f64| series(of).median().unwrap_or(0.0);
    let note = format!(
        "{ADDRESSES} addresses, each with another account at every try, {:.0} tries of which {:.0} were hashed and the others \
         refused at once; the most that was resident",
        median(|storm| real(storm.tries)),
        median(|storm| real(storm.hashed)),
    );
    Ok(vec![
        Row::new(
            "Storm of sign-ins: memory",
            "MiB",
            series(|storm| storm.memory_mib),
        )
        .target(Target::AtMost(120.0))
        .note(note),
        Row::new(
            "… p99 of other requests",
            "ms",
            series(|storm| storm.others_p99_ms),
        )
        .target(Target::AtMost(300.0))
        .note(format!(
            "{OTHERS} people who pull and read a page, in turn, 20 times a second each"
        )),
        Row::new(
            "… slowest right password",
            "s",
            series(|storm| storm.slowest_sign_in),
        )
        .target(Target::AtMost(2.0))
        .note(format!(
            "{:.0} sign-ins one after the other, each from an address that tried none and a new device",
            median(|storm| real(storm.sign_ins))
        )),
    ])
}

async fn give_password(folder: &Path) -> BenchResult<()> {
    let address = AddressKey::of(std::net::Ipv4Addr::LOCALHOST.into());
    let hash = PasswordPool::new(1)
        .during("starting to hash")?
        .hash(address, "password", PASSWORD.to_owned(), Default::default())
        .await
        .during("hashing a password")?;
    let store = RedbStore::open(folder).during("opening the data folder")?;
    let mut txn = store.write().during("writing")?;
    let person = credentials::find_by_email(&*txn, EMAIL)
        .during("finding a person")?
        .ok_or_else(|| BenchError(format!("nobody has the address {EMAIL}")))?;
    credentials::keep(&mut *txn, person, &Credentials::new(Some(hash))).during("writing a password")?;
    txn.commit().during("writing a password")
}

fn signing_in(email: &str, password: &str) -> Ask {
    let body = json!({ "email": email, "password": password, "device_name": "bench" });
    Ask::post("/api/sign-in", body.to_string())
}

async fn storm(hub: &BenchHub, filled: &Filled, lasting: Duration) -> BenchResult<Storm> {
    let end = Instant::now() + lasting;
    let mut tries = JoinSet::new();
    for number in 0..ADDRESSES {
        tries.spawn(try_passwords(hub.address, number, end));
    }
    let mut others = JoinSet::new();
    for (number, device) in filled.devices.iter().enumerate() {
        let asks = [
            Ask::get("/api/session").by(device).from(1_000 + number),
            Ask::get(format!(
                "/fr/experiences/{}",
                filled.slugs.get(number).map_or("", String::as_str)
            )),
        ];
        others.spawn(do_something_else(hub.address, asks, end));
    }
    let sign_ins = tokio::spawn(sign_in_calmly(hub.address, end));

    let mut storm = Storm::default();
    while Instant::now() < end {
        storm.memory_mib = storm.memory_mib.max(hub.memory_mib()?);
        tokio::time::sleep(PAUSE).await;
    }
    while let Some(done) = tries.join_next().await {
        let (count, hashed) = done.during("trying passwords")??;
        storm.tries += count;
        storm.hashed += hashed;
    }
    let mut micros = Vec::new();
    while let Some(done) = others.join_next().await {
        micros.extend(done.during("doing something else")??);
    }
    storm.others_p99_ms = f64::from(percentile(micros, 99)) / 1000.0;
    (storm.slowest_sign_in, storm.sign_ins) = sign_ins.await.during("signing in")??;
    storm.memory_mib = storm.memory_mib.max(hub.memory_mib()?);
    Ok(storm)
}

/// How many passwords were tried, and how many of them looked at.
async fn try_passwords(
    address: std::net::SocketAddr,
    number: usize,
    end: Instant,
) -> BenchResult<(usize, usize)> {
    let mut sender = connect(address).await?;
    let (mut tries, mut hashed) = (0, 0);
    while tries < TRIES || Instant::now() < end {
        let email = format!("nobody-{number}-{tries}@example.ma");
        let ask = signing_in(&email, "une phrase qui ne va pas").from(number);
        let answer = ask_once(&mut sender, ask).await?;
        tries += 1;
        hashed += usize::from(answer.status().as_u16() == 401);
        drained(answer.into_body()).await?;
        tokio::time::sleep(PAUSE).await;
    }
    Ok((tries, hashed))
}

/// How long each answer took, in microseconds.
async fn do_something_else(
    address: std::net::SocketAddr,
    asks: [Ask; 2],
    end: Instant,
) -> BenchResult<Vec<u32>> {
    let mut sender = connect(address).await?;
    let mut micros = Vec::new();
    for ask in asks.iter().cycle() {
        if Instant::now() >= end {
            break;
        }
        let asked = Instant::now();
        let answer = ask_once(&mut sender, ask.clone()).await?;
        let status = answer.status();
        drained(answer.into_body()).await?;
        if !status.is_success() {
            return Err(BenchError(format!("somebody else was answered with {status}")));
        }
        micros.push(u32::try_from(asked.elapsed().as_micros()).unwrap_or(u32::MAX));
        tokio::time::sleep(OTHERS_EVERY).await;
    }
    Ok(micros)
}

/// The seconds that the slowest sign-in took until it succeeded, and how many there were.
async fn sign_in_calmly(address: std::net::SocketAddr, end: Instant) -> BenchResult<(f64, usize)> {
    let mut sender = connect(address).await?;
    let (mut slowest, mut count) = (0.0_f64, 0);
    while Instant::now() < end {
        let begun = Instant::now();
        loop {
            let ask = signing_in(EMAIL, PASSWORD).from(CALM + count);
            let answer = ask_once(&mut sender, ask).await?;
            let status = answer.status();
            drained(answer.into_body()).await?;
            match status.as_u16() {
                200 => break,
                // As it was told to.
                503 => tokio::time::sleep(Duration::from_secs(1)).await,
                _ => return Err(BenchError(format!("a right password was answered with {status}"))),
            }
        }
        slowest = slowest.max(begun.elapsed().as_secs_f64());
        count += 1;
        tokio::time::sleep(PAUSE).await;
    }
    Ok((slowest, count))
}
