use super::backoff::{Backoff, spread};
use super::{Client, Pause, Transition};
use crate::scope::Scope;
use crate::wire::{ChangeEvent, PullRequest, PushRequest};
use std::collections::{BTreeMap, BTreeSet};

/// How often to ask while change events arrive: only for the case that one got lost.
const QUIET_MS: u64 = 5 * 60_000;
/// How often to ask while no change events arrive.
const POLL_MS: u64 = 45_000;
/// The same while nobody looks, and after an answer that no other attempt will change.
const SLOW_MS: u64 = 10 * 60_000;
/// A visitor reads; what is new can wait until a page is opened.
const VISITOR_MS: u64 = 30 * 60_000;
/// The waits after failures.
const FIRST_BACKOFF_MS: u64 = 1_000;
const MOST_BACKOFF_MS: u64 = 60_000;
/// A longer `Retry-After` is cut to this.
const MOST_RETRY_AFTER_MS: u64 = SLOW_MS;
/// Several changes or change events at once make one request.
const GATHER_MS: u64 = 60;
/// Each wish that brought nothing doubles the wait of the next one, this often: 60 ms become 4 seconds. So a defect
/// that wishes without end costs a request every four seconds.
const FRUITLESS_MOST: u32 = 6;
/// Rounds that somebody asks for begin at least this far apart: a network that comes and goes asks often.
const INSIST_APART_MS: u64 = 1_000;
/// More requests than any honest round needs.
const EXCHANGES_MOST: usize = 400;

/// The circumstances of one decision.
#[derive(Clone, Copy, Debug, Default)]
pub struct Moment {
    /// Milliseconds of a clock that only moves forward.
    pub now: u64,
    /// Random, to spread waits.
    pub spread: u8,
    /// Whether the event stream is open.
    pub is_listening: bool,
    /// Whether nobody looks at the page.
    pub is_hidden: bool,
}

/// What to do next.
#[derive(Clone, Debug, PartialEq)]
pub enum NextStep {
    /// Send this, then call [`SyncLoop::pushed`] or [`SyncLoop::failed`].
    Push(PushRequest),
    /// Send this, then call [`SyncLoop::pulled`] or [`SyncLoop::failed`].
    Pull(PullRequest),
    /// Wait this many milliseconds, or less when something happens, and ask again.
    Rest(u64),
}

/// Why a request brought nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No answer came.
    Unreachable,
    /// The server said "later", perhaps after how many seconds.
    Later(Option<u32>),
    /// Another attempt gets the same answer until somebody signs in or loads the page again.
    Final,
}

/// When the leader talks with the server, and what it says next: nothing when nothing happens.
///
/// Requests come in **rounds**: pushes until nothing waits, then pulls until everything is here. A round begins when
/// something happened ([`SyncLoop::wish`], [`SyncLoop::told_of_change`]), when somebody or the network asks for it
/// ([`SyncLoop::insist`]), or when it is time to look for what got lost. No round says the same thing twice, and no
/// failure is followed by another attempt without a wait that grows; a `Retry-After` is waited for even when a person
/// asks.
///
/// Times are in milliseconds of a clock that only moves forward, so that a device whose clock is set neither asks
/// without end nor stops asking.
#[derive(Clone, Debug)]
pub struct SyncLoop {
    /// Whether the server's answers are known to be in the name of this replica's person. Until a pull has shown
    /// it, nothing is pushed: one person's words must never arrive under another's session.
    is_session_known: bool,
    /// Until when nothing is sent, because somebody is signing in.
    held_until: u64,
    backoff: Backoff,
    /// No round begins before, not even one that a person asks for.
    closed_until: u64,
    /// No round begins before for a wish.
    patient_until: u64,
    rest: Rest,
    began_at: u64,
    wished_at: Option<u64>,
    insisted_at: Option<u64>,
    /// The heads that change events told since the last pull was sent.
    told: BTreeMap<Scope, u64>,
    /// How many wishes in a row brought nothing.
    fruitless: u32,
    round: Option<Round>,
}

/// When a round begins although nothing happened.
#[derive(Clone, Copy, Debug)]
enum Rest {
    At(u64),
    /// How long to rest depends on the circumstances of later.
    Idle {
        since: u64,
        spread: u8,
    },
}

#[derive(Clone, Debug, Default)]
struct Round {
    /// Whether there was a wish when it began.
    is_wished: bool,
    exchanges: usize,
    pull_is_next: bool,
    /// Whether something was sent or is different now.
    brought: bool,
    last_push: Option<PushRequest>,
    last_pull: Option<PullRequest>,
}

impl Default for SyncLoop {
    fn default() -> Self {
        Self {
            is_session_known: false,
            held_until: 0,
            backoff: Backoff::new(FIRST_BACKOFF_MS, MOST_BACKOFF_MS),
            closed_until: 0,
            patient_until: 0,
            rest: Rest::At(0),
            began_at: 0,
            wished_at: None,
            insisted_at: None,
            told: BTreeMap::new(),
            fruitless: 0,
            round: None,
        }
    }
}

impl SyncLoop {
    /// Something is to be sent or asked for.
    pub fn wish(&mut self, now: u64) {
        self.wished_at.get_or_insert(now);
    }

    /// Other documents are opened or kept than before. What is here stays as the server has it while change events arrive.
    pub fn wanted_changed(&mut self, client: &Client, wanted: &BTreeSet<Scope>, at: Moment) {
        if !at.is_listening || !has_all(client, wanted) {
            self.wish(at.now);
        }
    }

    /// A person or the network asks for a round now, back-off or not.
    pub fn insist(&mut self, now: u64) {
        self.insisted_at.get_or_insert(now);
        self.backoff.reset();
    }

    /// The server told the head of a scope. Asks for a round only if that is news once the round that may be
    /// running has ended.
    pub fn told_of_change(&mut self, client: &Client, change_event: &ChangeEvent, now: u64) {
        if is_news(client, change_event.scope, change_event.head) {
            self.told.insert(change_event.scope, change_event.head);
            self.wish_for_news(client, now);
        }
    }

    /// Somebody is signing in: nothing is sent for this long, or until [`SyncLoop::release`].
    pub fn hold(&mut self, now: u64, for_ms: u64) {
        self.is_session_known = false;
        self.held_until = now.saturating_add(for_ms);
    }

    /// Ends [`SyncLoop::hold`].
    pub fn release(&mut self, now: u64) {
        self.held_until = 0;
        self.insist(now);
    }

    /// Whose session it is has to be shown again before anything is pushed.
    pub const fn doubt_session(&mut self) {
        self.is_session_known = false;
    }

    /// What to do now. `wanted` are the documents that are opened or kept.
    pub fn next(&mut self, client: &mut Client, wanted: &BTreeSet<Scope>, at: Moment) -> NextStep {
        if at.now < self.held_until {
            return NextStep::Rest(self.held_until - at.now);
        }
        if self.round.is_none() {
            let begins = self.begins_at(client, wanted, at);
            if at.now < begins {
                return NextStep::Rest(begins - at.now);
            }
            self.round = Some(Round {
                is_wished: self.wished_at.is_some(),
                ..Round::default()
            });
            (self.began_at, self.insisted_at) = (at.now, None);
        }
        let mut round = self.round.take().unwrap_or_default();
        round.exchanges += 1;
        let push = (self.is_session_known && !round.pull_is_next)
            .then(|| client.push_request())
            .flatten();
        round.pull_is_next = false;
        let pull = push.is_none().then(|| client.pull_request(wanted));
        // The same words twice in one round would get the same answer, without end.
        let is_repeated =
            (push.is_some() && push == round.last_push) || (pull.is_some() && pull == round.last_pull);
        if is_repeated || round.exchanges > EXCHANGES_MOST {
            return NextStep::Rest(self.failed(Trouble::Later(None), at));
        }
        let step = if let Some(request) = push {
            (round.last_push, round.last_pull) = (Some(request.clone()), None);
            NextStep::Push(request)
        } else {
            let request = pull.unwrap_or_else(|| client.pull_request(wanted));
            round.last_pull = Some(request.clone());
            // This answers every wish until now; what comes from here on may come too late for it.
            self.wished_at = None;
            self.told.clear();
            NextStep::Pull(request)
        };
        self.round = Some(round);
        step
    }

    /// After the answer to a push, with the transition that it made.
    pub fn pushed(&mut self, transition: &Transition) {
        if let Some(round) = &mut self.round {
            round.pull_is_next = !transition.push_next;
            round.brought = true;
        }
    }

    /// After the answer to a pull, with the transition that it made. Returns whether the round is over and all is
    /// well.
    pub fn pulled(&mut self, client: &Client, transition: &Transition, at: Moment) -> bool {
        if client.status().pause == Some(Pause::NotSignedIn) {
            self.failed(Trouble::Final, at);
            return false;
        }
        let was_known = std::mem::replace(&mut self.is_session_known, at.now >= self.held_until);
        // What waited until it was known whose session this is can go now.
        let can_push = !was_known && client.can_push();
        let changed = &transition.changed;
        let mut round = self.round.take().unwrap_or_default();
        round.brought |= !changed.rows.is_empty() || changed.scopes || changed.viewer;
        if transition.pull_next || transition.push_next || can_push {
            self.round = Some(round);
            return false;
        }
        if round.brought {
            self.fruitless = 0;
        } else if round.is_wished {
            self.fruitless = self.fruitless.saturating_add(1).min(FRUITLESS_MOST);
        }
        self.backoff.reset();
        (self.closed_until, self.patient_until) = (0, 0);
        self.rest = Rest::Idle {
            since: at.now,
            spread: at.spread,
        };
        self.told.retain(|scope, head| is_news(client, *scope, *head));
        self.wish_for_news(client, at.now);
        true
    }

    /// After a request that brought nothing. Returns how many milliseconds pass until the next attempt.
    pub fn failed(&mut self, trouble: Trouble, at: Moment) -> u64 {
        self.round = None;
        (self.wished_at, self.insisted_at) = (None, None);
        let wait = match trouble {
            Trouble::Unreachable => {
                // Who is signed in may change while nobody answers.
                self.is_session_known = false;
                self.backoff.fail(at.spread)
            }
            Trouble::Later(after) => {
                let asked = u64::from(after.unwrap_or(0))
                    .saturating_mul(1_000)
                    .min(MOST_RETRY_AFTER_MS);
                self.closed_until = at.now.saturating_add(asked);
                // Later than was asked for, never sooner.
                let spread_out = asked + asked * u64::from(at.spread) / 1_020;
                self.backoff.fail(at.spread).max(spread_out)
            }
            Trouble::Final => {
                self.is_session_known = false;
                spread(SLOW_MS, at.spread)
            }
        };
        let next = at.now.saturating_add(wait);
        (self.patient_until, self.rest) = (next, Rest::At(next));
        wait
    }

    fn wish_for_news(&mut self, client: &Client, now: u64) {
        if self
            .told
            .iter()
            .any(|(scope, head)| is_news(client, *scope, *head))
            && self.round.is_none()
        {
            self.wish(now);
        }
    }

    fn begins_at(&self, client: &Client, wanted: &BTreeSet<Scope>, at: Moment) -> u64 {
        let due = match self.rest {
            Rest::At(due) => due,
            Rest::Idle { since, spread: by } => since.saturating_add(spread(idle_ms(client, at), by)),
        };
        let wished = self.wished_at.map(|wished| {
            // What waits to be sent or shown is no wish in error.
            let has_work = client.can_push() || !has_all(client, wanted);
            let gather = if has_work {
                GATHER_MS
            } else {
                GATHER_MS << self.fruitless
            };
            wished.saturating_add(gather).max(self.patient_until)
        });
        let insisted = self.insisted_at.map(|insisted| {
            let apart = self.began_at.saturating_add(INSIST_APART_MS);
            if self.began_at == 0 {
                insisted
            } else {
                insisted.max(apart)
            }
        });
        [wished, insisted]
            .into_iter()
            .flatten()
            .fold(due, u64::min)
            .max(self.closed_until)
    }
}

fn is_news(client: &Client, scope: Scope, head: u64) -> bool {
    client
        .scopes()
        .get(&scope)
        .map_or(!scope.is_on_demand(), |held| held.cursor.after < head)
}

fn has_all(client: &Client, wanted: &BTreeSet<Scope>) -> bool {
    wanted
        .iter()
        .all(|scope| client.scopes().contains_key(scope) || client.is_denied(*scope))
}

fn idle_ms(client: &Client, at: Moment) -> u64 {
    match (client.viewer().is_visitor(), at.is_listening, at.is_hidden) {
        (true, _, _) => VISITOR_MS,
        (false, true, _) => QUIET_MS,
        (false, false, true) => SLOW_MS,
        (false, false, false) => POLL_MS,
    }
}
