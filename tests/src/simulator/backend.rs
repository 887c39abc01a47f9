use super::content::Content;
use super::failure::Failure;
use super::model::{Expected, Model, plain};
use super::prng::Prng;
use serde_json::Value;
use server::authority::{Behaviour, Fault, may_read, pull_with, push_with};
use server::row_store::{self, RowStore};
use server::store::{Direction, MemorySnapshot, MemoryStore, Store};
use shared::access::default_scopes;
use shared::apply::View;
use shared::ids::{Epoch, PersonId};
use shared::records::Identity;
use shared::row::{Row, RowKey};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::wire::{
    ApiErrorCode, ChangeEvent, PullRequest, PullResponse, PushRequest, PushResponse, ScopeAnswer,
};
use std::collections::BTreeMap;

/// The real server core on a store in memory, beside the model of what it should be.
pub(super) struct Backend {
    store: MemoryStore,
    pub(super) model: Model,
    behaviour: Behaviour,
    entropy: Prng,
    pub(super) now: Timestamp,
    epoch: u32,
    backups: Vec<(MemorySnapshot, Model)>,
}

impl Backend {
    pub(super) fn new(prng: &mut Prng, behaviour: Behaviour) -> Result<(Self, Content), Failure> {
        let mut backend = Self {
            store: MemoryStore::new(),
            model: Model::new(behaviour.fault),
            behaviour,
            entropy: Prng::new(prng.draw()),
            now: Timestamp(1_795_392_000_000),
            epoch: 0,
            backups: Vec::new(),
        };
        backend.renew_epoch()?;
        let places = Prng::new(prng.draw());
        let content = Content::write(backend.model.view(), &mut places.clone());
        backend.write(|view| {
            Content::write(view, &mut places.clone());
        })?;
        Ok((backend, content))
    }

    /// Writes the same rows beside mutations, to server and model.
    pub(super) fn write_both(&mut self, mut write: impl FnMut(&mut dyn View)) -> Result<(), Failure> {
        write(self.model.view());
        self.write(write)
    }

    fn write(&mut self, mut write: impl FnMut(&mut dyn View)) -> Result<(), Failure> {
        let mut txn = self.store.write()?;
        let mut row_store = RowStore::new(&mut *txn);
        write(&mut row_store);
        row_store.finish()?;
        Ok(txn.commit()?)
    }

    fn renew_epoch(&mut self) -> Result<(), Failure> {
        self.epoch += 1;
        let mut txn = self.store.write()?;
        row_store::set_epoch(&mut *txn, Epoch::from_name(&self.epoch.to_string()))?;
        Ok(txn.commit()?)
    }

    pub(super) fn back_up(&mut self) {
        self.backups.push((self.store.snapshot(), self.model.clone()));
    }

    /// Goes back to some backup, and begins a new life. Says whether there was one.
    pub(super) fn restore(&mut self, prng: &mut Prng) -> Result<bool, Failure> {
        let place = prng.below(self.backups.len());
        let Some((snapshot, model)) = self.backups.get(place).cloned() else {
            return Ok(false);
        };
        self.store.restore(snapshot);
        self.model = model;
        self.renew_epoch()?;
        Ok(true)
    }

    pub(super) fn compact(&mut self, prng: &mut Prng) -> Result<(), Failure> {
        let mut txn = self.store.write()?;
        let scopes = row_store::scopes(&*txn)?;
        if let Some((scope, head)) = prng.pick(&scopes) {
            let keep_after = head
                .head
                .saturating_sub(u64::try_from(prng.below(4)).unwrap_or(0));
            row_store::compact(&mut *txn, *scope, keep_after)?;
        }
        Ok(txn.commit()?)
    }

    /// Decides a push and answers it, or crashes before the commit: then nothing was kept and nobody hears.
    pub(super) fn push(
        &mut self,
        session: &Identity,
        request: &PushRequest,
        prng: &mut Prng,
        crash_percent: usize,
    ) -> Result<Option<Result<PushResponse, ApiErrorCode>>, Failure> {
        let mut txn = self.store.write()?;
        let outcome = push_with(
            &mut *txn,
            session,
            request,
            self.now,
            &mut self.entropy,
            self.behaviour,
        );
        let is_lost = prng.chance(crash_percent);
        let answer = match outcome {
            Ok(answer) => answer,
            Err(error) => {
                drop(txn);
                let code = error.api_code();
                if code == ApiErrorCode::Internal {
                    return Err(Failure::new(format!("the server failed: {error}")));
                }
                self.expect_error(session.person, request, code)?;
                return Ok(Some(Err(code)));
            }
        };
        if is_lost {
            drop(txn);
            let leaves_early = self.behaviour.fault == Some(Fault::AnswerBeforeCommit);
            return Ok(leaves_early.then_some(Ok(answer)));
        }
        txn.commit()?;
        if answer.stopped != Some(shared::wire::Stopped::EpochChanged) {
            let expected = self.model.push(session.person, request, self.now);
            let given = Expected::Answer {
                results: answer.results.clone(),
                last_n: answer.last_n,
                stopped: answer.stopped,
            };
            if given != expected {
                return Err(Failure::new(format!(
                    "a push was answered {given:?} instead of {expected:?}"
                )));
            }
        }
        Ok(Some(Ok(answer)))
    }

    fn expect_error(
        &mut self,
        person: PersonId,
        request: &PushRequest,
        code: ApiErrorCode,
    ) -> Result<(), Failure> {
        let before = self.model.clone();
        let expected = self.model.push(person, request, self.now);
        self.model = before;
        match (code, &expected) {
            (ApiErrorCode::NotSignedIn, Expected::NotSignedIn)
            | (ApiErrorCode::DeviceTaken, Expected::DeviceTaken) => Ok(()),
            _ => Err(Failure::new(format!(
                "a push was answered {} instead of {expected:?}",
                code.code()
            ))),
        }
    }

    /// Answers a pull, and checks that nothing in it is hidden from the viewer.
    pub(super) fn pull(
        &self,
        viewer: &Identity,
        request: &PullRequest,
    ) -> Result<Result<PullResponse, ApiErrorCode>, Failure> {
        let txn = self.store.read()?;
        let response = match pull_with(&*txn, viewer.person, request, self.now, self.behaviour) {
            Ok(response) => response,
            Err(error) if error.api_code() == ApiErrorCode::Internal => {
                return Err(Failure::new(format!("the server failed: {error}")));
            }
            Err(error) => return Ok(Err(error.api_code())),
        };
        for (scope, answer) in &response.scopes {
            if matches!(answer, ScopeAnswer::Page { .. }) && !self.may_see(viewer.person, *scope)? {
                return Err(Failure::new(format!("{scope} was shown to {}", viewer.name)));
            }
        }
        Ok(Ok(response))
    }

    /// The heads of what this person keeps without asking, as the event stream tells them.
    pub(super) fn default_heads(&self, viewer: &Identity) -> Result<Vec<ChangeEvent>, Failure> {
        let txn = self.store.read()?;
        let heads = default_scopes(viewer).into_iter().map(|scope| {
            let head = row_store::head(&*txn, scope)?.head;
            Ok(ChangeEvent { scope, head })
        });
        heads.collect()
    }

    /// Whether this person may see the scope now, with the rights the model knows.
    pub(super) fn may_see(&self, person: PersonId, scope: Scope) -> Result<bool, Failure> {
        let viewer = if person == PersonId::VISITOR {
            Some(Identity::visitor())
        } else {
            self.model.identity(person)
        };
        let txn = self.store.read()?;
        Ok(match viewer {
            Some(viewer) => may_read(&*txn, &viewer, scope)?,
            None => false,
        })
    }

    /// The rows of a scope, without tombstones.
    pub(super) fn rows(&self, scope: Scope) -> Result<Vec<Row>, Failure> {
        let txn = self.store.read()?;
        let head = row_store::head(&*txn, scope)?.head;
        let rows = row_store::order_range(
            &*txn,
            scope,
            0,
            head.saturating_add(1),
            Direction::Forward,
            usize::MAX,
        )?;
        Ok(rows
            .into_iter()
            .map(|stored| stored.row)
            .filter(|row| !row.is_deleted())
            .collect())
    }

    /// Checks that the server holds what the model holds, and that what is unique is.
    pub(super) fn check_rows(&self) -> Result<(), Failure> {
        let scopes = row_store::scopes(&*self.store.read()?)?;
        let mut rows: BTreeMap<RowKey, Value> = BTreeMap::new();
        let mut names: BTreeMap<(String, String), uuid::Uuid> = BTreeMap::new();
        for (scope, _) in scopes {
            for row in self.rows(scope)? {
                let body = row.body.clone().unwrap_or_default();
                for field in ["slug", "number"] {
                    let name = body.get(field).and_then(Value::as_str);
                    // The same experience is in several scopes; another one must not have its name.
                    let Some(name) = name.filter(|_| row.kind != "collectivity" && row.kind != "edition")
                    else {
                        continue;
                    };
                    let kind = row.kind.replace("-card", "");
                    if names
                        .insert((kind, name.to_owned()), row.id)
                        .is_some_and(|id| id != row.id)
                    {
                        return Err(Failure::new(format!("{name} names two things")));
                    }
                }
                let key = RowKey {
                    scope,
                    kind: row.kind,
                    id: row.id,
                };
                let (key, body) = plain(key, body);
                if rows.insert(key.clone(), body).is_some() {
                    return Err(Failure::new(format!("{key:?} is there twice")));
                }
            }
        }
        let expected: BTreeMap<RowKey, Value> = self.model.plain_rows().collect();
        for (key, body) in &expected {
            match rows.remove(key) {
                Some(held) if held == *body => {}
                held => {
                    return Err(Failure::new(format!(
                        "the server's {key:?} is {held:?}\n instead of {body}"
                    )));
                }
            }
        }
        match rows.first_key_value() {
            Some((key, body)) => Err(Failure::new(format!("the server has {key:?} too much: {body}"))),
            None => Ok(()),
        }
    }
}
