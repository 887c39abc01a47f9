use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::failure::fail;
use super::person::Person;

/// How wide the window is while a page is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// A small phone: 320 px, in the dark theme.
    Phone,
    /// A desk: 1280 px, in the light theme.
    Desk,
}

impl Width {
    /// Both of them.
    pub const BOTH: [Self; 2] = [Self::Phone, Self::Desk];

    pub(super) const fn size(self) -> (u32, u32) {
        match self {
            Self::Phone => (320, 720),
            Self::Desk => (1280, 900),
        }
    }

    pub(super) const fn theme(self) -> &'static str {
        match self {
            Self::Phone => "dark",
            Self::Desk => "light",
        }
    }
}

/// The contents of pages that were looked over at both widths, so that the same page for another person is not
/// looked over again: most are the same for several people, and a look takes seconds.
#[derive(Debug, Default)]
pub struct Seen(RefCell<BTreeSet<String>>);

impl Seen {
    /// Notes a content; true when it is new.
    fn note(&self, content: &Value) -> bool {
        // A page that could not be read is looked at in any case.
        content.is_null() || self.0.borrow_mut().insert(content.to_string())
    }
}

impl Person {
    /// Goes to a page of the app through a link in the page on show.
    pub async fn follows_a_link_to(&self, path: &str) {
        let address = format!("/{}{path}", self.lang().code());
        if self.place().await == path {
            // A link to the page on show leads nowhere.
            return;
        }
        self.ask_with(
            "window.leftBehind = document.querySelector('main h1');\
             const link = document.createElement('a');\
             link.href = arguments[0];\
             document.body.append(link);\
             link.click();\
             link.remove()",
            vec![json!(address)],
        )
        .await;
        self.until(&format!("a link leads to {address}"), async || {
            // Some pages lead on to another one, so the address alone does not tell; and a heading may serve again.
            let is_left = self
                .ask_with(
                    "return !window.leftBehind || !leftBehind.isConnected || location.pathname === arguments[0]",
                    vec![json!(address)],
                )
                .await;
            (is_left == Value::Bool(true)).then_some(())
        })
        .await;
        self.waits_until_the_page_is_settled().await;
    }

    /// Looks at the page as it is now, at both widths, unless it was seen before; answers what is wrong with it.
    pub async fn looks_the_page_over(&self, seen: &Seen) -> Vec<(Width, String)> {
        let mut faults = Vec::new();
        if seen.note(&self.content().await) {
            // Beginning with the width that the window has spares one change of it.
            let mut widths = Width::BOTH;
            if self.width() == Width::Desk {
                widths.reverse();
            }
            for width in widths {
                self.makes_the_window(width).await;
                self.waits_until_the_page_is_settled().await;
                // A page may write something else at the other width: a visit at that width brings it.
                seen.note(&self.content().await);
                let found = self.faults_of_the_page().await;
                faults.extend(found.into_iter().map(|fault| (width, fault)));
            }
        }
        faults.extend(
            self.complaints_of_the_console()
                .await
                .into_iter()
                .map(|fault| (Width::Desk, fault)),
        );
        faults
    }

    async fn content(&self) -> Value {
        self.ask("return document.querySelector('main').innerHTML").await
    }

    /// Looks at the page as it is now, at both widths, and fails the story with everything that is wrong with it.
    pub async fn finds_nothing_wrong_with_the_page(&self) {
        let mut faults = Vec::new();
        // Back at the desk at the end, where stories are told.
        for width in Width::BOTH {
            self.makes_the_window(width).await;
            self.waits_until_the_page_is_settled().await;
            faults.extend(
                self.faults_of_the_page()
                    .await
                    .into_iter()
                    .map(|fault| format!("at {} px: {fault}", width.size().0)),
            );
        }
        if !faults.is_empty() {
            fail(
                self,
                &format!("the page is at fault:\n    {}", faults.join("\n    ")),
            )
            .await;
        }
    }

    /// Makes the window as wide as this, in the theme that goes with it.
    pub async fn makes_the_window(&self, width: Width) {
        if self.is_as_wide_as(width) {
            return;
        }
        let (wide, high) = width.size();
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": wide, "height": high, "deviceScaleFactor": 1, "mobile": false }),
        )
        .await;
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [
                { "name": "prefers-color-scheme", "value": width.theme() },
                // What moves cannot be measured.
                { "name": "prefers-reduced-motion", "value": "reduce" },
            ] }),
        )
        .await;
    }

    /// Everything that is wrong with the page as it stands: language, direction, headings, overflow, the rules of
    /// axe-core, and what the console says.
    pub async fn faults_of_the_page(&self) -> Vec<String> {
        let mut faults = list(&self.ask("return story.faults()").await);
        faults.extend(list(&self.ask_slowly("return story.axe()").await));
        faults.extend(self.complaints_of_the_console().await);
        faults
    }
}

fn list(value: &Value) -> Vec<String> {
    match value.as_array() {
        Some(items) => items
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        None => vec![format!("the page could not be looked at: {value}")],
    }
}
