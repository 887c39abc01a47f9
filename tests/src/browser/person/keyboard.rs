use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::Value;

use super::{Person, Role};
use crate::browser::Phrase;

/// How often somebody presses Tab before giving up: more often than any page has places for the focus.
const PATIENCE: usize = 120;

/// What the page says when the focus has left its own part.
const ELSEWHERE: &str = "elsewhere";

/// Longer than any scrolling to the focus takes, on a busy machine as well.
const SCROLLED_WITHIN: Duration = Duration::from_secs(10);

impl Person {
    /// Moves the focus with Tab until it is on this, as somebody without a mouse does.
    pub async fn tabs_to(&self, role: Role, words: impl Into<Phrase>) {
        let name = self.say(words);
        let mut passed = Vec::new();
        for _ in 0..PATIENCE {
            self.strikes(Key::Tab).await;
            let focused = self.focused().await;
            if focused.0 == role.word() && same(&focused.1, &name) {
                return;
            }
            passed.push(format!("{} “{}”", focused.0, focused.1));
        }
        let awaited = format!(
            "Tab leads to the {} “{name}”; it led to {}",
            role.word(),
            passed.join(", ")
        );
        super::fail(self, &awaited).await;
    }

    /// Moves into a group of choices with Tab and to this choice with the arrows.
    pub async fn moves_to_the_choice(&self, choice: &str) {
        for _ in 0..PATIENCE {
            self.strikes(Key::Tab).await;
            if self.focused().await.0 == Role::Radio.word() {
                break;
            }
        }
        // The first arrow may only take what has the focus already.
        self.strikes(Key::Space).await;
        for _ in 0..PATIENCE {
            if same(&self.focused().await.1, choice) {
                return;
            }
            self.strikes(Key::Down).await;
        }
        super::fail(self, &format!("the arrows lead to “{choice}”")).await;
    }

    /// Goes through the page with Tab, from its heading to where the page ends: whatever has the focus can be seen.
    pub async fn sees_every_focus(&self) {
        self.ask("scrollTo(0, 0); document.querySelector('main h1').focus()")
            .await;
        let mut seen = 0;
        loop {
            self.strikes(Key::Tab).await;
            // The browser scrolls to it within a frame or two.
            let began = Instant::now();
            let hidden = loop {
                let hidden = self.ask("return story.hiddenFocus()").await;
                let is_hidden = hidden.as_str().is_some_and(|hidden| hidden != ELSEWHERE);
                if !is_hidden || began.elapsed() > SCROLLED_WITHIN {
                    break hidden;
                }
                tokio::time::sleep(crate::browser::LOOK_EVERY).await;
            };
            match hidden.as_str() {
                Some(ELSEWHERE) => break,
                Some(hidden) => {
                    super::fail(self, &format!("what has the focus can be seen: {hidden}")).await;
                }
                None => seen += 1,
            }
            if seen > PATIENCE {
                super::fail(self, "Tab leads out of the page in the end").await;
            }
        }
        assert!(seen > 0, "{}: nothing on the page takes the focus", self.story());
    }

    /// The focus came along to the heading of the page.
    pub async fn has_the_focus_on_the_heading(&self) {
        self.until("the heading has the focus", async || {
            let has_it = self
                .ask("return Boolean(document.activeElement && document.activeElement.closest('h1'))")
                .await;
            (has_it == Value::Bool(true)).then_some(())
        })
        .await;
    }

    /// Strikes one key.
    pub async fn strikes(&self, key: Key) {
        let value = char::from(key);
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        if let Err(error) = self.driver.client.perform_actions(keys).await {
            super::fail(self, &format!("a key can be struck ({error})")).await;
        }
    }

    /// What has the focus is called this, or will be in a moment.
    pub async fn has_the_focus_at(&self, name: &str) {
        self.until(&format!("“{name}” has the focus"), async || {
            same(&self.focused().await.1, name).then_some(())
        })
        .await;
    }

    /// Role and name of what has the focus.
    pub async fn focused(&self) -> (String, String) {
        let focused = self.ask("return story.focused()").await;
        let part = |name: &str| {
            focused
                .get(name)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        (part("role"), part("name"))
    }
}

/// Blanks and no-break blanks look the same.
fn same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}
