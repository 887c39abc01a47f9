use std::time::Duration;

use serde_json::{Value, json};
use shared::lang::Translated;

use super::{Person, Role};
use crate::browser::{Phrase, filled};

impl Person {
    /// A text of the library in the language that this person reads, or in the one that stands in for it.
    #[must_use]
    pub fn reads(&self, text: &Translated) -> String {
        text.best(self.lang.get())
            .map(|(_, text)| text.to_owned())
            .unwrap_or_default()
    }

    /// The words at the top of each page say that the server has everything.
    pub async fn is_told_that_everything_is_sent(&self) {
        let sayings = ["common-saved-sent", "common-saved-up-to-date"].map(|key| {
            let words = self.say(filled(key, [("when", &"")]));
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        });
        self.until("the page says that everything is sent", async || {
            let told = self
                .ask("return [...document.querySelectorAll('.saved-state')].map((one) => story.clean(one.innerText)).join()")
                .await;
            let told = told.as_str()?;
            sayings.iter().any(|words| told.contains(words)).then_some(())
        })
        .await;
    }

    /// The page says that changes are saved on this device and not sent yet: how many is up to where one reads.
    pub async fn is_told_that_changes_wait(&self) {
        let sayings: Vec<String> = (1..=9)
            .map(|count| self.say(filled("common-saved-waiting", [("count", &count)])))
            .collect();
        self.until("the page says that changes wait", async || {
            for words in &sayings {
                if self.is_seen(words).await {
                    return Some(());
                }
            }
            None
        })
        .await;
    }

    /// Sees these words somewhere on the page, sooner or later.
    pub async fn sees(&self, words: impl Into<Phrase>) {
        let words = self.say(words);
        self.until(&format!("“{words}” can be seen"), async || {
            self.is_seen(&words).await.then_some(())
        })
        .await;
    }

    /// Sees these words no longer.
    pub async fn sees_no_more(&self, words: impl Into<Phrase>) {
        let words = self.say(words);
        self.until(&format!("“{words}” is seen no more"), async || {
            let seen = self
                .ask_with("return story.sees(arguments[0])", vec![json!(words)])
                .await;
            (seen == Value::Bool(false)).then_some(())
        })
        .await;
    }

    /// Whether these words head a part of the page now.
    pub async fn is_headed(&self, words: impl Into<Phrase>) -> bool {
        let words = self.say(words);
        self.waits_until_the_page_is_settled().await;
        self.names_of(Role::Heading)
            .await
            .iter()
            .any(|name| name.split_whitespace().eq(words.split_whitespace()))
    }

    /// Whether these words can be seen now.
    pub async fn is_seen(&self, words: &str) -> bool {
        let seen = self
            .ask_with(
                "return Boolean(window.story && story.sees(arguments[0]))",
                vec![json!(words)],
            )
            .await;
        seen == Value::Bool(true)
    }

    /// Comes to the page with this heading, and finds nothing wrong with it.
    pub async fn arrives_at(&self, heading: impl Into<Phrase>) {
        self.is_at(heading).await;
        self.finds_nothing_wrong_with_the_page().await;
    }

    /// Comes to the page with this heading.
    pub async fn is_at(&self, heading: impl Into<Phrase>) {
        let heading = self.say(heading);
        self.until(&format!("the page's heading is “{heading}”"), async || {
            let has_it = self
                .ask_with(
                    "const heading = document.querySelector('main h1');\
                     return Boolean(heading && window.story\
                       && story.clean(heading.innerText).includes(story.clean(arguments[0])))",
                    vec![json!(heading)],
                )
                .await;
            (has_it == Value::Bool(true)).then_some(())
        })
        .await;
        self.waits_until_the_page_is_settled().await;
    }

    /// Is at this path, without its language: `/learn`.
    pub async fn is_at_place(&self, path: &str) {
        self.until(&format!("the address is {path}"), async || {
            (self.place().await == path).then_some(())
        })
        .await;
    }

    /// The top bar says that this person is signed in.
    pub async fn is_signed_in(&self) {
        let start = self.say(crate::browser::filled("common-account-of", [("name", &"")]));
        let start = start.trim().to_owned();
        self.until("the top bar names the account", async || {
            let names = self.ask("return window.story && story.names('link')").await;
            names
                .as_array()?
                .iter()
                .filter_map(Value::as_str)
                .any(|name| name.contains(&start))
                .then_some(())
        })
        .await;
    }

    /// Reads this in the field with this label.
    pub async fn reads_in_the_field(&self, label: impl Into<Phrase>, text: &str) {
        let label = label.into();
        let name = self.say(label.clone());
        self.until(&format!("“{name}” holds “{text}”"), async || {
            let field = self.finds(Role::Textbox, label.clone()).await;
            let held = field.prop("value").await.ok().flatten()?;
            (held == text).then_some(())
        })
        .await;
    }

    /// Whether something with this role and name is on or off.
    pub async fn has_ticked(&self, role: Role, words: impl Into<Phrase>) -> bool {
        let element = self.finds(role, words).await;
        element.prop("checked").await.ok().flatten().as_deref() == Some("true")
    }

    /// The names of everything on the page with this role, in the order of the page.
    pub async fn names_of(&self, role: Role) -> Vec<String> {
        let names = self
            .ask_with("return story.names(arguments[0])", vec![json!(role.word())])
            .await;
        names
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }

    /// How many links of the page on show lead to an address with this part.
    pub async fn counts_links_to(&self, part: &str) -> u64 {
        let links = self.ask_with(
            "return [...document.querySelectorAll('main a')].filter((link) => link.pathname.includes(arguments[0])).length",
            vec![json!(part)],
        );
        links.await.as_u64().expect("a page has links or none")
    }

    /// The block of text that the reader's eyes are on, and how far from the top of the window it stands.
    pub async fn reading_place(&self) -> Option<(String, i64)> {
        let place = self.ask("return story.reading()").await;
        Some((place.get("id")?.as_str()?.to_owned(), place.get("top")?.as_i64()?))
    }

    /// Reads on until this block of the lesson, counted from 0, is where the eyes are.
    pub async fn reads_on_to_block(&self, block: u32) {
        self.until(&format!("the lesson has a block {block}"), async || {
            let scrolled = self
                .ask_with(
                    "const block = document.getElementById(`block-${arguments[0]}`);\
                     if (!block) return false;\
                     scrollBy(0, block.getBoundingClientRect().top - innerHeight / 3 + 4);\
                     return true",
                    vec![json!(block)],
                )
                .await;
            (scrolled == Value::Bool(true)).then_some(())
        })
        .await;
    }

    /// The part of the page with this label is in the window as it is scrolled now, with nothing over it.
    pub async fn sees_in_the_window(&self, label: impl Into<Phrase>) {
        let label = self.say(label);
        self.until(&format!("“{label}” is in the window"), async || {
            let is_there = self
                .ask_with(
                    "const part = [...document.querySelectorAll('[aria-label]')]\
                       .find((one) => story.clean(one.ariaLabel) === story.clean(arguments[0]));\
                     if (!part) return false;\
                     const box = part.getBoundingClientRect();\
                     return part.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2))",
                    vec![json!(label)],
                )
                .await;
            (is_there == Value::Bool(true)).then_some(())
        })
        .await;
    }

    /// Each experience in the list says whose it is.
    pub async fn sees_whose_each_experience_is(&self) {
        self.until("each card names its collectivity", async || {
            let is_so = self
                .ask(
                    "const cards = [...document.querySelectorAll('main .card-grid > .card')];\
                     const names = cards.map((card) => story.clean(card.querySelector('.card__by')?.textContent));\
                     return names.length > 0 && names.every((name) => name)",
                )
                .await;
            (is_so == Value::Bool(true)).then_some(())
        })
        .await;
    }

    /// The words in the cells of the page's table, line by line, the heads first.
    pub async fn reads_the_table(&self) -> Vec<Vec<String>> {
        self.waits_until_the_page_is_settled().await;
        let table = self.ask("return story.table()").await;
        serde_json::from_value(table).unwrap_or_default()
    }

    /// A file whose name ends like this has come into the folder for downloads: its text.
    pub async fn receives_a_file(&self, ending: &str) -> String {
        let folder = self.driver.downloads();
        self.until(&format!("a file {ending} is downloaded"), async || {
            let files = std::fs::read_dir(&folder).ok()?;
            // While it is on its way, the browser gives a file another ending.
            let file = files
                .filter_map(Result::ok)
                .find(|file| file.file_name().to_string_lossy().ends_with(ending))?;
            std::fs::read_to_string(file.path())
                .ok()
                .filter(|text| !text.is_empty())
        })
        .await
    }

    /// Takes at least this time for what is on show.
    pub async fn reads_for(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }

    /// The block that the line at the top of a lesson says has been read, counted from 0.
    pub async fn has_read_to(&self) -> u64 {
        let blocks = self.until("the lesson says how far it was read", async || {
            // The lesson looks once a frame.
            let value = self
                .ask_slowly(
                    "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));\
                     const line = document.querySelector('progress.reading-progress');\
                     return line && String(line.value)",
                )
                .await;
            value.as_str()?.parse::<u64>().ok()
        });
        blocks.await.saturating_sub(1)
    }

    /// The lesson opens where it was left: this block stands where the eyes are, without any scrolling of one's own.
    pub async fn finds_the_place_again(&self, block: u64) {
        self.until(&format!("the lesson opens at block {block}"), async || {
            let is_there = self
                .ask_with(
                    "const block = document.getElementById(`block-${arguments[0]}`);\
                     if (!block || scrollY === 0) return false;\
                     const top = block.getBoundingClientRect().top;\
                     return top > 0 && top < innerHeight * 0.6",
                    vec![json!(block)],
                )
                .await;
            (is_there == Value::Bool(true)).then_some(())
        })
        .await;
    }

    /// How far below the top of the window this block begins.
    pub async fn top_of(&self, id: &str) -> Option<i64> {
        self.waits_until_the_page_is_settled().await;
        self.ask_with(
            "const block = document.getElementById(arguments[0])\
               || document.querySelector(`[data-place=\"${arguments[0]}\"]`);\
             return block && Math.round(block.getBoundingClientRect().top)",
            vec![json!(id)],
        )
        .await
        .as_i64()
    }

    /// The page holds everything that it waited for, and two looks find it equal.
    pub async fn waits_until_the_page_is_settled(&self) {
        let mut before = Value::Null;
        let mut waits_for = Value::Null;
        let begun = std::time::Instant::now();
        loop {
            let now = self
                .ask("return window.story && (story.hasFailed() ? 'failed' : [story.waitsFor(), story.shape()])")
                .await;
            if now.as_str() == Some("failed") {
                super::fail(self, "the app starts").await;
            }
            if let Some([missing, shape]) = now.as_array().map(Vec::as_slice) {
                let has_everything = missing.as_array().is_some_and(Vec::is_empty);
                if has_everything && before == *shape {
                    return;
                }
                before = shape.clone();
                waits_for = missing.clone();
            }
            if begun.elapsed() > crate::browser::DEADLINE {
                super::fail(
                    self,
                    &format!("the page is complete; it still waits for {waits_for}"),
                )
                .await;
            }
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }
}
