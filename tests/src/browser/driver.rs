use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::sync::{Semaphore, SemaphorePermit};
use url::Url;

use super::DEADLINE;
use super::programs::Programs;
use super::temporary_folder::TemporaryFolder;

/// More browsers at once would only wait for each other on the two cores that these tests are made for.
const MOST_AT_ONCE: usize = 2;

/// The folder for files, in the profile.
const DOWNLOADS: &str = "downloads";

/// The right to have some browsers open. A story takes all that it needs at once, because two stories that each
/// hold one and wait for another would wait for ever.
pub(super) type Permit = SemaphorePermit<'static>;

pub(super) async fn permit(browsers: u32) -> Permit {
    static BROWSERS: OnceLock<Semaphore> = OnceLock::new();
    BROWSERS
        .get_or_init(|| Semaphore::new(MOST_AT_ONCE))
        .acquire_many(browsers)
        .await
        .expect("the semaphore is never closed")
}

/// One Chromium with a profile of its own, and the program that drives it. Both end with this.
pub(super) struct Driver {
    pub(super) client: Client,
    session: String,
    port: u16,
    program: Child,
    profile: Profile,
}

/// The folder in which a browser keeps everything; gone with the last who holds it.
#[derive(Clone)]
pub(super) struct Profile(Arc<TemporaryFolder>);

impl Profile {
    pub(super) fn fresh() -> Self {
        Self(Arc::new(TemporaryFolder::new("profile")))
    }

    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Driver {
    pub(super) async fn start(profile: Profile) -> Self {
        let programs = Programs::get();
        let (program, port) = (0..STARTS)
            .find_map(|_| start_program(programs))
            .expect("chromedriver says its port");
        let downloads = profile.path().join(DOWNLOADS);
        let capabilities = json!({
            "browserName": "chrome",
            "pageLoadStrategy": "normal",
            "timeouts": { "script": limit(), "pageLoad": limit() },
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": {
                "binary": programs.chromium,
                "args": arguments(profile.path()),
                "prefs": {
                    "download.default_directory": downloads,
                    "download.prompt_for_download": false,
                },
            },
        });
        let Value::Object(capabilities) = capabilities else {
            panic!("capabilities are an object");
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .unwrap_or_else(|error| panic!("Chromium does not start: {error}"));
        let session = client
            .session_id()
            .await
            .ok()
            .flatten()
            .expect("a session has an id");
        Self {
            client,
            session,
            port,
            program,
            profile,
        }
    }

    /// Where this browser puts files.
    pub(super) fn downloads(&self) -> PathBuf {
        self.profile.path().join(DOWNLOADS)
    }

    pub(super) fn profile(&self) -> Profile {
        self.profile.clone()
    }

    /// Ends the browser from one moment to the next, as a dead battery does: nothing is written any more.
    pub(super) fn kill_browser(&mut self) {
        // Without its driver nobody starts it again or tidies up.
        let _ = self.program.kill();
        let _ = self.program.wait();
        let mine = format!("--user-data-dir={}", self.profile.path().display());
        // Its processes are known by the profile, which no other browser has.
        for process in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
            let line = std::fs::read(process.path().join("cmdline")).unwrap_or_default();
            let is_mine = line.split(|byte| *byte == 0).any(|word| word == mine.as_bytes());
            if let (true, Some(id)) = (is_mine, process.file_name().to_str()) {
                // It may have ended with its parent.
                let _ = Command::new("kill")
                    .args(["-9", id])
                    .stderr(Stdio::null())
                    .status();
            }
        }
    }

    /// Closes the browser as a person does.
    pub(super) fn close(&mut self) {
        let request = format!(
            "DELETE /session/{} HTTP/1.1\r\nhost: 127.0.0.1:{}\r\nconnection: close\r\n\r\n",
            self.session, self.port
        );
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
            // The answer comes once Chromium has ended. Without one, the driver is ended all the same.
            let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
            let _ = stream.write_all(request.as_bytes());
            let _ = stream.read(&mut [0; 64]);
        }
        let _ = self.program.kill();
        let _ = self.program.wait();
    }

    /// Gives a command of the Chrome DevTools protocol to the window on show.
    pub(super) async fn devtools(&self, command: &'static str, parameters: Value) -> Result<Value, CmdError> {
        self.client
            .issue_cmd(Extension {
                path: "goog/cdp/execute",
                body: json!({ "cmd": command, "params": parameters }),
            })
            .await
    }

    /// What the browser wrote to its console since the last look.
    pub(super) async fn console(&self) -> Result<Vec<ConsoleLine>, CmdError> {
        let lines = self
            .client
            .issue_cmd(Extension {
                path: "se/log",
                body: json!({ "type": "browser" }),
            })
            .await?;
        Ok(lines
            .as_array()
            .into_iter()
            .flatten()
            .map(ConsoleLine::from)
            .collect())
    }
}

fn limit() -> u64 {
    u64::try_from(DEADLINE.as_millis()).unwrap_or(u64::MAX)
}

fn arguments(profile: &Path) -> Vec<String> {
    let mut arguments: Vec<String> = [
        "--headless",
        // As root, as in a container, Chromium starts in no other way.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-extensions",
        // As on a phone: bars that take no room, so that 320 px are 320 px.
        "--hide-scrollbars",
        // Roles and names as a screen reader has them: what people find things by here.
        "--enable-blink-features=ComputedAccessibilityInfo",
        // A window behind another one must go on working, as it does on a desk with two windows side by side.
        "--disable-backgrounding-occluded-windows",
        "--disable-renderer-backgrounding",
        "--disable-background-timer-throttling",
        "--window-size=1280,900",
        // The address bar of people in Morocco; the app itself takes the language from the address.
        "--lang=fr",
    ]
    .map(str::to_owned)
    .to_vec();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    arguments
}

/// Between choosing a free port and listening on it another program may take it; then chromedriver ends.
const STARTS: usize = 5;

fn start_program(programs: &Programs) -> Option<(Child, u16)> {
    let mut program = Command::new(&programs.chromedriver)
        .args(["--port=0", "--log-level=SEVERE"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{} does not start: {error}", programs.chromedriver.display()));
    let port = port_of(&mut program);
    if port.is_none() {
        let _ = program.kill();
        let _ = program.wait();
    }
    Some((program, port?))
}

/// Chromedriver chooses a free port and prints it; `None` when it ended without.
fn port_of(program: &mut Child) -> Option<u16> {
    let output = program.stdout.take().expect("its output is piped");
    let mut lines = BufReader::new(output).lines();
    lines.by_ref().map_while(Result::ok).find_map(|line| {
        let (_, port) = line.split_once("started successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    })
}

/// A line on the browser's console.
#[derive(Debug)]
pub(super) struct ConsoleLine {
    pub(super) source: String,
    pub(super) level: String,
    pub(super) message: String,
}

impl From<&Value> for ConsoleLine {
    fn from(line: &Value) -> Self {
        let part = |name: &str| {
            line.get(name)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        Self {
            source: part("source"),
            level: part("level"),
            message: part("message"),
        }
    }
}

/// A command of chromedriver that the standard does not have.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, url::ParseError> {
        base_url.join(&format!(
            "session/{}/{}",
            session_id.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

impl Drop for Driver {
    /// Also runs when a story fails, where nothing can be awaited any more; Chromium would outlive its driver.
    fn drop(&mut self) {
        self.close();
    }
}
