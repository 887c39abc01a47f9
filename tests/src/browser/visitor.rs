use std::fmt;
use std::time::{Duration, Instant};

use fantoccini::Locator;
use fantoccini::error::CmdError;
use serde_json::{Value, json};

use super::DEADLINE;
use super::driver::{Driver, Profile};
use super::page::Width;
use super::paper::{Paper, Printed};

const VISITOR_SCRIPT: &str = include_str!("visitor.js");

const SWAP_SCRIPT: &str = include_str!("swap.js");

/// How long a page may take at the most, on the slowest of the networks.
const LONGEST_VISIT: Duration = Duration::from_secs(90);

/// How often it is looked whether something has come.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// When nothing was asked for so long, everything is there.
const QUIET: Duration = Duration::from_secs(4);

/// A line as somebody has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// In each direction.
    pub bits_per_second: u32,
    /// From a request to the beginning of its answer.
    pub latency_ms: u32,
}

/// What a browser said of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Visit {
    /// First contentful paint, in milliseconds from the start of the navigation.
    pub first_ms: Option<f64>,
    /// Largest contentful paint so far.
    pub largest_ms: Option<f64>,
    /// When the app had come forward.
    pub forward_ms: Option<f64>,
    /// The sum of the layout shifts so far that did not follow a touch within half a second.
    pub shift: f64,
    /// The sum of all layout shifts so far.
    pub all_shift: f64,
    /// Bytes on the wire until the app had come forward, as Resource Timing counts them.
    pub bytes_until_forward: Option<f64>,
    /// Bytes on the wire so far.
    pub bytes: f64,
    is_loaded: bool,
}

/// Why a visit came to nothing.
#[derive(Debug)]
pub struct VisitError(String);

impl fmt::Display for VisitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for VisitError {}

/// Between two keys of somebody who types fast.
const BETWEEN_KEYS: Duration = Duration::from_millis(100);

type Visited<T> = Result<T, VisitError>;

/// A browser on a phone of 360 pixels, whose pages are timed.
pub struct Visitor {
    driver: Driver,
}

impl Visitor {
    /// A browser that has seen nothing yet.
    ///
    /// # Errors
    /// The browser does not do what it is told.
    pub async fn fresh() -> Visited<Self> {
        Self::with(Profile::fresh()).await
    }

    async fn with(profile: Profile) -> Visited<Self> {
        let visitor = Self {
            driver: Driver::start(profile).await,
        };
        let phone = json!({ "width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": true });
        visitor.tell("Emulation.setDeviceMetricsOverride", phone).await?;
        let script = json!({ "source": VISITOR_SCRIPT });
        visitor
            .tell("Page.addScriptToEvaluateOnNewDocument", script)
            .await?;
        Ok(visitor)
    }

    /// From now on every page compares what the server wrote with what the app shows in its place, in a window of this
    /// width.
    ///
    /// # Errors
    /// The browser does not do what it is told.
    pub async fn watches_the_swap(&self, width: Width) -> Visited<()> {
        let (wide, high) = width.size();
        let window = json!({ "width": wide, "height": high, "deviceScaleFactor": 1, "mobile": false });
        self.tell("Emulation.setDeviceMetricsOverride", window).await?;
        let script = json!({ "source": SWAP_SCRIPT });
        self.tell("Page.addScriptToEvaluateOnNewDocument", script).await
    }

    /// From now on the clock of the machine is that of another place.
    ///
    /// # Errors
    /// The browser does not do what it is told.
    pub async fn is_in_zone(&self, zone: &str) -> Visited<()> {
        self.tell("Emulation.setTimezoneOverride", json!({ "timezoneId": zone }))
            .await
    }

    /// Prints the page on show.
    ///
    /// # Errors
    /// The browser does not do what it is told.
    pub async fn prints(&self, paper: Paper) -> Visited<Printed> {
        let printed = Printed::from(&self.driver, paper).await;
        printed.map_err(|error| VisitError(format!("the page was not printed: {error}")))
    }

    /// From now on no script of a page runs.
    ///
    /// # Errors
    /// The browser does not do what it is told.
    pub async fn runs_no_scripts(&self) -> Visited<()> {
        let off = json!({ "value": true });
        self.tell("Emulation.setScriptExecutionDisabled", off).await
    }

    /// Presses the first element that a CSS selector finds, with the keyboard: a box with the space bar, anything else with
    /// the enter key. The bar with the places may lie over it.
    ///
    /// # Errors
    /// There is none, or it cannot be pressed.
    pub async fn presses(&self, selector: &str) -> Visited<()> {
        const ENTER: &str = "\u{E007}";
        let found = self.driver.client.find(Locator::Css(selector)).await;
        let pressed = match found {
            Ok(element) if element.attr("type").await.ok().flatten().as_deref() == Some("checkbox") => {
                element.send_keys(" ").await
            }
            Ok(element) => element.send_keys(ENTER).await,
            Err(error) => Err(error),
        };
        pressed.map_err(|error| VisitError(format!("{selector} was not pressed: {error}")))
    }

    /// Types into the first field that a CSS selector finds.
    ///
    /// # Errors
    /// There is none, or it takes no text.
    pub async fn types_into(&self, selector: &str, text: &str) -> Visited<()> {
        let found = self.driver.client.find(Locator::Css(selector)).await;
        let typed = match found {
            Ok(element) => element.send_keys(text).await,
            Err(error) => Err(error),
        };
        typed.map_err(|error| VisitError(format!("nothing was typed into {selector}: {error}")))
    }

    /// Waits until the address on show has this part, as it has once what was pressed has led there.
    ///
    /// # Errors
    /// It has not within a minute.
    pub async fn is_at(&self, part: &str) -> Visited<()> {
        let begun = Instant::now();
        loop {
            let address = self.address().await?;
            if address.contains(part) {
                return Ok(());
            }
            if begun.elapsed() > DEADLINE {
                return Err(VisitError(format!("{address} and not {part} is on show")));
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// The words of every visible element that a CSS selector finds. A page that gives way to another meanwhile is read
    /// again.
    ///
    /// # Errors
    /// The browser does not answer within a minute.
    pub async fn words_of(&self, selector: &str) -> Visited<Vec<String>> {
        let begun = Instant::now();
        loop {
            match self.words_of_now(selector).await {
                Ok(words) => return Ok(words),
                Err(error) if begun.elapsed() > DEADLINE => {
                    return Err(VisitError(format!("{selector} was not read: {error}")));
                }
                Err(_) => tokio::time::sleep(LOOK_EVERY).await,
            }
        }
    }

    async fn words_of_now(&self, selector: &str) -> Result<Vec<String>, CmdError> {
        let mut words = Vec::new();
        for element in self.driver.client.find_all(Locator::Css(selector)).await? {
            words.push(element.text().await?);
        }
        words.retain(|words| !words.is_empty());
        Ok(words)
    }

    /// The address on show.
    ///
    /// # Errors
    /// The browser does not answer.
    pub async fn address(&self) -> Visited<String> {
        let address = self.driver.client.current_url().await;
        address
            .map(|address| address.to_string())
            .map_err(|error| VisitError(format!("the address was not read: {error}")))
    }

    /// Leaves the page and forgets everything that was kept of a hub, as if it had never been opened.
    ///
    /// # Errors
    /// The browser does not do what it is told.
    pub async fn forgets_everything_of(&self, origin: &str) -> Visited<()> {
        self.goes_to("about:blank").await?;
        let all = json!({ "origin": origin, "storageTypes": "all" });
        self.tell("Storage.clearDataForOrigin", all).await?;
        self.tell("Network.clearBrowserCache", json!({})).await
    }

    /// How many elements and texts the server wrote, and what was different in the app at the moment when it came
    /// forward.
    pub async fn saw_the_swap(&self) -> (u64, Vec<String>) {
        let seen = self
            .asks("return [swap.lines(), swap.result() ?? ['the app never came forward']]")
            .await;
        let lines = seen.get(0).and_then(Value::as_u64).unwrap_or(0);
        let differences = seen.get(1).and_then(Value::as_array).into_iter().flatten();
        let differences = differences.filter_map(Value::as_str).map(str::to_owned);
        (lines, differences.collect())
    }

    /// What is different on the page on show from the moment when the app came forward.
    pub async fn saw_change_since_the_swap(&self) -> Vec<String> {
        let seen = self.asks("return swap.since()").await;
        let differences = seen.as_array().expect("the swap is watched").iter();
        differences
            .map(|difference| difference.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// Closes the browser and starts it again on what it kept.
    ///
    /// # Errors
    /// The browser does not do what it is told.
    pub async fn reopened(mut self) -> Visited<Self> {
        self.driver.close();
        let profile = self.driver.profile();
        drop(self);
        Self::with(profile).await
    }

    /// Is signed in at a hub with this secret.
    ///
    /// # Errors
    /// The browser does not do what it is told.
    pub async fn holds_session(&self, origin: &str, cookie: &str, secret: &str) -> Visited<()> {
        let cookie = json!({ "url": origin, "name": cookie, "value": secret, "httpOnly": true });
        self.tell("Network.setCookie", cookie).await
    }

    /// From now on the network is like this.
    ///
    /// # Errors
    /// The browser does not do what it is told.
    pub async fn on(&self, line: Line) -> Visited<()> {
        self.tell("Network.enable", json!({})).await?;
        let bytes = f64::from(line.bits_per_second) / 8.0;
        let conditions = json!({
            "offline": false,
            "latency": line.latency_ms,
            "downloadThroughput": bytes,
            "uploadThroughput": bytes,
        });
        self.tell("Network.emulateNetworkConditions", conditions).await
    }

    /// From now on the processor is so many times slower.
    ///
    /// # Errors
    /// The browser does not do what it is told.
    pub async fn slowed(&self, times: u32) -> Visited<()> {
        self.tell("Emulation.setCPUThrottlingRate", json!({ "rate": times }))
            .await
    }

    /// Opens an address and waits until the app has come forward.
    ///
    /// # Errors
    /// It does not come forward within a minute and a half.
    pub async fn opens(&self, address: &str) -> Visited<Visit> {
        self.goes_to(address).await?;
        self.until(address, |visit| visit.forward_ms.is_some()).await
    }

    /// Opens an address of somebody else's and waits until it has loaded.
    ///
    /// # Errors
    /// It does not load within a minute and a half.
    pub async fn loads(&self, address: &str) -> Visited<Visit> {
        self.goes_to(address).await?;
        self.until(address, |visit| visit.is_loaded && visit.first_ms.is_some())
            .await
    }

    /// Goes to an address, whatever the page does then.
    ///
    /// # Errors
    /// It does not answer within a minute and a half.
    pub async fn goes_to(&self, address: &str) -> Visited<()> {
        let gone = tokio::time::timeout(LONGEST_VISIT, self.driver.client.goto(address)).await;
        match gone {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(VisitError(format!("{address} does not open: {error}"))),
            Err(_) => Err(VisitError(format!("{address} did not load in time"))),
        }
    }

    async fn until(&self, address: &str, is_enough: impl Fn(&Visit) -> bool) -> Visited<Visit> {
        let begun = Instant::now();
        loop {
            let visit = self.sees().await;
            if is_enough(&visit) {
                return Ok(visit);
            }
            if begun.elapsed() > LONGEST_VISIT {
                return Err(VisitError(format!("{address} is not usable in time: {visit:?}")));
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// What the page on show has come to.
    pub async fn sees(&self) -> Visit {
        let seen = self.asks("return window.bench ? bench.result() : {}").await;
        let number = |name: &str| seen.get(name).and_then(Value::as_f64);
        Visit {
            first_ms: number("first_ms"),
            largest_ms: number("largest_ms"),
            forward_ms: number("forward_ms"),
            shift: number("shift").unwrap_or(0.0),
            all_shift: number("all_shift").unwrap_or(0.0),
            bytes_until_forward: number("bytes_until_forward"),
            bytes: number("bytes").unwrap_or(0.0),
            is_loaded: seen.get("loaded") == Some(&Value::Bool(true)),
        }
    }

    /// Clicks on the first element of a selector, as a person does.
    ///
    /// # Errors
    /// There is none, or it cannot be clicked on.
    pub async fn clicks(&self, selector: &str) -> Visited<()> {
        // The driver scrolls no further than to the edge of the window, where the bar with the places lies over it.
        let middle =
            "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center', behavior: 'instant' })";
        let scrolled = self.driver.client.execute(middle, vec![json!(selector)]).await;
        scrolled.map_err(|error| VisitError(format!("the page cannot be scrolled: {error}")))?;
        let found = self.driver.client.find(Locator::Css(selector)).await;
        let clicked = match found {
            Ok(element) => element.click().await,
            Err(error) => Err(error),
        };
        clicked.map_err(|error| VisitError(format!("{selector} cannot be clicked on: {error}")))
    }

    /// Types into the first element of a selector, as a person does: one key after the other. Given a whole sentence,
    /// the driver strikes all its keys within some milliseconds.
    ///
    /// # Errors
    /// There is none, or it takes no text.
    pub async fn types(&self, selector: &str, words: &str) -> Visited<()> {
        let found = self.driver.client.find(Locator::Css(selector)).await;
        let refused = |error| VisitError(format!("{selector} cannot be typed into: {error}"));
        let element = found.map_err(refused)?;
        for key in words.chars() {
            element.send_keys(&key.to_string()).await.map_err(refused)?;
            tokio::time::sleep(BETWEEN_KEYS).await;
        }
        Ok(())
    }

    /// Touches from now on are counted anew.
    pub async fn forgets_touches(&self) {
        self.asks("bench.forgetTouches()").await;
    }

    /// The longest that an event of a touch took until the next paint, if any took long enough to be reported.
    pub async fn slowest_touch_ms(&self) -> Option<f64> {
        self.asks("return bench.slowestTouch()").await.as_f64()
    }

    /// When the page on show asked for rows for the first time, in milliseconds since it was opened; `None` if it has
    /// not yet.
    pub async fn first_pull_ms(&self) -> Option<f64> {
        self.asks("return bench.firstPull()").await.as_f64()
    }

    /// Waits until the app has asked for nothing more for some seconds.
    ///
    /// # Errors
    /// It still asks after a minute and a half.
    pub async fn has_fetched_everything(&self) -> Visited<()> {
        let begun = Instant::now();
        let (mut pulls, mut since) = (Value::Null, Instant::now());
        while since.elapsed() < QUIET {
            if begun.elapsed() > LONGEST_VISIT {
                return Err(VisitError("the app does not stop asking".to_owned()));
            }
            let now = self.asks("return bench.pulls()").await;
            if now != pulls {
                (pulls, since) = (now, Instant::now());
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
        Ok(())
    }

    /// Runs a script in the page; null when it cannot.
    pub async fn asks(&self, script: &str) -> Value {
        let asked = self.driver.client.execute(script, Vec::new()).await;
        asked.unwrap_or(Value::Null)
    }

    /// Waits until a worker holds the whole build and answers for the page on show.
    ///
    /// # Errors
    /// It does not within a minute and a half.
    pub async fn has_kept_the_app(&self) -> Visited<()> {
        let begun = Instant::now();
        while self.keeps_the_app().await != Value::Bool(true) {
            if begun.elapsed() > LONGEST_VISIT {
                return Err(VisitError("no worker has kept the app".to_owned()));
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
        Ok(())
    }

    async fn keeps_the_app(&self) -> Value {
        let script = "const done = arguments[arguments.length - 1];\
             (async () => {\
               const build = document.querySelector('meta[name=multaqa-base]').content.split('/')[2];\
               return Boolean(navigator.serviceWorker.controller && await caches.has(`multaqa-build-${build}`));\
             })().then(done, () => done(false))";
        let asked = self.driver.client.execute_async(script, Vec::new()).await;
        asked.unwrap_or(Value::Null)
    }

    async fn tell(&self, command: &'static str, parameters: Value) -> Visited<()> {
        let told = self.driver.devtools(command, parameters).await;
        told.map(|_| ())
            .map_err(|error| VisitError(format!("{command} failed: {error}")))
    }
}
