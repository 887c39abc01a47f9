use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use shared::ids::{CollectivityId, DeviceId, ExperienceId, MutationId};
use shared::lang::Lang;
use shared::mutation::{Mutation, SaveDraft};
use shared::records::{Change, Section};
use shared::time::Timestamp;
use shared::wire::{Envelope, MutationResult, Outcome, PROTOCOL, PushRequest, PushResponse};

use super::error::{BenchError, BenchResult, During as _};
use super::fill::{Device, Filled};
use super::hub::BenchHub;
use super::load::{Ask, Load, Wire, load, real};
use super::plan::Effort;
use super::reading::{DEVICES, address_of, noted, rate};
use super::statistics::Series;
use super::sync::written;
use super::table::{Row, Target};
use crate::simulator::Prng;

/// Mutations of one push after a while without a network.
const AFTER_A_PAUSE: usize = 20;

/// What is written at a time to find out what the disk can do.
const PAGE: usize = 4096;

/// Acknowledged durable mutations, beside what the disk can do at all.
pub(super) async fn measure(
    hub: &BenchHub,
    filled: &Filled,
    folder: &Path,
    effort: Effort,
) -> BenchResult<Vec<Row>> {
    let applied = first_outcome(hub, filled)?;
    if !applied {
        return Err(BenchError(
            "the server refused what was to be measured".to_owned(),
        ));
    }
    let mut limits = Vec::new();
    let mut single = Vec::new();
    let mut many = Vec::new();
    for run in 0..effort.runs {
        limits.push(syncs_per_second(folder, effort.lasting / 2)?);
        let seed = u64::try_from(run).unwrap_or(0);
        single.push(pushes(hub, filled, effort.lasting, seed * 2, 1).await?);
        many.push(pushes(hub, filled, effort.lasting, seed * 2 + 1, AFTER_A_PAUSE).await?);
    }
    for load in &mut many {
        load.per_second *= real(AFTER_A_PAUSE);
    }
    let ratio: Series = single
        .iter()
        .zip(&limits)
        .map(|(load, limit)| load.per_second / limit)
        .collect();
    let p99 = |loads: &[Load]| loads.iter().map(|load| load.p99_ms).collect::<Series>();
    Ok(vec![
        Row::new("fdatasync limit", "/s", Series::new(limits))
            .note("4 KiB appended and synced, again and again, in the data folder of the same run"),
        rate("Acknowledged durable mutations, 64 devices", &single)
            .target(Target::AtLeast(3_000.0))
            .note(noted(
                &single,
                "one save of a draft in each push, the next after the answer",
            )),
        Row::new("… p99", "ms", p99(&single)).target(Target::AtMost(50.0)),
        Row::new("… for each fdatasync that the disk can do", "×", ratio)
            .note("the server commits together what waits; a commit of the store syncs more than once and writes more than 4 KiB"),
        rate("Acknowledged durable mutations, 20 in a push", &many).note(noted(
            &many,
            "64 devices that come back after a while without a network",
        )),
        Row::new("… p99 of a push", "ms", p99(&many)),
    ])
}

/// Whether what the load writes is accepted, and not only answered.
fn first_outcome(hub: &BenchHub, filled: &Filled) -> BenchResult<bool> {
    let device = filled
        .devices
        .first()
        .ok_or_else(|| BenchError("there is no device".to_owned()))?;
    let mut pen = Pen::new(
        u64::MAX,
        device.collectivity,
        server::clock::Clock::system().now(),
    );
    let sentences = [filled.generator.sentence(0, Lang::Ar)];
    let ask = Ask::post("/api/push", pen.push(&sentences, 1)?)
        .by(device)
        .from(0);
    let answer = Wire::open(hub.address)?.ask(&ask)?;
    let answer: PushResponse = serde_json::from_slice(&answer.body).during("reading the answer to a push")?;
    let is_applied = |result: &MutationResult| result.outcome == Outcome::Applied;
    Ok(answer.stopped.is_none() && answer.results.iter().all(is_applied) && !answer.results.is_empty())
}

/// One push after the other from each of the devices, each with new drafts of its own.
pub(super) async fn pushes(
    hub: &BenchHub,
    filled: &Filled,
    lasting: Duration,
    seed: u64,
    in_a_push: usize,
) -> BenchResult<Load> {
    let sentences: Vec<String> = (0..24)
        .map(|number| filled.generator.sentence(number, Lang::Ar))
        .collect();
    let now = server::clock::Clock::system().now();
    let devices = filled.devices.clone();
    let turns = usize::try_from(seed).unwrap_or(0);
    let writers = (0..DEVICES.min(devices.len()))
        .map(|number| Ok(Mutex::new(Writer::new(&devices, number, turns, now)?)))
        .collect::<BenchResult<Vec<_>>>()?;
    let failed = Arc::new(Mutex::new(None));
    let failure = Arc::clone(&failed);
    let loaded = load(hub.address, writers.len(), lasting, move |connection, number| {
        let asked = writers.get(connection).map(|writer| {
            let mut writer = writer.lock().unwrap_or_else(PoisonError::into_inner);
            writer.push(&devices, &sentences, in_a_push, now)
        });
        let ask = match asked {
            Some(Ok(ask)) => ask,
            Some(Err(error)) => {
                *failure.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                Ask::get("/")
            }
            None => Ask::get("/"),
        };
        ask.from(address_of(connection, number))
    })
    .await?;
    match failed.lock().unwrap_or_else(PoisonError::into_inner).take() {
        Some(error) => Err(error),
        None => Ok(loaded),
    }
}

/// How many changes one person makes at most in a run: less than the server lets through at once.
const CHANGES_OF_ONE: u64 = 1_500;

/// The people who write over one connection, one after the other, because nobody may write so much alone.
struct Writer {
    number: usize,
    turn: usize,
    device: Device,
    pen: Pen,
}

impl Writer {
    fn new(devices: &[Device], number: usize, turn: usize, now: Timestamp) -> BenchResult<Self> {
        let at = (number + DEVICES * turn).checked_rem(devices.len()).unwrap_or(0);
        let device = devices
            .get(at)
            .ok_or_else(|| BenchError("there is no device".to_owned()))?;
        let seed = u64::try_from((turn << 16) + number).unwrap_or(0);
        Ok(Self {
            number,
            turn,
            device: device.clone(),
            pen: Pen::new(seed, device.collectivity, now),
        })
    }

    fn push(
        &mut self,
        devices: &[Device],
        sentences: &[String],
        count: usize,
        now: Timestamp,
    ) -> BenchResult<Ask> {
        if self.pen.written >= CHANGES_OF_ONE {
            *self = Self::new(devices, self.number, self.turn + 1, now)?;
        }
        Ok(Ask::post("/api/push", self.pen.push(sentences, count)?).by(&self.device))
    }
}

/// What a device writes with.
struct Pen {
    chance: Prng,
    device: DeviceId,
    collectivity: CollectivityId,
    draft: ExperienceId,
    written: u64,
    now: Timestamp,
}

impl Pen {
    fn new(seed: u64, collectivity: CollectivityId, now: Timestamp) -> Self {
        // A device of its own for each run: its numbers begin anew.
        let mut chance = Prng::new(seed ^ u64::try_from(now.0).unwrap_or(0));
        let ms = u64::try_from(now.0).unwrap_or(0);
        Self {
            device: DeviceId::new(ms, chance.ten()),
            draft: ExperienceId::new(ms, chance.ten()),
            chance,
            collectivity,
            written: 0,
            now,
        }
    }

    fn push(&mut self, sentences: &[String], count: usize) -> BenchResult<String> {
        let mut mutations = Vec::with_capacity(count);
        for _ in 0..count {
            self.written += 1;
            let ms = u64::try_from(self.now.0).unwrap_or(0);
            // A text grows to some size and then the next one is begun.
            if self.written.is_multiple_of(40) {
                self.draft = ExperienceId::new(ms, self.chance.ten());
            }
            let section = self
                .chance
                .pick(&Section::ALL)
                .copied()
                .unwrap_or(Section::Problem);
            let text = self.chance.pick(sentences).cloned().unwrap_or_default();
            let save: Mutation = SaveDraft {
                experience: self.draft,
                collectivity: self.collectivity,
                changes: vec![Change::Text {
                    section,
                    lang: Lang::Ar,
                    text,
                    seen: Vec::new(),
                }],
            }
            .into();
            let id = MutationId::new(ms, self.chance.ten());
            mutations.push(Envelope::new(id, self.written, self.now, &save).during("writing a mutation")?);
        }
        written(&PushRequest {
            protocol: PROTOCOL,
            device: self.device,
            epoch: None,
            mutations,
        })
    }
}

/// How often the disk under this folder makes something durable in a second.
fn syncs_per_second(folder: &Path, lasting: Duration) -> BenchResult<f64> {
    let path = folder.with_extension("sync");
    let mut file = File::create(&path).during("writing beside the data folder")?;
    let page = vec![7; PAGE];
    let begun = Instant::now();
    let mut count = 0;
    while begun.elapsed() < lasting {
        file.write_all(&page).during("writing beside the data folder")?;
        file.sync_data().during("syncing")?;
        count += 1;
    }
    let elapsed = begun.elapsed().as_secs_f64();
    std::fs::remove_file(&path).during("removing what was written")?;
    if count == 0 {
        return Err(BenchError("the disk did not sync once".to_owned()));
    }
    Ok(real(count) / elapsed)
}
