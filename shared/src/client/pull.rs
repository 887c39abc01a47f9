use super::change::Step;
use super::renewal::Offer;
use super::{Client, HeldScope, Pause, StorageOp, Transition};
use crate::ids::{Epoch, PersonId};
use crate::row::{DeviceCounter, Row};
use crate::scope::Scope;
use crate::time::Timestamp;
use crate::wire::{PROTOCOL, PULL_SCOPES, PullRequest, PullResponse, SEES, ScopeAnswer};
use std::collections::BTreeSet;

/// The pulls that together ask for everything: one, unless more is held than one may name.
#[derive(Clone, Debug, Default)]
pub(super) struct Round {
    /// What the pulls before asked for.
    asked: BTreeSet<Scope>,
    /// Whether some of that has more to come.
    is_incomplete: bool,
    /// What the first of them said that the server has decided.
    last_n: Option<DeviceCounter>,
}

impl Client {
    /// What to pull now: everything held, and the documents in `wanted` that are opened or kept. All that is held
    /// is asked for each time, because a document may have left this person's sight; where that is more than one pull
    /// may name, the rest is asked for in the next ones of the same round.
    #[must_use]
    pub fn pull_request(&self, wanted: &BTreeSet<Scope>) -> PullRequest {
        let cursor_of = |scope: &Scope| {
            let held = self.scopes.get(scope).filter(|_| self.meta.epoch.is_some())?;
            Some(held.cursor)
        };
        let standing = self.scopes.keys().filter(|scope| !scope.is_on_demand());
        let documents: BTreeSet<&Scope> = self
            .scopes
            .keys()
            .chain(wanted)
            .filter(|scope| scope.is_on_demand() && !self.round.asked.contains(scope))
            .collect();
        let scopes = standing
            .chain(documents)
            .take(PULL_SCOPES)
            .map(|scope| (*scope, cursor_of(scope)))
            .collect();
        let is_visitor = self.meta.viewer.is_visitor();
        PullRequest {
            protocol: PROTOCOL,
            device: (!is_visitor).then_some(self.meta.device),
            epoch: self.meta.epoch,
            scopes,
            results_after: self
                .waiting()
                .next()
                .map_or(self.meta.next_n, |change| change.envelope.n)
                .saturating_sub(1),
            sees: Some(SEES),
        }
    }

    /// Takes the answer to `request`. `at` is the device's clock, for the words "as of".
    pub fn on_pull_response(
        &mut self,
        request: &PullRequest,
        response: PullResponse,
        at: Timestamp,
    ) -> Transition {
        let mut step = Step::default();
        let is_visitor = self.meta.viewer.is_visitor();
        let device = (!is_visitor).then_some(self.meta.device);
        if request.device != device || request.epoch != self.meta.epoch {
            return self.finish(step);
        }
        let answered = response
            .viewer
            .as_ref()
            .map_or(PersonId::VISITOR, |viewer| viewer.person);
        if answered != self.meta.viewer.person {
            // What a visitor or somebody else may see says nothing about what this person holds.
            return self.stop(Pause::NotSignedIn);
        }
        let is_fresh = self.enter_epoch(&mut step, response.epoch);
        if let Some(viewer) = response.viewer.filter(|viewer| *viewer != self.meta.viewer) {
            self.meta.viewer = viewer;
            (step.viewer, step.predict, step.meta) = (true, true, true);
        }
        let standing: BTreeSet<Scope> = response.standing.into_iter().collect();
        self.drop_lost(&mut step, &standing);
        let mut is_complete = true;
        for (scope, answer) in response.scopes {
            let asked_with = request.scopes.get(&scope).copied();
            if asked_with.is_none() && !standing.contains(&scope) {
                continue;
            }
            let held = self.scopes.get(&scope).map(|held| held.cursor);
            if !is_fresh && held != asked_with.flatten() {
                // The answer to a newer question came first.
                (is_complete, step.pull_next) = (false, true);
                continue;
            }
            is_complete &= self.take_answer(&mut step, scope, answer, at);
        }
        self.round.asked.extend(request.scopes.keys());
        self.round.is_incomplete |= !is_complete;
        let last_n = *self.round.last_n.get_or_insert(response.last_n);
        if request.scopes.len() >= PULL_SCOPES {
            // There may be more to ask for.
            (is_complete, step.pull_next) = (false, true);
        } else {
            let round = std::mem::take(&mut self.round);
            is_complete = !round.is_incomplete;
            step.pull_next |= !is_complete;
            is_complete &= self
                .scopes
                .keys()
                .all(|scope| round.asked.contains(scope) || standing.contains(scope));
        }
        if device == self.asking_device() {
            let mut misplaced = None;
            for result in response.results {
                misplaced = misplaced.or(self.take_result(&mut step, result, at));
            }
            if let Some(change) = misplaced {
                self.renew_device(&mut step, change.uuid(), Offer::TheOutbox);
            } else {
                self.catch_up(&mut step, response.last_n);
                if is_complete {
                    // Rows that were pulled at the beginning of the round do not hold what was decided since.
                    self.settle(&mut step, last_n);
                }
            }
        }
        if is_complete {
            self.note_synced(&mut step, at);
        }
        step.push_next = true;
        self.finish(step)
    }

    fn asking_device(&self) -> Option<crate::ids::DeviceId> {
        (!self.meta.viewer.is_visitor()).then_some(self.meta.device)
    }

    /// Drops everything when the answer comes from another life of the database than the rows. Returns whether it
    /// did, or nothing was held: the answer then begins everything anew.
    fn enter_epoch(&mut self, step: &mut Step, epoch: Epoch) -> bool {
        if self.meta.epoch == Some(epoch) {
            return false;
        }
        if self.meta.epoch.is_some() {
            self.leave_epoch(step, epoch.uuid());
        }
        for scope in self.scopes.keys().copied().collect::<Vec<_>>() {
            self.drop_scope(step, scope);
        }
        self.meta.epoch = Some(epoch);
        self.round = Round::default();
        step.meta = true;
        true
    }

    fn drop_lost(&mut self, step: &mut Step, standing: &BTreeSet<Scope>) {
        let lost: Vec<Scope> = self
            .scopes
            .keys()
            .filter(|scope| !scope.is_on_demand() && !standing.contains(scope))
            .copied()
            .collect();
        for scope in lost {
            self.drop_scope(step, scope);
        }
    }

    /// Takes what the server says about one scope. Returns whether that is all there is.
    fn take_answer(&mut self, step: &mut Step, scope: Scope, answer: ScopeAnswer, at: Timestamp) -> bool {
        match answer {
            ScopeAnswer::Denied => {
                if self.scopes.contains_key(&scope) {
                    self.drop_scope(step, scope);
                }
                step.scopes |= self.denied.insert(scope);
                true
            }
            ScopeAnswer::Page {
                reset,
                rows,
                cursor,
                more,
            } => {
                if reset {
                    self.drop_rows(step, scope);
                }
                for row in &rows {
                    self.take_row(step, scope, row);
                }
                let held = HeldScope {
                    cursor,
                    synced_at: at,
                };
                let was_whole = self.holds_whole(scope);
                let is_gained = self.scopes.insert(scope, held).is_none();
                step.scopes |=
                    is_gained | self.denied.remove(&scope) | (was_whole != self.holds_whole(scope));
                step.ops.push(StorageOp::put_scope(scope, &held));
                !more
            }
        }
    }

    fn take_row(&mut self, step: &mut Step, scope: Scope, row: &Row) {
        if let Some(key) = super::rows::Rows::place(scope, row) {
            step.touch(self, key);
        }
        self.confirmed.take(scope, row);
        step.ops.push(if row.is_deleted() {
            StorageOp::delete_row(scope, row)
        } else {
            StorageOp::put_row(scope, row)
        });
    }

    /// A server that has decided numbers this replica never gave has met a copy of it: go on above them.
    fn catch_up(&mut self, step: &mut Step, last_n: u64) {
        if last_n >= self.meta.next_n {
            self.meta.next_n = last_n.saturating_add(1);
            step.meta = true;
        }
    }

    fn note_synced(&mut self, step: &mut Step, at: Timestamp) {
        self.meta.synced_at = Some(at);
        self.date_scopes(at);
        (step.status, step.meta) = (true, true);
    }

    /// When everything was as the server has it, each scope was. This is written down once, and not for each scope.
    pub(super) fn date_scopes(&mut self, at: Timestamp) {
        for held in self.scopes.values_mut() {
            held.synced_at = at;
        }
    }
}
