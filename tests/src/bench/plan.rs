use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::arguments::Arguments;
use super::error::{BenchResult, During as _};
use super::fill::{Filled, Size, fill};
use super::growth::{self, Grown};
use super::hub::{BenchHub, Server};
use super::machine::{self, Machine};
use super::table::{BenchReport, Row};
use super::{
    conversation, flood, offline, peer, reading, searches, standing, storm, touches, visits, writing,
};

/// The same content on every machine.
const SEED: u64 = 2026;

/// Experiences of the hub that others are compared with.
const FEW: usize = 1_000;

/// Experiences of the hub that is searched, also in a quick bench: the promise is about so many.
const SEARCHED: usize = 10_000;

/// Cards on the phone whose touches are timed.
const CARDS: usize = 10_000;

/// People with a live session each.
const PEOPLE: usize = 1_000;

/// How often and how long things are measured.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    pub(super) runs: usize,
    pub(super) browser_runs: usize,
    pub(super) lasting: Duration,
}

impl Effort {
    const QUICK: Self = Self {
        runs: 2,
        browser_runs: 1,
        lasting: Duration::from_millis(1500),
    };
    const WHOLE: Self = Self {
        runs: 5,
        browser_runs: 5,
        lasting: Duration::from_secs(4),
    };
}

/// Kolibri, where it could be installed.
#[derive(Clone, Debug)]
pub(super) struct Peer {
    pub(super) program: PathBuf,
    pub(super) home: PathBuf,
}

/// Measures everything that was asked for, writes the table after each part, and returns it as Markdown.
/// `say` is told what begins.
///
/// # Errors
/// The folders cannot be written. What cannot be measured is a line of the table instead.
pub async fn run(arguments: &Arguments, say: impl Fn(&str)) -> BenchResult<String> {
    let effort = if arguments.is_quick {
        Effort::QUICK
    } else {
        Effort::WHOLE
    };
    if arguments.work.exists() {
        std::fs::remove_dir_all(&arguments.work).during("emptying the folder for data")?;
    }
    std::fs::create_dir_all(&arguments.work).during("making the folder for data")?;
    let settings = format!(
        "{} runs of {} s for rates, {} visits with a browser; load generator, server and browser share the machine.",
        effort.runs,
        effort.lasting.as_secs_f64(),
        effort.browser_runs
    );
    let mut bench = Bench {
        arguments,
        effort,
        server: Server {
            program: arguments.server.clone(),
            site: arguments.site.clone(),
        },
        report: BenchReport::new(Machine::here(), settings),
        say: &say,
    };
    bench.measure().await?;
    bench.report.ends_with_load(machine::load());
    bench.keep()?;
    Ok(bench.report.markdown())
}

struct Bench<'a> {
    arguments: &'a Arguments,
    effort: Effort,
    server: Server,
    report: BenchReport,
    say: &'a dyn Fn(&str),
}

/// A data folder with what is in it.
struct Folder {
    path: PathBuf,
    filled: Filled,
    experiences: usize,
}

impl Bench<'_> {
    async fn measure(&mut self) -> BenchResult<()> {
        if self.arguments.wants("server") {
            (self.say)("a new hub: start and memory");
            let rows = standing::fresh(&self.server, &self.arguments.work, self.effort);
            self.report.add("Start and memory", rows);
        }
        if self.arguments.wants("search") {
            let searched = self.filled("searched", SEARCHED)?;
            self.measure_search(&searched).await?;
        }
        if self.arguments.wants("attack") {
            (self.say)("a storm of sign-ins");
            let rows = storm::measure(&self.server, &self.arguments.work, self.effort).await;
            self.report.add("Under attack", rows);
        }
        let needs_data = ["server", "growth", "browser"];
        if needs_data.iter().any(|part| self.arguments.wants(part)) {
            let small = self.filled("small", FEW)?;
            let large = self.filled("large", self.arguments.experiences)?;
            if self.arguments.wants("server") {
                self.measure_server(&small, &large).await?;
            }
            if self.arguments.wants("growth") {
                self.measure_growth(&small, &large).await?;
            }
            if self.arguments.wants("browser") {
                self.measure_browser(&small, &large).await?;
            }
        }
        if self.arguments.wants("touches") {
            let cards = self.filled("cards", self.arguments.experiences.min(CARDS))?;
            self.measure_touches(&cards).await?;
        }
        if self.arguments.wants("peer") {
            (self.say)("the peer: Kolibri");
            self.measure_peer().await?;
        }
        Ok(())
    }

    fn filled(&mut self, name: &str, experiences: usize) -> BenchResult<Folder> {
        (self.say)(&format!("filling a data folder with {experiences} experiences"));
        let path = self.arguments.work.join(name);
        std::fs::create_dir_all(&path).during("making a data folder")?;
        let begun = Instant::now();
        let size = Size {
            experiences,
            people: PEOPLE,
        };
        let filled = fill(&path, SEED, size)?;
        let mib = filled.bytes / (1024 * 1024);
        let row = Row::once(
            format!("Filling a hub with {experiences} experiences"),
            "s",
            begun.elapsed().as_secs_f64(),
        )
        .note(format!(
            "{PEOPLE} people, {mib} MiB; through the store and the authority of the server, 500 in a commit"
        ));
        self.report.add("Content", Ok(vec![row]));
        Ok(Folder {
            path,
            filled,
            experiences,
        })
    }

    async fn measure_server(&mut self, small: &Folder, large: &Folder) -> BenchResult<()> {
        (self.say)("the server: rates");
        let rates = self.rates(small).await;
        self.report.add(
            &format!("The server, with {} experiences", small.experiences),
            rates,
        );
        (self.say)("the server: a long conversation");
        let folder = self.arguments.work.join("conversation");
        let rows = conversation::measure(&self.server, &folder, SEED, self.effort);
        self.report.add("Growth", rows);
        self.keep()?;

        (self.say)("the server: what one address or member can take from others");
        let rows = match BenchHub::start(&self.server, &small.path) {
            Ok(hub) => flood::measure(&hub, &small.filled, &small.path, self.effort).await,
            Err(error) => Err(error),
        };
        self.report.add("Floods", rows);
        self.keep()?;

        (self.say)("the server: start with much data, and a thousand people");
        let starts = standing::start_with_much(&self.server, &large.path, &large.filled, self.effort);
        self.report.add("Start and memory", starts);
        let crowd = self.crowd(large).await;
        self.report.add("Start and memory", crowd);
        self.keep()
    }

    async fn rates(&self, folder: &Folder) -> BenchResult<Vec<Row>> {
        let hub = BenchHub::start(&self.server, &folder.path)?;
        let mut rows = reading::measure(&hub, &folder.filled, self.effort).await?;
        rows.extend(writing::measure(&hub, &folder.filled, &folder.path, self.effort).await?);
        Ok(rows)
    }

    async fn crowd(&self, folder: &Folder) -> BenchResult<Vec<Row>> {
        let hub = BenchHub::start(&self.server, &folder.path)?;
        // It has worked before they come, as in the middle of a day.
        reading::delta_pulls(&hub, &folder.filled, self.effort.lasting, true).await?;
        reading::html_pages(&hub, &folder.filled, self.effort.lasting).await?;
        standing::crowd(&hub, &folder.filled, folder.experiences).await
    }

    async fn measure_search(&mut self, folder: &Folder) -> BenchResult<()> {
        (self.say)("the server: searches on a busy hub");
        let rows = match BenchHub::start(&self.server, &folder.path) {
            Ok(hub) => searches::measure(&hub, self.effort).await,
            Err(error) => Err(error),
        };
        self.report
            .add(&format!("Search, with {} experiences", folder.experiences), rows);
        self.keep()
    }

    async fn measure_growth(&mut self, small: &Folder, large: &Folder) -> BenchResult<()> {
        (self.say)("the server: from few experiences to many");
        let rows = self.growth(small, large).await;
        self.report.add("Growth", rows);
        self.keep()
    }

    async fn growth(&self, small: &Folder, large: &Folder) -> BenchResult<Vec<Row>> {
        let few = BenchHub::start(&self.server, &small.path)?;
        let many = BenchHub::start(&self.server, &large.path)?;
        growth::measure(&grown(&few, small), &grown(&many, large), self.effort).await
    }

    async fn measure_browser(&mut self, small: &Folder, large: &Folder) -> BenchResult<()> {
        (self.say)("the browser: weak networks, old phones");
        let rows = match BenchHub::start(&self.server, &small.path) {
            Ok(hub) => visits::measure(&hub, &small.filled, self.effort).await,
            Err(error) => Err(error),
        };
        self.report.add("The browser", rows);
        self.keep()?;
        (self.say)("the browser: without a server");
        let rows = offline::measure(&self.server, &small.path, &small.filled, self.effort).await;
        self.report.add("Reopening without a network", rows);
        self.keep()?;
        (self.say)("the browser: from few experiences to many");
        let row = self.growth_of_the_app(small, large).await;
        self.report
            .add("Growth", row.map(|row| row.into_iter().collect()));
        self.keep()
    }

    async fn measure_touches(&mut self, folder: &Folder) -> BenchResult<()> {
        (self.say)("the browser: touches");
        let rows = match BenchHub::start(&self.server, &folder.path) {
            Ok(hub) => touches::measure(&hub, &folder.filled, folder.experiences, self.effort).await,
            Err(error) => Err(error),
        };
        self.report.add("Touches", rows);
        self.keep()
    }

    async fn growth_of_the_app(&self, small: &Folder, large: &Folder) -> BenchResult<Option<Row>> {
        let few = visits::list(&BenchHub::start(&self.server, &small.path)?, self.effort).await?;
        let many = visits::list(&BenchHub::start(&self.server, &large.path)?, self.effort).await?;
        Ok(growth::of_the_app(
            &few,
            &many,
            (small.experiences, large.experiences),
        ))
    }

    async fn measure_peer(&mut self) -> BenchResult<()> {
        let rows = match (&self.arguments.peer, &self.arguments.peer_home) {
            (Some(program), Some(home)) => {
                let peer = Peer {
                    program: program.clone(),
                    home: home.clone(),
                };
                let folder = self.arguments.work.join("beside-the-peer");
                std::fs::create_dir_all(&folder).during("making a data folder")?;
                peer::measure(&peer, &self.server, &folder, self.effort).await
            }
            _ => Ok(vec![Row::without("Kolibri", self.arguments.peer_missing.clone())]),
        };
        self.report.add("The peer", rows);
        self.keep()
    }

    /// Writes what there is, so that a bench that is broken off was not in vain.
    fn keep(&self) -> BenchResult<()> {
        let write = |ending: &str, text: &str| {
            let file: &Path = &self.arguments.table.with_extension(ending);
            std::fs::write(file, text).during("writing the table")
        };
        write("md", &self.report.markdown())?;
        write("json", &format!("{:#}\n", self.report.json()))
    }
}

const fn grown<'a>(hub: &'a BenchHub, folder: &'a Folder) -> Grown<'a> {
    Grown {
        hub,
        filled: &folder.filled,
        experiences: folder.experiences,
    }
}
