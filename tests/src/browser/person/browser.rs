use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::Person;
use crate::browser::driver::Driver;
use crate::browser::paper::{Paper, Printed};
use crate::browser::{Phrase, beginning};

impl Person {
    /// Closes the browser and starts it again: the same profile, nothing open.
    pub async fn restarts_the_browser(&mut self) {
        self.driver.close();
        self.starts_the_browser().await;
    }

    /// Prints the page on show.
    pub async fn prints(&self, paper: Paper) -> Printed {
        match Printed::from(&self.driver, paper).await {
            Ok(printed) => printed,
            Err(error) => {
                crate::browser::failure::fail(self, &format!("the page is printed ({error})")).await
            }
        }
    }

    /// The battery dies, and later the browser is started again.
    pub async fn loses_the_browser(&mut self) {
        self.driver.kill_browser();
        self.starts_the_browser().await;
    }

    async fn starts_the_browser(&mut self) {
        let profile = self.driver.profile();
        self.driver = Driver::start(profile).await;
        self.prepare_window().await;
    }

    /// The battery dies while the files of the profile are looked through: the places where one of these is found,
    /// as text of one byte or of two bytes a character.
    pub fn finds_on_the_disk_after_a_kill(&mut self, words: &[&str]) -> Vec<String> {
        self.driver.kill_browser();
        let profile = self.driver.profile();
        let mut found = Vec::new();
        let mut waiting = vec![profile.path().to_owned()];
        while let Some(folder) = waiting.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    waiting.push(path);
                } else {
                    found.extend(places_of(words, &path, profile.path()));
                }
            }
        }
        found
    }

    /// The whole build that is on show lies on this device, and a worker answers for it.
    pub async fn has_kept_the_app(&self) {
        self.until("the app is kept on this device", async || {
            let kept = self
                .ask_slowly(
                    "const registration = await navigator.serviceWorker.getRegistration();\
                     const build = document.querySelector('meta[name=multaqa-base]').content.split('/')[2];\
                     return Boolean(registration?.active?.state === 'activated'\
                       && navigator.serviceWorker.controller\
                       && await caches.has(`multaqa-build-${build}`))",
                )
                .await;
            (kept == Value::Bool(true)).then_some(())
        })
        .await;
    }

    /// Nothing of the app lies on this device, and no worker was started.
    pub async fn has_not_kept_the_app(&self) {
        let kept = self
            .ask_slowly(
                "const workers = await navigator.serviceWorker.getRegistrations();\
                 return workers.length + (await caches.keys()).length",
            )
            .await;
        if kept != json!(0) {
            crate::browser::failure::fail(self, &format!("nothing is kept ({kept} things are)")).await;
        }
    }

    /// Has the pages that are loaded from now on remember their connections to databases, for [`Self::loses_the_database`].
    pub async fn can_lose_the_database(&self) {
        let source = "const open = IDBFactory.prototype.open;\
             window.multaqaTestDatabases = [];\
             IDBFactory.prototype.open = function (...given) {\
               const opening = open.apply(this, given);\
               opening.addEventListener('success', () => window.multaqaTestDatabases.push(opening.result));\
               return opening;\
             };";
        self.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": source }),
        )
        .await;
    }

    /// The browser closes the connections of the page on show to its databases, and tells it.
    pub async fn loses_the_database(&self) {
        self.ask(
            "for (const database of window.multaqaTestDatabases.splice(0)) {\
               database.close();\
               database.dispatchEvent(new Event('close'));\
             }",
        )
        .await;
    }

    /// Whether the databases of the page on show refuse to be written to.
    pub async fn has_a_storage_that_refuses(&self, refuses: bool) {
        self.ask_with(
            "const store = IDBObjectStore.prototype;\
             window.multaqaTestPut ??= store.put;\
             store.put = arguments[0]\
               ? () => { throw new DOMException('no room', 'QuotaExceededError'); }\
               : window.multaqaTestPut;",
            vec![json!(refuses)],
        )
        .await;
    }

    /// When the page on show was loaded, in milliseconds since 1970.
    pub async fn page_was_loaded_at(&self) -> f64 {
        self.ask("return performance.timeOrigin")
            .await
            .as_f64()
            .unwrap_or_default()
    }

    /// Waits for a page that was loaded later than `before`.
    pub async fn has_a_page_loaded_after(&self, before: f64) {
        self.until("the page is loaded anew", async || {
            (self.page_was_loaded_at().await > before).then_some(())
        })
        .await;
    }

    /// The browser keeps the page on show as one to go back to, and brings it back.
    pub async fn is_kept_and_comes_back(&self) {
        self.ask(
            "for (const name of ['pagehide', 'pageshow']) {\
               window.dispatchEvent(new PageTransitionEvent(name, { persisted: true }));\
             }",
        )
        .await;
    }

    /// Answers, on the page of the account, whose device this is.
    pub async fn says_that_this_is_their_own_device(&self) {
        self.opens("/account").await;
        self.takes(beginning("account-device-own")).await;
        self.sees("account-kept-own").await;
    }

    /// So many modules and experiences, with all that is in them, are in a database of this browser.
    pub async fn holds_documents(&self, count: usize) {
        self.until(&format!("{count} documents are on this device"), async || {
            let held = self
                .ask_slowly(
                    "let most = 0;\
                     for (const { name } of await indexedDB.databases()) {\
                       const keys = await new Promise((resolve) => {\
                         const opening = indexedDB.open(name);\
                         opening.onerror = () => resolve([]);\
                         opening.onsuccess = () => {\
                           const asking = opening.result.transaction('scopes').objectStore('scopes').getAllKeys();\
                           asking.onsuccess = () => { opening.result.close(); resolve(asking.result); };\
                         };\
                       });\
                       most = Math.max(most, keys.filter((key) => /^(module|experience):/.test(key)).length);\
                     }\
                     return most",
                )
                .await;
            let held = held.as_u64().and_then(|held| usize::try_from(held).ok())?;
            (held >= count).then_some(())
        })
        .await;
    }

    /// Presses the first of the buttons whose visible words are these; their names say more.
    pub async fn presses_the_first(&self, words: impl Into<Phrase>) {
        let words = self.say(words);
        self.until(
            &format!("there is a button with “{words}” on it"),
            async || {
                let pressed = self
                    .ask_with(
                        "const found = [...document.querySelectorAll('button')]\
                       .find((one) => story.clean(one.innerText) === story.clean(arguments[0]));\
                     if (found) found.click();\
                     return Boolean(found)",
                        vec![json!(words)],
                    )
                    .await;
                (pressed == Value::Bool(true)).then_some(())
            },
        )
        .await;
    }

    /// Presses the button with these visible words in the line, of a table or a list, that says something else too.
    pub async fn presses_beside(&self, beside: &str, words: impl Into<Phrase>) {
        let words = self.say(words);
        self.until(
            &format!("there is a button with “{words}” beside “{beside}”"),
            async || {
                let pressed = self
                    .ask_with(
                        "const found = [...document.querySelectorAll('button')]\
                           .filter((one) => story.clean(one.innerText) === story.clean(arguments[0]))\
                           .find((one) => story.clean(one.closest('tr, li')?.innerText).includes(arguments[1]));\
                         if (found) { found.focus(); found.click(); }\
                         return Boolean(found)",
                        vec![json!(words), json!(beside)],
                    )
                    .await;
                (pressed == Value::Bool(true)).then_some(())
            },
        )
        .await;
    }

    /// What failed has the focus, and its message is in the window, in front of everything else.
    pub async fn is_led_to_what_failed(&self) {
        self.until(
            "the focus is at the message of the failure, in sight",
            async || {
                let is_so = self
                    .ask(
                        "const focused = document.activeElement;\
                     if (!focused || focused === document.body) return false;\
                     const message = focused.closest('.notice--error, .error-summary')\
                       || focused.closest('[data-invalid]')?.querySelector('.field__error');\
                     if (!message) return false;\
                     const box = message.getBoundingClientRect();\
                     const at = document.elementFromPoint(box.left + box.width / 2, box.top + 4);\
                     return box.top >= 0 && box.top + 24 <= innerHeight && message.contains(at)",
                    )
                    .await;
                (is_so == Value::Bool(true)).then_some(())
            },
        )
        .await;
    }

    /// The name of the build that the page on show belongs to.
    pub async fn build(&self) -> String {
        let build = self
            .ask("return document.querySelector('meta[name=multaqa-base]').content.split('/')[2]")
            .await;
        build.as_str().unwrap_or_default().to_owned()
    }

    /// Sooner or later the page on show belongs to this build.
    pub async fn is_of_build(&self, build: &str) {
        self.until(&format!("the page is of the build {build}"), async || {
            (self.build().await == build).then_some(())
        })
        .await;
    }

    /// Types the address of a page that is not the app's, and waits until it is there.
    pub async fn opens_the_page_without_the_app(&self, path: &str) {
        if let Err(error) = self.driver.client.goto(&format!("{}{path}", self.origin)).await {
            crate::browser::failure::fail(self, &format!("the page {path} opens ({error})")).await;
        }
    }

    /// What the browser keeps for this hub, counted.
    pub async fn what_the_browser_keeps(&self) -> String {
        let kept = self
            .ask_slowly(
                "const workers = await navigator.serviceWorker.getRegistrations();\
                 return `caches ${(await caches.keys()).length}, databases ${(await indexedDB.databases()).length}, `\
                   + `settings ${localStorage.length + sessionStorage.length}, workers ${workers.length}`",
            )
            .await;
        kept.as_str().map_or_else(|| kept.to_string(), str::to_owned)
    }

    /// The files of a build that cannot be had now.
    pub async fn misses_of_the_build(&self, files: &[String]) -> Vec<String> {
        self.ask_with("window.wantedFiles = arguments[0]", vec![json!(files)])
            .await;
        let missing = self
            .ask_slowly(
                "const missing = [];\
                 for (const file of wantedFiles) {\
                   const answer = await fetch(file).catch(() => null);\
                   if (!answer || !answer.ok) missing.push(file);\
                 }\
                 return missing",
            )
            .await;
        match missing.as_array() {
            Some(missing) => missing
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
            None => vec![missing.to_string()],
        }
    }

    /// Has the browser look for a new version now, as it does from time to time, without waiting for it.
    pub async fn has_the_browser_look_for_a_new_version(&self) {
        self.ask(
            "navigator.serviceWorker.getRegistration().then((one) => one && one.update()).catch(() => {})",
        )
        .await;
    }
}

fn places_of(words: &[&str], file: &Path, profile: &Path) -> Vec<String> {
    let Ok(content) = std::fs::read(file) else {
        return Vec::new();
    };
    let name = file.strip_prefix(profile).map(PathBuf::from).unwrap_or_default();
    words
        .iter()
        .filter(|word| {
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            holds(&content, word.as_bytes()) || holds(&content, &wide)
        })
        .map(|word| format!("“{word}” in {}", name.display()))
        .collect()
}

fn holds(content: &[u8], wanted: &[u8]) -> bool {
    content.windows(wanted.len()).any(|window| window == wanted)
}
