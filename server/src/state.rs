//! What every handler has at hand.

use std::net::IpAddr;
use std::sync::Arc;

use shared::wire::ApiErrorCode;
use tokio::sync::{Semaphore, watch};

use crate::accounts::passwords::PasswordPool;
use crate::assets::Assets;
use crate::change_rates::ChangeRates;
use crate::cli::{Contact, PublicUrl};
use crate::clock::Clock;
use crate::database::{Database, HubError};
use crate::disk_space::DiskSpace;
use crate::error::{ApiError, ApiResult};
use crate::pages::Pages;
use crate::rate::{RateLimits, Rates};
use crate::search::Search;
use crate::shares::{Division, Shares};
use crate::store::{ReadTxn, WriteTxn};

/// The one server of this process, shared by all requests.
pub type Server = Arc<ServerState>;

/// What does not change while the server runs.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address that people open.
    pub public_url: PublicUrl,
    /// Proxies whose word on the client's address is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// The disk that the data is on.
    pub disk: Arc<DiskSpace>,
    /// Whether this is a demonstration.
    pub demonstration: bool,
    /// Whom people without a focal point ask for an invitation.
    pub contact: Option<Contact>,
    /// How often somebody may ask.
    pub rates: Rates,
    /// The most API requests worked on at a time; more are answered "unavailable".
    pub requests_at_a_time: usize,
}

impl Settings {
    /// The settings of a hub at this address, everything else as usual.
    #[must_use]
    pub fn new(public_url: PublicUrl) -> Self {
        Self {
            public_url,
            trusted_proxies: Vec::new(),
            disk: Arc::default(),
            demonstration: false,
            contact: None,
            rates: Rates::default(),
            requests_at_a_time: 256,
        }
    }
}

/// See [`Server`].
pub struct ServerState {
    /// The settings.
    pub settings: Settings,
    /// The data.
    pub hub: Database,
    /// The built app.
    pub assets: Assets,
    /// The public pages.
    pub pages: Pages,
    /// What can be searched.
    pub search: Search,
    /// The time.
    pub clock: Clock,
    /// Passwords.
    pub passwords: PasswordPool,
    /// How often somebody may ask.
    pub rates: RateLimits,
    /// How many changes somebody may make.
    pub change_rates: ChangeRates,
    /// Who listens for change events.
    pub listeners: Shares,
    /// Requests that are worked on.
    pub request_places: Shares,
    /// Bodies in memory, in KiB.
    pub body_kib: Shares,
    /// Answers that are compressed at a time: as many as there are processors, since that is all they need.
    pub compressing: Semaphore,
    /// Goes up when a session was ended by hand, so that the event streams of that session look again.
    pub sessions_ended: watch::Sender<u64>,
    /// Turns true when the server begins to stop.
    pub stopping: watch::Sender<bool>,
}

impl ServerState {
    /// A server over a hub that is open.
    ///
    /// # Errors
    /// The system gives no thread to hash passwords on.
    pub fn new(settings: Settings, hub: Database, assets: Assets, clock: Clock) -> std::io::Result<Server> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Arc::new(Self {
            pages: Pages::new(&assets, &hub),
            search: Search::new(&hub),
            hub,
            assets,
            clock,
            passwords: PasswordPool::new(cores)?,
            rates: RateLimits::new(settings.rates),
            change_rates: ChangeRates::default(),
            listeners: Shares::new(Division::LISTENERS),
            request_places: Shares::new(Division::of_requests(settings.requests_at_a_time)),
            body_kib: Shares::new(Division::BODY_KIB),
            compressing: Semaphore::new(cores),
            sessions_ended: watch::Sender::new(0),
            stopping: watch::Sender::new(false),
            settings,
        }))
    }

    /// Reads from one consistent state, off the threads that serve connections.
    ///
    /// # Errors
    /// What `work` answers, or the store failed.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn ReadTxn) -> ApiResult<T> + Send + 'static,
    ) -> ApiResult<T> {
        self.hub.read(work).await
    }

    /// [`ServerState::read`] for what takes many reads: waits for others of its kind, and leaves the rest of the
    /// readers to pages and small requests.
    ///
    /// # Errors
    /// As [`ServerState::read`].
    pub async fn read_much<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn ReadTxn) -> ApiResult<T> + Send + 'static,
    ) -> ApiResult<T> {
        self.hub.read_much(work).await
    }

    /// Writes in one transaction; answers once it is durable. An error of `work` leaves no trace.
    ///
    /// # Errors
    /// What `work` answers, or the store failed.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut dyn WriteTxn) -> ApiResult<T> + Send + 'static,
    ) -> ApiResult<T> {
        self.hub.write(work).await
    }

    /// Says that sessions were ended, to the event streams opened with them.
    pub fn note_ended_sessions(&self) {
        self.sessions_ended
            .send_modify(|times| *times = times.wrapping_add(1));
    }
}

impl std::fmt::Debug for ServerState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ServerState")
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

impl From<HubError> for ApiError {
    fn from(error: HubError) -> Self {
        match error {
            HubError::Unavailable => Self::retry_after(ApiErrorCode::Unavailable, 2),
            HubError::Store(error) => error.into(),
        }
    }
}

impl From<crate::store::StoreError> for ApiError {
    fn from(error: crate::store::StoreError) -> Self {
        Self::internal(&error)
    }
}

impl From<crate::entropy::EntropyError> for ApiError {
    fn from(error: crate::entropy::EntropyError) -> Self {
        Self::internal(&error)
    }
}
