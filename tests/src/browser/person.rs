mod acting;
mod browser;
mod keyboard;
mod network;
mod seeing;

use std::cell::{Cell, RefCell};
use std::time::Instant;

use fantoccini::error::CmdError;
use serde_json::{Value, json};
use shared::lang::Lang;

use super::driver::{ConsoleLine, Driver, Profile};
use super::failure::fail;
use super::programs::Programs;
use super::{DEADLINE, LOOK_EVERY, Phrase, Width, Words};

pub use acting::Role;

/// What a document gets before its own scripts run.
const PAGE_SCRIPT: &str = include_str!("page.js");

/// Somebody at a browser.
pub struct Person {
    driver: Driver,
    origin: String,
    story: String,
    word: String,
    lang: Cell<Lang>,
    /// How wide the window on show is; nothing before that was said.
    width: Cell<Option<Width>>,
    /// Whether lines on the console about requests that did not come through are expected now.
    is_network_bad: Cell<bool>,
    /// Complaints of the console that were read but not yet reported.
    complaints: RefCell<Vec<String>>,
}

impl Person {
    pub(super) async fn at(origin: &str, story: &str, word: &str, lang: Lang) -> Self {
        let person = Self {
            driver: Driver::start(Profile::fresh()).await,
            origin: origin.to_owned(),
            story: format!("{story} in {}", lang.code()),
            word: word.to_owned(),
            lang: Cell::new(lang),
            width: Cell::new(None),
            is_network_bad: Cell::new(false),
            complaints: RefCell::new(Vec::new()),
        };
        person.prepare_window().await;
        person
    }

    /// What each new window needs once.
    async fn prepare_window(&self) {
        for source in [Programs::get().axe.as_str(), PAGE_SCRIPT] {
            self.devtools(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": source }),
            )
            .await;
        }
        self.width.set(None);
        self.makes_the_window(Width::Desk).await;
    }

    pub(super) fn width(&self) -> Width {
        self.width.get().unwrap_or(Width::Desk)
    }

    /// Notes the width that the window is about to have; true when it has it already.
    pub(super) fn is_as_wide_as(&self, width: Width) -> bool {
        self.width.replace(Some(width)) == Some(width)
    }

    /// The language that this person reads now.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang.get()
    }

    /// What these words are in the language that this person reads now.
    #[must_use]
    pub fn say(&self, phrase: impl Into<Phrase>) -> String {
        Words::of(self.lang.get()).say(&phrase.into())
    }

    pub(super) fn story(&self) -> &str {
        &self.story
    }

    pub(super) fn word(&self) -> &str {
        &self.word
    }

    pub(super) const fn driver(&self) -> &Driver {
        &self.driver
    }

    pub(super) fn lang_of_page<'a>(&self, address: &'a str) -> &'a str {
        address
            .strip_prefix(self.origin.as_str())
            .and_then(|path| path.split('/').nth(1))
            .unwrap_or("no language")
    }

    /// The whole address on show.
    pub(super) async fn address(&self) -> String {
        self.driver
            .client
            .current_url()
            .await
            .map(String::from)
            .unwrap_or_default()
    }

    /// The path on show, without its language: `/learn`.
    pub async fn place(&self) -> String {
        let address = self.address().await;
        let path = address.strip_prefix(self.origin.as_str()).unwrap_or(&address);
        let path = path.split(['#', '?']).next().unwrap_or_default();
        path.trim_start_matches('/')
            .split_once('/')
            .map_or_else(String::new, |(_, rest)| format!("/{rest}"))
    }

    /// Gives a command of the DevTools protocol; one that fails fails the story.
    pub(super) async fn devtools(&self, command: &'static str, parameters: Value) -> Value {
        match self.driver.devtools(command, parameters).await {
            Ok(answer) => answer,
            Err(error) => panic!("{}: {command} failed: {error}", self.story),
        }
    }

    /// Runs a script in the page. While a page is being replaced by another one there is nothing to ask: null.
    pub(super) async fn ask(&self, script: &str) -> Value {
        self.ask_with(script, Vec::new()).await
    }

    pub(super) async fn ask_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.driver
            .client
            .execute(script, arguments)
            .await
            .unwrap_or(Value::Null)
    }

    /// Runs a script that answers later: `script` gives a promise.
    pub(super) async fn ask_slowly(&self, script: &str) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];\
             (async () => {{ {script} }})().then(done, (error) => done(`failed: ${{error}}`));"
        );
        match self.driver.client.execute_async(&script, Vec::new()).await {
            Ok(answer) => answer,
            Err(error) => Value::String(error.to_string()),
        }
    }

    /// Looks again and again until `look` gives something; fails the story when the deadline passes.
    pub(super) async fn until<T>(&self, awaited: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = look().await {
                return found;
            }
            if begun.elapsed() > DEADLINE {
                fail(self, awaited).await;
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// Reads the console; what nobody should find there is kept for the next look at the page.
    pub(super) async fn listen_to_the_console(&self) -> Result<(), CmdError> {
        let lines = self.driver.console().await?;
        let is_network_bad = self.is_network_bad.get();
        self.complaints.borrow_mut().extend(
            lines
                .into_iter()
                .filter(|line| is_complaint(line, is_network_bad))
                .map(|line| format!("console ({}): {}", line.source, line.message)),
        );
        Ok(())
    }

    pub(super) async fn complaints_of_the_console(&self) -> Vec<String> {
        if let Err(error) = self.listen_to_the_console().await {
            return vec![format!("the console cannot be read: {error}")];
        }
        self.complaints.take()
    }

    pub(super) async fn console_now(&self) -> String {
        let lines = self.complaints_of_the_console().await;
        if lines.is_empty() {
            "nothing".to_owned()
        } else {
            lines.join("\n    ")
        }
    }
}

fn is_complaint(line: &ConsoleLine, is_network_bad: bool) -> bool {
    let is_about_network = line.source == "network";
    let is_policy =
        line.message.contains("Content Security Policy") || line.message.contains("Permissions policy");
    let is_error = line.level == "SEVERE" && !(is_about_network && is_network_bad);
    is_error || is_policy
}
