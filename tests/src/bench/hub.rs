use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::error::{BenchError, BenchResult, During as _};
use super::load::{Ask, Wire};
use super::machine;

/// More connections than the default: a thousand people, and the load beside them.
const CONNECTIONS: &str = "1400";

/// The server's own program on a data folder; ended when dropped.
pub(super) struct BenchHub {
    program: Child,
    pub(super) address: SocketAddr,
}

impl BenchHub {
    /// Starts it and waits until it listens.
    ///
    /// The load generator stands where a proxy would: it is believed when it says for whom it asks, because the
    /// limits of one address are not what is measured.
    pub(super) fn start(server: &Server, folder: &Path) -> BenchResult<Self> {
        Self::start_at(server, folder, "127.0.0.1:0")
    }

    pub(super) fn start_at(server: &Server, folder: &Path, listen: &str) -> BenchResult<Self> {
        let log = File::create(folder.with_extension("log")).during("making a log for the server")?;
        let mut command = Command::new(&server.program);
        command
            .args(["serve", "--log", "warn", "--trusted-proxy", "127.0.0.1"])
            .args(["--listen", listen, "--max-connections", CONNECTIONS])
            .arg("--data")
            .arg(folder)
            .env_remove("MULTAQA_SITE")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log);
        if let Some(site) = &server.site {
            command.arg("--site").arg(site);
        }
        let mut program = command.spawn().during("starting the server")?;
        let output = program.stdout.take();
        let found = output.and_then(|output| {
            BufReader::new(output)
                .lines()
                .map_while(Result::ok)
                .find_map(|line| line.split_once("ready at http://")?.1.trim().parse().ok())
        });
        match found {
            Some(address) => Ok(Self { program, address }),
            None => {
                // It has ended, or says nothing that is understood here.
                let _ = program.kill();
                let _ = program.wait();
                let said = std::fs::read_to_string(folder.with_extension("log")).unwrap_or_default();
                Err(BenchError::new("the server did not start", said))
            }
        }
    }

    /// How long it took from the start of the process until this address was answered.
    pub(super) fn time_to_first_answer(server: &Server, folder: &Path, path: &str) -> BenchResult<Duration> {
        let begun = Instant::now();
        let hub = Self::start(server, folder)?;
        Wire::open(hub.address)?.ask(&Ask::get(path))?;
        Ok(begun.elapsed())
    }

    /// Its process.
    pub(super) fn id(&self) -> u32 {
        self.program.id()
    }

    /// What it takes of the machine's memory, in MiB.
    pub(super) fn memory_mib(&self) -> BenchResult<f64> {
        machine::memory_mib(self.program.id())
            .ok_or_else(|| BenchError("this system does not tell how much memory a process takes".to_owned()))
    }

    /// The address that pages begin with.
    pub(super) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for BenchHub {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// What is started as the server.
#[derive(Clone, Debug)]
pub(super) struct Server {
    pub(super) program: std::path::PathBuf,
    /// The built app, where the program does not carry it.
    pub(super) site: Option<std::path::PathBuf>,
}
