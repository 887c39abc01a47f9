use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::{CmdError, ErrorStatus};
use serde_json::{Value, json};
use shared::lang::Lang;

use super::Person;
use crate::browser::Phrase;

/// What something is, as the browser tells a screen reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Leads somewhere.
    Link,
    /// Does something.
    Button,
    /// One of several, of which one is on.
    Radio,
    /// On or off.
    Checkbox,
    /// Takes words.
    Textbox,
    /// A list to choose from.
    Combobox,
    /// A part of a page that is shown instead of others.
    Tab,
    /// A heading.
    Heading,
    /// Unfolds something.
    Disclosure,
}

impl Role {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Button => "button",
            Self::Radio => "radio",
            Self::Checkbox => "checkbox",
            Self::Textbox => "textbox",
            Self::Combobox => "combobox",
            Self::Tab => "tab",
            Self::Heading => "heading",
            Self::Disclosure => "disclosure",
        }
    }
}

impl Person {
    /// Types an address into the address bar: the path after the language, with its `#` if it has one.
    pub async fn opens(&self, path: &str) {
        let address = format!("{}/{}{path}", self.origin, self.lang.get().code());
        if let Err(error) = self.driver.client.goto(&address).await {
            super::fail(self, &format!("the page {address} opens ({error})")).await;
        }
        self.waits_until_the_page_is_settled().await;
    }

    /// Follows a link that came from outside: in a message, on paper.
    pub async fn opens_the_link(&self, address: &str) {
        // Two addresses that differ only behind `#` are one page to a browser: it would load nothing.
        let opened = async {
            self.driver.client.goto("about:blank").await?;
            self.driver.client.goto(address).await
        };
        if let Err(error) = opened.await {
            super::fail(self, &format!("the page {address} opens ({error})")).await;
        }
        self.waits_until_the_page_is_settled().await;
    }

    /// Loads the page again.
    pub async fn reloads(&self) {
        if let Err(error) = self.driver.client.refresh().await {
            super::fail(self, &format!("the page loads again ({error})")).await;
        }
        self.waits_until_the_page_is_settled().await;
    }

    /// Goes back, as with the browser's button.
    pub async fn goes_back(&self) {
        if let Err(error) = self.driver.client.back().await {
            super::fail(self, &format!("the browser goes back ({error})")).await;
        }
    }

    /// Goes forward again, as with the browser's button.
    pub async fn goes_forward(&self) {
        if let Err(error) = self.driver.client.forward().await {
            super::fail(self, &format!("the browser goes forward ({error})")).await;
        }
    }

    /// Follows the link with these words.
    pub async fn follows(&self, words: impl Into<Phrase>) {
        self.clicks(Role::Link, words).await;
    }

    /// Presses the button with these words.
    pub async fn presses(&self, words: impl Into<Phrase>) {
        self.clicks(Role::Button, words).await;
    }

    /// Takes the choice with these words: one of several.
    pub async fn takes(&self, words: impl Into<Phrase>) {
        self.clicks(Role::Radio, words).await;
    }

    /// Ticks, or unticks, the box with these words.
    pub async fn ticks(&self, words: impl Into<Phrase>) {
        self.clicks(Role::Checkbox, words).await;
    }

    /// Opens the tab with these words.
    pub async fn turns_to(&self, words: impl Into<Phrase>) {
        self.clicks(Role::Tab, words).await;
    }

    /// Unfolds what these words head.
    pub async fn unfolds(&self, words: impl Into<Phrase>) {
        self.clicks(Role::Disclosure, words).await;
    }

    /// Clicks the first shown element with this role and name, as soon as it is there and can be used.
    pub async fn clicks(&self, role: Role, words: impl Into<Phrase>) {
        let words = words.into();
        let name = self.say(words.clone());
        let begun = std::time::Instant::now();
        // A view may be drawn anew between finding and clicking; nothing was clicked then, so it is tried again.
        loop {
            let element = self.finds(role, words.clone()).await;
            match element.click().await {
                Ok(()) => return,
                Err(error) if begun.elapsed() < crate::browser::DEADLINE && is_passing(&error) => {
                    self.scrolls_to(&element).await;
                    tokio::time::sleep(crate::browser::LOOK_EVERY).await;
                }
                Err(error) => {
                    super::fail(
                        self,
                        &format!("the {} “{name}” can be clicked ({error})", role.word()),
                    )
                    .await
                }
            }
        }
    }

    /// Has it in the middle of the window, where no bar that stays at an edge lies over it.
    async fn scrolls_to(&self, element: &Element) {
        self.ask_with(
            "arguments[0].scrollIntoView({ block: 'center' })",
            vec![json!(element)],
        )
        .await;
    }

    /// Waits for the first shown element with this role and name that is not disabled.
    pub async fn finds(&self, role: Role, words: impl Into<Phrase>) -> Element {
        let phrase = words.into();
        let name = self.say(phrase.clone());
        let arguments = vec![json!(role.word()), json!(name), json!(phrase.is_beginning())];
        let awaited = format!("there is a {} “{name}”", role.word());
        let element = self
            .until(&awaited, async || {
                let found = self
                    .ask_with(
                        "return window.story && story.find(...arguments)\
                         .find((one) => !one.disabled && one.ariaDisabled !== 'true' && one.ariaBusy !== 'true')",
                        arguments.clone(),
                    )
                    .await;
                reference(&found)
            })
            .await;
        Element::from_element_id(self.driver.client.clone(), element)
    }

    /// Writes into the field with this label, in place of what it holds.
    pub async fn writes(&self, label: impl Into<Phrase>, text: &str) {
        let label = label.into();
        let field = self.finds(Role::Textbox, label.clone()).await;
        let written = async {
            self.scrolls_to(&field).await;
            field.click().await?;
            field.clear().await?;
            field.send_keys(text).await
        };
        if let Err(error) = written.await {
            let label = self.say(label);
            super::fail(self, &format!("“{label}” can be written into ({error})")).await;
        }
        self.reads_in_the_field(label, text).await;
    }

    /// Writes into the field with this label for texts in one language, where several stand side by side.
    pub async fn writes_in(&self, lang: Lang, label: impl Into<Phrase>, text: &str) {
        let label = label.into();
        let field = self.finds_field_of(lang, label.clone()).await;
        let written = async {
            self.scrolls_to(&field).await;
            field.click().await?;
            field.clear().await?;
            field.send_keys(text).await
        };
        if let Err(error) = written.await {
            let label = self.say(label);
            super::fail(self, &format!("“{label}” can be written into ({error})")).await;
        }
        self.reads_in_the_field_of(lang, label, text).await;
    }

    /// Reads this in the field with this label for texts in one language.
    pub async fn reads_in_the_field_of(&self, lang: Lang, label: impl Into<Phrase>, text: &str) {
        let label = label.into();
        let name = self.say(label.clone());
        let awaited = format!("“{name}” in {} holds “{text}”", lang.code());
        self.until(&awaited, async || {
            let field = self.finds_field_of(lang, label.clone()).await;
            let held = field.prop("value").await.ok().flatten()?;
            (held == text).then_some(())
        })
        .await;
    }

    async fn finds_field_of(&self, lang: Lang, label: Phrase) -> Element {
        // Where texts stand side by side, the label ends with the language that is written under it.
        let name = self.say(label);
        let awaited = format!("there is a field “{name}” for {}", lang.code());
        let element = self
            .until(&awaited, async || {
                let found = self
                    .ask_with(
                        "return window.story && story.find('textbox', arguments[0], true)\
                         .find((one) => one.closest('[lang]').lang === arguments[1])",
                        vec![json!(name), json!(lang.code())],
                    )
                    .await;
                reference(&found)
            })
            .await;
        Element::from_element_id(self.driver.client.clone(), element)
    }

    /// Finds a link that is written out on the page to be passed on, by a part of it.
    pub async fn finds_a_link_with(&self, part: &str) -> String {
        self.until(
            &format!("a link with “{part}” is written on the page"),
            async || {
                let found = self
                .ask_with(
                    "const fields = [...document.querySelectorAll('input,textarea')].map((one) => one.value);\
                     const words = [document.body.innerText, ...fields].join(' ').split(/\\s+/);\
                     return words.map(story.clean).find((word) => word.includes(arguments[0]))",
                    vec![json!(part)],
                )
                .await;
                found.as_str().map(str::to_owned)
            },
        )
        .await
    }

    /// Chooses from the list with this label.
    pub async fn chooses(&self, label: impl Into<Phrase>, choice: impl Into<Phrase>) {
        let list = self.finds(Role::Combobox, label).await;
        let choice = self.say(choice);
        let option = self
            .until(&format!("the list offers “{choice}”"), async || {
                let found = self
                    .ask_with(
                        "const [list, choice] = arguments;\
                         return [...list.options].find((one) => story.clean(one.textContent) === story.clean(choice))",
                        vec![json!(list), json!(choice)],
                    )
                    .await;
                reference(&found)
            })
            .await;
        let option = Element::from_element_id(self.driver.client.clone(), option);
        if let Err(error) = option.click().await {
            super::fail(self, &format!("“{choice}” can be chosen ({error})")).await;
        }
    }

    /// Switches the language with the links at the top of each page, and reads on in it.
    pub async fn switches_to(&self, lang: Lang) {
        let own_name = match lang {
            Lang::Ar => "العربية",
            Lang::Fr => "FR, Français",
            Lang::En => "EN, English",
        };
        self.follows(crate::browser::written(own_name)).await;
        self.lang.set(lang);
        self.until("the page speaks the other language", async || {
            let spoken = self.ask("return document.documentElement.lang").await;
            (spoken.as_str() == Some(lang.code())).then_some(())
        })
        .await;
    }
}

/// The element that a script gave back.
pub(super) fn reference(found: &Value) -> Option<ElementRef> {
    let id = found.as_object()?.values().next()?.as_str()?;
    Some(ElementRef::from(id.to_owned()))
}

fn is_passing(error: &CmdError) -> bool {
    matches!(
        error,
        CmdError::Standard(refused) if matches!(
            refused.error,
            ErrorStatus::StaleElementReference
                | ErrorStatus::ElementClickIntercepted
                | ErrorStatus::ElementNotInteractable
        )
    )
}
