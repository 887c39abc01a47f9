//! What the tabs of one person ask of the server while nothing happens: the real server core, replica and
//! `SyncLoop`, in simulated time. Beside the app's timers and requests this is all of its synchronisation.

use super::backend::Backend;
use super::device::Device;
use super::failure::Failure;
use super::prng::Prng;
use server::authority::Behaviour;
use shared::client::{
    Client, DOCUMENTS_MOST, Moment, NextStep, Pause, StreamRetry, SyncLoop, Transition, Trouble,
};
use shared::ids::{DeviceId, LessonId, ModuleId, MutationId, PersonId};
use shared::mutation::RecordLesson;
use shared::records::{Identity, ModuleCard};
use shared::row::{Kind, RowKey};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::wire::ApiErrorCode;
use std::collections::BTreeSet;

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// It is answered, and the event stream opens.
    Healthy,
    /// It is answered, but the server has no place for another event stream.
    NoStream,
    /// No answer comes.
    Offline,
    /// The server, or a proxy in front of it, answers this, perhaps with a `Retry-After` in seconds.
    Answers(ApiErrorCode, Option<u32>),
}

/// A request that was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// `POST /api/push`
    Push,
    /// `POST /api/pull`
    Pull,
    /// `GET /api/change_event`
    Stream,
}

/// A leading tab, and perhaps one that follows it.
pub struct IdleTabs {
    backend: Backend,
    device: Device,
    follower: Option<Client>,
    /// The person's own device fetches documents before they are opened.
    is_own: bool,
    ahead: BTreeSet<Scope>,
    sync: SyncLoop,
    stream: StreamRetry,
    stream_due: Option<u64>,
    network: Network,
    prng: Prng,
    now: u64,
    /// By how much the device's clock was set forward since.
    clock_set_by_ms: i64,
    asked: Vec<(u64, Asked)>,
    changes: u64,
}

impl IdleTabs {
    /// Opens the app of somebody of [`Content`](super::content::Content) by their name, or of a visitor.
    ///
    /// # Errors
    /// The server cannot be made, or there is nobody of that name.
    pub fn open(name: Option<&str>, is_own: bool, has_follower: bool) -> Result<Self, Failure> {
        let mut prng = Prng::new(7);
        let (backend, _) = Backend::new(&mut prng, Behaviour::default())?;
        let viewer = match name {
            Some(name) => backend
                .model
                .identity(PersonId::from_name(name))
                .ok_or_else(|| Failure::new(format!("there is no {name}")))?,
            None => Identity::visitor(),
        };
        let device = Device::new(DeviceId::from_name("idle"), viewer);
        Ok(Self {
            follower: has_follower.then(|| device.client.clone()),
            backend,
            device,
            is_own,
            ahead: BTreeSet::new(),
            sync: SyncLoop::default(),
            stream: StreamRetry::default(),
            stream_due: Some(0),
            network: Network::Healthy,
            prng,
            now: 0,
            clock_set_by_ms: 0,
            asked: Vec::new(),
            changes: 0,
        })
    }

    /// What becomes of requests from now on. An event stream that is open breaks off unless all is well.
    pub fn network_is(&mut self, network: Network) {
        self.network = network;
        if network != Network::Healthy {
            self.interrupt();
        }
    }

    /// The database is restored from a copy of itself under a new epoch, and the server started again.
    ///
    /// # Errors
    /// The store fails.
    pub fn restart_restored(&mut self) -> Result<(), Failure> {
        self.backend.back_up();
        self.backend.restore(&mut self.prng)?;
        self.interrupt();
        Ok(())
    }

    /// The device's clock is set.
    pub fn set_clock(&mut self, by_ms: i64) {
        self.clock_set_by_ms += by_ms;
    }

    /// The person reads a lesson on.
    ///
    /// # Errors
    /// The rules refuse it.
    pub fn read_a_lesson(&mut self) -> Result<(), Failure> {
        self.changes += 1;
        let read = RecordLesson {
            module: ModuleId::from_name("first-days"),
            lesson: LessonId::of_module("first-days", "1"),
            block: u32::try_from(self.changes).unwrap_or(0),
            completed: true,
        };
        let id = MutationId::from_name(&format!("read {}", self.changes));
        let at = self.clock();
        let transition = self
            .device
            .client
            .mutate(id, at, read)
            .map_err(|refusal| Failure::new(refusal.to_string()))?;
        self.commit(transition);
        Ok(())
    }

    /// The module disappears from the server: what was read of it is refused.
    ///
    /// # Errors
    /// The store fails.
    pub fn delete_module(&mut self) -> Result<(), Failure> {
        let id = ModuleId::from_name("first-days");
        self.backend
            .write_both(|view| view.delete(&RowKey::new(Scope::Public, Kind::ModuleCard, id)))
    }

    /// What the leader wishes without end because of some defect.
    pub fn wish(&mut self) {
        self.sync.wish(self.now);
    }

    /// The person presses "try again", or the browser says that there is a network.
    pub fn insist(&mut self) {
        let resumed = self.device.client.resume();
        self.commit(resumed);
        self.sync.insist(self.now);
    }

    /// Lets time pass and returns what was asked meanwhile, each with the milliseconds since the beginning.
    ///
    /// # Errors
    /// The server fails.
    pub fn wait(&mut self, ms: u64) -> Result<Vec<(u64, Asked)>, Failure> {
        let (end, from) = (self.now + ms, self.asked.len());
        while self.now < end {
            if self.stream_due.is_some_and(|due| due <= self.now) {
                self.open_stream()?;
            }
            let moment = self.moment();
            match self.sync.next(&mut self.device.client, &self.ahead, moment) {
                NextStep::Push(request) => {
                    self.asked.push((self.now, Asked::Push));
                    self.now += 20;
                    if let Some(trouble) = self.trouble() {
                        self.fail(trouble);
                    } else if let Some(Ok(answer)) =
                        self.backend
                            .push(&self.device.session, &request, &mut self.prng, 0)?
                    {
                        let at = self.clock();
                        let transition = self.device.client.on_push_response(&request, answer, at);
                        self.sync.pushed(&transition);
                        self.commit(transition);
                        self.tell_heads()?;
                    }
                }
                NextStep::Pull(request) => {
                    self.asked.push((self.now, Asked::Pull));
                    self.now += 20;
                    match self.trouble() {
                        Some(trouble) => self.fail(trouble),
                        None => {
                            let answer = self.backend.pull(&self.device.session, &request)?;
                            let answer = answer.map_err(|code| Failure::new(code.code()))?;
                            self.take_pull(&request, answer);
                        }
                    }
                }
                NextStep::Rest(rest) => {
                    let due = self.stream_due.unwrap_or(u64::MAX).max(self.now + 1);
                    self.now = (self.now + rest).min(due).min(end);
                }
            }
            if self.asked.len() - from > 20_000 {
                return Err(Failure::new("the tabs never rest"));
            }
        }
        Ok(self.asked.get(from..).unwrap_or_default().to_vec())
    }

    /// The replica that asks.
    #[must_use]
    pub const fn client(&self) -> &Client {
        &self.device.client
    }

    fn take_pull(&mut self, request: &shared::wire::PullRequest, answer: shared::wire::PullResponse) {
        let at = self.clock();
        let transition = self.device.client.on_pull_response(request, answer, at);
        let moment = self.moment();
        let is_over = self.sync.pulled(&self.device.client, &transition, moment);
        self.commit(transition);
        if is_over && self.is_own {
            let ahead = self
                .device
                .client
                .documents_ahead(&BTreeSet::new(), DOCUMENTS_MOST);
            if !ahead.is_empty() && ahead != self.ahead {
                self.sync.wish(self.now);
            }
            self.ahead = ahead;
        }
    }

    fn commit(&mut self, transition: Transition) {
        if let Some(follower) = &mut self.follower {
            let _ = follower.mirror(&transition.ops, &self.device.client.passing());
        }
        if transition.push_next || transition.pull_next {
            self.sync.wish(self.now);
        }
        self.device.take(transition, None);
        self.device.write_one();
    }

    fn trouble(&self) -> Option<Trouble> {
        match self.network {
            Network::Healthy | Network::NoStream => None,
            Network::Offline => Some(Trouble::Unreachable),
            Network::Answers(ApiErrorCode::NotSignedIn | ApiErrorCode::UpgradeApp, _) => Some(Trouble::Final),
            Network::Answers(_, after) => Some(Trouble::Later(after)),
        }
    }

    fn fail(&mut self, trouble: Trouble) {
        if self.network == Network::Answers(ApiErrorCode::NotSignedIn, None) {
            let transition = self.device.client.on_signed_out();
            self.commit(transition);
        }
        let moment = self.moment();
        self.sync.failed(trouble, moment);
    }

    fn moment(&mut self) -> Moment {
        Moment {
            now: self.now,
            spread: u8::try_from(self.prng.below(256)).unwrap_or(0),
            is_listening: self.stream.is_open(),
            is_hidden: false,
        }
    }

    fn clock(&self) -> Timestamp {
        let passed = i64::try_from(self.now).unwrap_or(0);
        self.backend.now.plus_ms(passed + self.clock_set_by_ms)
    }

    fn interrupt(&mut self) {
        if self.stream.is_open() {
            self.stream_fails();
        }
    }

    fn stream_fails(&mut self) {
        let spread = u8::try_from(self.prng.below(256)).unwrap_or(0);
        self.stream_due = Some(self.now + self.stream.failed(self.now, spread));
    }

    fn open_stream(&mut self) -> Result<(), Failure> {
        self.asked.push((self.now, Asked::Stream));
        if self.network != Network::Healthy {
            self.stream_fails();
            return Ok(());
        }
        self.stream_due = None;
        if self.stream.opened(self.now) {
            self.sync.wish(self.now);
        }
        self.tell_heads()
    }

    /// What the event stream tells when it opens, and after a change of one's own.
    fn tell_heads(&mut self) -> Result<(), Failure> {
        if self.stream.is_open() {
            for change_event in self.backend.default_heads(&self.device.session)? {
                self.sync
                    .told_of_change(&self.device.client, &change_event, self.now);
            }
        }
        Ok(())
    }

    /// Whether the replica shows nothing of the server's last word: a session that ended keeps it all.
    #[must_use]
    pub fn is_signed_out(&self) -> bool {
        self.device.client.status().pause == Some(Pause::NotSignedIn)
    }

    /// Whether the follower shows what the leader shows.
    #[must_use]
    pub fn follower_is_even(&self) -> bool {
        self.follower.as_ref().is_none_or(|follower| {
            follower
                .all::<ModuleCard>(Scope::Public)
                .eq(self.device.client.all(Scope::Public))
        })
    }
}
