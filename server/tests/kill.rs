//! What the server acknowledged survives its sudden death, and happened once.
//!
//! A second process of this same test binary runs the real hub on a real data folder under load and says on its
//! standard output what was acknowledged; it is killed with SIGKILL at an arbitrary moment, thirty times.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use server::authority::{self, AuthorityError};
use server::database::Database;
use server::entropy::OsEntropy;
use server::row_store::{self, RowStore};
use server::store::{MemoryStore, RedbStore, Store};
use shared::apply::{View, store_person};
use shared::ids::{CollectivityId, DeviceId, ExperienceId, MutationId, PersonId};
use shared::lang::{Lang, Translated};
use shared::mutation::{Mutation, SaveDraft};
use shared::records::{Change, Collectivity, Experience, Identity, InvitedAs, Person, Roles, Section};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::{CollectivityKind, CollectivityRole};
use shared::wire::{Envelope, Outcome, PROTOCOL, PullRequest, PushRequest};
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

const FOLDER: &str = "MULTAQA_KILL_TEST_FOLDER";
const PANIC: &str = "MULTAQA_PANIC_TEST";
const KILLS: usize = 30;
const DEVICES: usize = 6;
const NOW: Timestamp = Timestamp(1_795_392_000_000);

fn collectivity() -> CollectivityId {
    CollectivityId::from_name("tinghir")
}

fn person(device: usize) -> PersonId {
    PersonId::from_name(&format!("person {device}"))
}

fn device(number: usize) -> DeviceId {
    DeviceId::from_name(&format!("device {number}"))
}

/// Each device writes one draft of its own, whose revision counts the changes that really happened.
fn draft(device: usize) -> ExperienceId {
    ExperienceId::from_name(&format!("draft {device}"))
}

fn envelope(device: usize, n: u64) -> Envelope {
    let save: Mutation = SaveDraft {
        experience: draft(device),
        collectivity: collectivity(),
        changes: vec![Change::Text {
            section: Section::Summary,
            lang: Lang::Ar,
            text: format!("الحفظ رقم {n}"),
            seen: Vec::new(),
        }],
    }
    .into();
    Envelope::new(MutationId::from_name(&format!("{device}/{n}")), n, NOW, &save).unwrap()
}

fn found(folder: &Path) {
    let store = RedbStore::open(folder).unwrap();
    server::database::ensure_epoch(&store, &mut OsEntropy).unwrap();
    let mut txn = store.write().unwrap();
    let mut row_store = RowStore::new(&mut *txn);
    let member = InvitedAs::Collectivity {
        collectivity: collectivity(),
        role: CollectivityRole::Member,
    };
    let tinghir = Collectivity {
        id: collectivity(),
        slug: "tinghir".to_owned(),
        kind: CollectivityKind::Commune,
        code: "08.577.01.11".to_owned(),
        region: "08".to_owned(),
        name: Translated::new("تنغير", "Tinghir", "Tinghir"),
        province: None,
        shares_name: false,
        population: None,
        joined: Some("2023-05".to_owned()),
        source: None,
    };
    row_store.put(Scope::Directory, tinghir.clone().into());
    row_store.put(Scope::Public, tinghir.into());
    for device in 0..DEVICES {
        let person = Person {
            id: person(device),
            name: format!("{device}"),
            email: format!("{device}@example.ma"),
            lang: Lang::Ar,
            roles: Roles::invited_as(member),
            joined: NOW,
            disabled: false,
        };
        store_person(&mut row_store, None, &person);
    }
    row_store.finish().unwrap();
    txn.commit().unwrap();
}

/// What the killed process does: every device pushes without end and reports each acknowledgement in one line.
fn push_until_killed(folder: &Path) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let store = RedbStore::open(folder).unwrap();
        let hub = Database::start(Arc::new(store), &mut OsEntropy).unwrap();
        report("open");
        let devices: Vec<_> = (0..DEVICES)
            .map(|number| tokio::spawn(push_for_ever(hub.clone(), number)))
            .collect();
        for device in devices {
            device.await.unwrap();
        }
    });
}

fn report(line: &str) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{line}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

fn pull_request(number: usize, results_after: u64) -> PullRequest {
    PullRequest {
        protocol: PROTOCOL,
        device: Some(device(number)),
        epoch: None,
        scopes: BTreeMap::new(),
        results_after,
        sees: None,
    }
}

async fn push_for_ever(hub: Database, number: usize) {
    let who = Identity {
        person: person(number),
        ..Identity::visitor()
    };
    let viewer = who.clone();
    let pulled = hub
        .read(move |txn| {
            authority::pull::<serde_json::Value>(txn, viewer.person, &pull_request(number, 0), NOW)
        })
        .await
        .unwrap();
    // The last one that was decided is offered again, as a device does whose answer was lost.
    let mut first = pulled.last_n.max(1);
    loop {
        let size = 1 + first % 3;
        let request = PushRequest {
            protocol: PROTOCOL,
            device: device(number),
            epoch: Some(pulled.epoch),
            mutations: (first..first + size).map(|n| envelope(number, n)).collect(),
        };
        let who = who.clone();
        let answer = hub
            .write(move |txn| {
                let answer = authority::push(txn, &who, &request, NOW, &mut OsEntropy)?;
                Ok::<_, AuthorityError>(answer)
            })
            .await
            .unwrap();
        assert_eq!(answer.stopped, None);
        for result in &answer.results {
            assert_eq!(result.outcome, Outcome::Applied);
        }
        report(&format!("acknowledged {number} {}", answer.last_n));
        first += size;
    }
}

fn start(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "every_acknowledged_mutation_survives_thirty_kills_once",
            "--nocapture",
        ])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Lets it work for a moment, kills it, and notes the highest acknowledged number of each device.
fn run_and_kill(folder: &Path, work_for: Duration, acknowledged: &mut BTreeMap<usize, u64>) {
    let mut child = start(folder);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    // Opening after a crash takes its time; the killing begins while it works.
    let is_open = lines.by_ref().any(|line| line.unwrap().ends_with("open"));
    assert!(is_open, "the process ended before it could work");
    let killer = thread::spawn(move || {
        thread::sleep(work_for);
        child.kill().unwrap();
        child.wait().unwrap()
    });
    for line in lines.map_while(Result::ok) {
        // The kill may have cut the last line off; what is left of it says less than was acknowledged.
        if let ["acknowledged", device, n] = line.split(' ').collect::<Vec<_>>()[..]
            && let (Ok(device), Ok(n)) = (device.parse(), n.parse::<u64>())
        {
            let highest = acknowledged.entry(device).or_default();
            *highest = n.max(*highest);
        }
    }
    let status = killer.join().unwrap();
    assert_eq!(status.code(), None, "it was killed and did not end by itself");
}

fn assert_every_acknowledged_mutation_is_there_once(folder: &Path, acknowledged: &BTreeMap<usize, u64>) {
    let store = RedbStore::open(folder).unwrap();
    let read = store.read().unwrap();
    server::verify::verify(&*read).sound().unwrap();
    for number in 0..DEVICES {
        let said = acknowledged.get(&number).copied().unwrap_or(0);
        let who = authority::identity(&*read, person(number)).unwrap().unwrap();
        let mut results = Vec::new();
        let mut last_n = u64::MAX;
        while last_n > u64::try_from(results.len()).unwrap() {
            let held = u64::try_from(results.len()).unwrap();
            let answer =
                authority::pull::<serde_json::Value>(&*read, who.person, &pull_request(number, held), NOW)
                    .unwrap();
            last_n = answer.last_n;
            assert!(
                !answer.results.is_empty() || last_n == held,
                "results are missing"
            );
            results.extend(answer.results);
        }
        assert!(
            last_n >= said,
            "device {number}: {said} acknowledged, {last_n} kept"
        );
        for (result, n) in results.iter().zip(1..) {
            assert_eq!((result.n, result.id), (n, envelope(number, n).id));
            assert_eq!(result.outcome, Outcome::Applied);
        }
        let held: Option<Experience> =
            row_store::find(&*read, Scope::Experience(draft(number)), draft(number)).unwrap();
        let times = held.map_or(0, |draft| u64::from(draft.revision));
        assert_eq!(times, last_n, "device {number}: each change happened once");
    }
}

/// What the process does that is to end of a panic.
fn panic_while_writing() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let hub = Database::start(Arc::new(MemoryStore::new()), &mut OsEntropy).unwrap();
    let outcome: Result<(), AuthorityError> = runtime.block_on(hub.write(|_| panic!("planted")));
    // Reached when the panic was survived; the parent sees the orderly end.
    assert!(outcome.is_err());
}

#[test]
fn a_panic_of_the_writer_ends_the_process() {
    // The process that is to end runs this very test.
    if std::env::var_os(PANIC).is_some() {
        return panic_while_writing();
    }
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_panic_of_the_writer_ends_the_process"])
        .env(PANIC, "yes")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert_eq!(status.code(), None, "it was aborted and did not end by itself");
}

#[test]
fn every_acknowledged_mutation_survives_thirty_kills_once() {
    // The process that is killed runs this very test.
    if let Some(folder) = std::env::var_os(FOLDER) {
        return push_until_killed(Path::new(&folder));
    }
    let folder = std::env::temp_dir().join(format!("multaqa-kill-{}", std::process::id()));
    found(&folder);
    let mut acknowledged = BTreeMap::new();
    let begun = Instant::now();
    for kill in 0..KILLS {
        // Moments that do not fall into step with the commits.
        let work_for = Duration::from_millis(u64::try_from(kill * 37 % 260).unwrap() + 15);
        run_and_kill(&folder, work_for, &mut acknowledged);
        assert_every_acknowledged_mutation_is_there_once(&folder, &acknowledged);
    }
    let total: u64 = acknowledged.values().sum();
    println!(
        "{total} acknowledged mutations survived {KILLS} kills in {:?}",
        begun.elapsed()
    );
    assert!(total > 100, "there was load: {total}");
    std::fs::remove_dir_all(&folder).unwrap();
}
