use std::time::Duration;

use fantoccini::wd::WindowHandle;
use serde_json::json;

use super::Person;

impl Person {
    /// The network drops, for the window on show.
    pub async fn loses_the_network(&self) {
        self.is_network_bad.set(true);
        self.network(true).await;
    }

    /// The network comes back.
    pub async fn has_the_network_again(&self) {
        self.network(false).await;
    }

    /// From now on a line on the console about a request that failed is a complaint again.
    pub async fn expects_no_more_failed_requests(&self) {
        // What was written until now belongs to the time before.
        if let Err(error) = self.listen_to_the_console().await {
            super::fail(self, &format!("the console can be read ({error})")).await;
        }
        self.is_network_bad.set(false);
    }

    /// Asks for something that is not there: the browser writes the answer on its console, as it should.
    pub fn expects_failed_requests(&self) {
        self.is_network_bad.set(true);
    }

    /// Asks their browser to spare data, from now on.
    pub async fn spares_data(&self) {
        self.devtools(
            "Emulation.setDataSaverOverride",
            json!({ "dataSaverEnabled": true }),
        )
        .await;
    }

    /// The browser may keep so many bytes of the hub, from now on; `None` takes the limit away.
    pub async fn has_room_left(&self, bytes: Option<u64>) {
        let origin = self.ask("return location.origin").await;
        let limit = bytes.map_or_else(
            || json!({ "origin": origin }),
            |bytes| json!({ "origin": origin, "quotaSize": bytes }),
        );
        self.devtools("Storage.overrideQuotaForOrigin", limit).await;
    }

    /// The requests to the server's API that the page in a tab began in the time that has just passed and that were
    /// answered or failed, each with its millisecond. To look is to have the page asked once: a browser shows a tab that
    /// is driven.
    pub async fn has_asked(&self, tab: &WindowHandle, in_the_last: Duration) -> Vec<String> {
        let on_show = self.this_tab().await;
        self.is_driven_in(tab.clone()).await;
        let asked = self
            .ask_with(
                "const since = performance.now() - arguments[0];\
                 return performance.getEntriesByType('resource')\
                   .filter((one) => one.startTime > since)\
                   .map((one) => `${new URL(one.name).pathname} at ${Math.round(one.startTime)}`)\
                   .filter((line) => line.startsWith('/api/'))",
                vec![json!(in_the_last.as_secs_f64() * 1_000.0)],
            )
            .await;
        self.is_driven_in(on_show).await;
        match serde_json::from_value(asked) {
            Ok(asked) => asked,
            Err(error) => super::fail(self, &format!("the page says what it asked for ({error})")).await,
        }
    }

    async fn is_driven_in(&self, tab: WindowHandle) {
        if let Err(error) = self.driver.client.switch_to_window(tab).await {
            super::fail(self, &format!("the other tab can be driven ({error})")).await;
        }
    }

    async fn network(&self, is_off: bool) {
        self.devtools("Network.enable", json!({})).await;
        self.devtools(
            "Network.emulateNetworkConditions",
            json!({ "offline": is_off, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }),
        )
        .await;
    }

    /// Opens a second tab of the same browser and looks at it.
    pub async fn opens_another_tab(&self) -> WindowHandle {
        let opened = match self.driver.client.new_window(true).await {
            Ok(opened) => opened.handle,
            Err(error) => super::fail(self, &format!("a second tab opens ({error})")).await,
        };
        self.looks_at(opened.clone()).await;
        self.prepare_window().await;
        opened
    }

    /// The tab on show.
    pub async fn this_tab(&self) -> WindowHandle {
        match self.driver.client.window().await {
            Ok(window) => window,
            Err(error) => super::fail(self, &format!("there is a tab ({error})")).await,
        }
    }

    /// Looks at another tab.
    pub async fn looks_at(&self, tab: WindowHandle) {
        self.is_driven_in(tab).await;
        self.devtools("Page.bringToFront", json!({})).await;
    }
}
