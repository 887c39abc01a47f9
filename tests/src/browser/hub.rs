use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use server::row_store::RowStore;
use server::store::{RedbStore, Store as _, StoreError};
use shared::folder::Files;
use shared::lang::Lang;

use super::driver::{Permit, permit};
use super::programs::Programs;
use super::temporary_folder::TemporaryFolder;
use super::{Person, Phrase};

/// The server's own program, on a demonstration of its own.
pub struct BrowserHub {
    story: String,
    origin: String,
    /// `None` while the server is stopped.
    running: Option<Running>,
    /// The secret of each person's link.
    links: BTreeMap<String, String>,
    folder: TemporaryFolder,
    /// The built app that the server hands out.
    site: PathBuf,
    /// Held as long as browsers of this story may be open.
    _permit: Permit,
}

impl BrowserHub {
    /// A hub for a story in which at most this many browsers (one or two) are open at the same time.
    pub async fn open(story: &str, browsers: u32) -> Self {
        Self::open_holding(story, browsers, |_| ()).await
    }

    /// The same with more rows than a demonstration has.
    pub async fn open_holding(story: &str, browsers: u32, more: impl FnOnce(&mut RowStore<'_>)) -> Self {
        let permit = permit(browsers).await;
        let folder = TemporaryFolder::new("hub");
        for (inside, bytes) in prepared() {
            let file = folder.path().join(inside);
            fs::create_dir_all(file.parent().expect("a file has a folder"))
                .expect("a folder for a hub can be made");
            fs::write(file, bytes).expect("a prepared file can be written");
        }
        write(&folder.path().join("data"), more).expect("the prepared folder takes more rows");
        let site = Programs::get().site.clone();
        let mut running = Running::start(folder.path(), ANY_PORT, &site);
        Self {
            story: story.to_owned(),
            origin: running.origin.clone(),
            links: std::mem::take(&mut running.links),
            running: Some(running),
            folder,
            site,
            _permit: permit,
        }
    }

    /// The server is gone, and connections are refused.
    pub fn stops(&mut self) {
        if let Some(mut running) = self.running.take() {
            running.stop();
        }
    }

    /// The server is there again, at the same address and with the same data.
    pub fn starts_again(&mut self) {
        self.stops();
        self.running = Some(Running::start(self.folder.path(), self.address(), &self.site));
    }

    /// The server is updated: from now on it hands out this app.
    pub fn is_updated_to(&mut self, site: &Path) {
        self.site = site.to_owned();
        self.starts_again();
    }

    /// Somebody with a shell imports a library while the hub runs.
    ///
    /// # Panics
    /// The import fails.
    pub fn imports(&self, library: &Files) {
        let folder = self.folder.path().join("library");
        for (path, bytes) in library {
            let file = folder.join(path);
            fs::create_dir_all(file.parent().expect("a file has a folder")).expect("a folder can be made");
            fs::write(file, bytes).expect("a file of a library can be written");
        }
        let imported = Command::new(&Programs::get().server)
            .arg("import")
            .arg(&folder)
            .arg("--data")
            .arg(self.folder.path().join("data"))
            .output()
            .expect("the server's program starts");
        let said = String::from_utf8_lossy(&imported.stderr);
        assert!(imported.status.success(), "{said}");
    }

    /// Where the server listens, stopped or not.
    #[must_use]
    pub fn address(&self) -> &str {
        self.origin.trim_start_matches("http://")
    }

    /// The address that everything begins with.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The words of the people of the demonstration: `focal-point`, `member`, …
    pub fn people(&self) -> impl Iterator<Item = &str> {
        self.links.keys().map(String::as_str)
    }

    /// Somebody without an account, who has just opened the hub.
    pub async fn visitor(&self, lang: Lang) -> Person {
        let person = self.somebody("visitor", lang).await;
        person.opens("").await;
        person
    }

    /// Somebody at a browser, before anything is opened.
    pub async fn somebody(&self, word: &str, lang: Lang) -> Person {
        Person::at(self.origin(), &self.story, word, lang).await
    }

    /// One of the people of the demonstration, signed in through the printed link.
    pub async fn signed_in(&self, word: &str, lang: Lang) -> Person {
        let person = self.somebody(word, lang).await;
        let secret = self
            .links
            .get(word)
            .unwrap_or_else(|| panic!("the demonstration has nobody called `{word}`"));
        person.opens(&format!("/demonstration#{secret}")).await;
        person.is_signed_in().await;
        person
    }

    /// The words of a message in a language.
    #[must_use]
    pub fn say(&self, lang: Lang, phrase: impl Into<Phrase>) -> String {
        super::Words::of(lang).say(&phrase.into())
    }
}

impl Drop for BrowserHub {
    fn drop(&mut self) {
        // Before its folder goes.
        self.stops();
    }
}

const ANY_PORT: &str = "127.0.0.1:0";

struct Running {
    program: Child,
    origin: String,
    /// The secret of each person's link.
    links: BTreeMap<String, String>,
}

impl Running {
    fn start(folder: &Path, listen: &str, site: &Path) -> Self {
        let programs = Programs::get();
        let log = fs::File::create(folder.join("server.log")).expect("the folder of a hub can be written to");
        let mut program = Command::new(&programs.server)
            .args(["serve", "--demo", "--listen", listen, "--log", "warn"])
            .arg("--data")
            .arg(folder.join("data"))
            .arg("--site")
            .arg(site)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", programs.server.display()));
        let output = program.stdout.take().expect("its output is piped");
        let mut origin = None;
        let mut links = BTreeMap::new();
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some((_, address)) = line.split_once("ready at ") {
                origin = Some(address.trim().to_owned());
            } else if let Some((word, secret)) = link(&line) {
                links.insert(word, secret);
                if links.len() == people_of_a_demonstration() {
                    break;
                }
            }
        }
        let Some(origin) = origin else {
            let said = fs::read_to_string(folder.join("server.log")).unwrap_or_default();
            panic!("the server did not start: {said}");
        };
        Self {
            program,
            origin,
            links,
        }
    }

    fn stop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// A printed link: two blanks, a word, blanks, the address with the secret behind its `#`.
fn link(line: &str) -> Option<(String, String)> {
    let mut parts = line.strip_prefix("  ")?.split_whitespace();
    let (word, address) = (parts.next()?, parts.next()?);
    let (_, secret) = address.split_once("/demonstration#")?;
    Some((word.to_owned(), secret.to_owned()))
}

fn people_of_a_demonstration() -> usize {
    const PEOPLE: &str = include_str!("../../../server/src/demonstration/people.json");
    serde_json::from_str::<Vec<serde_json::Value>>(PEOPLE).map_or(0, |people| people.len())
}

/// The files of a data folder with the starter library and the people of a demonstration, some megabytes, made once and
/// written for each story: reading the library takes longer.
fn prepared() -> &'static [(PathBuf, Vec<u8>)] {
    static PREPARED: OnceLock<Vec<(PathBuf, Vec<u8>)>> = OnceLock::new();
    PREPARED.get_or_init(|| {
        let folder = TemporaryFolder::new("prepared");
        let mut running = Running::start(folder.path(), ANY_PORT, &Programs::get().site);
        // Killed after it said that it is ready: what it printed is on the disk.
        running.stop();
        let mut files = Vec::new();
        read_files(folder.path(), Path::new(""), &mut files);
        files
    })
}

fn read_files(folder: &Path, inside: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).expect("the prepared folder can be read") {
        let path = entry.expect("the prepared folder can be read").path();
        let Some(name) = path.file_name() else { continue };
        let inside = inside.join(name);
        if path.is_dir() {
            read_files(&path, &inside, files);
        } else if path.is_file() {
            // Sockets of a process that has ended are neither: they are left out.
            files.push((inside, fs::read(&path).expect("a prepared file can be read")));
        }
    }
}

fn write(data: &Path, more: impl FnOnce(&mut RowStore<'_>)) -> Result<(), StoreError> {
    let store = RedbStore::open(data)?;
    let mut txn = store.write()?;
    let mut row_store = RowStore::new(&mut *txn);
    more(&mut row_store);
    row_store.finish()?;
    txn.commit()
}
